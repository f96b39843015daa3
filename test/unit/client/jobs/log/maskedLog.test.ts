import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { longestLog, MaskedLog, type ShownLog } from '../../../../../client/src/jobs/log/maskedLog.ts';
import { mask, redaction } from '../../../../../client/src/redaction/redaction.ts';

const secret = `canary-${randomUUID()}`;
const redact = redaction([secret, 'tiny!']);

/** Counts how often other tasks could run. */
function options(): { redact: (text: string) => string; pause: () => Promise<void>; pauses: number; masked: number } {
  const counted = {
    pauses: 0,
    masked: 0,
    redact: (text: string) => {
      counted.masked += text.length;
      return redact(text);
    },
    pause: async () => Promise.resolve().then(() => void (counted.pauses += 1)),
  };
  return counted;
}

async function shown(log: string, isComplete = true): Promise<ShownLog> {
  return new MaskedLog().shown(log, isComplete, options());
}

/** Lines without secrets, so many characters in all. */
function lines(length: number): string {
  return 'INFO  copied table sales.orders\n'.repeat(Math.ceil(length / 32)).slice(0, length);
}

describe('a log', () => {
  test('is shown with masks for secrets', async () => {
    expect(await shown(`begin\nERROR password=${secret} refused\n`)).toEqual({
      text: `begin\nERROR password=${mask} refused\n`,
      leftOut: 0,
    });
  });

  test('is masked the same in pieces as in one', async () => {
    const log = `${lines(100_000)}${secret}\n${lines(50_000)}${encodeURIComponent(secret)} tiny!\n${lines(60_000)}`;
    expect((await shown(log)).text).toBe(redact(log));
  });

  test.each([-30, -20, -1, 0, 1, 5])('hides a secret at a border of pieces: %i characters from it', async (offset) => {
    const log = `${lines(65_536 + offset)}${secret}${lines(200_000)}`;
    const { text } = await shown(log);
    expect(text).not.toContain(secret.slice(0, 12));
    expect(text).not.toContain(secret.slice(-12));
    expect(text).toBe(redact(log));
  });

  test.each([10, 30])('hides a secret that is wrapped over lines of %i characters at a border', async (width) => {
    const wrapped = secret.replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\n');
    const log = `${lines(65_520)}\n${wrapped}${lines(200_000)}`;
    expect((await shown(log)).text).toBe(redact(log));
  });

  test('without an end of a line is cut somewhere', async () => {
    const log = 'x'.repeat(300_000);
    const counted = options();
    expect((await new MaskedLog().shown(log, true, counted)).text).toBe(log);
    expect(counted.pauses).toBeGreaterThan(1);
  });

  test('lets other tasks run while it is masked', async () => {
    const counted = options();
    await new MaskedLog().shown(lines(1_000_000), true, counted);
    expect(counted.pauses).toBeGreaterThan(10);
  });
});

describe('a log that grows', () => {
  test('is masked only where it has grown', async () => {
    const masked = new MaskedLog();
    const log = lines(1_000_000);
    await masked.shown(log, false, options());
    const counted = options();
    const more = `${log.slice(0, log.lastIndexOf('\n') + 1)}${secret}\n`;
    expect((await masked.shown(more, false, counted)).text).toBe(redact(more));
    expect(counted.masked).toBeLessThan(200_000);
  });

  test('shows a line once it is complete, as it may end within a secret', async () => {
    const masked = new MaskedLog();
    const text = async (log: string, isComplete = false): Promise<string> =>
      (await masked.shown(log, isComplete, options())).text;
    expect(await text(`one\n${secret.slice(0, 8)}`)).toBe('one\n');
    expect(await text(`one\n${secret}\ntwo`)).toBe(`one\n${mask}\n`);
    expect(await text(`one\n${secret}\ntwo`, true)).toBe(`one\n${mask}\ntwo`);
  });

  test('is shown again where it is another one', async () => {
    const masked = new MaskedLog();
    await masked.shown(lines(300_000), true, options());
    expect((await masked.shown(`other ${secret}\n`, true, options())).text).toBe(`other ${mask}\n`);
  });
});

test('of a large log, the end is shown, from the beginning of a line', { timeout: 60_000 }, async () => {
  const log = lines(longestLog + 1_000_000);
  const { text, leftOut } = await new MaskedLog().shown(log, true, {
    redact: (same) => same,
    pause: async () => Promise.resolve(),
  });
  expect(text).toBe(log.slice(leftOut));
  expect(log.charAt(leftOut - 1)).toBe('\n');
  expect(text.length).toBeGreaterThan(longestLog - 20_000);
  expect(text.length).toBeLessThanOrEqual(longestLog);
});

test('the beginning of a log that grows is left out in large steps', async () => {
  const masked = new MaskedLog();
  const cheap = { redact: (text: string) => text, pause: async () => Promise.resolve() };
  const leftOut = new Set<number>();
  for (let length = 4_000_000; length < 12_000_000; length += 400_000) {
    leftOut.add((await masked.shown(lines(length), false, cheap)).leftOut);
  }
  expect(leftOut.size).toBeLessThan(8);
});
