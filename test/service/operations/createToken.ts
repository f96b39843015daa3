import { iamErrors } from '../answers.ts';
import { isObject, valueAt } from '../json.ts';
import type { TokenState, User } from '../tokens.ts';
import type { Operation } from './operation.ts';
import { timestamp } from './timestamp.ts';

/**
 * IAM's POST /v3/auth/tokens with an IAM user's password (Keystone v3): 201, the token is in the header X-Subject-Token.
 * A scope of this project, by its id or by the name of a region, makes a token for it; a domain one for the account; another
 * one a token for elsewhere.
 */
export const createToken: Operation = ({ body }, { tokens, projectId }) => {
  const user = readUser(body);
  const scope = valueAt(body, 'auth', 'scope');
  if (user === undefined || !isObject(scope)) return iamErrors.badRequest;
  if (!tokens.hasUser(user)) return iamErrors.wrongPassword;
  const isHere = isOfProject(scope, projectId);
  const isAccount = typeof valueAt(scope, 'domain', 'name') === 'string';
  const state: TokenState = isHere ? 'valid' : isAccount ? 'account' : 'otherProject';
  const token = tokens.issue(state, undefined, user);
  const { issuedAt, expiresAt } = tokens.find(token) ?? { issuedAt: 0, expiresAt: 0 };
  return {
    status: 201,
    headers: { 'X-Subject-Token': token },
    body: {
      token: {
        methods: ['password'],
        issued_at: timestamp(issuedAt),
        expires_at: timestamp(expiresAt),
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
