import type { BaseLanguageClient } from 'vscode-languageclient';
import { childValue } from '../../../language/src/documents/value.ts';
import type { InstanceQuery } from '../../../language/src/rules/instance/query.ts';
import {
  instanceValuesNotification,
  instanceValuesRequest,
  type InstanceValuesResult,
} from '../../../server/src/protocol.ts';
import type { Subscription } from '../auth/sessions.ts';
import type { LateSuggestions } from './lateSuggestions.ts';
import type { Services } from '../services.ts';

/** What the language server gets for a query that can't be read, or about a connection that is gone. */
const nothing: InstanceValuesResult = { values: [], isComplete: false, isPending: false, freshFor: 60_000 };

/** Answers the language server's requests for what an instance has, and notifies it when there is more. */
export function answerInstanceValues(
  client: BaseLanguageClient,
  { instanceLookUps, usableConnections, log }: Pick<Services, 'instanceLookUps' | 'usableConnections' | 'log'>,
  lateSuggestions: Pick<LateSuggestions, 'arrived'>,
): Subscription {
  const requests = client.onRequest(instanceValuesRequest, async (params: unknown): Promise<InstanceValuesResult> => {
    const connection = usableConnections().find(({ name }) => name === childValue(params, 'connection'));
    const query = queryFrom(childValue(params, 'query'));
    const result = connection && query ? await instanceLookUps.known(connection, query) : nothing;
    // Once the result is sent.
    if (result.values.length > 0) setTimeout(() => lateSuggestions.arrived(), 0);
    return result;
  });
  const changes = instanceLookUps.onDidChange(() => {
    if (!client.isRunning()) return;
    client.sendNotification(instanceValuesNotification).catch(() => log.warn('The language server does not run.'));
  });
  return {
    dispose: () => {
      requests.dispose();
      changes.dispose();
    },
  };
}

/** Reads a query. Its properties have an order, so that each is about one list. */
function queryFrom(value: unknown): InstanceQuery | undefined {
  const [kind, catalog, source, bucket, prefix] = ['kind', 'catalog', 'source', 'bucket', 'prefix'].map((name) =>
    childValue(value, name),
  );
  switch (kind) {
    case 'catalogs':
    case 'roles':
    case 'instances':
    case 'buckets':
      return { kind };
    case 'databases':
      return typeof catalog === 'string' ? { kind, catalog } : undefined;
    case 'users':
    case 'groups':
      return typeof source === 'string' ? { kind, source } : undefined;
    case 'folders':
      return typeof bucket === 'string' && typeof prefix === 'string' ? { kind, bucket, prefix } : undefined;
    default:
      return undefined;
  }
}
