import type { Instance } from '../api/instances.ts';
import type { Draft } from './connection.ts';

/**
 * Returns a name for a new connection that no other has: that of its instance, or its region, with the region or a number
 * where that is taken.
 */
export function proposedName(
  { region, instanceId }: Draft,
  instances: readonly Instance[] | undefined,
  otherNames: readonly string[],
): string {
  const instance = instances?.find(({ id }) => id === instanceId)?.name.trim() ?? '';
  const base = instance === '' || instance === instanceId ? region : instance;
  const isFree = (name: string): boolean => !otherNames.includes(name);
  const named = [base, ...(base === region ? [] : [`${base} ${region}`])].find(isFree);
  if (named !== undefined) return named;
  let number = 2;
  while (!isFree(`${base} ${number}`)) number += 1;
  return `${base} ${number}`;
}
