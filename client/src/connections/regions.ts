/**
 * The regions in which LakeFormation is known to be, as the manifest lists them, with their names in the console; a test
 * compares the two. Others may have it too.
 */
const names = {
  'cn-north-4': 'CN North-Beijing4',
  'cn-north-9': 'CN North-Ulanqab1',
  // No public list has its name.
  'cn-north-11': '',
  'cn-east-3': 'CN East-Shanghai1',
  'cn-south-1': 'CN South-Guangzhou',
  'cn-southwest-2': 'CN Southwest-Guiyang1',
  'ap-southeast-4': 'AP-Jakarta',
  'la-north-2': 'LA-Mexico City2',
  'af-south-1': 'AF-Johannesburg',
} as const satisfies Record<string, string>;

/** The known regions with their names, which are empty where they aren't known. */
export const knownRegions: readonly { readonly id: string; readonly name: string }[] = Object.entries(names).map(
  ([id, name]) => ({ id, name }),
);

/** A region as lists show it: `CN North-Beijing4 · cn-north-4`, or the ID alone. */
export function regionLabel(region: string): string {
  const name = knownRegions.find(({ id }) => id === region)?.name ?? '';
  return name === '' ? region : `${name} · ${region}`;
}
