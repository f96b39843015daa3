import * as l10n from '@vscode/l10n';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { iamFailureSentence } from '../../../client/src/auth/iamFailureSentence.ts';
import { failureReport } from '../../../client/src/failures/failureReport.ts';
import { failureSentence } from '../../../client/src/failures/failureSentence.ts';
import { basisRemark } from '../../../client/src/preview/basisRemark.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { check } from '../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../language/src/rules/environment.ts';
import { inParentheses, joinNames, joinSentences, labeled } from '../../../language/src/joining.ts';
import { chineseMessages } from '../../../language/src/generated/chineseMessages.js';
import { itemLabelled, itemsAtCursor } from '../../support/completion.ts';
import { dev } from '../../support/connections.ts';
import { elevenFortyOne } from '../../support/requestBasis.ts';

beforeAll(() => l10n.config({ contents: chineseMessages() }));
afterAll(() => l10n.config({ contents: {} }));

/** Returns the first message about the schedule of a discovery with these properties. */
function problemOf(properties: string): string | undefined {
  const job = `{"name": "nightly", "type": "METADATA_DISCOVERY", "parameter": {"metadata_discovery_parameter": ${properties}}}`;
  return check(parse(job), noEnvironment)
    .map(({ message }) => message())
    .find((message) => message.includes('execute_'));
}

const refused = { kind: 'unreachable', cause: 'ECONNREFUSED' } as const;

describe('a Chinese text made of parts', () => {
  it.each<[string, () => string | undefined, string]>([
    ['sentences', () => joinSentences('一。', '二。', '三。'), '一。二。三。'],
    ['names', () => joinNames(['a', 'b', 'c']), 'a、b、c'],
    ['an addition', () => `值${inParentheses('默认')}`, '值（默认）'],
    ['a label', () => labeled('创建 2', 'a'), '创建 2：a'],
    [
      'the cause of a failure',
      () => failureSentence(refused, dev),
      '无法访问 https://host（ECONNREFUSED）。检查网络、代理（http.proxy）和连接 "dev" 的终端节点。',
    ],
    [
      'the cause of a failed sign-in',
      () => iamFailureSentence(refused, { ...dev, iamEndpoint: 'https://iam' }),
      '无法访问 https://iam（ECONNREFUSED）。检查网络、代理（http.proxy）和连接 "dev" 的 IAM 终端节点。',
    ],
    [
      'a response of IAM without a token',
      () =>
        iamFailureSentence(
          { kind: 'unreadable', status: 201, requestId: 'r1' },
          { ...dev, iamEndpoint: 'https://iam' },
        ),
      'https://iam 返回状态码 201，但没有 Token。检查连接 "dev" 的 IAM 终端节点。请求 ID：r1。',
    ],
    [
      'the property and the message of a rejected job',
      () =>
        failureReport({ kind: 'rejected', status: 400, body: { message: 'too long' } }, dev, { property: 'name' })
          .reason,
      'name：too long（400）。',
    ],
    [
      'the remark of a request',
      () =>
        basisRemark({ kind: 'lookedUp', existing: { jobs: [], read: 0, isComplete: true }, at: elevenFortyOne }, dev),
      '将创建任务。实例中没有名称和类型相同的任务。检查时间：11:41。',
    ],
    [
      'two types',
      () => problemOf('{"execute_strategy": "SCHEDULE", "execute_frequency": "DAILY", "execute_hour": true}'),
      '"execute_hour" 必须是字符串或整数，不能是布尔值。',
    ],
    [
      'a limit under a condition',
      () => problemOf('{"execute_strategy": "SCHEDULE", "execute_frequency": "WEEKLY", "execute_day": "8"}'),
      '当 "execute_frequency" 为 "WEEKLY" 时，"execute_day" 必须为 1 到 7。',
    ],
    [
      'a value under a condition',
      () => problemOf('{"execute_strategy": "SCHEDULE", "execute_frequency": "DAILY", "execute_day": "8"}'),
      '当 "execute_frequency" 为 "DAILY" 时，"execute_day" 必须为 "*"。',
    ],
    [
      'the marks of a suggested value',
      () =>
        itemLabelled(
          itemsAtCursor(
            '{"type": "METADATA_DISCOVERY", "parameter": {"metadata_discovery_parameter": {"execute_strategy": "MANN|UAL"}}}',
          ),
          'MANNUAL',
        ).labelDetails?.description,
      '手动执行，创建任务后不会自动启动。（默认、当前）',
    ],
  ])('%s', (_, text, expected) => {
    expect(text()).toBe(expected);
  });
});
