import { redaction } from '../../../client/src/redaction/redaction.ts';
import type { Host, Output } from '../host.ts';

/** Returns a host that masks secrets in everything that is written. */
export function redactedHost(host: Host, secrets: readonly string[]): Host {
  const redact = redaction(secrets);
  const redacted = ({ isTerminal, write }: Output): Output => ({
    isTerminal,
    write: async (text) => write(redact(text)),
  });
  return {
    ...host,
    output: redacted(host.output),
    errors: redacted(host.errors),
    ask: async (question) => host.ask(redact(question)),
  };
}
