import * as l10n from '@vscode/l10n';
import type { Choice } from '../prompts/choice.ts';
import type { Prompts } from '../prompts/prompts.ts';
import { readKooCliProfiles, type KooCliProfile } from './kooCliProfiles.ts';
import { noEntries, type SignInEntries } from './signInForm.ts';
import { joinNames } from '../../../language/src/joining.ts';

/** Access keys that are on this machine already. They are read when the user asks for that. */
export interface KeySources {
  /** The value of an environment variable; `undefined` where it isn't set. */
  readonly variable: (name: string) => string | undefined;
  /** KooCLI's profile file; a browser has none. */
  readonly kooCliFile: KooCliFile | undefined;
}

/** KooCLI's profile file. */
export interface KooCliFile {
  /** As shown. */
  readonly path: string;
  /** Whether the file exists; it isn't read for that. */
  readonly exists: () => Promise<boolean>;
  /** @throws when it can't be read */
  readonly read: () => Promise<string>;
}

/** The services that reading access keys uses. */
export interface FoundKeysServices {
  readonly prompts: Pick<Prompts, 'pick'>;
  readonly keySources: KeySources;
}

/** The values of the rows. */
const environment = 'environment';
const kooCli = 'kooCli';

/** The environment variables of the vendor's SDKs. */
const variables = {
  accessKey: 'HUAWEICLOUD_SDK_AK',
  secretKey: 'HUAWEICLOUD_SDK_SK',
  securityToken: 'HUAWEICLOUD_SDK_SECURITY_TOKEN',
} as const;

/** Returns a row for each source of access keys, with what will be read. */
export async function foundKeys({ keySources }: FoundKeysServices): Promise<readonly Choice<string>[]> {
  const { variable, kooCliFile } = keySources;
  const set = Object.values(variables).filter((name) => (variable(name) ?? '') !== '');
  const rows: Choice<string>[] = [];
  if (set.includes(variables.accessKey) && set.includes(variables.secretKey)) {
    rows.push({
      label: `$(terminal) ${l10n.t('Access keys from the environment')}`,
      detail: l10n.t('Reads {0}.', joinNames(set)),
      value: environment,
    });
  }
  if (kooCliFile !== undefined && (await kooCliFile.exists())) {
    rows.push({
      label: `$(file) ${l10n.t('Access keys from KooCLI')}`,
      detail: l10n.t('Reads the names, regions, and access keys of the profiles in {0}.', kooCliFile.path),
      value: kooCli,
    });
  }
  return rows;
}

/**
 * Reads the access keys of a source.
 * @param value of the row that the user selected
 * @returns the entries of a sign-in; why there are none; or `undefined` when the user leaves
 */
export async function keysOf(
  { prompts, keySources }: FoundKeysServices,
  value: string,
): Promise<SignInEntries | { readonly problem: string } | undefined> {
  const { variable, kooCliFile } = keySources;
  if (value === environment) {
    const textOf = (name: string): string => variable(name)?.trim() ?? '';
    return entriesOf({
      accessKey: textOf(variables.accessKey),
      secretKey: textOf(variables.secretKey),
      securityToken: textOf(variables.securityToken),
    });
  }
  return kooCliFile === undefined ? undefined : keysOfKooCli(prompts, kooCliFile);
}

async function keysOfKooCli(
  prompts: FoundKeysServices['prompts'],
  { path, read }: KooCliFile,
): Promise<SignInEntries | { readonly problem: string } | undefined> {
  const text = await read().catch(() => '');
  const found = readKooCliProfiles(text);
  switch (found.kind) {
    case 'unreadable':
      return { problem: l10n.t('Couldn’t read {0}. Sign in another way.', path) };
    case 'encrypted':
      return { problem: l10n.t('The access keys in {0} are encrypted. Enter them, or sign in another way.', path) };
    case 'profiles': {
      const { profiles } = found;
      if (profiles.length === 0) return { problem: l10n.t('No profile in {0} has access keys.', path) };
      const sorted = profiles.toSorted((left, right) => Number(right.isCurrent) - Number(left.isCurrent));
      const picked = await prompts.pick(sorted.map(profileChoice), {
        title: l10n.t('KooCLI Profile'),
        placeholder: l10n.t('Select a profile to use its access keys'),
      });
      return picked && entriesOf(picked);
    }
  }
}

function profileChoice(profile: KooCliProfile): Choice<KooCliProfile> {
  const { name, region, accessKey, isCurrent } = profile;
  const current = isCurrent ? l10n.t('current') : '';
  return {
    label: name,
    description: [region, `${accessKey.slice(0, shownOfKey)}…`, current].filter((part) => part !== '').join(' · '),
    value: profile,
  };
}

/** As much of an access key is shown, in characters, to distinguish it from others. */
const shownOfKey = 4;

function entriesOf({
  accessKey,
  secretKey,
  securityToken,
}: Pick<SignInEntries, 'accessKey' | 'secretKey' | 'securityToken'>): SignInEntries {
  return { ...noEntries, way: 'accessKey', accessKey, secretKey, securityToken };
}
