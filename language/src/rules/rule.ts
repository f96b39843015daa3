/** Severities in the words of the setting `lakeformation.rules`. */
export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint';

/** All severities, the most severe first. */
export const ruleSeverities: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint'];

/** The documentation of a diagnostic. Its message is where the diagnostic is reported. */
export interface Notice {
  /** The severity where the schema doesn't lower it. */
  readonly severity: RuleSeverity;
  /** What is wrong: a phrase in sentence case, without a period. */
  readonly title: string;
  /** Why it matters and what to do, in one or two sentences. */
  readonly reason: string;
}

/** The documentation of a rule. */
export interface Rule extends Notice {
  readonly source: string;
  readonly example: Example;
}

/** A document or a part of one that breaks the rule, and the same text corrected. The first tests of the rule. */
export interface Example {
  /**
   * What the texts are: `text` for a whole document, or the name of an object for some of its properties. The test inserts
   * them into a job without other problems.
   */
  readonly in: ExamplePlace;
  readonly invalid: string;
  readonly valid: string;
}

export type ExamplePlace =
  | 'text'
  | 'job'
  | 'parameter'
  | 'metadata_migration_parameter'
  | 'datasource_parameter'
  | 'permission_migration_parameter'
  | 'metadata_discovery_parameter';

/** The source of most rules: the API reference of the request that creates a job. */
export const requestTables = 'CreateJobByInstance, request parameter tables';
