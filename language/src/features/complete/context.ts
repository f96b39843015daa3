import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Cursor } from '../../documents/cursor/cursor.ts';
import type { Indentation } from '../../documents/indentation.ts';
import type { ConnectedInstance } from '../../rules/environment.ts';
import type { InstanceLookUp } from '../../rules/instance/query.ts';
import type { Json } from '../../schema/jsonSchema.ts';

/** What the client can do with a suggestion. */
export interface CompletionOptions {
  readonly snippets: boolean;
  /** The client takes `insertTextMode`, so that it keeps the indentation that the text has. */
  readonly insertTextMode: boolean;
  /** The client shows `labelDetails`; for another one, `detail` contains it. */
  readonly labelDetails: boolean;
  /** What the client takes once for the whole list: `completionList.itemDefaults`. */
  readonly itemDefaults: readonly string[];
  /** The client's command that asks for suggestions again, where it has one: behind a folder follow those in it. */
  readonly suggestCommand?: string | undefined;
}

/** What is known beside the document. */
export interface CompletionEnvironment {
  /** The connection that the document would be submitted to, where one is chosen. */
  readonly connection?: ConnectedInstance | undefined;
  /** What the instance of the connection has, if that is looked up. */
  readonly instanceValues?: InstanceLookUp | undefined;
  /** The names of the secrets that the client keeps, if it sends them. */
  readonly secretNames?: readonly string[] | undefined;
  /** The texts of the other open jobs. */
  readonly otherTexts: () => Iterable<string>;
}

/** What every kind of suggestion is made from. */
export interface CompletionContext {
  readonly document: TextDocument;
  /** In UTF-16 units. */
  readonly offset: number;
  readonly cursor: Cursor;
  /** The value of the document with something in the place of the word at the cursor. */
  readonly root: Json;
  readonly indentation: Indentation;
  readonly options: CompletionOptions;
  readonly environment: CompletionEnvironment;
}
