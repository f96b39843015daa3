import { describe, expect, test } from 'vitest';
import { connectionOf, connectionsFrom, noConnections } from '../../../../server/src/state/chosenConnections.ts';

const dev = { name: 'dev', instanceId: 'instance-dev' };
const prod = { name: 'prod', instanceId: 'instance-prod' };

describe('what a client tells of the connections', () => {
  test('is names and instances, the innermost folder first', () => {
    const connection = { ...dev, projectId: 'p', token: 't' };
    const folders = [
      { uri: 'file:///a', connection: prod },
      { uri: 'file:///a/inner/', connection: null },
    ];
    expect(connectionsFrom({ connection, folders })).toEqual({
      elsewhere: dev,
      folders: [
        { uri: 'file:///a/inner', connection: undefined },
        { uri: 'file:///a', connection: prod },
      ],
    });
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
  ])('is nothing: %j', (params) => {
    expect(connectionsFrom(params)).toEqual(noConnections);
  });
});

describe('the connection of a document', () => {
  const connections = connectionsFrom({
    connection: dev,
    folders: [
      { uri: 'file:///jobs/a', connection: prod },
      { uri: 'file:///jobs/a/inner', connection: dev },
      { uri: 'file:///jobs/b', connection: null },
    ],
  });

  test.each([
    ['in a folder', 'file:///jobs/a/job.lfjob.json', prod],
    ['deeper in a folder', 'file:///jobs/a/jobs/job.lfjob.json', prod],
    ['in a folder within a folder', 'file:///jobs/a/inner/job.lfjob.json', dev],
    ['in a folder for which none is chosen', 'file:///jobs/b/job.lfjob.json', undefined],
    ['in a folder whose name only begins so', 'file:///jobs/ab/job.lfjob.json', dev],
    ['in no folder', 'file:///elsewhere/job.lfjob.json', dev],
    ['that is not saved', 'untitled:Untitled-1', dev],
  ])('%s', (_, uri, connection) => {
    expect(connectionOf(uri, connections)).toEqual(connection);
  });
});
