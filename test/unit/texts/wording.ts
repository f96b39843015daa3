/** A wording that the product doesn't use, and what to write instead. */
interface Wording {
  readonly pattern: RegExp;
  readonly instead: string;
  /** Whether comments and names of tests don't use it either. */
  readonly isForCode?: boolean;
}

/** What the product counts. */
const counted: readonly string[] = [
  'bytes',
  'characters',
  'connections',
  'days',
  'documents',
  'elements',
  'errors',
  'files',
  'hours',
  'instances',
  'jobs',
  'levels',
  'minutes',
  'problems',
  'properties',
  'seconds',
  'secrets',
  'strings',
  'values',
  'warnings',
];

/** Wordings in prose. Each pattern is precise enough to have no exceptions. */
const wordings: readonly Wording[] = [
  { pattern: /\banew\b/i, instead: 'again', isForCode: true },
  { pattern: /\bmeanwhile\b/i, instead: 'in the meantime, or a new sentence', isForCode: true },
  { pattern: /\bwhose\b/i, instead: 'with, that has', isForCode: true },
  { pattern: /\b(?:become|becomes|became) of\b/i, instead: 'what happened to', isForCode: true },
  { pattern: /\bsuch an?\b/i, instead: 'this, one like it', isForCode: true },
  { pattern: /(?<!\bthere )\b(?:is|are|was|were) no (?!longer\b|more\b)/i, instead: 'isn’t, has no', isForCode: true },
  { pattern: /\b(?:says|tells|told)\b/i, instead: 'shows, returns, reports, specifies', isForCode: true },
  { pattern: /(?<!\b(?:soon|long|far) )\bas it is\b/i, instead: 'unchanged', isForCode: true },
  { pattern: /\bin turn\b/i, instead: 'alternately, then', isForCode: true },
  { pattern: /\bat which\b/i, instead: 'where, when', isForCode: true },
  { pattern: /\b(?:stands|lies)\b(?! for\b)/i, instead: 'is', isForCode: true },
  { pattern: /(?:^|[.!?] )It is [^.:;,]* that\b/, instead: 'the statement itself' },
  { pattern: /\bmandatory\b/i, instead: 'required', isForCode: true },
  { pattern: /\bmembers?\b/i, instead: 'property' },
  { pattern: /\bcancell(?:ed|ing)\b/i, instead: 'canceled, canceling', isForCode: true },
  { pattern: /\b(?:colour|behaviour|honour|favour|misspelt|catalogue)/i, instead: 'American spelling' },
  { pattern: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix', isForCode: true },
  { pattern: /\bput right\b/i, instead: 'fixed, corrected', isForCode: true },
  { pattern: /\b(?:choose|chooses|choosing|chose|chosen)\b/i, instead: 'select' },
  { pattern: /\bids?\b/, instead: 'ID, IDs' },
  { pattern: /(?<!\bIP )\baddress(?:es)?\b/i, instead: 'URL, endpoint' },
  { pattern: /\b(?:output channel|problems view)\b/, instead: 'Output channel, Problems view' },
  {
    pattern: /\bthe page(?:['’]s)? (?:says|marks|gives|limits|asks|order|table|text|example)/i,
    instead: 'the API reference',
    isForCode: true,
  },
  { pattern: /\b(?:a|the) conclusion\b/i, instead: 'isn’t documented, inferred' },
  {
    pattern: /\bcannot\b|\b(?:is|are|was|were|do|does|did|has|have|had|could|would|should) not\b/i,
    instead: 'the contraction: can’t, isn’t',
    isForCode: true,
  },
  { pattern: /\w\(s\)/, instead: 'one string for one and another for several' },
  { pattern: new RegExp(String.raw`(?<![\d.,])1 (?:\w+ )?(?:${counted.join('|')})\b`), instead: 'the singular' },
];

/** Returns what is wrong with the wording of a text, each with what to write instead. */
export function wordingProblems(text: string): string[] {
  return problemsIn(text, wordings);
}

/** Returns what is wrong with the wording of a comment or the name of a test, by the clearest of the wordings. */
export function codeWordingProblems(text: string): string[] {
  return problemsIn(
    text,
    wordings.filter(({ isForCode }) => isForCode === true),
  );
}

function problemsIn(text: string, unwanted: readonly Wording[]): string[] {
  const prose = proseOf(text);
  return unwanted.flatMap(({ pattern, instead }) => {
    const found = pattern.exec(prose)?.[0];
    return found === undefined ? [] : [`"${found.trim()}" (write: ${instead})`];
  });
}

/** Returns a text without code, URLs, and the targets of links. */
function proseOf(text: string): string {
  return text
    .replace(/`[^`]*`/g, '``')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/\b[a-z]+:\/\/\S+/g, '…');
}

/** Whether an apostrophe is straight. All strings, unlike Markdown files, have typographic ones. */
export function hasStraightApostrophe(text: string): boolean {
  return /[a-z]'[a-z]|s' /i.test(proseOf(text));
}

/** Returns the first sentence of a message, with 12 characters in place of each placeholder. */
export function firstSentence(message: string): string {
  const filled = message.replace(/\{\d+\}/g, '·'.repeat(12));
  return /^.*?[.!?…](?=\s|$)/s.exec(filled)?.[0] ?? filled;
}

/** Whether a text ends as a sentence does. A placeholder at the end is a sentence of its own. */
export function endsAsSentence(text: string): boolean {
  return /(?:[.!?…]|\{\d+\})$/.test(text);
}

const lowercaseInTitles: ReadonlySet<string> = new Set(
  'a an the and or but nor of in on at to for from by with as cURL'.split(' '),
);

/** Whether a text is in title case, as the titles of commands are. */
export function isTitleCase(text: string): boolean {
  const [first = '', ...others] = text.split(' ');
  return /^[A-Z]/.test(first) && others.every((word) => lowercaseInTitles.has(word) || !/^[a-z]/.test(word));
}

/** Whether a text begins as a sentence does: with a capital letter, or with the name of a property. */
export function isSentenceCase(text: string): boolean {
  const [first = '', ...others] = text.split(' ');
  const isName = (word: string): boolean => /[A-Z].*[A-Z]|[a-z][A-Z]|_/.test(word) || names.has(word);
  return (/^[A-Z]/.test(first) || isName(first)) && others.every((word) => !/^[A-Z]/.test(word) || isName(word));
}

/** Words that are capitalized within a sentence. */
const names: ReadonlySet<string> = new Set(['Aliyun', 'LakeFormation', 'Markdown', 'Ranger']);
