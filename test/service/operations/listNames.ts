import { documented } from '../answers.ts';
import type { Operation } from './operation.ts';

/** ListCatalogs: all of them, without pages. */
export const listCatalogs: Operation = (_, { content }) => ({ status: 200, body: content.catalogs });

/** ListDatabaseNames: all of a catalog; `database_pattern`, read as a part of the name, filters them. */
export const listDatabaseNames: Operation = ({ ids, query }, { content }) => {
  const catalog = decodeURIComponent(ids.catalog ?? '');
  if (!content.catalogs.some(({ catalog_name: name }) => name === catalog)) return documented.notFound;
  const pattern = query.get('database_pattern') ?? '';
  const names = Object.hasOwn(content.databases, catalog) ? content.databases[catalog] : [];
  return { status: 200, body: (names ?? []).filter((name) => name.includes(pattern)) };
};

/** ListRoleNames: all of them. */
export const listRoleNames: Operation = (_, { content }) => ({ status: 200, body: content.roles });

/** ShowAgency: the type of the agency that is there. */
export const showAgency: Operation = ({ query }, { content }) => {
  const type = query.get('agency_type');
  if (type !== 'JOB_TRUST' && type !== 'ADMIN_TRUST') return documented.badRequest;
  return { status: 200, body: type === 'JOB_TRUST' && content.isAuthorized ? { agency_type: type } : {} };
};
