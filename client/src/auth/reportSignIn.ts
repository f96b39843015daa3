import * as l10n from '@vscode/l10n';
import type { Connection } from '../connections/connection.ts';
import type { InstancesCheck } from './checkInstances.ts';
import { keepSession } from './keepSession.ts';
import { signedInSentence, type SignedIn } from './signedInSentence.ts';
import type { SignInServices } from './signInServices.ts';

/** What is reported of a sign-in. */
export interface SignInReport extends Omit<SignedIn, 'instances'> {
  readonly check: Exclude<InstancesCheck, { kind: 'refused' }>;
  /** What an IAM user entered; kept only when the user presses the button. */
  readonly password: string;
}

/**
 * Shows who is signed in, and offers to keep an IAM user's password. Nobody has to answer: until the button is pressed,
 * the password isn't kept.
 */
export function reportSignIn(
  services: Pick<SignInServices, 'prompts' | 'sessions'>,
  connection: Connection,
  report: SignInReport,
): void {
  const { prompts } = services;
  const { session, check } = report;
  const sentence = signedInSentence({
    ...report,
    instances: check.kind === 'accepted' ? check.instances.length : undefined,
  });
  if (check.kind === 'unknown' && check.problem !== undefined) {
    void prompts.warn(l10n.t('{0} Couldn’t verify the credentials: {1}', sentence, check.problem));
  }
  if (session.kind === 'user') void offerToKeepPassword(services, connection, report, sentence);
  else if (check.kind === 'accepted') void prompts.info(sentence);
}

async function offerToKeepPassword(
  services: Pick<SignInServices, 'prompts' | 'sessions'>,
  connection: Connection,
  { session, password }: SignInReport,
  sentence: string,
): Promise<void> {
  if (session.kind !== 'user') return;
  const keep = l10n.t('Keep Password');
  const message = l10n.t('{0} Keep the password in the secret storage and renew the token automatically?', sentence);
  if ((await services.prompts.info(message, keep)) !== keep) return;
  const stored = await services.sessions.get(connection);
  // In the meantime, the user may have signed out, or signed in as somebody else.
  if (stored?.kind !== 'user' || stored.user !== session.user || stored.domain !== session.domain) return;
  await keepSession(services, connection, { ...stored, password });
}
