import { newConnection, type ConnectionServices } from '../connections/newConnection.ts';

/**
 * Add Connection: asks for one step by step and writes it to the user settings. It is in force in the active document's
 * folder where none was; where one was, that one stays.
 */
export function addConnection(services: ConnectionServices): () => Promise<void> {
  return async () => {
    const { connections } = services;
    const folder = connections.folderOf();
    const before = connections.knownIn(folder);
    const name = await newConnection(services);
    if (name !== undefined) await connections.chooseIn(folder, before?.name ?? name);
  };
}
