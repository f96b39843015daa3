import * as l10n from '@vscode/l10n';

/**
 * The regions in which LakeFormation is known to be, as the manifest lists them; a test compares the two. Others may have it
 * too.
 */
export const knownRegions = [
  'cn-north-4',
  'cn-north-9',
  'cn-north-11',
  'cn-east-3',
  'cn-south-1',
  'cn-southwest-2',
  'ap-southeast-4',
  'la-north-2',
  'af-south-1',
] as const;

/** Returns the name that a region has in the console; `undefined` for one of which no public list has it. */
export function regionName(region: string): string | undefined {
  switch (region) {
    case 'cn-north-4':
      return l10n.t('CN North-Beijing4');
    case 'cn-north-9':
      return l10n.t('CN North-Ulanqab1');
    case 'cn-east-3':
      return l10n.t('CN East-Shanghai1');
    case 'cn-south-1':
      return l10n.t('CN South-Guangzhou');
    case 'cn-southwest-2':
      return l10n.t('CN Southwest-Guiyang1');
    case 'ap-southeast-4':
      return l10n.t('AP-Jakarta');
    case 'la-north-2':
      return l10n.t('LA-Mexico City2');
    case 'af-south-1':
      return l10n.t('AF-Johannesburg');
    default:
      return undefined;
  }
}

/** A region as lists show it: `CN North-Beijing4 · cn-north-4`, or the ID alone. */
export function regionLabel(region: string): string {
  const name = regionName(region);
  return name === undefined ? region : `${name} · ${region}`;
}
