import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startService, type LocalService } from '../service/service.ts';
import type { Canary } from './canary/canary.ts';
import { connect } from './canary/connecting.ts';
import { edit } from './canary/editing.ts';
import { documentOf, newMarks, writeMarkedJobs, type Marks } from './canary/jobs.ts';
import { keep } from './canary/keeping.ts';
import { searchOf, type Found } from './canary/marks.ts';
import { personAt } from './canary/person.ts';
import { run } from './canary/running.ts';
import { lookBack, signInByAllWays } from './canary/signingIn.ts';
import { submit } from './canary/submitting.ts';
import { ShownTexts } from './harness/shownTexts.ts';
import { storedInFiles } from './harness/storedTexts.ts';
import { jobEditorForSuite } from './support/jobEditor.ts';

const marksOf = {
  editing: newMarks('editing'),
  connecting: newMarks('connecting'),
  submitting: newMarks('submitting'),
  signingIn: newMarks('signing_in'),
  running: newMarks('running'),
  keeping: newMarks('keeping'),
} as const;

describe('a secret is in nothing that is shown, copied, or stored', () => {
  let elsewhere: LocalService;
  let shown: ShownTexts;
  const editor = jobEditorForSuite(async ({ folder, launchOptions }) => {
    const all = Object.values(marksOf);
    for (const marks of all) await writeMarkedJobs(folder, marks);
    return {
      env: Object.fromEntries(all.map(({ references, secrets }) => [references.variable, secrets.variable])),
      userSettings: {
        ...launchOptions.userSettings,
        'lakeformation.trace.server': 'verbose',
        'workbench.editor.useModal': 'off',
      },
    };
  });
  beforeAll(async () => {
    elsewhere = await startService();
    shown = await ShownTexts.record(editor().page);
  });
  afterAll(async () => elsewhere.close());
  beforeEach(() => elsewhere.requests.clear());

  function canaryWith(marks: Marks): Canary {
    const { service, workbench } = editor();
    return {
      ...{ marks, service, elsewhere, workbench },
      person: personAt(workbench, 'local', service),
      token: service.tokens.issue(),
      key: service.accessKeys.issue('temporary'),
    };
  }

  /** Everything that the service received: URLs, headers, and bodies. */
  const received = (): string => JSON.stringify(editor().service.requests.all);

  /**
   * Searches for the secrets and the credentials of a walk, which must be nowhere but in their documents.
   * @returns the places where another text is found, a line for each
   */
  async function searchAfter({
    marks,
    person,
    service,
    token,
    key,
  }: Canary): Promise<(text: string) => Promise<string>> {
    const search = await searchOf(editor(), shown, person.clipboardTexts, editor().workspace.folder);
    for (const [name, mark] of Object.entries(marks.secrets)) {
      const found = (await search(mark)).filter((one) => !isOfDocument(one, [name, mark], marks));
      expect(found, name).toEqual([]);
    }
    const tokens = service.requests.all.map(({ headers }) => headers['x-auth-token']);
    for (const credential of new Set([token, key.secretKey, key.securityToken, ...tokens])) {
      if (typeof credential === 'string') expect(await search(credential)).toEqual([]);
    }
    expect(elsewhere.requests.all).toEqual([]);
    return async (text) => (await search(text)).map(({ place }) => place).join('\n');
  }

  test('where it is typed, looked at, and checked, while all is traced', async () => {
    const canary = canaryWith(marksOf.editing);
    await edit(canary);
    await searchAfter(canary);
    // Nor is it there character by character: the trace has the length of each text alone.
    const files = await storedInFiles(editor().profileFolder);
    const trace = files.find(({ place }) => place.endsWith('LakeFormation Jobs Language Server.log'));
    const lines = trace?.content.toString().split('\n') ?? [];
    expect(lines.filter((line) => line.includes("Sending notification 'textDocument/didChange'"))).not.toEqual([]);
    const texts = lines.filter((line) => /^ *"(?:text|newText|value|label)": "/.test(line));
    expect(texts.length).toBeGreaterThan(canary.marks.secrets.typed.length);
    expect(texts.filter((line) => !/": "… \(\d+ characters\)",?$/.test(line))).toEqual([]);
  });

  test('where it signs in to a new connection', async () => {
    const canary = canaryWith(marksOf.connecting);
    await connect(canary);
    const placesOf = await searchAfter(canary);
    expect(await placesOf(canary.marks.harmless.connection)).toMatch(/^(?:file|IndexedDB) .*User\/settings\.json$/m);
    expect(received()).toContain(canary.token);
  });

  test('where it is filled in and sent, and repeated by what answers', async () => {
    const canary = canaryWith(marksOf.submitting);
    const { harmless, files, secrets } = canary.marks;
    await submit(canary);
    const placesOf = await searchAfter(canary);
    // The same search finds what isn't a secret.
    const ofName = await placesOf(harmless.name);
    expect(ofName).toMatch(/^shown$/m);
    expect(ofName).toContain(files.referring);
    expect(ofName).toMatch(/^shown in lakeformation-response:/m);
    // The history.
    expect(ofName).toMatch(/^file .*\/lfjob\.lakeformation-jobs\/submissions\/[0-9a-f]{64}\.\d+$/m);
    expect(ofName).toContain(`workspace file ${files.referring}`);
    for (const secret of [secrets.stored, secrets.askedFor, secrets.variable, secrets.address, canary.token]) {
      expect(received()).toContain(secret);
    }
  });

  test('where it is what one signs in with, by every way', async () => {
    const canary = canaryWith(marksOf.signingIn);
    const { harmless, secrets } = canary.marks;
    await signInByAllWays(canary);
    await lookBack(canary);
    const placesOf = await searchAfter(canary);
    const ofName = await placesOf(harmless.name);
    expect(ofName).toMatch(/^shown in output:.*LakeFormation\.log$/m);
    expect(ofName).toMatch(/^file .*\/LakeFormation\.log$/m);
    expect(ofName).toMatch(/^clipboard$/m);
    expect(await placesOf(harmless.description)).toMatch(/^shown in lakeformation-request:/m);
    for (const secret of [secrets.iamPassword, secrets.wrongIamPassword, canary.token, canary.key.securityToken]) {
      expect(received()).toContain(secret);
    }
    expect(received()).not.toContain(canary.key.secretKey);
  });

  test('where it is repeated by the log, the values, and the remote version of a job that runs', async () => {
    const canary = canaryWith(marksOf.running);
    const { harmless } = canary.marks;
    await run(canary);
    const placesOf = await searchAfter(canary);
    expect(await placesOf(harmless.connection)).toMatch(/^shown in lakeformation-log:/m);
    expect(await placesOf(harmless.description)).toMatch(/^shown in lakeformation-job:/m);
  });

  test('where it is moved out of a document, or replaced', async () => {
    const canary = canaryWith(marksOf.keeping);
    await keep(canary);
    await searchAfter(canary);
    expect(received()).not.toContain(canary.marks.secrets.moved);
  });
});

/**
 * Whether a secret was found where its document is: in the lines that the editor shows of it, in the file unless it was
 * moved out, in the copies that the editor keeps of unsaved and of earlier texts, and in what it reports to a screen
 * reader about the caret where quick fixes are asked for.
 */
function isOfDocument({ place, excerpt }: Found, [secret, mark]: [string, string], marks: Marks): boolean {
  const document = documentOf(secret, marks);
  if (document === undefined) return false;
  const isMovedOut = marks === marksOf.keeping && (secret === 'moved' || secret === 'replaced');
  return (
    (place.startsWith('shown in ') && place.endsWith(`/${document}`)) ||
    // The job that is compared is written as in the document, where their values are equal.
    place.startsWith(`shown in lakeformation-changes:/service/${document}?`) ||
    (place === `workspace file ${document}` && !isMovedOut) ||
    /^file user-data\/(?:User\/)?(?:Backups|History)\//.test(place) ||
    (place === 'shown' && excerpt.startsWith(`Context: "${mark}" at line `))
  );
}
