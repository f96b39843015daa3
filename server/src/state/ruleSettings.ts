import type { Connection } from 'vscode-languageserver';
import { valueAt } from '../../../language/src/documents/value.ts';
import { joinSentences } from '../../../language/src/joining.ts';
import type { RuleSeverities } from '../../../language/src/rules/environment.ts';
import { ruleSettingsFrom } from '../../../language/src/rules/settings.ts';
import type { Capabilities } from '../client/capabilities.ts';
import { DidChangeConfigurationNotification, MessageType, ShowMessageNotification } from '../lsp.ts';
import { rulesSection } from '../protocol.ts';

/** The setting `lakeformation.rules` as the client has it. */
export class RuleSettings {
  readonly #connection: Connection;
  readonly #client: Pick<Capabilities, 'configuration' | 'registersConfiguration'>;
  readonly #onDidChange: () => void;
  #severities: RuleSeverities = new Map();
  #reported = '';
  #settled: Promise<void> = Promise.resolve();

  /** @param onDidChange is called when the severity of a rule changed */
  constructor(
    connection: Connection,
    client: Pick<Capabilities, 'configuration' | 'registersConfiguration'>,
    onDidChange: () => void,
  ) {
    this.#connection = connection;
    this.#client = client;
    this.#onDidChange = onDidChange;
  }

  get severities(): RuleSeverities {
    return this.#severities;
  }

  /** Resolves when the setting is read, as it was when this was called. Never rejects. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Reads the setting from the client, and registers for its changes where the client wants that. Never rejects. */
  async start(): Promise<void> {
    this.#settled = this.#start();
    return this.#settled;
  }

  async #start(): Promise<void> {
    if (this.#client.registersConfiguration) {
      const options = { section: rulesSection };
      await this.#connection.client.register(DidChangeConfigurationNotification.type, options).catch(() => undefined);
    }
    await this.#read();
  }

  /** Handles `workspace/didChangeConfiguration`. @param settings what the client sent, for one that can't be asked */
  async changed(settings: unknown): Promise<void> {
    if (this.#client.configuration) await (this.#settled = this.#read());
    else this.#apply(valueAt(settings, rulesSection.split('.')));
  }

  async #read(): Promise<void> {
    if (!this.#client.configuration) return;
    try {
      this.#apply(await this.#connection.workspace.getConfiguration(rulesSection));
    } catch {
      // The client has no answer: the setting stays unchanged.
    }
  }

  /** Reports what is wrong with the setting, once until that changes. */
  #apply(value: unknown): void {
    const { severities, problems } = ruleSettingsFrom(value);
    const isSame = JSON.stringify([...severities]) === JSON.stringify([...this.#severities]);
    this.#severities = severities;
    const message = joinSentences(...problems);
    if (message !== '' && message !== this.#reported) {
      this.#connection
        .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
        .catch(() => undefined);
    }
    this.#reported = message;
    if (!isSame) this.#onDidChange();
  }
}
