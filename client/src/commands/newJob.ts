import * as l10n from '@vscode/l10n';
import { jobTextOf } from '../../../language/src/conversion/jobText.ts';
import { jobInText } from '../../../language/src/conversion/recognize.ts';
import { snippetText } from '../../../language/src/documents/edits/snippet.ts';
import { jobSnippets } from '../../../language/src/features/complete/snippets.ts';
import { jobSchema } from '../../../language/src/generated/jobSchema.js';
import { propertySchema } from '../../../language/src/schema/lookup.ts';
import type { NewDocument } from '../editor/newDocument.ts';
import type { Choice } from '../prompts/choice.ts';
import { reportRemovedToken } from '../secrets/reportRemovedToken.ts';
import type { Connection } from '../connections/connection.ts';
import { withInstance } from '../jobs/withInstance.ts';
import type { Services } from '../services.ts';
import { sampleGallery } from '../../../language/src/features/sampleGallery.ts';

export interface NewJobServices extends Pick<Services, 'prompts'> {
  readonly connections: { readonly known: () => Pick<Connection, 'name' | 'instanceId'> | undefined };
  /** Reads a file of the extension. */
  readonly readFile: (path: string) => Promise<string>;
  readonly readClipboard: () => Promise<string>;
  readonly open: (document: NewDocument) => Promise<void>;
  /** Shows a sample while the list is open, and `undefined` when it is closed. */
  readonly preview: (sample: NewDocument | undefined) => Promise<void>;
}

type Source = 'sample' | 'clipboard' | { readonly type: string };

/**
 * New Job: opens a document with a snippet for a type of job, a sample, or the job in the clipboard. The instance of the
 * folder's connection is filled in. Called with `'sample'`, asks for the sample at once.
 */
export function newJob(services: NewJobServices): (target?: unknown) => Promise<void> {
  return async (target) => {
    const source = target === 'sample' ? target : await pickSource(services);
    if (source === undefined) return;
    const document =
      source === 'sample'
        ? await fromSample(services)
        : source === 'clipboard'
          ? await fromClipboard(services)
          : fromSnippet(services, source.type);
    if (document) await services.open(document);
  };
}

async function pickSource({ prompts }: NewJobServices): Promise<Source | undefined> {
  return prompts.pick(sources(), {
    title: l10n.t('New Job'),
    placeholder: l10n.t('Select what the job does'),
  });
}

function sources(): Choice<Source>[] {
  const labels = new Map([
    ['METADATA_MIGRATION', l10n.t('Metadata migration')],
    ['PERMISSION_MIGRATION', l10n.t('Permission migration')],
    ['METADATA_DISCOVERY', l10n.t('Metadata discovery')],
  ]);
  const types = propertySchema(jobSchema, 'type')?.enum?.map(String) ?? [];
  return [
    ...types.map((type) => ({ label: labels.get(type) ?? type, description: type, value: { type } })),
    { label: l10n.t('From Sample'), description: l10n.t('examples to adapt'), value: 'sample' },
    {
      label: l10n.t('From Clipboard'),
      description: l10n.t('job, cURL command, HTTP request, code, or YAML'),
      value: 'clipboard',
    },
  ];
}

function fromSnippet({ connections }: NewJobServices, type: string): NewDocument | undefined {
  // The editor replaces the tabs by its own indentation.
  const indentation = { unit: '\t', current: '', lineBreak: '\n' };
  const snippets = jobSnippets({ indentation, environment: { connection: connections.known() } });
  const snippet = snippets.find(({ name, isFull }) => name === type && !isFull);
  return snippet && { name: type.toLowerCase(), text: `${snippet.write(snippetText())}\n`, isSnippet: true };
}

async function fromSample(services: NewJobServices): Promise<NewDocument | undefined> {
  const read = async (name: string): Promise<NewDocument> => ({
    name,
    text: withInstance(await services.readFile(`samples/${name}.lfjob.json`), services.connections.known()),
  });
  const choices = sampleGallery().map(({ name, label, detail }) => ({ label, detail, value: name }));
  let focused: string | undefined;
  const preview = async (name: string): Promise<void> => {
    focused = name;
    const sample = await read(name);
    // By now another one may have the focus, or the list may be closed.
    if (focused === name) await services.preview(sample);
  };
  const name = await services.prompts.pick(choices, {
    title: l10n.t('New Job from Sample'),
    placeholder: l10n.t('Select a sample. The editor previews it.'),
    onFocus: (focusedName) => void preview(focusedName),
  });
  focused = undefined;
  await services.preview(undefined);
  return name === undefined ? undefined : read(name);
}

async function fromClipboard({ prompts, readClipboard }: NewJobServices): Promise<NewDocument | undefined> {
  const copied = await readClipboard();
  const found = await jobInText(copied);
  const text = found ? found.job : jobTextOf(copied);
  if (text === undefined) {
    void prompts.error(
      l10n.t('Couldn’t find a job in the clipboard. Copy a job, cURL command, HTTP request, code, or YAML first.'),
    );
    return undefined;
  }
  if (found?.hasCredential === true) reportRemovedToken(prompts);
  return { name: 'job', text };
}
