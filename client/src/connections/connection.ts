import * as l10n from '@vscode/l10n';

/** One LakeFormation instance that jobs are submitted to. */
export interface Connection {
  readonly name: string;
  readonly region: string;
  /** Scheme, host and port of the service, without a path. */
  readonly endpoint: string;
  readonly projectId: string;
  readonly instanceId: string;
}

/** What the setting `lakeformation.connections` holds. */
export interface Connections {
  readonly usable: readonly Connection[];
  /** A sentence for each entry that cannot be used. */
  readonly problems: readonly string[];
}

/** Reads the setting, which can hold anything. */
export function readConnections(value: unknown): Connections {
  if (!Array.isArray(value)) {
    return { usable: [], problems: [l10n.t('The setting lakeformation.connections must be an array of connections.')] };
  }
  const results = value.map((entry: unknown, index) => readConnection(entry, index));
  const usable = results.filter((result) => typeof result !== 'string');
  const problems = results.filter((result) => typeof result === 'string');
  const names = usable.map(({ name }) => name);
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return {
    usable: usable.filter(({ name }) => !repeated.has(name)),
    problems: [
      ...problems,
      ...Array.from(repeated, (name) => l10n.t('Several connections are named "{0}". Give each its own name.', name)),
    ],
  };
}

/** A connection, or the sentence that says why it is none. */
function readConnection(value: unknown, index: number): Connection | string {
  const entry =
    typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)) : undefined;
  if (entry === undefined) return l10n.t('Connection {0} must be an object.', index + 1);
  const textOf = (key: string): string => {
    const text = entry.get(key);
    return typeof text === 'string' ? text.trim() : '';
  };
  const name = textOf('name');
  if (name === '') return l10n.t('Connection {0} has no name.', index + 1);
  for (const key of ['region', 'projectId', 'instanceId']) {
    if (textOf(key) === '') return l10n.t('Connection "{0}" has no {1}. Fill it in.', name, key);
  }
  const region = textOf('region');
  const given = entry.get('endpoint');
  if (given !== undefined && typeof given !== 'string') {
    return l10n.t('The endpoint of connection "{0}" must be a text such as https://host.', name);
  }
  const address =
    given === undefined || given.trim() === '' ? `https://lakeformation.${region}.myhuaweicloud.com` : given.trim();
  const endpoint = readEndpoint(address);
  if (endpoint === undefined) {
    return l10n.t(
      'The endpoint of connection "{0}" is not an address to send a token to: {1}. Use https://host, without a path; plain http only for this machine.',
      name,
      address,
    );
  }
  return { name, region, endpoint, projectId: textOf('projectId'), instanceId: textOf('instanceId') };
}

/** The origin of an endpoint; `undefined` unless it is HTTPS, or HTTP on this machine, and nothing but an origin. */
export function readEndpoint(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return undefined;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url.origin : undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
