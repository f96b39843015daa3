import * as l10n from '@vscode/l10n';
import type { OpenDocument } from '../editor/documents.ts';
import type { Services } from '../services.ts';

/** What finding the document of a command uses. */
export type JobDocumentServices = Pick<Services, 'prompts' | 'openDocument' | 'openJobs' | 'openPracticeJob'>;

/**
 * Returns the document that a command about a job was called with, or the active one. Where neither is a job, as in
 * the walkthrough, it is the open job, which is shown; of several, the user selects one.
 * @returns `undefined` when there is none, after telling the user, or when the user cancels
 */
export async function openJobDocument(
  services: JobDocumentServices,
  target: unknown,
): Promise<OpenDocument | undefined> {
  const document = await services.openDocument(target);
  if (document?.languageId === 'lfjob') return document;
  if (target === undefined) return documentOfTab(services);
  await services.prompts.error(l10n.t('This isn’t a LakeFormation job. Open a .lfjob.json file.'));
  return undefined;
}

async function documentOfTab(services: JobDocumentServices): Promise<OpenDocument | undefined> {
  const { prompts, openDocument, openJobs, openPracticeJob } = services;
  const [first, second] = openJobs();
  if (first === undefined) {
    const open = l10n.t('Open Practice Job');
    const pressed = await prompts.error(l10n.t('No job is open. Open a .lfjob.json file first.'), open);
    if (pressed === open) await openPracticeJob();
    return undefined;
  }
  const uri = second === undefined ? first.uri : await pickJob(services);
  const document = uri === undefined ? undefined : await openDocument(uri);
  await document?.show();
  return document;
}

async function pickJob({ prompts, openJobs }: JobDocumentServices): Promise<string | undefined> {
  return prompts.pick(
    openJobs().map(({ uri, name, path }) => ({ label: name, description: path === name ? '' : path, value: uri })),
    { title: l10n.t('Open Jobs'), placeholder: l10n.t('Select a job') },
  );
}
