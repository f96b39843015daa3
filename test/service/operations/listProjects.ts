import type { Operation } from './operation.ts';

/**
 * IAM's GET /v3/projects (Querying Project Information): the projects of the account, all of them without `page`. `name` and
 * `enabled` filter them.
 */
export const listProjects: Operation = ({ query }, { projects }) => {
  const [name, enabled] = [query.get('name'), query.get('enabled')];
  const matching = projects.filter(
    (project) => (name === null || project.name === name) && (enabled === null || String(project.enabled) === enabled),
  );
  const links = { self: 'https://iam.myhuaweicloud.com/v3/projects', previous: null, next: null };
  return { status: 200, body: { links, projects: matching } };
};
