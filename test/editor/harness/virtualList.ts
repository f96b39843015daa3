import type { Locator, Page } from 'playwright-core';
import { nextFrame } from './nextFrame.ts';

/** Where a row holds a text: the element with that selector (the row itself without one), or an attribute of it. */
export interface Field {
  readonly selector?: string;
  readonly attribute?: string;
}

/** The texts of a row by field; several elements' texts have a line each; a field that isn't there is empty. */
export type Row<Name extends string> = Readonly<Record<Name, string>>;

interface SeenRow {
  readonly index: number;
  readonly isLast: boolean;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Reads all the rows of one of the editor's lists, from the first to the last. A list holds only the rows that are in
 * sight, so it is scrolled as a mouse wheel does, and back to its top at the end.
 */
export async function readAllRows<Name extends string>(
  page: Page,
  list: Locator,
  fields: Readonly<Record<Name, Field>>,
): Promise<Row<Name>[]> {
  const rows = new Map<number, Row<Name>>();
  let notches = 0;
  for (;;) {
    const seen = await rowsInSight(list, fields);
    for (const { index, texts } of seen) rows.set(index, pick(texts, fields));
    if (seen.length === 0 || seen.some((row) => row.isLast)) break;
    await turnWheel(page, list, 1);
    notches++;
  }
  while (notches-- > 0) await turnWheel(page, list, -1);
  return Array.from({ length: rows.size }, (_, index) => rowOf(rows, index));
}

function rowOf<Name extends string>(rows: ReadonlyMap<number, Row<Name>>, index: number): Row<Name> {
  const row = rows.get(index);
  if (row === undefined) throw new Error('The list changed while it was read.');
  return row;
}

async function turnWheel(page: Page, list: Locator, direction: number): Promise<void> {
  await list.hover();
  await page.mouse.wheel(0, direction * 100);
  await nextFrame(page);
}

function rowsInSight(list: Locator, fields: Readonly<Record<string, Field>>): Promise<SeenRow[]> {
  return list.locator('.monaco-list-row').evaluateAll(
    (rows, names) =>
      rows.map((row) => {
        const texts = names.map(([name, { selector, attribute }]) => {
          const elements = selector === undefined ? [row] : [...row.querySelectorAll(selector)];
          const read = elements.map((element) =>
            attribute === undefined ? element.textContent : element.getAttribute(attribute),
          );
          return [name, read.join('\n').replaceAll('\u00a0', ' ').trim()] as const;
        });
        return {
          index: Number(row.getAttribute('data-index')),
          isLast: row.getAttribute('data-last-element') === 'true',
          texts: Object.fromEntries(texts),
        };
      }),
    Object.entries(fields),
  );
}

function pick<Name extends string>(
  texts: Readonly<Record<string, string>>,
  fields: Readonly<Record<Name, Field>>,
): Row<Name> {
  const row = Object.assign({}, fields, texts);
  if (!hasTexts(row, fields)) throw new Error('A row lacks a field.');
  return row;
}

function hasTexts<Name extends string>(row: object, fields: Readonly<Record<Name, Field>>): row is Row<Name> {
  return Object.keys(fields).every((name) => typeof Reflect.get(row, name) === 'string');
}
