import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readmeForPackage } from '../../../scripts/packageReadme.ts';

describe('the README of the package', () => {
  it('has the text of a link to a file of the repository, without the link', () => {
    expect(readmeForPackage('It is [measured](docs/performance.md#size).')).toBe('It is measured.');
  });

  it('leaves out an image of the repository, and the empty line after it', () => {
    expect(readmeForPackage('One.\n\n![A job](docs/images/editor.png)\n\nTwo.')).toBe('One.\n\nTwo.');
  });

  it.each([
    '[Huawei Cloud](https://www.huaweicloud.com/)',
    '[Settings](#settings)',
    '![A job](https://example.com/a.png)',
  ])('keeps %s', (text) => {
    expect(readmeForPackage(text)).toBe(text);
  });

  it('refers to nothing that is not in the package', async () => {
    const readme = readmeForPackage(await readFile(new URL('../../../README.md', import.meta.url), 'utf8'));
    const targets = [...readme.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !/^(?:https:|#)/.test(target ?? ''))).toEqual([]);
  });
});
