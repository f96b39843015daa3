import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../../../language/src/documents/edits/applyEdits.ts';
import { parseTree } from '../../../../../language/src/documents/parsing/parseTree.ts';
import { nodeValue } from '../../../../../language/src/documents/value.ts';

/** The problems of a text, each as `kind«what it marks»`. */
function problemsIn(text: string): string {
  return parseTree(text, 500)
    .problems.map(({ kind, offset, length }) => `${kind}«${text.slice(offset, offset + length)}»`)
    .join(' ');
}

function valueOf(text: string): unknown {
  const { tree } = parseTree(text, 500);
  return tree && nodeValue(tree);
}

/** The text with all problems fixed that can be. */
function mended(text: string): string {
  return applyEdits(
    text,
    parseTree(text, 500).problems.flatMap(({ edit }) => (edit ? [edit] : [])),
  );
}

describe('a text that is JSON', () => {
  test.each([
    '{}',
    '[]',
    '7',
    'null',
    '"a"',
    ' { "a" : [ 1 , -2.5e+3 , true , false , null , "\\u00e9\\n\\"" ] } ',
    '{"a":{"b":{"c":[[],{}]}}}',
    '{"":"","__proto__":{"a":1}}',
    '{"a :"\n:[],"b: "  :1}',
    '\r\n{\r\n\t"a"\r\n:\r\n1\r\n}\r\n',
    '{"a":"// no comment, [no] {brackets}: \'all\' of it “text”"}',
  ])('%j', (text) => {
    expect(problemsIn(text)).toBe('');
    expect(valueOf(text)).toEqual(JSON.parse(text));
  });
});

describe('a text that can be fixed', () => {
  test.each([
    ['{"a":1,}', 'surplus-comma«,»', { a: 1 }],
    ['{,"a":1}', 'surplus-comma«,»', { a: 1 }],
    ['{"a":1,,"b":2}', 'surplus-comma«,»', { a: 1, b: 2 }],
    ['[,]', 'surplus-comma«,»', []],
    ['[1 2]', 'missing-comma«2»', [1, 2]],
    ['{"a":1 /* c */ "b":2}', 'comment«/* c */» missing-comma«"b"»', { a: 1, b: 2 }],
    ['{"a":{"b":1}\n"c":2}', 'missing-comma«"c"»', { a: { b: 1 }, c: 2 }],
    ['{"a" 1}', 'missing-colon«"a"»', { a: 1 }],
    ['{"a:" "b"}', 'missing-colon«"a:"»', { 'a:': 'b' }],
    ['{"a" "b" "c" "d"}', 'missing-colon«"a"» missing-comma«"c"» missing-colon«"c"»', { a: 'b', c: 'd' }],
    ["{'a':'b'}", "other-quotes«'a'» other-quotes«'b'»", { a: 'b' }],
    ["['it\\'s \"it\"']", `other-quotes«'it\\'s "it"'»`, ['it\'s "it"']],
    ['[`a`, ＂b＂]', 'other-quotes«`a`» other-quotes«＂b＂»', ['a', 'b']],
    [
      '{“a”:“b”,‘c’:’d’}',
      'other-quotes«“a”» other-quotes«“b”» other-quotes«‘c’» other-quotes«’d’»',
      { a: 'b', c: 'd' },
    ],
    ['{a:b}', 'bare-word«a» bare-word«b»', { a: 'b' }],
    ['{1:2,true:3}', 'bare-word«1» bare-word«true»', { 1: 2, true: 3 }],
    [
      '[True,FALSE,None,undefined]',
      'bare-word«True» bare-word«FALSE» bare-word«None» bare-word«undefined»',
      [true, false, null, null],
    ],
    [
      '[05,0x1F,1.2.3,.5,+1]',
      'bare-word«05» bare-word«0x1F» bare-word«1.2.3» bare-word«.5» bare-word«+1»',
      ['05', '0x1F', '1.2.3', '.5', '+1'],
    ],
    ['[NaN,-Infinity]', 'bare-word«NaN» bare-word«-Infinity»', ['NaN', '-Infinity']],
    ['{"a":obs://lake/raw}', 'bare-word«obs://lake/raw»', { a: 'obs://lake/raw' }],
    [
      '[obs://a/b,https://c:80/d?e=f]',
      'bare-word«obs://a/b» bare-word«https://c:80/d?e=f»',
      ['obs://a/b', 'https://c:80/d?e=f'],
    ],
    ['{"a":obs://lake/raw // why\n}', 'bare-word«obs://lake/raw» comment«// why»', { a: 'obs://lake/raw' }],
    ['{"a":obs://lake//raw\n}', 'bare-word«obs://lake//raw»', { a: 'obs://lake//raw' }],
    ['{"a":b// c\n}', 'bare-word«b» comment«// c»', { a: 'b' }],
    ['{"a":${secret:B},"c":"${env:D}"}', 'bare-word«${secret:B}»', { a: '${secret:B}', c: '${env:D}' }],
    ['/* a */{}// b', 'comment«/* a */» comment«// b»', {}],
    ['{}/* a', 'open-comment«/* a»', {}],
    ['\ufeff{}', 'byte-order-mark«\ufeff»', {}],
    ['{\u00a0\u3000"a":1}', 'look-alike«\u00a0\u3000»', { a: 1 }],
    ['[a\f,\v2]', 'bare-word«a» look-alike«\f» look-alike«\v»', ['a', 2]],
    [
      '｛"a"：［1，2］｝',
      'look-alike«｛» look-alike«：» look-alike«［» look-alike«，» look-alike«］» look-alike«｝»',
      { a: [1, 2] },
    ],
    ['["\\x","\\u12"]', 'wrong-escape«"\\x"» wrong-escape«"\\u12"»', ['\\x', '\\u12']],
    ['["a\tb"]', 'control-character«"a\tb"»', ['a\tb']],
    ['{', 'open-bracket«{»', {}],
    ['{"a":{"b":[1', 'open-bracket«1»', { a: { b: [1] } }],
    ['[1,', 'surplus-comma«,» open-bracket«,»', [1]],
    ['{"a":[1}', 'open-bracket«}»', { a: [1] }],
    ['{"a":[1,{"b":2],"c":3}', 'open-bracket«]»', { a: [1, { b: 2 }], c: 3 }],
    ['[}', 'mismatched-bracket«}»', []],
    ['{]', 'mismatched-bracket«]»', {}],
    ['[1}', 'mismatched-bracket«}»', [1]],
    ['[1｝', 'mismatched-bracket«｝»', [1]],
    ['[[1}]', 'mismatched-bracket«}»', [[1]]],
    ['{"a":{"b":1]}', 'mismatched-bracket«]»', { a: { b: 1 } }],
    ['{"a":{"b":1],"c":2}', 'mismatched-bracket«]»', { a: { b: 1 }, c: 2 }],
    ['{"a":[1},"b":2}', 'mismatched-bracket«}»', { a: [1], b: 2 }],
    ['{"a":[1},"b":2]', 'mismatched-bracket«}» mismatched-bracket«]»', { a: [1], b: 2 }],
    ['{"a":1]}', 'mismatched-bracket«]»', { a: 1 }],
    ['{"a"]:1,"b":2}', 'mismatched-bracket«]»', { a: 1, b: 2 }],
    ['{"a":]1,"b":2}', 'mismatched-bracket«]»', { a: 1, b: 2 }],
    ['{"a":]obs://lake/raw}', 'mismatched-bracket«]» bare-word«obs://lake/raw»', { a: 'obs://lake/raw' }],
    ['[1},2]', 'mismatched-bracket«}»', [1, 2]],
    ['{"a":1]]}', 'mismatched-bracket«]» mismatched-bracket«]»', { a: 1 }],
    ['{\n "a": {\n  "b": 1\n "c": 2\n}', 'open-bracket«1»', { a: { b: 1 }, c: 2 }],
    ['{\n "a": {\n  "b": 1,\n "c": 2\n}', 'open-bracket«1»', { a: { b: 1 }, c: 2 }],
    ['{\n "a": {\n  "b": 1\n ,\n "c": 2\n}', 'open-bracket«1»', { a: { b: 1 }, c: 2 }],
    ['{\n "a": {\n  "b": [\n   1\n "c": 2\n}', 'open-bracket«1»', { a: { b: [1] }, c: 2 }],
    ['{\n "a": {\n  "b": [\n   1,\n "c": 2\n}', 'open-bracket«1»', { a: { b: [1] }, c: 2 }],
    ['{\n "a": {\n  "b": 1\n}', 'open-bracket«1»', { a: { b: 1 } }],
    ['{\n "a": {\n  "b": 1,\n}', 'surplus-comma«,» open-bracket«}»', { a: { b: 1 } }],
    ['{\n "a": {\n "b": 1\n}', 'open-bracket«}»', { a: { b: 1 } }],
    ['[\n {\n  "a": 1\n {\n  "b": 2\n }\n]', 'open-bracket«1»', [{ a: 1 }, { b: 2 }]],
    ['{\n"a": {\n"b": 1\n}', 'open-bracket«}»', { a: { b: 1 } }],
    ['{"a":"b\n}', 'missing-quote«"b»', { a: 'b' }],
    ['{"a":"b, \n"c":1}', 'missing-quote«"b»', { a: 'b', c: 1 }],
    ['{"a":1,\n"b":"c\n"d":2}', 'missing-quote«"c»', { a: 1, b: 'c', d: 2 }],
    [
      '[{"a":"b },\n{"a":"${secret:C},\n"d":1}]',
      'missing-quote«"b» missing-quote«"${secret:C}»',
      [{ a: 'b' }, { a: '${secret:C}', d: 1 }],
    ],
    ['{"a":"b, "c":1}', 'missing-quote«"b»', { a: 'b', c: 1 }],
    ['{"a:1}', 'missing-quote«"a»', { a: 1 }],
    ['{"a: "b",\n"c": {}}', 'missing-quote«"a»', { a: 'b', c: {} }],
    ['{"a: {\n"b": 1}}', 'missing-quote«"a»', { a: { b: 1 } }],
    ['{a": "b",\nc": 1}', 'missing-quote«a"» missing-quote«c"»', { a: 'b', c: 1 }],
    [
      '{"a": obs://b/c",\n"d": 02",\n"e": true"}',
      'missing-quote«obs://b/c"» missing-quote«02"» missing-quote«true"»',
      { a: 'obs://b/c', d: '02', e: 'true' },
    ],
    ['"a', 'missing-quote«"a»', 'a'],
    ['{"a":1}}', 'mismatched-bracket«}»', { a: 1 }],
    ['{"a":1}} ],', 'after-end«} ],»', { a: 1 }],
    ['{"a":{"b":1}},"c":2}', 'mismatched-bracket«}»', { a: { b: 1 }, c: 2 }],
    ['{\n "a": {\n  "b": 1\n }},\n "c": 2\n}', 'mismatched-bracket«}»', { a: { b: 1 }, c: 2 }],
    ['{\n "a": {\n  "b": 1\n },\n },\n "c": 2\n}', 'mismatched-bracket«},»', { a: { b: 1 }, c: 2 }],
    ['{\n "a": {\n  "b": {\n  }\n  },\n  "c": 2\n }\n}', 'mismatched-bracket«}»', { a: { b: {}, c: 2 } }],
    ['{\n "a":\n  "b": 1\n }\n}', 'missing-value«"a":»', { a: { b: 1 } }],
    ['{"a": "b": {"c": 1}, "d": 2}}', 'missing-value«"a":»', { a: { b: { c: 1 }, d: 2 } }],
  ])('%j: %s', (text, problems, value) => {
    expect(problemsIn(text)).toBe(problems);
    expect(valueOf(text)).toEqual(value);
    expect(JSON.parse(mended(text))).toEqual(value);
  });
});

describe('a text that only its author can fix', () => {
  test.each([
    ['{"a":}', 'missing-value«"a":»', {}],
    ['{"a"}', 'missing-value«"a"»', {}],
    ['{"a":,"b":2}', 'missing-value«"a":»', { b: 2 }],
    ['{"a":"b":1}', 'missing-value«"a":»', { b: 1 }],
    ['{"a":', 'missing-value«"a":» open-bracket«:»', {}],
    ['{"a"', 'missing-value«"a"» open-bracket«"»', {}],
    ['[1 } 2]', 'mismatched-bracket«}» missing-comma«2»', [1, 2]],
    ['{"a":]', 'missing-value«"a":» mismatched-bracket«]»', {}],
    ['{"a":"say "b" to c",\n"d":1}', 'open-text«"say "»', { a: 'say ', b: ' to c', d: 1 }],
    ['{"a":"5" b",\n"d":1}', 'open-text«",»', { a: '5', b: ',', d: 1 }],
    ['{"a":“b"}', 'open-text«"}» open-bracket«}»', { a: '“b' }],
    ['{{"b":1}}', 'missing-name«{»', {}],
    ['{[1],"a":2}', 'missing-name«[»', { a: 2 }],
    ['{"a":1} {"b":[2,]}', 'after-end«{»', { a: 1 }],
    [':1', 'stray«:»', 1],
    ['{"a":"x";}', 'stray«;»', { a: 'x' }],
    ['{"a":true;}', 'stray«;»', { a: true }],
    ['{"a":...}', 'missing-value«"a":» stray«...»', {}],
    ['{} x', 'after-end«x»', {}],
    ['', '', undefined],
    ['}', 'mismatched-bracket«}»', undefined],
  ])('%j: %s', (text, problems, value) => {
    expect(problemsIn(text)).toBe(problems);
    expect(valueOf(text)).toEqual(value);
  });
});

describe('a wrong sign between a name and its value, or between properties, changes no value', () => {
  test.each([
    ['{"a"::1}', { a: 1 }],
    ['{"a" = 1}', { a: 1 }],
    ['{"a" => true}', { a: true }],
    ['{"a":1;"b":2}', { a: 1, b: 2 }],
    ['{"a":true; "b":null;}', { a: true, b: null }],
  ])('%j', (text, value) => {
    expect(valueOf(text)).toEqual(value);
    expect(problemsIn(text)).not.toContain('bare-word');
  });
});
