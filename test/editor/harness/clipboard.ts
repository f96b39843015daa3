/** The clipboard that the editor copies to and pastes from. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}
