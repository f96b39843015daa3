import { expect, test, vi } from 'vitest';
import { getLanguageService } from 'vscode-json-languageservice';
import { cursorAt, type Cursor } from '../../../language/src/documents/cursor/cursor.ts';
import { parse } from '../../../language/src/documents/parse.ts';
import { isObject, valueAt } from '../../../language/src/documents/value.ts';
import { alone, itemsAt, plain } from '../../support/completion.ts';
import { corpus } from '../../support/corpus.ts';
import { documentOf } from '../../support/cursor.ts';
import { jobSchema } from '../../support/jobSchema.ts';
import { isJson } from '../../support/isJson.ts';
import { offsetsOf } from '../../support/offsets.ts';

vi.setConfig({ testTimeout: 600_000 });

/** Why we don't offer what the JSON language service offers. */
const reasons = {
  fitting: 'A name that has its value already is replaced only by one that the value fits.',
  present: 'The property is there already, behind the cursor: to replace it, the cursor is put into its name.',
  database: 'The address is of another database than the data source.',
  frequency: 'The frequency of the schedule rules the time out.',
  occupied: 'A value stands there already, or none can.',
  broken: 'The text is no JSON, and the two read it in different ways.',
  schema: 'The schemas of JSON Schema itself are none for a job.',
  job: 'A whole job of each type is offered in place of an empty block.',
} as const;

const service = getLanguageService({ schemaRequestService: async () => Promise.resolve(JSON.stringify(jobSchema)) });
service.configure({ schemas: [{ uri: 'test:/lfjob.schema.json', fileMatch: ['*.lfjob.json'] }] });

const given = new Map<keyof typeof reasons, number>();

test.each(corpus())(
  'every label that the service offers in $name is offered, or there is a reason',
  async ({ text }) => {
    const document = documentOf(text);
    const parsed = service.parseJSONDocument(document);
    const value = parse(text).data;
    for (const offset of offsetsOf(text)) {
      const position = document.positionAt(offset);
      // A position can't name the middle of a line break.
      if (document.offsetAt(position) !== offset) continue;
      const ours = itemsAt(text, offset, plain, alone).map(({ label }) => label);
      const theirs = (await service.doComplete(document, position, parsed))?.items ?? [];
      const missing = theirs.map(({ label }) => label).filter((label) => !ours.some((own) => isSame(own, label)));
      const unexplained = missing.filter((label) => {
        const reason = reasonFor(label, text, offset, value);
        if (reason) given.set(reason, (given.get(reason) ?? 0) + 1);
        return reason === undefined;
      });
      expect(unexplained, around(text, offset)).toEqual([]);
    }
  },
);

test('every reason is needed', () => {
  expect(Object.keys(reasons).filter((reason) => ![...given.keys()].some((used) => used === reason))).toEqual([]);
});

/** The service writes texts as JSON, cuts long ones, and shows blocks as they are inserted. */
function isSame(own: string, label: string): boolean {
  if (isBlock(label)) return own.startsWith(label.charAt(0));
  const isCut = label.endsWith('...');
  const text: unknown = label.startsWith('"') && !isCut ? JSON.parse(label) : label.replace(/^"/, '');
  if (isCut) return own.startsWith(String(text).slice(0, -'...'.length));
  return own === text || own === label;
}

function isBlock(label: string): boolean {
  return label.startsWith('{') || label.startsWith('[');
}

function reasonFor(label: string, text: string, offset: number, value: unknown): keyof typeof reasons | undefined {
  const cursor = cursorAt(text, offset);
  if (cursor === undefined || (cursor.expects === 'name' && (isBlock(label) || label.startsWith('"'))))
    return 'occupied';
  if (cursor.expects === 'value') {
    if (cursor.path.length === 0) return 'job';
    if (cursor.path.at(-1) === '$schema') return 'schema';
    if (isOfOtherDatabase(label)) return 'database';
    return String(cursor.path.at(-1)).startsWith('execute_') ? 'frequency' : brokenText(text);
  }
  if (cursor.hasValue) return 'fitting';
  return isPresent(label, cursor, value) ? 'present' : brokenText(text);
}

function brokenText(text: string): 'broken' | undefined {
  return isJson(text) ? undefined : 'broken';
}

function isOfOtherDatabase(label: string): boolean {
  return /^"?jdbc:/.test(label);
}

function isPresent(label: string, { expects, path }: Cursor, value: unknown): boolean {
  const object = valueAt(value, path);
  return expects === 'name' && isObject(object) && Object.hasOwn(object, label);
}

function around(text: string, offset: number): string {
  return `${text.slice(Math.max(0, offset - 30), offset)}|${text.slice(offset, offset + 30)}`;
}
