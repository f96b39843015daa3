import type { Connection } from '../connection/connection.ts';
import { valueAt } from '../../../language/src/documents/value.ts';
import { rulesSection } from '../protocol.ts';
import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import { ruleSettingsFrom } from '../../../language/src/rules/settings.ts';

/** The setting `lakeformation.rules` as the client has it. */
export class RuleSettings {
  readonly #connection: Connection;
  readonly #onDidChange: () => void;
  #severities: RuleSeverities = new Map();
  #reported = '';

  /** @param onDidChange is told when a severity is another one */
  constructor(connection: Connection, onDidChange: () => void) {
    this.#connection = connection;
    this.#onDidChange = onDidChange;
  }

  get severities(): RuleSeverities {
    return this.#severities;
  }

  /** Reads the setting from the client, and has the client say when it changes. */
  async watch(): Promise<void> {
    const registration = { id: rulesSection, method: 'workspace/didChangeConfiguration' };
    const registrations = [{ ...registration, registerOptions: { section: rulesSection } }];
    await this.#connection.request('client/registerCapability', { registrations });
    await this.read();
  }

  async read(): Promise<void> {
    const values = await this.#connection.request('workspace/configuration', { items: [{ section: rulesSection }] });
    this.apply(valueAt(values, [0]));
  }

  /** Takes the setting over; what is wrong in it is said once, until it changes. */
  apply(value: unknown): void {
    const { severities, problems } = ruleSettingsFrom(value);
    const isSame = JSON.stringify([...severities]) === JSON.stringify([...this.#severities]);
    this.#severities = severities;
    const text = problems.join(' ');
    if (text !== '' && text !== this.#reported) this.#connection.show('warning', text);
    this.#reported = text;
    if (!isSame) this.#onDidChange();
  }
}
