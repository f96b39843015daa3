import type { Position, Range } from 'vscode-languageserver-types';
import type { Figures } from './items.ts';
import type { BenchmarkJob } from './job.ts';
import { ServerProcess, type Answer } from './serverProcess.ts';
import { descriptionOf, type Server } from './servers.ts';
import { median } from './statistics.ts';

const uri = 'file:///bench/job.lfjob.json';
const textDocument = { uri };
const halfKey = '"principal_nam"';

/** What VS Code declares, as far as it matters here: diagnostics are asked for right after each change. */
const capabilities = {
  workspace: { didChangeConfiguration: {} },
  textDocument: {
    synchronization: {},
    diagnostic: {},
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    formatting: {},
  },
};

/**
 * One round of one server: a process that opens the job, is asked everything `requests` times (an even number: what is
 * typed is then taken back), and ends.
 * @throws when an answer isn't the one that the job asks for: what is measured wouldn't be the work
 */
export async function measure(
  server: Server,
  job: BenchmarkJob,
  requests: number,
  isSmallest: boolean,
): Promise<Figures> {
  const many = isSmallest ? await measureDocuments(server, job) : { documents: NaN, documentsMemory: NaN };
  const process = new ServerProcess(server.script, server.args);
  try {
    const opened = await open(process, server, job);
    const memory = await process.residentMemory();
    const editing = new Editing(process, server, requests);
    return {
      ...many,
      ...opened,
      memory,
      edit: await editing.diagnostics(job.value),
      value: await editing.completion(job.value, 'R', 'GROUP'),
      hover: await editing.hover(job.hovered),
      outline: await editing.outline(job.value),
      unchanged: await editing.formatting(job.value, 2),
      reindent: await editing.formatting(job.value, 4),
      property: await editing.completion(editing.halfType(job.property), 'e', 'principal_name'),
    };
  } catch (error) {
    throw new Error(`${server.name}, a job of ${job.text.length} bytes`, { cause: error });
  } finally {
    await process.stop();
  }
}

/** A process that opens a thousand copies of the job, one after the other, and is asked for the diagnostics of each. */
async function measureDocuments(
  server: Server,
  { text }: BenchmarkJob,
): Promise<Pick<Figures, 'documents' | 'documentsMemory'>> {
  const process = new ServerProcess(server.script, server.args);
  try {
    await initialize(process, server);
    const started = performance.now();
    const answers = Array.from({ length: 1000 }, async (_, index) => {
      const document = { uri: `file:///bench/job_${index}.lfjob.json` };
      process.notify('textDocument/didOpen', {
        textDocument: {
          ...document,
          languageId: server.languageId,
          version: 1,
          text: text.replace('nightly', `n${index}`),
        },
      });
      return process.request('textDocument/diagnostic', { textDocument: document });
    });
    const last = Math.max(...(await Promise.all(answers)).map(({ at }) => at));
    return { documents: last - started, documentsMemory: await process.residentMemory() };
  } finally {
    await process.stop();
  }
}

async function initialize(process: ServerProcess, { initializationOptions, settings }: Server): Promise<void> {
  await process.request('initialize', { processId: null, rootUri: null, capabilities, initializationOptions });
  process.notify('initialized', {});
  process.notify('workspace/didChangeConfiguration', { settings });
}

async function open(
  process: ServerProcess,
  server: Server,
  job: BenchmarkJob,
): Promise<{ start: number; open: number }> {
  const { languageId } = server;
  await initialize(process, server);
  const sent = process.notify('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text: job.text },
  });
  const answer = await process.request('textDocument/diagnostic', { textDocument });
  expectAnswer(server, answer, hasProblemIn(answer, job.value.line), 'the unfinished value is a problem');
  return { start: answer.at - process.startedAt, open: answer.at - sent };
}

/** The document during editing: a letter at a place typed and removed alternately. */
class Editing {
  readonly #process: ServerProcess;
  readonly #server: Server;
  readonly #requests: number;
  #version = 1;

  constructor(process: ServerProcess, server: Server, requests: number) {
    this.#process = process;
    this.#server = server;
    this.#requests = requests;
  }

  /** From a letter to the diagnostics of the text with it. */
  async diagnostics(at: Position): Promise<number> {
    return this.#typing(at, 'R', async (isTyped) => {
      const answer = await this.#process.request('textDocument/diagnostic', { textDocument });
      expectAnswer(this.#server, answer, hasProblemIn(answer, at.line) !== isTyped, 'the problem follows the text');
      return answer;
    });
  }

  /** From a letter to the list of suggestions behind it. */
  async completion(at: Position, letter: string, suggestion: string): Promise<number> {
    return this.#typing(at, letter, async (isTyped) => {
      const position = { line: at.line, character: at.character + (isTyped ? 1 : 0) };
      const answer = await this.#process.request('textDocument/completion', { textDocument, position });
      expectAnswer(this.#server, answer, labelsIn(answer).includes(suggestion), `${suggestion} is suggested`);
      return answer;
    });
  }

  /** From a letter to the outline of the text with it. */
  async outline(at: Position): Promise<number> {
    return this.#typing(at, 'R', async () => {
      const answer = await this.#process.request('textDocument/documentSymbol', { textDocument });
      expectAnswer(this.#server, answer, namesIn(answer).includes('parameter'), 'the outline has the properties');
      return answer;
    });
  }

  /** From a letter to the edits that indent the text by so many spaces; it is indented by two. */
  async formatting(at: Position, tabSize: number): Promise<number> {
    const options = { tabSize, insertSpaces: true };
    return this.#typing(at, 'R', async () => {
      const answer = await this.#process.request('textDocument/formatting', { textDocument, options });
      const edits = Array.isArray(answer.result) ? answer.result.length : 0;
      // VS Code's JSON server takes the line break at the end away.
      const isRight = tabSize === 2 ? edits <= 1 : edits > 0;
      expectAnswer(this.#server, answer, isRight, 'the text is indented as asked');
      return answer;
    });
  }

  /** From the request to the text of a property. */
  async hover(position: Position): Promise<number> {
    const description = descriptionOf('Principal', 'principal_source').replaceAll('`', '');
    const times: number[] = [];
    for (let count = 0; count < this.#requests; count++) {
      const sent = performance.now();
      const answer = await this.#process.request('textDocument/hover', { textDocument, position });
      const shown = JSON.stringify(answer.result).replaceAll(/[`\\]/g, '');
      expectAnswer(this.#server, answer, shown.includes(description), 'the hover has the text of the property');
      times.push(answer.at - sent);
    }
    return median(times);
  }

  /** Puts a key that isn't yet whole in the place of a property; returns where its next letter goes. */
  halfType(property: Range): Position {
    this.#change(property, halfKey);
    const { line, character } = property.start;
    return { line, character: character + halfKey.length - 1 };
  }

  /** The median time from a change to the answer of what is asked right after it, in milliseconds. */
  async #typing(at: Position, letter: string, ask: (isTyped: boolean) => Promise<Answer>): Promise<number> {
    const behind = { line: at.line, character: at.character + 1 };
    const times: number[] = [];
    for (let count = 0; count < this.#requests; count++) {
      const isTyped = count % 2 === 0;
      const sent = this.#change({ start: at, end: isTyped ? at : behind }, isTyped ? letter : '');
      times.push((await ask(isTyped)).at - sent);
    }
    return median(times);
  }

  #change(range: Range, text: string): number {
    const version = ++this.#version;
    return this.#process.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    });
  }
}

function expectAnswer({ isEmpty }: Server, { result }: Answer, isRight: boolean, expected: string): void {
  if (isRight || isEmpty) return;
  throw new Error(`Not so: ${expected}. The answer: ${JSON.stringify(result).slice(0, 500)}`);
}

function hasProblemIn({ result }: Answer, line: number): boolean {
  return elementsOf(result, 'items').some((problem) => valueIn(problem, 'range', 'start', 'line') === line);
}

function namesIn({ result }: Answer): unknown[] {
  return Array.isArray(result) ? result.map((symbol) => valueIn(symbol, 'name')) : [];
}

/** The labels of suggestions without the quotes that some servers show. */
function labelsIn({ result }: Answer): string[] {
  const suggestions = Array.isArray(result) ? result : elementsOf(result, 'items');
  return suggestions.map((suggestion) => String(valueIn(suggestion, 'label')).replaceAll('"', ''));
}

function elementsOf(value: unknown, key: string): unknown[] {
  const elements = valueIn(value, key);
  return Array.isArray(elements) ? elements : [];
}

function valueIn(value: unknown, ...path: string[]): unknown {
  return path.reduce(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
