/** A JSON value as it comes out of a document: look before use. */
export type Json = unknown;

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** How a violated constraint is reported where it is not an error. */
export type SoftSeverity = 'warning' | 'information' | 'hint';

/**
 * The strict schema of a job, which the build makes from the published one: the part of JSON Schema draft-07 that it uses,
 * its references resolved, and our annotations (described here and in the published schema's `$comment`).
 */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: Json;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly patternDescription?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly allOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  /** The severity of a violation by keyword, for constraints that the API reference doesn't state without contradiction. */
  readonly 'x-severity'?: Readonly<Record<string, SoftSeverity>>;
  /** The wider constraints of keywords with a softer severity: breaking one of these is an error. */
  readonly 'x-error'?: JsonSchema;
  /** Why a constraint of the subschema has a softer severity, in a sentence. */
  readonly 'x-reason'?: string;
  /** Constraint keyword → the rule that reports its violation, where it is not the keyword's own. */
  readonly 'x-rule'?: Readonly<Record<string, string>>;
  /** What decides whether the member has an effect. */
  readonly 'x-appliesWith'?: AppliesWith;
  /** A value that is often written instead → the legal one. */
  readonly 'x-misspellings'?: Readonly<Record<string, string>>;
  /** The type that the page's table gives, where another one is legal too. */
  readonly 'x-preferredType'?: JsonType;
  /** The edition of the page that brought the member, where it is newer than the one implemented, which the root names. */
  readonly 'x-edition'?: string;
  /** Values of `enum` that only a newer edition lists. */
  readonly 'x-newerValues'?: readonly string[];
  /** Where the sources contradict each other in a way that changes what is written, and how it is settled here. */
  readonly 'x-note'?: string;
  /** What the sources say or leave out, for those who work on the schema: it isn't shown. */
  readonly $comment?: string;
  /** Holds a secret: never shown, logged or repeated. */
  readonly 'x-secret'?: boolean;
  /** The part of the examples that is to be replaced: a value that has it is a sample that nobody edited. */
  readonly 'x-placeholder'?: string;
  /** The name of an element of an array: its telling members in braces, and what stands between them. */
  readonly 'x-label'?: string;
  /** The page that tells more. */
  readonly 'x-documentation'?: Documentation;
}

/** A page of the vendor's documentation. */
export interface Documentation {
  readonly title: string;
  readonly url: string;
}

/** The types a subschema admits; empty when it names none. */
export function typesOf(schema: JsonSchema): readonly JsonType[] {
  const { type } = schema;
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}

/** A member has an effect only while another one has certain values. */
export interface AppliesWith {
  /** The deciding member: beside this one, or beside an object around it. */
  readonly member: string;
  /** Its values with which this member has an effect; any value where they are not listed. */
  readonly values?: readonly string[];
  /** The rule that reports a member without effect. */
  readonly rule: string;
}
