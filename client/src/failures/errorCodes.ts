import * as l10n from '@vscode/l10n';
import { codesOf, type ErrorBody } from '../api/errors.ts';

/** What an error code means to a user, and the vendor's page that lists it. */
export interface ErrorCode {
  /** What is wrong and what to do; none if the answer's status is more specific. */
  readonly sentence?: string;
  readonly page: string;
}

/** What the codes of an error response mean: the first that is in the lists of LakeFormation or of the gateway. */
export function errorCodeOf(body: ErrorBody | undefined): ErrorCode | undefined {
  return codesOf(body ?? {})
    .map(errorCode)
    .find((known) => known !== undefined);
}

/**
 * A code of an error answer, where it is in the lists of LakeFormation or of the gateway. The gateway's prefix is APIGW
 * today and APIG in older ones: only its digits count.
 */
export function errorCode(code: string | undefined): ErrorCode | undefined {
  const [, prefix = '', digits = ''] = /^(lakeformation|common|APIGW?)\.(\d+)$/i.exec(code ?? '') ?? [];
  const isGateway = prefix.toUpperCase().startsWith('APIG');
  const sentences = isGateway ? gateway : prefix.toLowerCase() === 'common' ? common : lakeFormation;
  if (prefix === '' || !sentences.has(digits)) return undefined;
  const sentence = sentences.get(digits)?.() ?? '';
  return { ...(sentence !== '' && { sentence }), page: pageOf(isGateway) };
}

function pageOf(isGateway: boolean): string {
  return isGateway
    ? l10n.t('https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html')
    : l10n.t('https://support.huaweicloud.com/intl/en-us/api-lakeformation/ErrorCode.html');
}

/** Functions, since the texts are known in the user's language only when they are asked for. */
type Sentences = ReadonlyMap<string, () => string>;

const byStatus = (): string => '';

const common: Sentences = new Map([
  ['01000001', byStatus],
  ['00000408', byStatus],
  ['00000500', byStatus],
]);

const lakeFormation: Sentences = new Map([
  ['00000001', byStatus],
  ['00000002', () => l10n.t('Unknown permission type. Check "policy_type" and the policies of the source.')],
  ['00000003', () => l10n.t('The name is already in use. Use another name, or update the existing job.')],
  ['00000004', () => l10n.t('The instance has reached its quota. Delete resources, or request a higher quota.')],
  [
    '00000005',
    () => l10n.t('Something that the job refers to doesn’t exist. Check its catalogs, databases, paths, and IDs.'),
  ],
  ['00000006', () => l10n.t('A required array is empty.')],
  ['00000007', () => l10n.t('A required value is missing.')],
  ['00000008', () => l10n.t('A name in the job isn’t allowed. Use letters, digits, and underscores.')],
  ['00000009', () => l10n.t('Unknown resource type in the job.')],
  ['00000010', () => l10n.t('Unknown principal type in the job. Use USER, GROUP, or ROLE.')],
  ['00000011', () => l10n.t('A table of the job has no partitions. Remove PARTITION from the job.')],
  ['00000012', () => l10n.t('The values of a partition don’t match its table.')],
  ['00000013', () => l10n.t('A column in the source has the wrong type. Correct the type in the source.')],
  ['00000014', () => l10n.t('The service has no signing certificate. Contact Huawei Cloud support.')],
  ['00000015', byStatus],
  [
    '00000016',
    () => l10n.t('Permission denied. Ask for the IAM actions lakeformation:job:create and lakeformation:job:alter.'),
  ],
  ['00000019', () => l10n.t('Parts of the query are mutually exclusive.')],
  [
    '00000020',
    () => l10n.t('The service doesn’t support this yet. Remove it, or ask whether your region supports it.'),
  ],
  ['00000021', () => l10n.t('The credentials are for another project. Sign in to the project of the connection.')],
  [
    '00000022',
    () => l10n.t('Invalid request URL. Check the endpoint, the project ID, and the instance ID of the connection.'),
  ],
  ['00000023', () => l10n.t('The request had no token. Check whether a proxy removes headers, then sign in again.')],
  [
    '00010122',
    () => l10n.t('The CIDR block of your VPC overlaps with LakeFormation’s. Use a VPC with another CIDR block.'),
  ],
  [
    '00010123',
    () =>
      l10n.t(
        'The network type isn’t supported for this migration. Check "network_type" and the properties used with it.',
      ),
  ],
  ['00010124', () => l10n.t('The notification topic isn’t valid. Check "smn_notify_topic".')],
]);

const gateway: Sentences = new Map([
  ['0101', () => l10n.t('The gateway doesn’t have this API. Check the region and the endpoint of the connection.')],
  ['0103', () => l10n.t('The gateway has no backend for this API. Check whether your region has LakeFormation.')],
  ['0106', () => l10n.t('Invalid request parameter. Check the project ID and the instance ID of the connection.')],
  ['0201', byStatus],
  ['0202', () => l10n.t('The gateway received an invalid response from its backend.')],
  ['0301', byStatus],
  ['1002', byStatus],
  ['0308', () => l10n.t('Too many requests. Submit again later.')],
]);
