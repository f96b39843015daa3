/** What the harness uses of the desktop editor's main process; Electron itself isn't among the dependencies. */
declare module 'electron' {
  export const clipboard: {
    readText(): string;
    writeText(text: string): void;
  };
}
