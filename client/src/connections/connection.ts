import * as l10n from '@vscode/l10n';
import { childValue, isObject } from '../../../language/src/documents/value.ts';
import { isResourceId } from '../api/resourceId.ts';

/** One LakeFormation instance that jobs are submitted to. */
export interface Connection {
  readonly name: string;
  readonly region: string;
  /** Scheme, host and port of the service, without a path. */
  readonly endpoint: string;
  /** Scheme, host and port of IAM, without a path. */
  readonly iamEndpoint: string;
  readonly projectId: string;
  readonly instanceId: string;
  /** Whether the user marked its data as production data. */
  readonly production?: boolean;
}

/** What a user enters for a connection. Texts can be empty; an empty address stands for the region's own. */
export type Draft = Required<Connection>;

/** Reads the properties of an entry of the setting that can be read. */
export function draftOf(entry: unknown): Draft {
  const textOf = (key: keyof Draft): string => {
    const text = childValue(entry, key);
    return typeof text === 'string' ? text.trim() : '';
  };
  return {
    name: textOf('name'),
    region: textOf('region'),
    endpoint: textOf('endpoint'),
    iamEndpoint: textOf('iamEndpoint'),
    projectId: textOf('projectId'),
    instanceId: textOf('instanceId'),
    production: childValue(entry, 'production') === true,
  };
}

/** What the setting `lakeformation.connections` holds. */
export interface Connections {
  readonly usable: readonly Connection[];
  /** A sentence for each entry that can't be used. */
  readonly problems: readonly string[];
}

/** Reads the setting, which can hold anything. */
export function readConnections(value: unknown): Connections {
  if (!Array.isArray(value)) {
    return { usable: [], problems: [l10n.t('"lakeformation.connections" must be an array of connections.')] };
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
      ...Array.from(repeated, (name) =>
        l10n.t('Several connections are named "{0}". Connection names must be unique.', name),
      ),
    ],
  };
}

/**
 * Reads one entry of the setting: a connection, or the sentence that describes why it isn't one.
 * @param index its index in the setting, from 0
 */
export function readConnection(value: unknown, index: number): Connection | string {
  if (!isObject(value)) return l10n.t('Connection {0} must be an object.', index + 1);
  const draft = draftOf(value);
  const { name, region, projectId, instanceId } = draft;
  if (name === '') return l10n.t('Connection {0} has no name.', index + 1);
  for (const key of ['region', 'projectId', 'instanceId'] as const) {
    if (draft[key] === '') return l10n.t('Connection "{0}" has no {1}.', name, key);
  }
  for (const key of ['projectId', 'instanceId'] as const) {
    if (!isResourceId(draft[key])) {
      return l10n.t('The {1} of connection "{0}" must contain only letters, digits, and hyphens.', name, key);
    }
  }
  const endpoint = addressIn(value.endpoint, defaultEndpoint(region));
  if ('problem' in endpoint) return addressSentence(name, 'endpoint', endpoint.problem);
  const iamEndpoint = addressIn(value.iamEndpoint, defaultIamEndpoint(region));
  if ('problem' in iamEndpoint) return addressSentence(name, 'iamEndpoint', iamEndpoint.problem);
  const { production } = value;
  if (production !== undefined && typeof production !== 'boolean') {
    return l10n.t('"production" of connection "{0}" must be true or false.', name);
  }
  return {
    name,
    region,
    endpoint: endpoint.origin,
    iamEndpoint: iamEndpoint.origin,
    projectId,
    instanceId,
    ...(production === true && { production }),
  };
}

/** The address of the service in a region. */
export function defaultEndpoint(region: string): string {
  return `https://lakeformation.${region}.myhuaweicloud.com`;
}

/** The address of IAM in a region. */
export function defaultIamEndpoint(region: string): string {
  return `https://iam.${region}.myhuaweicloud.com`;
}

/**
 * What is wrong with an address: it isn't a string, the region isn't valid, it may have a password, or the string isn't
 * an origin.
 */
type AddressProblem = 'noText' | 'region' | 'userInfo' | { readonly shown: string };

/** The origin that an entry names, or what is wrong with it. */
function addressIn(
  given: unknown,
  fallback: string,
): { readonly origin: string } | { readonly problem: AddressProblem } {
  if (given !== undefined && typeof given !== 'string') return { problem: 'noText' };
  const own = given?.trim() ?? '';
  const address = own === '' ? fallback : own;
  const origin = readEndpoint(address);
  if (origin !== undefined) return { origin };
  if (own === '') return { problem: 'region' };
  return { problem: hasUserInfo(address) ? 'userInfo' : { shown: withoutQuery(address) } };
}

function addressSentence(name: string, property: 'endpoint' | 'iamEndpoint', problem: AddressProblem): string {
  switch (problem) {
    case 'noText':
      return l10n.t('The {1} of connection "{0}" must be a string, such as https://host.', name, property);
    case 'region':
      return l10n.t(
        'The region of connection "{0}" must contain only letters, digits, and hyphens, such as cn-north-4.',
        name,
      );
    case 'userInfo':
      return l10n.t(
        'The {1} of connection "{0}" can’t contain a user name or password. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
        name,
        property,
      );
    default:
      return l10n.t(
        'The {1} of connection "{0}" isn’t valid: {2}. Use https://host, without a path. Plain HTTP is allowed only on this computer.',
        name,
        property,
        problem.shown,
      );
  }
}

/** Whether a text, an address or a failed one, may have a user and a password in it, so that it must not be repeated. */
export function hasUserInfo(text: string): boolean {
  return /@|%40/.test(text);
}

/** A query or a fragment is never part of an endpoint, and may have a token in it. */
function withoutQuery(address: string): string {
  return address.replace(/([?#]).+$/s, '$1…');
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
