import type { Location } from 'vscode-languageserver-types';
import type { Edit } from 'jsonc-parser';
import type { Span } from '../../documents/range.ts';
import type { DiagnosticCode, RuleCode } from '../catalogue.ts';
import type { RuleSeverity } from '../rule.ts';

/** A broken rule: its place, and the texts about it. Everything but code and place is built when it is asked for. */
export interface Finding {
  readonly code: DiagnosticCode;
  /** Returns the sentence for the user. */
  readonly message: () => string;
  readonly span: Span;
  /** The severity where it isn't the rule's own. */
  readonly severity?: RuleSeverity | undefined;
  /** The rule of the finding that this one replaces: the more severe of the two severities counts. */
  readonly standsFor?: RuleCode;
  /** The text has no effect and is faded. */
  readonly isUnnecessary?: boolean;
  /** How many problems it stands for, where that isn't one. */
  readonly count?: number;
  /** Asks for a value that only the user knows: a fix may leave it to be filled in. */
  readonly isToFillIn?: boolean;
  /** Where this finding stands for the unknown and missing properties, which aren't reported one by one. */
  readonly suppresses?: Span;
  /** Returns the other places that have to do with it. */
  readonly related?: () => readonly RelatedPlace[];
  /** Returns the ways to fix it, the likeliest first. */
  readonly fixes?: () => readonly Fix[];
  /** The property with the value that causes the finding. */
  readonly decider?: Decider | undefined;
}

/** A property that decides which others are needed or ignored. */
export interface Decider {
  readonly span: Span;
  /** Returns the fix that is offered at this property. */
  readonly fix: () => Fix;
}

/** A finding with its severity. */
export interface ReportedFinding extends Finding {
  readonly severity: RuleSeverity;
}

/** Another place that a finding has to do with, in the same document or another one. */
export interface RelatedPlace {
  readonly message: string;
  readonly at: Span | Location;
}

/** A way to fix a finding. */
export interface Fix {
  readonly title: string;
  /** The edits of the text, made when they are asked for. */
  readonly edits: () => readonly Edit[];
  /** The same as one insertion with places to type into, in the syntax of snippets, where that can be. */
  readonly snippet?: () => Edit | undefined;
  /** The one that is right: the others are for the rare case. */
  readonly isPreferred?: boolean;
  /** Changes nothing that could be meant otherwise, so that it may be made on save without a look. */
  readonly isSafe?: boolean;
  /** Gets the job out of a text of another format: the findings in the job weren't reported before. */
  readonly isConversion?: boolean;
  /** Leaves what the user wrote, and with that the finding, where there is some. */
  readonly mayLeaveFinding?: boolean;
  /** What the client does with it, where it has the command. */
  readonly command?: FixCommand;
}

/** A command of the client that belongs to a fix. */
export type FixCommand =
  /** In place of the edits: stores the secret at `span`, then makes them. Not offered without the command. */
  | { readonly does: 'move-secret'; readonly span: Span; readonly name: string }
  /** After the edits: shows that a token was removed, and how long it can be used. */
  | { readonly does: 'report-token' }
  /** After the edits: shows how the environment variable is set. */
  | { readonly does: 'explain-variable'; readonly name: string };
