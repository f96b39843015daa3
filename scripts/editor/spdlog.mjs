// Stands in for the native module @vscode/spdlog, whose build wants a C++ compiler: it writes the editor's log files and
// the output channels of extensions, which the editor shows from their file.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

export const version = 0;

export function setLevel() {
  // Each logger has its own.
}

export function setFlushOn() {
  // Every line is written at once.
}

export class Logger {
  #file;
  #level = 2;
  #bare = false;

  constructor(_type, _name, file) {
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, '');
    this.#file = file;
  }

  trace(message) {
    this.#write(0, message);
  }

  debug(message) {
    this.#write(1, message);
  }

  info(message) {
    this.#write(2, message);
  }

  warn(message) {
    this.#write(3, message);
  }

  error(message) {
    this.#write(4, message);
  }

  critical(message) {
    this.#write(5, message);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {
    this.#bare = false;
  }

  clearFormatters() {
    this.#bare = true;
  }

  flush() {
    // Nothing is held back.
  }

  drop() {
    // Nothing is kept open.
  }

  #write(level, message) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.#file, this.#bare ? message : `${time} [${levels[level]}] ${message}\n`);
  }
}

export async function createRotatingLogger(name, file) {
  return new Logger('rotating', name, file);
}

export const createAsyncRotatingLogger = createRotatingLogger;
