import { agreementRules } from './agreement/documentation.ts';
import { blockRules } from './block/documentation.ts';
import { conversionRules } from './conversion/documentation.ts';
import { discoveryRules } from './discovery/documentation.ts';
import { jsonRules } from './json/documentation.ts';
import { pathRules } from './paths/documentation.ts';
import { placementRules } from './placement/documentation.ts';
import { permissionRules } from './permissions/documentation.ts';
import { scheduleRules } from './schedule/documentation.ts';
import { schemaRules } from './schema/documentation.ts';
import { secretRules } from './secrets/documentation.ts';
import type { Notice } from './rule.ts';
import { sourceRules } from './source/documentation.ts';

/**
 * Every rule by its stable code. `docs/rules.md` and the setting `lakeformation.rules` are made from it, and what the server
 * needs of it: the severities.
 */
export const rules = {
  ...jsonRules,
  ...conversionRules,
  ...schemaRules,
  ...placementRules,
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

/** Diagnostics about the checking itself. Their severity can't be changed. */
export const notices = {
  'check-failed': {
    severity: 'error',
    title: 'A check failed',
    reason:
      'The check couldn’t be completed because of a defect in the extension. The document isn’t fully checked and isn’t submitted. The output channel of the language server says where the check failed.',
  },
  'too-many-problems': {
    severity: 'information',
    title: 'More than 1,000 problems',
    reason: 'Only the 1,000 most severe problems of a document are reported. Fix some of them to see the others.',
  },
} as const satisfies Readonly<Record<string, Notice>>;

/** The code of a diagnostic. */
export type DiagnosticCode = RuleCode | keyof typeof notices;
