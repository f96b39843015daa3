import { describe, expect, test } from 'vitest';
import { FolderConnections } from '../../../../server/src/state/folderConnections.ts';

const dev = { name: 'dev', instanceId: 'instance-dev' };
const prod = { name: 'prod', instanceId: 'instance-prod' };

function connectionsFrom(params: unknown): FolderConnections {
  const connections = new FolderConnections();
  connections.update(params);
  return connections;
}

describe('what a client sends', () => {
  test('is reduced to names and instances', () => {
    const connections = connectionsFrom({ connection: { ...dev, projectId: 'p', token: 't' } });
    expect(connections.of('file:///job')).toEqual(dev);
  });

  test('is a change only if a connection is another one', () => {
    const connections = new FolderConnections();
    expect(connections.update({ connection: null })).toBe(false);
    expect(connections.update({ connection: dev })).toBe(true);
    expect(connections.update({ connection: { ...dev, token: 't' } })).toBe(false);
    expect(connections.update({ connection: dev, folders: [{ uri: 'file:///a', connection: prod }] })).toBe(true);
    expect(connections.update(undefined)).toBe(true);
  });

  test.each([
    [undefined],
    [null],
    ['dev'],
    [[]],
    [{}],
    [{ connection: null }],
    [{ connection: undefined }],
    [{ connection: 'dev' }],
    [{ connection: [] }],
    [{ connection: {} }],
    [{ connection: { name: 'dev' } }],
    [{ connection: { instanceId: 'abc' } }],
    [{ connection: { name: 'dev', instanceId: '' } }],
    [{ connection: { name: 'dev', instanceId: 7 } }],
    [{ connection: { name: null, instanceId: 'abc' } }],
    [{ folders: 'a' }],
    [{ folders: {} }],
    [{ folders: [null, 7, {}, { uri: 7, connection: dev }] }],
  ])('isn’t a connection: %j', (params) => {
    expect(new FolderConnections().update(params)).toBe(false);
  });
});

describe('the connection of a document', () => {
  const connections = connectionsFrom({
    connection: dev,
    folders: [
      { uri: 'file:///jobs/a', connection: prod },
      { uri: 'file:///jobs/a/inner/', connection: dev },
      { uri: 'file:///jobs/b', connection: null },
    ],
  });

  test.each([
    ['in a folder', 'file:///jobs/a/job.lfjob.json', prod],
    ['deeper in a folder', 'file:///jobs/a/jobs/job.lfjob.json', prod],
    ['in a folder within a folder', 'file:///jobs/a/inner/job.lfjob.json', dev],
    ['in a folder without a connection', 'file:///jobs/b/job.lfjob.json', undefined],
    ['in a folder whose name only begins so', 'file:///jobs/ab/job.lfjob.json', dev],
    ['in no folder', 'file:///elsewhere/job.lfjob.json', dev],
    ['that is not saved', 'untitled:Untitled-1', dev],
  ])('%s', (_, uri, connection) => {
    expect(connections.of(uri)).toEqual(connection);
  });
});
