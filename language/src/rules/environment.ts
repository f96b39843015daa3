import type { ParseYaml } from '../conversion/yaml.ts';
import type { Location } from 'vscode-languageserver-types';
import type { RuleCode } from './catalogue.ts';
import { publishedRuleUri } from './codes.ts';
import type { InstanceLookUp } from './instance/query.ts';
import type { RuleSeverity } from './rule.ts';

/** What the rules have to know beside the document. */
export interface Environment {
  /** The user's severities; a rule that is off reports nothing. */
  readonly severities: RuleSeverities;
  /** The connection that the document would be submitted to, where one is chosen. */
  readonly connection?: ConnectedInstance | undefined;
  /** What the instance of the connection has, where that is looked up. */
  readonly instanceValues?: InstanceLookUp | undefined;
  /** The names of the other open jobs with this name and instance. */
  readonly namesakes: (name: string, instanceId: string) => readonly Location[];
  /** The parser of YAML, where it is loaded: without it, YAML is reported, and has no fix. */
  readonly parseYaml?: ParseYaml | undefined;
  /** The URI of a rule's documentation: a template, with `{code}` in place of the rule's code. */
  readonly ruleUri: string;
}

export type RuleSeverities = ReadonlyMap<RuleCode, RuleSeverity | 'off'>;

/** The LakeFormation instance of a connection. */
export interface ConnectedInstance {
  /** The connection's name. */
  readonly name: string;
  readonly instanceId: string;
}

/** A document by itself: the rules' own severities, no connection, nothing else open. */
export const noEnvironment: Environment = {
  severities: new Map(),
  namesakes: () => [],
  ruleUri: publishedRuleUri,
};
