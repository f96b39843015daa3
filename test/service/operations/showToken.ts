import { documented, iamErrors } from '../answers.ts';
import type { Operation } from './operation.ts';
import { timestamp } from './timestamp.ts';

/**
 * IAM's GET /v3/auth/tokens (Verifying a Token): what the token in X-Subject-Token is for. A token for a project names it,
 * and one for an account names that.
 */
export const showToken: Operation = ({ headers }, { tokens, projects, projectId }) => {
  const subject = headers['x-subject-token'];
  if (typeof subject !== 'string') return iamErrors.badRequest;
  const found = tokens.find(subject);
  if (found === undefined || found.state === 'expired') return documented.notFound;
  const domain = { id: 'd78cbac186b744899480f25bd022f468', name: found.user?.domain ?? 'company' };
  const { id, name } = projects.find((project) => project.id === projectId) ?? { id: projectId, name: projectId };
  return {
    status: 200,
    headers: { 'X-Subject-Token': subject },
    body: {
      token: {
        methods: ['password'],
        issued_at: timestamp(found.issuedAt),
        expires_at: timestamp(found.expiresAt),
        ...(found.state === 'account' ? { domain } : { project: { id, name, domain } }),
        user: { id: '7116d09f88fa41908676fdd4b039e95b', name: found.user?.name ?? 'engineer', domain },
      },
    },
  };
};
