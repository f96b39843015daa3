import type { Rule } from '../language/src/rules/rule.ts';

/** The parts of the manifest that the README repeats. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, object>> };
  };
}

/** Manifest strings by their key in package.nls.json. */
type Texts = ReadonlyMap<string, string>;

/** Puts `content` between the marks of a section: `<!-- commands -->` … `<!-- /commands -->`. @throws without marks */
export function fillSection(text: string, section: string, content: string): string {
  const [begin, end] = [`<!-- ${section} -->`, `<!-- /${section} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The marks of section "${section}" are missing.`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n${text.slice(to)}`;
}

/** The commands as a Markdown table. */
export function commandTable({ contributes }: Manifest, texts: Texts): string {
  const rows = contributes.commands.map(
    ({ command, title, category }) =>
      `| ${category}: ${translated(title, texts)} | \`${command}\` | ${translated(`%${commandText(title)}%`, texts)} |`,
  );
  return ['| Command | Id | What it does |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** The settings as a Markdown table. */
export function settingTable({ contributes }: Manifest, texts: Texts): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, property]) => {
    const setting = new Map<string, unknown>(Object.entries(property));
    const text = setting.get('markdownDescription') ?? setting.get('description');
    return `| \`${name}\` | \`${JSON.stringify(setting.get('default'))}\` | ${translated(String(text), texts)} |`;
  });
  return ['| Setting | Default | What it does |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** What it takes to type a job. */
interface TypedJob {
  readonly type: string;
  /** Presses of keys, with this extension and with VS Code's JSON support. */
  readonly presses: number;
  readonly pressesWithJsonSupport: number;
  /** Of the document, laid out. */
  readonly characters: number;
}

/** The presses that typing a job takes as a Markdown table. */
export function typingTable(jobs: readonly TypedJob[]): string {
  const rows = jobs.map(
    ({ type, presses, pressesWithJsonSupport, characters }) =>
      `| \`${type}\` | **${presses}** | ${pressesWithJsonSupport} | ${characters} |`,
  );
  return [
    '| Type | LakeFormation Jobs | VS Code’s JSON support | Characters |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}

/** The page on all rules. */
export function rulesPage(rules: Readonly<Record<string, Rule>>): string {
  const sections = Object.entries(rules).flatMap(([code, { title, severity, reason, source, example }]) => [
    `## ${code}`,
    `**${title}** · ${severity}`,
    reason,
    `Source: ${source}.`,
    ...(example.in === 'text' ? [] : [`In ${example.in === 'job' ? 'the job' : `\`${example.in}\``}:`]),
    ...(example.invalid === '' ? [] : ['Wrong:', fenced(shown(example.invalid, example.valid))]),
    'Right:',
    fenced(shown(example.valid, example.invalid)),
  ]);
  return (
    [
      '# Rules',
      'Every diagnostic of LakeFormation Jobs by its code, and what the setting `lakeformation.rules` can change. Made from the rules by `npm run docs`.',
      ...sections,
      '',
    ]
      .join('\n\n')
      .trimEnd() + '\n'
  );
}

/** An example as the page shows it: of a whole document the lines that the other one does not have. */
function shown(text: string, other: string): string {
  const lines = text.split('\n');
  const others = new Set(other.split('\n'));
  const isDocument = lines.length > 8 && !text.startsWith('"');
  const shownLines = isDocument && other !== '' ? lines.filter((line) => !others.has(line)) : lines;
  return visible(shownLines.map((line) => (line.length > 160 ? `${line.slice(0, 120)} …` : line)).join('\n'));
}

/** What a page cannot hold or show is named by its code. */
function visible(text: string): string {
  return text.replace(/\ufeff|[\ud800-\udbff](?![\udc00-\udfff])/g, (unit) => `⟨U+${hexadecimal(unit)}⟩`);
}

function hexadecimal(unit: string): string {
  return unit.charCodeAt(0).toString(16).toUpperCase();
}

function fenced(text: string): string {
  return `\`\`\`json\n${text}\n\`\`\``;
}

/** Returns the JSON Schema of the setting `lakeformation.rules`: the codes as property names, the severities as values. */
export function rulesSettingSchema(rules: Readonly<Record<string, Rule>>): object {
  const codes = Object.keys(rules);
  return {
    propertyNames: { enum: codes, enumDescriptions: codes.map((code) => `%${ruleText(code)}%`) },
    additionalProperties: { type: 'string', enum: ['error', 'warning', 'information', 'hint', 'off'] },
  };
}

/** Returns the manifest strings of the rules, by their key in package.nls.json: each rule's title and severity. */
export function ruleTexts(rules: Readonly<Record<string, Rule>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(rules).map(([code, { title, severity }]) => [ruleText(code), `${title}. By default: ${severity}.`]),
  );
}

function ruleText(code: string): string {
  return `rule.${code}`;
}

function commandText(title: string): string {
  return `${title.replaceAll('%', '')}.description`;
}

/** A manifest string, its `%key%` resolved. @throws for an unknown key */
function translated(text: string, texts: Texts): string {
  const key = /^%(.+)%$/.exec(text)?.[1];
  if (key === undefined) return text;
  const found = texts.get(key);
  if (found === undefined) throw new Error(`package.nls.json has no "${key}".`);
  return found;
}
