import { describe, expect, test } from 'vitest';
import { readConnections, type Connection } from '../../../../client/src/connections/connection.ts';
import { statusOf, type SignInStatus, type StatusAction } from '../../../../client/src/connections/status.ts';

const entry = { name: 'dev', region: 'cn-north-4', projectId: 'p', instanceId: 'i' };
const [dev] = readConnections([entry]).usable;
const [prod] = readConnections([{ ...entry, name: 'prod', production: true }]).usable;
const minute = 60_000;

/** A session that ends in so many milliseconds. */
const left = (millisecondsLeft: number | undefined, isRefused = false): SignInStatus => ({
  timeLeft: 'some time left',
  millisecondsLeft,
  isRefused,
});

describe('the status bar', () => {
  test.each<[string, Connection | undefined, number, SignInStatus | undefined, string, StatusAction]>([
    ['no connection', undefined, 0, undefined, 'No connection', 'manage'],
    ['two, of which none is selected', undefined, 2, undefined, 'Select Connection (2)', 'select'],
    ['one, which isn’t the one that was selected', undefined, 1, undefined, 'Select Connection (1)', 'select'],
    ['not signed in', dev, 1, undefined, 'dev · not signed in', 'manage'],
    ['access keys', dev, 1, left(undefined), 'dev', 'manage'],
    ['an hour left', dev, 1, left(60 * minute), 'dev', 'manage'],
    ['less than an hour left', dev, 1, left(60 * minute - 1), 'dev · some time left', 'manage'],
    ['more than 10 minutes left', dev, 1, left(10 * minute + 1), 'dev · some time left', 'manage'],
    ['10 minutes left', dev, 1, left(10 * minute), 'dev · some time left · Renew', 'renew'],
    ['an end that is past', prod, 1, left(-1), 'prod · some time left · Renew', 'renew'],
    ['a session that the service refused', dev, 1, left(undefined, true), 'dev · sign-in refused', 'manage'],
  ])('shows %s', (_, connection, usable, signIn, text, action) => {
    expect(statusOf(connection, usable, signIn)).toMatchObject({ text: `$(cloud) ${text}`, action });
  });

  const where = 'https://lakeformation.cn-north-4.myhuaweicloud.com\nProject: p\nInstance: i';

  test.each<[string, SignInStatus | undefined, string]>([
    ['not signed in', undefined, 'Not signed in. Submit Job asks you to sign in.'],
    ['signed in', left(undefined), 'Signed in: some time left'],
    ['refused', left(undefined, true), 'The service didn’t accept your credentials. Sign in again.'],
  ])('explains where jobs go, and who is %s', (_, signIn, line) => {
    expect(statusOf(dev, 1, signIn).tooltip).toBe(`Jobs are submitted to connection "dev"\n${where}\n${line}`);
  });

  test('warns of production, in words, too', () => {
    expect(statusOf(prod, 1, left(2 * minute))).toMatchObject({
      isWarning: true,
      label: 'LakeFormation, prod, some time left, Renew, production',
      tooltip: `Jobs are submitted to production connection "prod"\n${where}\nSigned in: some time left`,
    });
    expect(statusOf(dev, 1, undefined).isWarning).toBe(false);
  });
});
