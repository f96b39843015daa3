import { describe, expect, test } from 'vitest';
import { parse } from '../../../../../language/src/documents/parse.ts';
import { check } from '../../../../../language/src/rules/check.ts';
import { noEnvironment } from '../../../../../language/src/rules/environment.ts';
import { offeredFixes } from '../../../../support/offeredFixes.ts';
import { jobWith, withValue } from '../../../schemas/editedJob.ts';

const principalName = ['parameter', 'metadata_discovery_parameter', 'principals', 0, 'principal_name'];

const findingsOf = (text: string): { code: string; severity: string; message: string }[] =>
  check(parse(text), noEnvironment)
    .filter(({ code }) => code === 'wrong-form')
    .map(({ code, severity, message }) => ({ code, severity, message: message() }));

describe('Chinese characters, which only the Chinese edition of the API reference allows', () => {
  test.each([
    ['the name of a job', ['name']],
    ['the name of a principal', principalName],
  ])('are a warning in %s, which contains the reason', (_, path) => {
    const text = withValue(jobWith(path), path, '元数据_1');
    expect(findingsOf(text)).toMatchObject([{ severity: 'warning' }]);
    expect(findingsOf(text)[0]?.message).toContain('Only the Chinese edition');
  });

  test('aren’t replaced by a fix', () => {
    const text = withValue(jobWith(['name']), ['name'], '元数据-迁移');
    expect(findingsOf(text)).toMatchObject([{ severity: 'error' }]);
    expect(offeredFixes(text).filter(({ code }) => code === 'wrong-form')).toEqual([]);
  });
});
