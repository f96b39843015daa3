import * as l10n from '@vscode/l10n';
import type { FormattingOptions } from 'vscode-languageserver-types';
import { applyEdits } from '../../../language/src/documents/edits/applyEdits.ts';
import { formattingEdits } from '../../../language/src/documents/edits/formattingEdits.ts';
import type { Arguments } from '../arguments/readArguments.ts';
import { Failure } from '../failure.ts';
import { findJobs, type JobFile } from '../files/findJobs.ts';
import { inOrder } from '../files/inOrder.ts';
import { readText, type ReadText } from '../files/readText.ts';
import { replaceText } from '../files/replaceText.ts';
import type { ExitCode, Host } from '../host.ts';
import { writeFailure } from '../output/failures.ts';
import { visible, visibleLines } from '../output/visible.ts';
import { inputJob } from './input.ts';

/** So many files are read at the same time. */
const mostReads = 16;

/** The widest indentation that people use, in spaces. */
const mostSpaces = 16;

/** What happened to a file, or would with `--check`. */
type Outcome = 'formatted' | 'unchanged' | 'failed';

/** Formats jobs, or lists those that aren't formatted. Changes white space only. */
export async function format(host: Host, given: Arguments): Promise<ExitCode> {
  const options = formattingOptions(given.valueOf('indent'));
  const isCheck = given.has('check');
  const input = await inputJob(host, given);
  if (input !== undefined) return formatInput(host, input.name, input.text, options, isCheck);
  const jobs = await findJobs(given.operands, host.cwd);
  const counts = { formatted: 0, unchanged: 0, failed: 0 };
  const reads = inOrder(jobs, mostReads, async (job) => ({ job, read: await readText(job.path, job.name) }));
  for await (const { job, read } of reads) counts[await formatFile(host, job, read, options, isCheck)]++;
  // That all files are formatted isn't known if some failed.
  if (counts.failed === 0 || counts.formatted > 0) {
    await host.output.write(`${summaryOf(counts.formatted, jobs.length, isCheck)}\n`);
  }
  if (counts.failed > 0) return 2;
  return isCheck && counts.formatted > 0 ? 1 : 0;
}

async function formatInput(
  { output }: Host,
  name: string,
  text: string,
  options: FormattingOptions,
  isCheck: boolean,
): Promise<ExitCode> {
  const formatted = applyEdits(text, formattingEdits(text, options));
  if (!isCheck) await output.write(output.isTerminal ? visibleLines(formatted) : formatted);
  else if (formatted !== text) await output.write(`${visible(name)}\n`);
  return isCheck && formatted !== text ? 1 : 0;
}

async function formatFile(
  host: Host,
  { path, name }: JobFile,
  read: ReadText,
  options: FormattingOptions,
  isCheck: boolean,
): Promise<Outcome> {
  try {
    if ('failure' in read) throw new Failure(read.failure);
    const formatted = applyEdits(read.text, formattingEdits(read.text, options));
    if (formatted === read.text) return 'unchanged';
    if (!isCheck) await replaceText(path, formatted, name);
    await host.output.write(`${visible(name)}\n`);
    return 'formatted';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await writeFailure(host, error.message);
    return 'failed';
  }
}

function formattingOptions(indent = '2'): FormattingOptions {
  const spaces = /^\d{1,2}$/.test(indent) ? Number(indent) : 0;
  if (indent !== 'tab' && (spaces < 1 || spaces > mostSpaces)) {
    throw new Failure(
      l10n.t('"{0}" must be "tab" or a number from 1 to {1}, not "{2}".', '--indent', mostSpaces, indent),
    );
  }
  return {
    insertSpaces: indent !== 'tab',
    tabSize: indent === 'tab' ? 1 : spaces,
    insertFinalNewline: true,
    trimFinalNewlines: true,
    trimTrailingWhitespace: true,
  };
}

function summaryOf(changed: number, files: number, isCheck: boolean): string {
  if (changed === 0) {
    return files === 1 ? l10n.t('1 file is formatted.') : l10n.t('All {0} files are formatted.', files);
  }
  if (isCheck) {
    return changed === 1 ? l10n.t('1 file isn’t formatted.') : l10n.t('{0} files aren’t formatted.', changed);
  }
  return changed === 1 ? l10n.t('Formatted 1 file.') : l10n.t('Formatted {0} files.', changed);
}
