import * as l10n from '@vscode/l10n';
import { codesOf, type ErrorBody } from '../api/errors.ts';

/** What an error code means to a user, and the vendor's page that lists it. */
export interface ErrorCode {
  /** What is wrong and what to do; none where the answer's status says more. */
  readonly sentence?: string;
  readonly page: string;
}

const lakeFormationPage = 'https://support.huaweicloud.com/intl/en-us/api-lakeformation/ErrorCode.html';
const gatewayPage = 'https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html';

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
  return { ...(sentence !== '' && { sentence }), page: isGateway ? gatewayPage : lakeFormationPage };
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
  [
    '00000002',
    () =>
      l10n.t('The service does not know this type of permission. Check policy_type and the policies at the source.'),
  ],
  ['00000003', () => l10n.t('There is one of this name already. Take another name, or update the job that exists.')],
  ['00000004', () => l10n.t('The instance has as many as it may have. Delete some, or ask for a larger quota.')],
  [
    '00000005',
    () => l10n.t('Something that the job names does not exist. Check its catalogs, databases, paths and ids.'),
  ],
  ['00000006', () => l10n.t('A list that must have entries is empty. Fill it in.')],
  ['00000007', () => l10n.t('A value is missing that must be there. Fill it in.')],
  ['00000008', () => l10n.t('The service does not take a name in the job. Use letters, digits and underscores.')],
  ['00000009', () => l10n.t('The service does not know a type of resource that the job names.')],
  [
    '00000010',
    () => l10n.t('The service does not know a type of principal that the job names. Use USER, GROUP or ROLE.'),
  ],
  ['00000011', () => l10n.t('A table that the job names has no partitions. Leave the partitions out.')],
  ['00000012', () => l10n.t('The values of a partition do not fit its table.')],
  ['00000013', () => l10n.t('The type of a column is wrong at the source. Mend it there.')],
  ['00000014', () => l10n.t('The service lacks its certificate for signing. Tell the support of Huawei Cloud.')],
  ['00000015', byStatus],
  [
    '00000016',
    () =>
      l10n.t(
        'You have no permission for this. Ask for the IAM actions lakeformation:job:create and lakeformation:job:alter.',
      ),
  ],
  ['00000019', () => l10n.t('Two parts of the query exclude each other.')],
  ['00000020', () => l10n.t('The service does not support this yet. Leave it out, or ask whether your region has it.')],
  ['00000021', () => l10n.t('It belongs to another project than the connection. Sign in to the connection’s project.')],
  [
    '00000022',
    () => l10n.t('The service cannot read the address. Check endpoint, projectId and instanceId of the connection.'),
  ],
  [
    '00000023',
    () => l10n.t('The request came without it: look whether a proxy takes headers away, then sign in again.'),
  ],
  [
    '00010122',
    () => l10n.t('The address range of your VPC clashes with that of LakeFormation. Use a VPC with another range.'),
  ],
  ['00010123', () => l10n.t('The network type does not fit this migration. Check network_type and what goes with it.')],
  ['00010124', () => l10n.t('The notification service sent an address that is not valid. Check smn_notify_topic.')],
]);

const gateway: Sentences = new Map([
  ['0101', () => l10n.t('The gateway does not know this API. Check region and endpoint of the connection.')],
  ['0103', () => l10n.t('The gateway has no service behind this API. Check whether your region has LakeFormation.')],
  ['0106', () => l10n.t('The gateway found a parameter of the request to be wrong. Check projectId and instanceId.')],
  ['0201', byStatus],
  ['0202', () => l10n.t('The gateway and the service behind it do not understand each other.')],
  ['0301', byStatus],
  ['1002', byStatus],
  ['0308', () => l10n.t('There are too many requests just now. Submit again later.')],
]);
