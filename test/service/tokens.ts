import { randomBytes } from 'node:crypto';

/** An IAM user, as the test defines one at run time. */
export interface User {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
}

/** What IAM knows of a token: it is for this project, has ended, is for another project, or for the account. */
export type TokenState = 'valid' | 'expired' | 'otherProject' | 'account';

/** A token that was issued. */
export interface IssuedToken {
  readonly state: TokenState;
  /** Its user, if IAM issued it. */
  readonly user: User | undefined;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** How long IAM's tokens live, in milliseconds: 24 hours. */
const lifetime = 24 * 60 * 60 * 1000;

/** Users and tokens: every token is random and lives in memory only. */
export class TokenIssuer {
  readonly #tokens = new Map<string, IssuedToken>();
  readonly #users: User[] = [];

  addUser(user: User): void {
    this.#users.push(user);
  }

  hasUser(user: User): boolean {
    return this.#users.some(
      ({ domain, name, password }) => domain === user.domain && name === user.name && password === user.password,
    );
  }

  /** A new token of `length` characters, which voids none that was issued before. Real ones have some thousand. */
  issue(state: TokenState = 'valid', length = 100, user?: User): string {
    const issuedAt = Date.now();
    const token = randomBytes(length).toString('base64url').slice(0, length);
    this.#tokens.set(token, { state, user, issuedAt, expiresAt: issuedAt + lifetime });
    return token;
  }

  expire(token: string): void {
    const issued = this.#tokens.get(token);
    if (issued) this.#tokens.set(token, { ...issued, state: 'expired' });
  }

  /** `undefined` for a token that was never issued. */
  stateOf(token: string): TokenState | undefined {
    return this.find(token)?.state;
  }

  /** `undefined` for a token that was never issued. */
  find(token: string): IssuedToken | undefined {
    return this.#tokens.get(token);
  }
}
