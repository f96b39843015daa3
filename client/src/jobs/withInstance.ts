import { parse } from '../../../language/src/documents/parse.ts';
import { placeholdersIn } from '../../../language/src/schema/placeholders.ts';
import type { Connection } from '../connections/connection.ts';

/** Returns the text of a sample with the instance of a connection in place of the sample's own; unchanged without one. */
export function withInstance(sample: string, connection: Pick<Connection, 'instanceId'> | undefined): string {
  const placeholder = placeholdersIn(parse(sample).data).find(({ path }) => path.at(-1) === 'instance_id');
  return connection && placeholder ? sample.replace(placeholder.part, () => connection.instanceId) : sample;
}
