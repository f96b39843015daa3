/** A JSON value of a document, of unknown type. */
export type Json = unknown;

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** The severity of a violated constraint that isn’t an error. */
export type SoftSeverity = 'warning' | 'information' | 'hint';

/**
 * The strict schema of a job, which the build makes from the published one: the part of JSON Schema draft-07 that it uses,
 * with references resolved, and our annotations, described here and in the `$comment` of the published schema.
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
  /** The wider constraints of keywords with a lower severity: violating one of these is an error. */
  readonly 'x-error'?: JsonSchema;
  /** Why a constraint of the subschema has a lower severity, in a sentence. */
  readonly 'x-reason'?: string;
  /** By constraint keyword, the rule that reports a violation, if it isn’t the default rule of the keyword. */
  readonly 'x-rule'?: Readonly<Record<string, string>>;
  /** The property that decides whether this one has an effect. */
  readonly 'x-appliesWith'?: AppliesWith;
  /** Common wrong values, each with the right one. */
  readonly 'x-misspellings'?: Readonly<Record<string, string>>;
  /** The type in the table of the API reference, if another type is valid, too. */
  readonly 'x-preferredType'?: JsonType;
  /** The edition of the API reference that added the property, if it’s later than the edition that the root names. */
  readonly 'x-edition'?: string;
  /** Values of `enum` that only a later edition lists. */
  readonly 'x-newerValues'?: readonly string[];
  /** A contradiction or gap in the sources that affects what to write. */
  readonly 'x-note'?: string;
  /** Notes on the sources, for maintainers of the schema. Not shown. */
  readonly $comment?: string;
  /** Whether the value is a secret, which is never shown or logged. */
  readonly 'x-secret'?: boolean;
  /** The part of the examples to replace. A value that contains it is an unedited sample. */
  readonly 'x-placeholder'?: string;
  /** The label of an array element, with the names of properties in braces: `{key} → {value}`. */
  readonly 'x-label'?: string;
  /** The page with more information. */
  readonly 'x-documentation'?: Documentation;
}

/** A page of the Huawei Cloud documentation. */
export interface Documentation {
  readonly title: string;
  readonly url: string;
}

/** Returns the types that a subschema allows, or none if it doesn’t specify any. */
export function typesOf(schema: JsonSchema): readonly JsonType[] {
  const { type } = schema;
  return type === undefined ? [] : typeof type === 'string' ? [type] : type;
}

/** A property has an effect only if another one has certain values. */
export interface AppliesWith {
  /** The deciding property, in the same object or in an outer one. */
  readonly property: string;
  /** Its values for which this property has an effect; `undefined` for any value. */
  readonly values?: readonly string[];
  /** The rule that reports a property that has no effect. */
  readonly rule: string;
}
