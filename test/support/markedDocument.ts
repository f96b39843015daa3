import type { RuleSeverity } from '../../language/src/rules/rule.ts';

/** A finding that a marked document states. */
export interface ExpectedFinding {
  readonly severity: RuleSeverity;
  readonly code: string;
  /** UTF-16 offset and length in the document without its marks. */
  readonly offset: number;
  readonly length: number;
}

/** A document and what is to be found in it. */
export interface MarkedDocument {
  readonly text: string;
  /** In the order of the text. */
  readonly expected: readonly ExpectedFinding[];
}

/**
 * Reads a document in which findings are marked where they are: `"type": ⟦error unknown-value:"DISCOVERY"⟧`. Several at
 * one place are separated by commas: `⟦error a, warning b:text⟧`. The text may be empty. @throws for a mark without its end
 */
export function readMarkedDocument(marked: string): MarkedDocument {
  const expected: ExpectedFinding[] = [];
  let text = '';
  let rest = marked;
  for (let start = rest.indexOf('⟦'); start >= 0; start = rest.indexOf('⟦')) {
    const mark = /^⟦([^:⟧]+):([^⟧]*)⟧/.exec(rest.slice(start));
    if (mark === null) throw new Error(`Not a mark: ${rest.slice(start, start + 60)}`);
    const [whole, findings = '', content = ''] = mark;
    text += rest.slice(0, start);
    for (const finding of findings.split(', ')) {
      const [severity, code = ''] = finding.split(' ');
      if (!isSeverity(severity)) throw new Error(`Not a severity: ${whole}`);
      expected.push({ severity, code, offset: text.length, length: content.length });
    }
    text += content;
    rest = rest.slice(start + whole.length);
  }
  return { text: text + rest, expected };
}

function isSeverity(word: string | undefined): word is RuleSeverity {
  return word === 'error' || word === 'warning' || word === 'information' || word === 'hint';
}
