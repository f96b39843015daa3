import { childValue } from '../../../language/src/documents/value.ts';
import type { CommandId } from './ids.ts';

/**
 * The title of a command, in the user's language: the editor translates the manifest before it hands it out.
 * @param manifest the extension's `package.json`
 * @returns the id where the manifest has no title
 */
export function commandTitle(manifest: unknown, id: CommandId): string {
  const commands = childValue(childValue(manifest, 'contributes'), 'commands');
  const entry: unknown = Array.isArray(commands)
    ? commands.find((command: unknown) => childValue(command, 'command') === id)
    : undefined;
  const title = childValue(entry, 'title');
  return typeof title === 'string' ? title : id;
}
