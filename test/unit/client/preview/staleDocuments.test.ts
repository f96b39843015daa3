import { beforeEach, expect, it } from 'vitest';
import { StaleDocuments } from '../../../../client/src/preview/staleDocuments.ts';

let rendered: string[];
let visible: Set<string>;
/** The tasks that wait for their time. */
let waiting: Set<() => void>;
let documents: StaleDocuments;

beforeEach(() => {
  rendered = [];
  visible = new Set(['a', 'b']);
  waiting = new Set();
  documents = new StaleDocuments({
    render: (uri) => rendered.push(uri),
    isVisible: (uri) => visible.has(uri),
    timer: (_, task) => {
      waiting.add(task);
      return () => waiting.delete(task);
    },
  });
});

/** Lets the time pass that a task waits for. */
function pass(): void {
  for (const task of waiting) {
    waiting.delete(task);
    task();
  }
}

it('renders a document once for many changes', () => {
  for (let change = 0; change < 100; change++) documents.add('a');
  expect(rendered).toEqual([]);
  pass();
  expect(rendered).toEqual(['a']);
});

it('renders each document that changed', () => {
  documents.add('a');
  documents.add('b');
  expect(waiting.size).toBe(1);
  pass();
  expect(rendered).toEqual(['a', 'b']);
});

it('renders a later change too', () => {
  documents.add('a');
  pass();
  documents.add('a');
  pass();
  expect(rendered).toEqual(['a', 'a']);
});

it('renders a hidden document once it is visible', () => {
  visible.delete('a');
  documents.add('a');
  pass();
  expect(rendered).toEqual([]);
  visible.add('a');
  documents.renderVisible();
  documents.renderVisible();
  expect(rendered).toEqual(['a']);
});

it('renders nothing for a closed document, nor after it is disposed of', () => {
  documents.add('a');
  documents.delete('a');
  pass();
  documents.add('b');
  documents.dispose();
  pass();
  expect(rendered).toEqual([]);
});
