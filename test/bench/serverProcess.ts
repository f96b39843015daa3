import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';

/** What a server answered, and when its last byte was there (milliseconds of `performance.now`). */
export interface Answer {
  readonly result: unknown;
  readonly at: number;
}

interface Pending {
  readonly method: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** How long a server may take for an answer, in milliseconds, before the benchmark gives it up. */
const answerTimeout = 60_000;

/** A language server in a process of its own, spoken to over its standard streams. */
export class ServerProcess {
  /** Just before the process was started, in milliseconds of `performance.now`. */
  readonly startedAt = performance.now();
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #received: Buffer[] = [];
  #missing = 0;

  /** Starts a script under the Node that runs us. @param nodeOptions options of Node itself */
  constructor(script: string, args: readonly string[], nodeOptions: readonly string[] = []) {
    this.#child = spawn(process.execPath, [...nodeOptions, script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk, performance.now()));
    this.#child.stdin.on('error', () => undefined);
    this.#child.once('exit', () => this.#failPending('ended'));
  }

  /** Sends a notification; returns the time just before. */
  notify(method: string, params: unknown): number {
    return this.#send({ method, params });
  }

  /** Sends a request. Rejects when the server answers with an error, ends, or takes longer than a minute. */
  async request(method: string, params: unknown): Promise<Answer> {
    const id = ++this.#lastId;
    let timer: NodeJS.Timeout | undefined;
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#pending.set(id, { method, resolve, reject });
      timer = globalThis.setTimeout(
        () => reject(new Error(`${method}: no answer in ${answerTimeout / 1000} seconds.`)),
        answerTimeout,
      );
    });
    this.#send({ id, method, params });
    return answer.finally(() => clearTimeout(timer));
  }

  /**
   * Sends a request and cancels it. Returns the milliseconds from the cancellation to the answer, which may be an error.
   * @param delay milliseconds that the server gets to begin
   */
  async cancel(method: string, params: unknown, delay: number): Promise<number> {
    const id = this.#lastId + 1;
    const answered = this.request(method, params).then(
      () => performance.now(),
      () => performance.now(),
    );
    await setTimeout(delay);
    const sent = this.notify('$/cancelRequest', { id });
    return Math.max(0, (await answered) - sent);
  }

  /** The memory of the process that is in use, in MB; NaN where the system has no `/proc`. */
  async residentMemory(): Promise<number> {
    const status = await readFile(`/proc/${String(this.#child.pid)}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) / 1024;
  }

  /** The most memory that the process has had, in MB; NaN where the system has no `/proc`. */
  async peakMemory(): Promise<number> {
    const status = await readFile(`/proc/${String(this.#child.pid)}/status`, 'utf8').catch(() => '');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? NaN) / 1024;
  }

  /** The processor time that the process has used, in milliseconds; NaN where the system has no `/proc`. */
  async processorTime(): Promise<number> {
    const stat = await readFile(`/proc/${String(this.#child.pid)}/stat`, 'utf8').catch(() => '');
    // The fields after the name in parentheses begin with the third; utime and stime are in hundredths of a second (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11] ?? NaN) + Number(fields[12] ?? NaN)) * 10;
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }

  #send(message: object): number {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    const at = performance.now();
    this.#child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#child.stdin.write(body);
    return at;
  }

  #receive(chunk: Buffer, at: number): void {
    this.#received.push(chunk);
    this.#missing -= chunk.length;
    if (this.#missing > 0) return;
    let rest = Buffer.concat(this.#received);
    for (;;) {
      const body = rest.indexOf('\r\n\r\n') + 4;
      const length = /content-length: (\d+)/i.exec(rest.toString('latin1', 0, body))?.[1];
      this.#missing = length === undefined ? 1 : body + Number(length) - rest.length;
      if (this.#missing > 0) break;
      const end = rest.length + this.#missing;
      this.#take(JSON.parse(rest.toString('utf8', body, end)), at);
      rest = rest.subarray(end);
    }
    this.#received = [rest];
  }

  #take(message: unknown, at: number): void {
    if (typeof message !== 'object' || message === null || !('id' in message)) return;
    const { id } = message;
    // What the server asks is answered by nothing: it has all that it needs.
    if ('method' in message) return void this.#send({ id, result: null });
    const pending = typeof id === 'number' ? this.#pending.get(id) : undefined;
    if (pending === undefined || typeof id !== 'number') return;
    this.#pending.delete(id);
    if ('error' in message) pending.reject(new Error(`${pending.method}: ${JSON.stringify(message.error)}`));
    else pending.resolve({ result: 'result' in message ? message.result : undefined, at });
  }

  #failPending(what: string): void {
    for (const { method, reject } of this.#pending.values()) reject(new Error(`${method}: the server ${what}.`));
    this.#pending.clear();
  }
}
