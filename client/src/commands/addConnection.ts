import { newConnection, type ConnectionPorts } from '../connections/newConnection.ts';

/**
 * Add Connection: asks for one step by step and writes it to the user settings. It is in force in the active document's
 * folder where none was; where one was, that one stays.
 */
export function addConnection(ports: ConnectionPorts): () => Promise<void> {
  return async () => {
    const { connections } = ports;
    const folder = connections.folderOf();
    const before = connections.knownIn(folder);
    const name = await newConnection(ports);
    if (name !== undefined) await connections.chooseIn(folder, before?.name ?? name);
  };
}
