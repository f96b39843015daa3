/** The regions in which LakeFormation is known to be, as the manifest lists them; a test compares the two. Others may be too. */
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
