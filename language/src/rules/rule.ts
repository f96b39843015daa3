/** Severities in the words of the setting `lakeformation.rules`. */
export type RuleSeverity = 'error' | 'warning' | 'information' | 'hint';

/** All severities, the most severe first. */
export const ruleSeverities: readonly RuleSeverity[] = ['error', 'warning', 'information', 'hint'];

/** The documentation of a diagnostic. The message that a user reads is written where the diagnostic is found. */
export interface Notice {
  /** The severity where the schema doesn't lower it. */
  readonly severity: RuleSeverity;
  /** What is wrong, in a phrase. */
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly reason: string;
}

/** The documentation of a rule. */
export interface Rule extends Notice {
  readonly source: string;
  readonly example: Example;
}

/** A document, or a part of one, that breaks the rule, and the same put right. They are the rule's first tests. */
export interface Example {
  /**
   * Where the two stand: `text` for a whole document, the name of an object for some of its members. The test puts them
   * into a job that has nothing else to report.
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

/** The page on creating a job, on which most rules rest. */
export const requestTables = 'CreateJobByInstance, request parameter tables';
