import { randomBytes } from 'node:crypto';
import type { AccessKey } from './accessKeys.ts';
import type { LocalService } from './service.ts';
import type { User } from './tokens.ts';

/** What somebody can sign in with who tries a service, one for each way. */
export interface Credentials {
  readonly token: string;
  readonly user: User;
  readonly key: AccessKey;
}

/** Issues new credentials, which are random and as old as the service's process at most. */
export function issueCredentials({ tokens, accessKeys }: Pick<LocalService, 'tokens' | 'accessKeys'>): Credentials {
  const user = { domain: 'practice', name: 'engineer', password: randomBytes(9).toString('base64url') };
  tokens.addUser(user);
  return { token: tokens.issue(), user, key: accessKeys.issue() };
}
