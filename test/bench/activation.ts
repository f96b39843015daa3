import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from '../../scripts/editor/repository.ts';
import { launchEditor } from '../editor/harness/launchEditor.ts';
import { until } from '../editor/harness/until.ts';
import type { Workbench } from '../editor/harness/workbench.ts';
import { spreadOf } from './statistics.ts';
import { markdownTable } from './table.ts';

/** How long an extension took to activate, in milliseconds, as the extension host reports. */
export interface Activation {
  /** To load its code. */
  readonly load: number;
  /** Until its function `activate` returned. */
  readonly call: number;
  /** From then until what it returned had come about. */
  readonly finish: number;
}

const ours = 'lfjob.lakeformation-jobs';
const json = 'vscode.json-language-features';
const extensions = [
  [ours, 'LakeFormation Jobs'],
  [json, 'VS Code JSON'],
] as const;

/** A document of each language with one mistake: once both are marked, both extensions are at work. */
const documents = { 'bench.lfjob.json': '{ "name": 1 }\n', 'bench.json': '{ "name": }\n' };

/** The activation of both extensions, a row for each window. */
export type Windows = readonly ReadonlyMap<string, Activation>[];

/** Opens both documents in so many new windows, each of them first alternately. */
export async function measureActivations(windows: number): Promise<Windows> {
  const measured: ReadonlyMap<string, Activation>[] = [];
  for (let window = 1; window <= windows; window++) {
    const files = Object.keys(documents);
    measured.push(await measureWindow(window % 2 === 0 ? files : files.toReversed()));
    console.log(`Window ${window} of ${windows}`);
  }
  return measured;
}

async function measureWindow(files: readonly string[]): Promise<ReadonlyMap<string, Activation>> {
  const workspaceFolder = await mkdtemp(join(tmpdir(), 'lfjob-bench-'));
  for (const [name, text] of Object.entries(documents)) await writeFile(join(workspaceFolder, name), text);
  const editor = await launchEditor({ workspaceFolder, extensionDevelopmentPath: repositoryFolder });
  try {
    for (const file of files) {
      await editor.workbench.editorPane.open(file);
      await until(
        `The mistake in ${file} is marked`,
        () => editor.workbench.editorPane.squiggles('error'),
        (marked) => marked > 0,
      );
    }
    return activationsIn(await performanceReport(editor.workbench));
  } finally {
    await editor.close();
    await rm(workspaceFolder, { recursive: true, force: true });
  }
}

/** The editor's own report on its start, as text. */
async function performanceReport({ runCommand, editorPane, clipboard }: Workbench): Promise<string> {
  await runCommand('Developer: Startup Performance');
  await editorPane.waitFor('Startup Performance');
  return until(
    'The report on the start',
    async () => {
      await editorPane.press('ControlOrMeta+A');
      await editorPane.press('ControlOrMeta+C');
      return clipboard.read();
    },
    (text) => extensions.every(([id]) => activationsIn(text).has(id)),
  );
}

/** Reads the table `Extension | Eager | Load Code | Call Activate | Finish Activate | …` of the editor's report. */
export function activationsIn(report: string): Map<string, Activation> {
  const rows = report.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows.flatMap(([, id, eager, load, call, finish]) =>
      id !== undefined && (eager === 'true' || eager === 'false')
        ? [[id, { load: Number(load), call: Number(call), finish: Number(finish) }]]
        : [],
    ),
  );
}

/** The activations as a Markdown table: median, least and most. */
export function activationTable(windows: Windows): string {
  const rows = extensions.map(([id, name]) => {
    const activations = windows.flatMap((window) => window.get(id) ?? []);
    return [
      name,
      `\`${id}\``,
      ...(['load', 'call', 'finish'] as const).map((step) => cell(activations.map((activation) => activation[step]))),
    ];
  });
  return markdownTable(['Extension', 'ID', 'Load code', 'Call `activate`', 'Until it is settled'], rows);
}

function cell(times: readonly number[]): string {
  const { median, min, max } = spreadOf(times);
  return `${median} ms (${min}–${max})`;
}
