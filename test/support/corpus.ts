import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readMarkedDocument } from './markedDocument.ts';

/** A document of the fixtures. */
export interface CorpusDocument {
  /** Folder and file. */
  readonly name: string;
  readonly text: string;
}

const fixtures = new URL('../fixtures/', import.meta.url);

/** Every document of the fixtures: legal ones, the page's, and wrong ones without their marks. */
export function corpus(): CorpusDocument[] {
  return [...textsIn('valid/'), ...textsIn('page/'), ...textsIn('wrong/').map(withoutMarks)];
}

function textsIn(name: string): CorpusDocument[] {
  const folder = new URL(name, fixtures);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /\.lfjob\.(?:json|txt)$/.test(file));
  return files.map((file) => ({ name: name + file, text: readFileSync(new URL(file, folder), 'utf8') }));
}

function withoutMarks({ name, text }: CorpusDocument): CorpusDocument {
  return { name, text: readMarkedDocument(text).text };
}
