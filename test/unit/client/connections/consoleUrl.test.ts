import { expect, test } from 'vitest';
import { readConsoleUrl } from '../../../../client/src/connections/consoleUrl.ts';

const projectId = '0123456789abcdef0123456789abcdef';
const instanceId = '2180518f-42b8-4947-b20b-adfc53981a25';

test.each<[string, string, string, string, string]>([
  ['the console', 'https://console.huaweicloud.com/lakeformation/?region=cn-north-4#/overview', 'cn-north-4', '', ''],
  [
    'an instance in the console',
    `https://console-intl.huaweicloud.com/lakeformation/?agencyId=x&region=ap-southeast-4&locale=en-us#/instances/${instanceId}`,
    'ap-southeast-4',
    '',
    instanceId,
  ],
  [
    'a region behind the #',
    'https://console.huaweicloud.com/lakeformation/#/overview?region=la-north-2',
    'la-north-2',
    '',
    '',
  ],
  [
    'the API',
    `https://lakeformation.af-south-1.myhuaweicloud.com/v1/${projectId}/instances/${instanceId}/lf-jobs`,
    'af-south-1',
    projectId,
    instanceId,
  ],
  ['IAM of Europe', 'https://iam.eu-west-101.myhuaweicloud.eu/v3/projects', 'eu-west-101', '', ''],
])('a URL of %s has the region, and the IDs that are in it', (_, url, region, project, instance) => {
  expect(readConsoleUrl(url)).toEqual({ region, projectId: project, instanceId: instance });
});

test.each([
  ['isn’t a URL', 'cn-north-4'],
  ['has no region', 'https://console.huaweicloud.com/lakeformation/'],
  ['has something else as region', 'https://console.huaweicloud.com/?region=evil.example%2F'],
  ['is of another host', 'https://console.huaweicloud.com.example/?region=cn-north-4'],
  ['is of a host that only ends like it', 'https://evilhuaweicloud.com/?region=cn-north-4'],
  ['is plain HTTP', 'http://console.huaweicloud.com/?region=cn-north-4'],
])('nothing is read from a text that %s', (_, text) => {
  expect(readConsoleUrl(text)).toBeUndefined();
});
