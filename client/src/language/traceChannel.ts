import type { LogOutputChannel, ViewColumn } from 'vscode';
import { withoutTexts } from './trace.ts';

/** A channel, to trace the messages into that are exchanged with the language server: no text of a document gets through. */
export class TraceChannel implements LogOutputChannel {
  readonly #channel: LogOutputChannel;
  readonly name: string;
  readonly onDidChangeLogLevel: LogOutputChannel['onDidChangeLogLevel'];

  constructor(channel: LogOutputChannel) {
    this.#channel = channel;
    this.name = channel.name;
    this.onDidChangeLogLevel = channel.onDidChangeLogLevel;
  }

  get logLevel(): LogOutputChannel['logLevel'] {
    return this.#channel.logLevel;
  }

  trace(message: string): void {
    this.#channel.trace(withoutTexts(message));
  }

  debug(message: string): void {
    this.#channel.debug(withoutTexts(message));
  }

  info(message: string): void {
    this.#channel.info(withoutTexts(message));
  }

  warn(message: string): void {
    this.#channel.warn(withoutTexts(message));
  }

  error(message: string | Error): void {
    this.#channel.error(withoutTexts(String(message)));
  }

  append(text: string): void {
    this.#channel.append(withoutTexts(text));
  }

  appendLine(text: string): void {
    this.#channel.appendLine(withoutTexts(text));
  }

  replace(text: string): void {
    this.#channel.replace(withoutTexts(text));
  }

  clear(): void {
    this.#channel.clear();
  }

  show(place?: ViewColumn | boolean): void {
    this.#channel.show(place === true);
  }

  hide(): void {
    this.#channel.hide();
  }

  dispose(): void {
    this.#channel.dispose();
  }
}
