import { ServerProcess } from './serverProcess.ts';
import type { Server } from './servers.ts';
import { median } from './statistics.ts';
import { figure, markdownTable } from './table.ts';

/** What the light bulb over a whole document costs, in milliseconds. */
export interface LightBulb {
  readonly size: string;
  readonly errors: number;
  /** From the request to the answer. */
  readonly answer: number;
  /** From a cancellation, shortly after the request, to the answer: the longest of all. */
  readonly canceled: number;
}

const uri = 'file:///bench/job.lfjob.json';
const textDocument = { uri };

const capabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
      isPreferredSupport: true,
    },
  },
};

const errorCounts = [1, 100, 10_000];

/** Asks for the code actions of a whole document, as an editor does after Select All, at each size and number of errors. */
export async function measureLightBulbs(
  server: Server,
  sizes: readonly { readonly name: string; readonly bytes: number }[],
  requests: number,
): Promise<LightBulb[]> {
  const measured: LightBulb[] = [];
  for (const { name, bytes } of sizes) {
    for (const errors of errorCounts) {
      measured.push({ size: name, errors, ...(await measure(server, jobWithErrors(bytes, errors), requests)) });
      console.log(`Light bulb: ${name} with ${errors} errors`);
    }
  }
  return measured;
}

/** The measurements as a Markdown table. */
export function lightBulbTable(measured: readonly LightBulb[]): string {
  const rows = measured.map(({ size, errors, answer, canceled }) => [
    size,
    errors.toLocaleString('en'),
    `${figure(answer)} ms`,
    `${figure(canceled)} ms`,
  ]);
  return markdownTable(['Job', 'Errors', 'Answer', 'Canceled'], rows);
}

async function measure(
  { script, args }: Server,
  text: string,
  requests: number,
): Promise<Pick<LightBulb, 'answer' | 'canceled'>> {
  const process = new ServerProcess(script, args);
  try {
    await process.request('initialize', { processId: null, rootUri: null, capabilities });
    process.notify('initialized', {});
    process.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'lfjob', version: 1, text } });
    await process.request('textDocument/diagnostic', { textDocument });
    const lines = text.split('\n').length;
    const range = { start: { line: 0, character: 0 }, end: { line: lines, character: 0 } };
    const params = { textDocument, range, context: { diagnostics: [] } };
    const answers: number[] = [];
    const cancellations: number[] = [];
    for (let count = 0; count < requests; count++) {
      const sent = performance.now();
      const answer = await process.request('textDocument/codeAction', params);
      if (!Array.isArray(answer.result) || answer.result.length === 0) throw new Error('There is no code action.');
      answers.push(answer.at - sent);
      cancellations.push(await process.cancel('textDocument/codeAction', params, 5));
    }
    return { answer: median(answers), canceled: Math.max(...cancellations) };
  } finally {
    await process.stop();
  }
}

/** A job of about so many bytes, so many of them with misspelled values. */
export function jobWithErrors(bytes: number, errors: number): string {
  const misspelled = Array.from({ length: errors }, () => '"TABEL"').join(',');
  const principal = (number: number): string =>
    `{"principal_type":"USER","principal_source":"IAM","principal_name":"team_${number}"}`;
  const frame = 700 + misspelled.length;
  const count = Math.max(0, Math.round((bytes - frame) / principal(10_000).length));
  const principals = Array.from({ length: count }, (_, number) => principal(number)).join(',\n');
  return `{
  "name": "nightly_discovery",
  "type": "METADATA_DISCOVERY",
  "parameter": {
    "metadata_migration_parameter": {"sync_objects": [${misspelled}]},
    "metadata_discovery_parameter": {
      "data_location": "obs://lake-sales/raw",
      "target_catalog": "lake",
      "target_database": "sales",
      "conflict_strategy": "UPSERT",
      "file_discovery_type": "PARQUET",
      "log_location": "obs://lake-logs/discovery",
      "principals": [${principals}],
      "instance_id": "2180518f-42b8-4947-b20b-adfc53981a25"
    }
  }
}
`;
}
