import type { Operation } from './operation.ts';

/** How long IAM's tokens live, in milliseconds: 24 hours. */
const lifetime = 24 * 60 * 60 * 1000;

/** IAM's POST /v3/auth/tokens with an IAM user's password and project scope: the token is in a header. */
export const createToken: Operation = ({ body }, { tokens }) => {
  const identity = at(body, 'auth', 'identity');
  const user = at(identity, 'password', 'user');
  const methods = at(identity, 'methods');
  const scope = at(body, 'auth', 'scope', 'project');
  const [domain, name, password] = [at(user, 'domain', 'name'), at(user, 'name'), at(user, 'password')];
  const isComplete = Array.isArray(methods) && methods.includes('password') && scope !== undefined;
  if (!isComplete || typeof domain !== 'string' || typeof name !== 'string' || typeof password !== 'string') {
    return {
      status: 400,
      body: { error: { code: 400, message: 'The request body is invalid', title: 'Bad Request' } },
    };
  }
  if (!tokens.hasUser({ domain, name, password })) {
    return {
      status: 401,
      body: { error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' } },
    };
  }
  const now = Date.now();
  return {
    status: 201,
    headers: { 'X-Subject-Token': tokens.issue() },
    body: {
      token: {
        methods: ['password'],
        issued_at: new Date(now).toISOString(),
        expires_at: new Date(now + lifetime).toISOString(),
        project: scope,
        user: { name, domain: { name: domain } },
      },
    },
  };
};

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? new Map<string, unknown>(Object.entries(inner)).get(key)
        : undefined,
    value,
  );
}
