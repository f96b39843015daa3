import { documented, type Answer } from '../answers.ts';
import type { ListedPrincipal } from '../content.ts';
import type { Operation } from './operation.ts';

/** ListUsers: those of `user_source`, IAM if it is left out, page by page. */
export const listUsers: Operation = ({ query }, { content }) => {
  const page = pageOf(content.users, query.get('user_source'), query);
  return page === undefined
    ? documented.badRequest
    : answer(page, {
        users: page.shown.map(({ name, source, id }) => ({ user_name: name, user_source: source, user_id: id })),
      });
};

/** ListGroupsForDomain: those of `group_source`, IAM if it is left out, page by page. */
export const listGroups: Operation = ({ query }, { content }) => {
  const page = pageOf(content.groups, query.get('group_source'), query);
  return page === undefined
    ? documented.badRequest
    : answer(page, {
        user_group: page.shown.map(({ name, source, id }) => ({
          group_name: name,
          group_source: source,
          group_id: id,
        })),
      });
};

interface PrincipalPage {
  readonly shown: readonly ListedPrincipal[];
  readonly next: string;
}

const sources = ['IAM', 'SAML', 'LDAP', 'LOCAL', 'AGENTTENANT', 'OTHER'];

/** The part of a list that begins with the ID `marker` and has `limit` entries: 1,000, at most 2,000. */
function pageOf(
  principals: readonly ListedPrincipal[],
  source: string | null,
  query: URLSearchParams,
): PrincipalPage | undefined {
  const limit = Number(query.get('limit') ?? 1000);
  if (!Number.isInteger(limit) || limit < 1 || limit > 2000) return undefined;
  if (source !== null && !sources.includes(source)) return undefined;
  const matching = principals.filter((principal) => principal.source === (source ?? 'IAM'));
  const marker = query.get('marker');
  const start = marker === null ? 0 : matching.findIndex(({ id }) => id === marker);
  if (start < 0) return undefined;
  return { shown: matching.slice(start, start + limit), next: matching[start + limit]?.id ?? '' };
}

function answer({ shown, next }: PrincipalPage, list: object): Answer {
  const pageInfo = { current_count: shown.length, next_marker: next, previous_marker: '' };
  return { status: 200, body: { ...list, page_info: pageInfo } };
}
