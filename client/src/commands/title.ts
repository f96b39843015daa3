import type { CommandId } from './ids.ts';

/**
 * The title of a command, in the user's language: the editor translates the manifest before it hands it out.
 * @param manifest the extension's `package.json`
 * @returns the id where the manifest has no title
 */
export function commandTitle(manifest: unknown, id: CommandId): string {
  const commands = memberOf(memberOf(manifest, 'contributes'), 'commands');
  const entry: unknown = Array.isArray(commands)
    ? commands.find((command: unknown) => memberOf(command, 'command') === id)
    : undefined;
  const title = memberOf(entry, 'title');
  return typeof title === 'string' ? title : id;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
