import * as l10n from '@vscode/l10n';
import { childValue, valueAt } from '../../../../language/src/documents/value.ts';
import { scheduleInWords } from '../../../../language/src/schedule/words.ts';
import { selectedBlock } from '../../../../language/src/schema/block.ts';
import type { Json } from '../../../../language/src/schema/jsonSchema.ts';
import { quoted } from '../../failures/quoted.ts';
import { jobSchedule } from '../report/runSentence.ts';
import { joinNames } from '../../../../language/src/joining.ts';

/** As many paths are shown, each with as many characters. */
const mostPaths = 3;
const longestValue = 80;

/**
 * Returns what matters of a job before it is sent, a line each: its type, its target, the paths that it reads and writes,
 * and when it runs.
 * @param job as the document has it, so that references are shown as references
 */
export function jobSummary(job: Json): string[] {
  const block = valueAt(job, selectedBlock(job) ?? []);
  const lines = [
    textLine(childValue(job, 'type'), (type) => l10n.t('Type: {0}', type)),
    targetLine(block),
    textLine(childValue(block, 'policy_type'), (type) => l10n.t('Policies: {0}', type)),
    pathLine(block),
    l10n.t('Runs: {0}', whenItRuns(job)),
  ];
  return lines.filter((line) => line !== undefined);
}

/** Returns when a job runs, in words. */
function whenItRuns(job: Json): string {
  const schedule = jobSchedule(job);
  if (schedule) return scheduleInWords(schedule);
  const isScheduled = childValue(valueAt(job, selectedBlock(job) ?? []), 'execute_strategy') === 'SCHEDULE';
  return isScheduled ? l10n.t('on a schedule') : l10n.t('when you start it');
}

function targetLine(block: Json): string | undefined {
  const [catalog, database] = [shown(childValue(block, 'target_catalog')), shown(childValue(block, 'target_database'))];
  if (catalog === undefined) return undefined;
  return database === undefined
    ? l10n.t('Target: catalog {0}', catalog)
    : l10n.t('Target: catalog {0}, database {1}', catalog, database);
}

function pathLine(block: Json): string | undefined {
  const locations = childValue(block, 'locations');
  const replaced = (Array.isArray(locations) ? locations : []).map((location: unknown) => {
    const [from, to] = [shown(childValue(location, 'key')), shown(childValue(location, 'value'))];
    return from === undefined || to === undefined ? undefined : `${from} → ${to}`;
  });
  const paths = [shown(childValue(block, 'data_location')), shown(childValue(block, 'location')), ...replaced].filter(
    (path) => path !== undefined,
  );
  if (paths.length === 0) return undefined;
  const first = joinNames(paths.slice(0, mostPaths));
  return paths.length <= mostPaths
    ? l10n.t('Paths: {0}', first)
    : l10n.t('Paths: {0}, and {1} more', first, paths.length - mostPaths);
}

function textLine(value: Json, line: (text: string) => string): string | undefined {
  const text = shown(value);
  return text === undefined ? undefined : line(text);
}

function shown(value: Json): string | undefined {
  return typeof value === 'string' && value !== '' ? quoted(value, longestValue) : undefined;
}
