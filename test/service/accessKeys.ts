import { randomBytes } from 'node:crypto';

/** An access key as IAM shows it once; a temporary one has a security token. */
export interface AccessKey {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly securityToken?: string;
}

/** Access keys: every one is random and lives in memory only. */
export class AccessKeys {
  readonly #keys = new Map<string, AccessKey>();

  /** A new key; a temporary one comes with a security token. */
  issue(kind: 'permanent' | 'temporary' = 'permanent'): AccessKey {
    const key = {
      accessKey: randomBytes(10).toString('hex').toUpperCase(),
      secretKey: randomBytes(30).toString('base64'),
      ...(kind === 'temporary' && { securityToken: randomBytes(300).toString('base64') }),
    };
    this.#keys.set(key.accessKey, key);
    return key;
  }

  /** `undefined` for a key that was never issued, or was revoked. */
  find(accessKey: string): AccessKey | undefined {
    return this.#keys.get(accessKey);
  }

  revoke({ accessKey }: AccessKey): void {
    this.#keys.delete(accessKey);
  }
}
