import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InstanceQuery, InstanceValues } from '../../../../language/src/rules/instance/query.ts';
import type { OperationName } from '../../../service/router.ts';
import { startService, type LocalService } from '../../../service/service.ts';
import { alone, itemsAtCursor, withSnippets } from '../../../support/completion.ts';
import { keyOf, lookUpIn } from '../../../support/instanceValues.ts';
import { openWindow, pastedSession } from '../../../support/submitWindow.ts';

let service: LocalService;

beforeEach(async () => (service = await startService()));
afterEach(async () => service.close());

const discovery = (properties: string): string =>
  `{ "parameter": { "metadata_discovery_parameter": { ${properties} } } }`;

/** A service that repeats the token in its answers, and where the values are suggested. */
const echoes: readonly [InstanceQuery, OperationName, (echo: string) => unknown, string][] = [
  [
    { kind: 'catalogs' },
    'listCatalogs',
    (echo) => [{ catalog_name: echo }, { catalog_name: 'lake', description: `is ${echo}` }],
    discovery('"target_catalog": |'),
  ],
  [{ kind: 'roles' }, 'listRoleNames', (echo) => [echo, 'lake'], discovery('"default_owner": |')],
  [
    { kind: 'buckets' },
    'listBuckets',
    (echo) => ({ buckets: [{ name: echo }, { name: 'lake', location: echo }], total: 2 }),
    discovery('"data_location": |'),
  ],
  [
    { kind: 'instances' },
    'listInstances',
    (echo) => ({ instances: [{ instance_id: echo }, { instance_id: randomUUID(), name: `lake ${echo}` }], total: 2 }),
    discovery('"instance_id": |'),
  ],
];

test.each(echoes)(
  'a token or a stored secret that the service repeats isn’t suggested: %j',
  async (query, operation, bodyWith, marked) => {
    const [token, secret] = [service.tokens.issue(), randomUUID()];
    const echo = `${secret} ${token} ${Buffer.from(token).toString('base64')}`;
    service.faults.next(operation, { kind: 'answer', answer: { status: 200, body: bodyWith(echo) } });
    const { services, log, ...window } = openWindow(service, { lookUp: true });
    await window.remember(pastedSession(token));
    await services.secrets.store({ name: 'STORED' }, secret);
    const [connection] = services.usableConnections();
    if (connection === undefined) throw new Error('There is no connection.');
    const arrived = new Promise<void>((resolve) => services.instanceLookUps.onDidChange(resolve));
    await services.instanceLookUps.known(connection, query);
    await arrived;
    const known: InstanceValues = await services.instanceLookUps.known(connection, query);
    expect(known).toMatchObject({ isComplete: false, isPending: false });
    const instanceValues = lookUpIn({ [keyOf(query)]: known });
    const items = JSON.stringify(itemsAtCursor(marked, withSnippets, { ...alone, instanceValues }));
    expect(items).toContain('lake');
    for (const text of [items, JSON.stringify(known), log.join('\n')]) {
      for (const known of [token, secret]) expect(text).not.toContain(known.slice(0, 12));
      expect(text).not.toContain(Buffer.from(token).toString('base64').slice(0, 16));
    }
  },
);
