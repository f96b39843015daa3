import { iamErrors } from '../answers.ts';
import { isObject, valueAt } from '../json.ts';
import type { TokenState, User } from '../tokens.ts';
import type { Operation } from './operation.ts';

/** How long IAM's tokens live, in milliseconds: 24 hours. */
const lifetime = 24 * 60 * 60 * 1000;

/**
 * IAM's POST /v3/auth/tokens with an IAM user's password (Keystone v3): 201, the token is in the header X-Subject-Token.
 * A scope of this project, by its id or by the name of a region, makes a token for it; another one a token for elsewhere.
 */
export const createToken: Operation = ({ body }, { tokens, projectId }) => {
  const user = readUser(body);
  const scope = valueAt(body, 'auth', 'scope');
  if (user === undefined || !isObject(scope)) return iamErrors.badRequest;
  if (!tokens.hasUser(user)) return iamErrors.wrongPassword;
  const now = Date.now();
  const isHere = isOfProject(scope, projectId);
  const state: TokenState = isHere ? 'valid' : 'otherProject';
  return {
    status: 201,
    headers: { 'X-Subject-Token': tokens.issue(state) },
    body: {
      token: {
        methods: ['password'],
        issued_at: timestamp(now),
        expires_at: timestamp(now + lifetime),
        ...(isHere && { project: { id: projectId, name: valueAt(scope, 'project', 'name') } }),
        user: { name: user.name, domain: { name: user.domain } },
      },
    },
  };
};

function readUser(body: unknown): User | undefined {
  const identity = valueAt(body, 'auth', 'identity');
  const methods = valueAt(identity, 'methods');
  const domain = valueAt(identity, 'password', 'user', 'domain', 'name');
  const name = valueAt(identity, 'password', 'user', 'name');
  const password = valueAt(identity, 'password', 'user', 'password');
  const isComplete = typeof domain === 'string' && typeof name === 'string' && typeof password === 'string';
  return Array.isArray(methods) && methods.includes('password') && isComplete ? { domain, name, password } : undefined;
}

function isOfProject(scope: unknown, projectId: string): boolean {
  const id = valueAt(scope, 'project', 'id');
  return id === undefined ? typeof valueAt(scope, 'project', 'name') === 'string' : id === projectId;
}

/** IAM prints six digits after the second: `2023-05-27T10:04:35.743000Z`. */
function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000Z');
}
