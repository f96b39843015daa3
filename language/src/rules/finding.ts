import type { Location } from 'vscode-languageserver-types';
import type { TextChange } from '../documents/textChange.ts';
import type { Span } from '../documents/range.ts';
import type { RuleCode } from './catalogue.ts';
import type { RuleSeverity } from './rule.ts';

/** A broken rule: what to say and where, and how to mend it. */
export interface Finding {
  readonly code: RuleCode;
  readonly message: string;
  readonly span: Span;
  /** The severity where it is not the rule's own. */
  readonly severity?: RuleSeverity | undefined;
  /** The text has no effect and is faded. */
  readonly isUnnecessary?: boolean;
  /** Text about which this says enough: its unknown and missing members are not reported one by one. */
  readonly covers?: Span;
  /** The other places that have to do with it. */
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** Another place that a finding has to do with, in the same document or another one. */
export interface RelatedPlace {
  readonly message: string;
  readonly at: Span | Location;
}

/** A way to mend a finding. */
export interface Fix {
  readonly title: string;
  /** The changes to the text, worked out when they are asked for. */
  readonly changes: () => readonly TextChange[];
  /** The same as one insertion with places to type into, in the syntax of snippets, where that can be. */
  readonly snippet?: () => TextChange | undefined;
  /** The one that is right: the others are for the rare case. */
  readonly isPreferred?: boolean;
  /** Changes nothing that could be meant otherwise, so that it may be made on save without a look. */
  readonly isSafe?: boolean;
  /** What the client does with it, where it has the command. */
  readonly command?: FixCommand;
}

/** A command of the client that belongs to a fix. */
export type FixCommand =
  /** In place of the changes: keeps the secret that stands at `span`, then makes them. Not offered without the command. */
  | { readonly does: 'move-secret'; readonly span: Span; readonly name: string }
  /** After the changes: says how the environment variable is set. */
  | { readonly does: 'explain-variable'; readonly name: string };
