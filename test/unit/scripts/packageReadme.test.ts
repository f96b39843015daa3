import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readmeForPackage } from '../../../scripts/packageReadme.ts';

/** A picture that contains its own path. */
const readPicture = (path: string): Buffer => Buffer.from(path);

function encoded(path: string): string {
  return readPicture(path).toString('base64');
}

describe('the README of the package', () => {
  it('has the text of a link to a file of the repository, without the link', () => {
    expect(readmeForPackage('It is [measured](docs/performance.md#size).', readPicture)).toBe('It is measured.');
  });

  it('has no links to other languages', () => {
    expect(readmeForPackage('English | [简体中文](README.zh-CN.md)\n\n# Jobs\n', readPicture)).toBe('# Jobs\n');
  });

  it('contains the pictures of the repository, also an animated one', () => {
    expect(readmeForPackage('![A job](docs/job.png) ![Typing](docs/editor.gif)', readPicture)).toBe(
      `![A job](data:image/png;base64,${encoded('docs/job.png')}) ![Typing](data:image/gif;base64,${encoded('docs/editor.gif')})`,
    );
  });

  it.each([
    '[Huawei Cloud](https://www.huaweicloud.com/)',
    '[Settings](#settings)',
    '![A job](https://example.com/a.png)',
  ])('keeps %s', (text) => {
    expect(readmeForPackage(text, readPicture)).toBe(text);
  });

  it('refers to nothing that isn’t in the package', async () => {
    const readme = readmeForPackage(
      await readFile(new URL('../../../README.md', import.meta.url), 'utf8'),
      readPicture,
    );
    const targets = [...readme.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !/^(?:https:|#|data:)/.test(target ?? ''))).toEqual([]);
  });
});
