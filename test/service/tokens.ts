import { randomBytes } from 'node:crypto';

/** An IAM user, as the test defines one at run time. */
export interface User {
  readonly domain: string;
  readonly name: string;
  readonly password: string;
}

/** What IAM knows of a token. One for a whole domain counts as one of another project. */
export type TokenState = 'valid' | 'expired' | 'otherProject';

/** Users and tokens: every token is random and lives in memory only. */
export class TokenIssuer {
  readonly #tokens = new Map<string, TokenState>();
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
  issue(state: TokenState = 'valid', length = 100): string {
    const token = randomBytes(length).toString('base64url').slice(0, length);
    this.#tokens.set(token, state);
    return token;
  }

  expire(token: string): void {
    if (this.#tokens.has(token)) this.#tokens.set(token, 'expired');
  }

  /** `undefined` for a token that was never issued. */
  stateOf(token: string): TokenState | undefined {
    return this.#tokens.get(token);
  }
}
