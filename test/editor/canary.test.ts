import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startService } from '../service/service.ts';
import type { Canary } from './canary/canary.ts';
import { testEditing } from './canary/editing.ts';
import { documentOf, harmless, secrets, user, variable, writeCanaryJobs } from './canary/jobs.ts';
import { testKeeping } from './canary/keeping.ts';
import { searchOf, type Found, type Search } from './canary/marks.ts';
import { personAt } from './canary/person.ts';
import { testSigningIn } from './canary/signingIn.ts';
import { testSubmitting } from './canary/submitting.ts';
import { editorForSuite } from './harness/editorForSuite.ts';
import { ShownTexts } from './harness/shownTexts.ts';
import { storedInFiles } from './harness/storedTexts.ts';
import { createJobWorkspace, type JobWorkspace } from './support/jobWorkspace.ts';

describe('a secret', () => {
  let workspace: JobWorkspace;
  let shared: Omit<Canary, 'workbench' | 'person'>;
  let canary: Canary;
  let shown: ShownTexts;
  const editor = editorForSuite(async () => {
    workspace = await createJobWorkspace();
    await writeCanaryJobs(workspace.folder);
    const { service, launchOptions } = workspace;
    const elsewhere = await startService();
    service.tokens.addUser(user);
    shared = { service, elsewhere, token: service.tokens.issue(), key: service.accessKeys.issue('temporary') };
    return {
      ...launchOptions,
      env: { [variable]: secrets.variable },
      userSettings: {
        ...launchOptions.userSettings,
        'lakeformation.trace.server': 'verbose',
        'workbench.editor.useModal': 'off',
      },
    };
  });
  beforeAll(async () => {
    const { page, workbench } = editor();
    shown = await ShownTexts.record(page);
    canary = { ...shared, workbench, person: personAt(workbench, 'local') };
  });
  afterAll(async () => {
    await shared.elsewhere.close();
    await workspace.remove();
  });

  testEditing(() => canary);
  testSubmitting(() => canary);
  testSigningIn(() => canary);
  testKeeping(() => canary);

  describe('is searched for in all that was shown, copied and stored', () => {
    let search: Search;
    beforeAll(async () => {
      search = await searchOf(editor(), shown, canary.person.clipboardTexts, workspace.folder);
    });
    const placesOf = async (mark: string): Promise<string> => (await search(mark)).map(({ place }) => place).join('\n');
    /** What the service received: addresses, headers and bodies. */
    const received = (): string => JSON.stringify(canary.service.requests.all);

    test('by a search that finds what is no secret in every place', async () => {
      const ofName = await placesOf(harmless.name);
      for (const place of [
        /^shown$/m,
        /^shown in .*\/referring\.lfjob\.json$/m,
        /^shown in lakeformation-request:/m,
        /^shown in lakeformation-response:/m,
        /^shown in output:.*LakeFormation\.log$/m,
        /^clipboard$/m,
        /^file .*\/LakeFormation\.log$/m,
        // The history.
        /^(?:IndexedDB .*\/lfjob\.lakeformation-jobs|file .*\/state\.vscdb)$/m,
        /^workspace file referring\.lfjob\.json$/m,
      ]) {
        expect(ofName).toMatch(place);
      }
      expect(await placesOf(harmless.description)).toMatch(/^shown in lakeformation-request:/m);
      expect(await placesOf(harmless.connection)).toMatch(/^(?:file|IndexedDB) .*User\/settings\.json$/m);
    });

    test.each(Object.entries(secrets))('and that finds no secret: %s', async (name, mark) => {
      const document = new Map<string, string>(Object.entries(documentOf)).get(name);
      const found = await search(mark);
      expect(found.filter((one) => document === undefined || !isOfDocument(one, mark, document))).toEqual([]);
    });

    test('and no credential that a request was sent with, by header or by signature', async () => {
      const tokens = canary.service.requests.all.map(({ headers }) => headers['x-auth-token']);
      const { secretKey, securityToken } = canary.key;
      const credentials = new Set([...tokens, secretKey, securityToken].filter((one) => typeof one === 'string'));
      // Two that were pasted, one that was issued, and two parts of the key.
      expect(credentials.size).toBe(5);
      for (const credential of credentials) expect(await search(credential)).toEqual([]);
    });

    test('though the service received them, and no other did', () => {
      const { stored, askedFor, variable: value, address, iamPassword, wrongIamPassword } = secrets;
      const { token, key, elsewhere } = canary;
      for (const secret of [
        stored,
        askedFor,
        value,
        address,
        iamPassword,
        wrongIamPassword,
        token,
        key.securityToken,
      ]) {
        expect(received()).toContain(secret);
      }
      for (const secret of [key.secretKey, secrets.typed, secrets.moved, secrets.replaced]) {
        expect(received()).not.toContain(secret);
      }
      expect(elsewhere.requests.all).toEqual([]);
    });

    test('and not by single characters either: the trace has the length of each text alone', async () => {
      const files = await storedInFiles(editor().profileFolder);
      const trace = files.find(({ place }) => place.endsWith('LakeFormation Jobs Language Server.log'));
      const lines = trace?.content.toString().split('\n') ?? [];
      expect(lines.filter((line) => line.includes("Sending notification 'textDocument/didChange'"))).not.toEqual([]);
      const texts = lines.filter((line) => /^ *"(?:text|newText|value|label)": "/.test(line));
      expect(texts.length).toBeGreaterThan(secrets.typed.length);
      expect(texts.filter((line) => !/": "… \(\d+ characters\)",?$/.test(line))).toEqual([]);
    });
  });
});

/**
 * Whether a secret was found where its document is: in the lines that the editor shows of it, in the file unless it was moved
 * out, in the copies that the editor keeps of unsaved and of earlier texts, and in what it tells a screen reader of the
 * caret where quick fixes are asked for.
 */
function isOfDocument({ place, excerpt }: Found, mark: string, document: string): boolean {
  return (
    (place.startsWith('shown in ') && place.endsWith(`/${document}`)) ||
    (place === `workspace file ${document}` && ![secrets.moved, secrets.replaced].includes(mark)) ||
    /^file user-data\/(?:User\/)?(?:Backups|History)\//.test(place) ||
    (place === 'shown' && excerpt.startsWith(`Context: "${mark}" at line `))
  );
}
