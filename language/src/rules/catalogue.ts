import { agreementRules } from './agreement/documentation.ts';
import { blockRules } from './block/documentation.ts';
import { discoveryRules } from './discovery/documentation.ts';
import { jsonRules } from './json/documentation.ts';
import { pathRules } from './paths/documentation.ts';
import { permissionRules } from './permissions/documentation.ts';
import { scheduleRules } from './schedule/documentation.ts';
import { schemaRules } from './schema/documentation.ts';
import { secretRules } from './secrets/documentation.ts';
import { sourceRules } from './source/documentation.ts';

/**
 * Every rule by its stable code. `docs/rules.md` and the setting `lakeformation.rules` are made from it, and what the server
 * needs of it: the severities.
 */
export const rules = {
  ...jsonRules,
  ...schemaRules,
  ...blockRules,
  ...sourceRules,
  ...pathRules,
  ...permissionRules,
  ...discoveryRules,
  ...scheduleRules,
  ...agreementRules,
  ...secretRules,
};

export type RuleCode = keyof typeof rules;
