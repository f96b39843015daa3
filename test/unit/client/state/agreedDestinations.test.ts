import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { AgreedDestinations } from '../../../../client/src/state/agreedDestinations.ts';
import { destinationLines } from '../../../../client/src/submit/review/destinationLines.ts';
import { parse } from '../../../../language/src/documents/parse.ts';
import { destinationsIn, type Destination } from '../../../../language/src/secrets/destinations.ts';
import { InMemoryMemento } from '../../../support/memento.ts';

const dev = { endpoint: 'https://lake.example', projectId: 'p', instanceId: 'i' };
const address = 'jdbc:mysql://10.0.0.5:3306/hive';

let memory: InMemoryMemento;
let agreed: AgreedDestinations;

beforeEach(() => {
  memory = new InMemoryMemento();
  agreed = new AgreedDestinations(memory, () => undefined);
});

const destinationsOf = (job: object): Destination[] => destinationsIn(parse(JSON.stringify(job)));

/** What Submit Job shows of the destinations of a job. */
async function linesOf(job: object, instance = dev): Promise<string[]> {
  return destinationLines(await agreed.review(instance, destinationsOf(job)));
}

/** Agrees to the destinations of a job. */
async function agree(job: object, instance = dev): Promise<void> {
  await agreed.agree(instance, await agreed.review(instance, destinationsOf(job)));
}

const usual = { jdbc_url: address, password: '${secret:DB}' };

describe('the destinations that a user has agreed to', () => {
  it('aren’t new, in any document', async () => {
    expect(await linesOf(usual)).toEqual(['New: ${secret:DB} in password → mysql://10.0.0.5']);
    await agree(usual);
    expect(await linesOf({ ...usual, description: 'x' })).toEqual([
      'Replaced: ${secret:DB} in password → mysql://10.0.0.5',
    ]);
  });

  it.each<[string, object, string]>([
    [
      'another host',
      { ...usual, jdbc_url: 'jdbc:mysql://10.0.0.9:3306/hive' },
      'New: ${secret:DB} in password → mysql://10.0.0.9 (previously: password → mysql://10.0.0.5)',
    ],
    [
      'another port of the host',
      { ...usual, jdbc_url: 'jdbc:mysql://10.0.0.5:3307/hive' },
      'New: ${secret:DB} in password → mysql://10.0.0.5 (previously: another port, path, or network)',
    ],
    [
      'another network',
      { ...usual, network_type: 'EIP' },
      'New: ${secret:DB} in password → mysql://10.0.0.5 (previously: another port, path, or network)',
    ],
    [
      'another property',
      { jdbc_url: address, username: '${secret:DB}' },
      'New: ${secret:DB} in username → mysql://10.0.0.5 (previously: password → mysql://10.0.0.5)',
    ],
    [
      'a property of the same name',
      { inner: usual },
      'New: ${secret:DB} in password → mysql://10.0.0.5 (previously: $.password)',
    ],
    [
      'a property without a host',
      { description: '${secret:DB}' },
      'New: ${secret:DB} in description (previously: password → mysql://10.0.0.5)',
    ],
    [
      'the same place with another reference',
      { jdbc_url: address, password: '${secret:DLF}' },
      'New: ${secret:DLF} in password → mysql://10.0.0.5',
    ],
    [
      'the same place with a variable of that name',
      { jdbc_url: address, password: '${env:DB}' },
      'New: ${env:DB} in password → mysql://10.0.0.5',
    ],
  ])('don’t include %s', async (_, job, shown) => {
    await agree(usual);
    expect(await linesOf(job)).toEqual([shown]);
  });

  it('don’t include those of another instance', async () => {
    await agree(usual);
    for (const part of ['endpoint', 'projectId', 'instanceId']) {
      expect(await linesOf(usual, { ...dev, [part]: 'x' })).toEqual([expect.stringMatching(/^New: [^(]*$/)]);
    }
  });

  it('are shown after the new ones', async () => {
    await agree({ a: '${env:A}' });
    expect(await linesOf({ a: '${env:A}', b: '${env:B}' })).toEqual(['New: ${env:B} in b', 'Replaced: ${env:A} in a']);
  });

  it('are compared with the last place of the same property', async () => {
    await agree(usual);
    await agree({ ...usual, jdbc_url: 'jdbc:mysql://10.0.0.6/hive' });
    await agree({ description: '${secret:DB}' });
    expect(await linesOf({ ...usual, jdbc_url: 'jdbc:mysql://10.0.0.7/hive' })).toEqual([
      expect.stringContaining('(previously: password → mysql://10.0.0.6)'),
    ]);
  });

  it('are stored without the addresses, so without a password in one', async () => {
    const password = randomUUID();
    await agree({ ...usual, jdbc_url: `jdbc:mysql://hive:${password}@10.0.0.5/hive` });
    const stored = JSON.stringify(memory.entries());
    expect(stored).toContain('mysql://10.0.0.5');
    expect(stored).not.toContain(password);
    expect(stored).not.toContain('jdbc:');
  });

  it('hold until the window closes where they can’t be stored', async () => {
    let failures = 0;
    const failing = {
      get: memory.get.bind(memory),
      update: async (key: string, value: unknown) => {
        await memory.update(key, value);
        throw new Error('full');
      },
    };
    agreed = new AgreedDestinations(failing, () => (failures += 1));
    await agree(usual);
    expect(failures).toBe(1);
    expect(await linesOf(usual)).toEqual([expect.stringMatching(/^Replaced/)]);
  });

  it.each([[7], [[]], [{ x: 7 }], [{ [JSON.stringify(Object.values(dev))]: [7, {}, { reference: '${secret:DB}' }] }]])(
    'are none where another version has stored %j',
    async (value) => {
      await memory.update('lakeformation.destinations', value);
      expect(await linesOf(usual)).toEqual([expect.stringMatching(/^New/)]);
      await agree(usual);
      expect(await linesOf(usual)).toEqual([expect.stringMatching(/^Replaced/)]);
    },
  );
});

describe('a job with many destinations', () => {
  const many = (count: number, name = 'A'): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`p${index}`, `\${env:${name}${index}}`]));

  it.each([
    [12, 'New: ${env:A11} in p11'],
    [13, '2 more, some of them new. Check the document first.'],
  ])('of %i has 12 lines, the last of them %s', async (count, last) => {
    const lines = await linesOf(many(count));
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe(last);
  });

  it('doesn’t call those new that aren’t shown and not new', async () => {
    await agree(many(20));
    expect((await linesOf({ ...many(20), new: '${env:B}' })).at(-1)).toBe('10 more');
  });

  it('has no more than 1,000 of them stored', async () => {
    await agree(many(1500));
    const lines = await agreed.review(dev, destinationsOf(many(1500)));
    expect(lines.filter(({ isNew }) => isNew)).toHaveLength(500);
  });
});
