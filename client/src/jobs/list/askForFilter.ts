import * as l10n from '@vscode/l10n';
import type { Prompts } from '../../prompts/prompts.ts';
import { statusLabel } from '../../watch/status.ts';
import { filterStatuses, jobTypes, typeLabel, type JobFilter } from './jobFilter.ts';

/** A part of the filter. */
type Part = keyof JobFilter;

const parts: readonly Part[] = ['name', 'type', 'status'];

/**
 * Asks which jobs are listed.
 * @param part the part that is asked for, if it is known
 * @returns the filter; `undefined` when the user cancels
 */
export async function askForFilter(
  prompts: Pick<Prompts, 'input' | 'pick'>,
  filter: JobFilter,
  part?: unknown,
): Promise<JobFilter | undefined> {
  const chosen = parts.find((one) => one === part) ?? (await askForPart(prompts, filter));
  switch (chosen) {
    case undefined:
      return undefined;
    case 'clear':
      return {};
    case 'name':
      return askForName(prompts, filter);
    case 'type': {
      const type = await askForValue(prompts, l10n.t('Filter by Type'), jobTypes, typeLabel, filter.type);
      return type === undefined ? undefined : { ...filter, type: jobTypes.find((one) => one === type) };
    }
    case 'status': {
      const status = await askForValue(prompts, l10n.t('Filter by Status'), filterStatuses, statusLabel, filter.status);
      return status === undefined ? undefined : { ...filter, status: status === 'all' ? undefined : status };
    }
  }
}

async function askForPart(
  prompts: Pick<Prompts, 'pick'>,
  { name = '', type, status }: JobFilter,
): Promise<Part | 'clear' | undefined> {
  const all = l10n.t('All');
  const isFiltered = name !== '' || type !== undefined || status !== undefined;
  return prompts.pick<Part | 'clear'>(
    [
      { label: l10n.t('Name'), description: name === '' ? all : name, value: 'name' },
      { label: l10n.t('Type'), description: type === undefined ? all : typeLabel(type), value: 'type' },
      { label: l10n.t('Status'), description: status === undefined ? all : statusLabel(status), value: 'status' },
      ...(isFiltered ? [{ label: l10n.t('Clear Filter'), value: 'clear' as const }] : []),
    ],
    { title: l10n.t('Filter Jobs'), placeholder: l10n.t('Select what to filter by') },
  );
}

async function askForName(prompts: Pick<Prompts, 'input'>, filter: JobFilter): Promise<JobFilter | undefined> {
  const name = await prompts.input({
    title: l10n.t('Filter by Name'),
    prompt: l10n.t('Enter a part of the name. Empty: all jobs'),
    value: filter.name ?? '',
    validate: () => undefined,
  });
  return name === undefined ? undefined : { ...filter, name: name.trim() === '' ? undefined : name.trim() };
}

/** @returns the value, or `all`; `undefined` when the user cancels */
async function askForValue(
  prompts: Pick<Prompts, 'pick'>,
  title: string,
  values: readonly string[],
  labelOf: (value: string) => string,
  current: string | undefined,
): Promise<string | undefined> {
  const choices = values.map((value) => ({
    label: labelOf(value),
    description: value === current ? l10n.t('{0} · current', value) : value,
    value,
  }));
  return prompts.pick([{ label: l10n.t('All'), value: 'all' }, ...choices], {
    title,
    placeholder: l10n.t('Select which jobs are listed'),
  });
}
