import { agreementRules } from './agreement/documentation.ts';
import { blockRules } from './block/documentation.ts';
import { conversionRules } from './conversion/documentation.ts';
import { discoveryRules } from './discovery/documentation.ts';
import { instanceRules } from './instance/documentation.ts';
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
 * Every rule by its code, which never changes. `docs/rules.md`, the setting `lakeformation.rules`, and the severities that the
 * server uses are generated from it.
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
  ...instanceRules,
  ...secretRules,
};

export type RuleCode = keyof typeof rules;

/** Diagnostics about the checking itself. Their severity can't be changed. */
export const notices = {
  'check-failed': {
    severity: 'error',
    title: 'Failed check',
    reason:
      'A check failed because of a defect in the extension. The document isn’t fully checked, so it isn’t submitted; the Output channel of the language server shows where the check failed.',
  },
  'too-many-problems': {
    severity: 'information',
    title: 'More than 1,000 problems',
    reason: 'Only the 1,000 most severe problems of a document are reported. Fix some of them to see the rest.',
  },
} as const satisfies Readonly<Record<string, Notice>>;

/** The code of a diagnostic. */
export type DiagnosticCode = RuleCode | keyof typeof notices;
