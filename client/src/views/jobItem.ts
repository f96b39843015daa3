import * as l10n from '@vscode/l10n';
import { StatusBarAlignment, window, type Disposable, type StatusBarItem } from 'vscode';
import { stateInWords, stateTooltip } from '../jobs/stateLabel.ts';
import type { Services } from '../services.ts';
import { statusIcon } from '../watch/status.ts';
import type { DocumentJobs } from './documentJobs.ts';

/** In the status bar, while a document is in the active editor that has a job: the state of that. */
export class JobItem implements Disposable {
  readonly #services: Pick<Services, 'now'>;
  readonly #jobs: DocumentJobs;
  readonly #item: StatusBarItem;
  readonly #subscriptions: readonly Disposable[];

  constructor(services: Pick<Services, 'now'>, jobs: DocumentJobs) {
    this.#services = services;
    this.#jobs = jobs;
    // Behind the connection.
    this.#item = window.createStatusBarItem('lakeformation.job', StatusBarAlignment.Left, 9);
    this.#item.name = l10n.t('LakeFormation Job');
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.#update()),
      jobs.onDidChange(() => this.#update()),
    ];
    this.#update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const uri = window.activeTextEditor?.document.uri;
    const found = uri && this.#jobs.of(uri.toString());
    if (found?.job === undefined || found.job === 'gone') {
      this.#item.hide();
      return;
    }
    const text = stateInWords(found.job, this.#services.now());
    this.#item.text = `$(${statusIcon(found.job.status).id}) ${text}`;
    this.#item.tooltip = stateTooltip(found.reference, found.job);
    this.#item.accessibilityInformation = { label: l10n.t('Job: {0}', text), role: 'button' };
    this.#item.command = { title: l10n.t('Manage Job'), command: 'lakeformation.manageJob', arguments: [uri] };
    this.#item.show();
  }
}
