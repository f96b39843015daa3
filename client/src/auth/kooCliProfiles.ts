import { jsonValue } from '../../../language/src/documents/parse.ts';
import { childValue } from '../../../language/src/documents/value.ts';
import { headerProblem } from './headerProblem.ts';

/** Access keys in a profile of KooCLI. */
export interface KooCliProfile {
  readonly name: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken: string;
  /** Whether KooCLI uses it where no profile is named. */
  readonly isCurrent: boolean;
}

/** What a profile file has: profiles with access keys in plain text, or keys that only KooCLI can decrypt. */
export type KooCliProfiles =
  | { readonly kind: 'profiles'; readonly profiles: readonly KooCliProfile[] }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable' };

/**
 * Reads the text of KooCLI's profile file, `~/.hcloud/config.json`: `current`, and in `profiles` each one's `name`,
 * `region`, `accessKeyId`, `secretAccessKey`, and `securityToken`. With `authEncrypt`, as KooCLI writes it by default, the
 * keys are encrypted. The format isn't documented; these names are those that the vendor's Terraform provider reads, too.
 * Profiles without access keys, such as those of an agency, are left out.
 */
export function readKooCliProfiles(text: string): KooCliProfiles {
  const file = jsonValue(text);
  const list = childValue(file, 'profiles');
  if (!Array.isArray(list)) return { kind: 'unreadable' };
  if (String(childValue(file, 'authEncrypt')) === 'true') return { kind: 'encrypted' };
  const current = childValue(file, 'current');
  const profiles = list.map((value: unknown): KooCliProfile => {
    const textOf = (key: string): string => {
      const property = childValue(value, key);
      return typeof property === 'string' ? property.trim() : '';
    };
    return {
      name: textOf('name'),
      region: textOf('region'),
      accessKey: textOf('accessKeyId'),
      secretKey: textOf('secretAccessKey'),
      securityToken: textOf('securityToken'),
      isCurrent: textOf('name') === current,
    };
  });
  return { kind: 'profiles', profiles: profiles.filter(isUsable) };
}

function isUsable({ accessKey, secretKey, securityToken }: KooCliProfile): boolean {
  const isHeader = (text: string): boolean => headerProblem(text) === undefined;
  return accessKey !== '' && secretKey !== '' && [accessKey, secretKey, securityToken].every(isHeader);
}
