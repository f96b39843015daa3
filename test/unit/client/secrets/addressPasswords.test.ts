import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { curlCommand } from '../../../../client/src/preview/curl.ts';
import { jobRequest } from '../../../../client/src/preview/jobRequest.ts';
import { kooCliCommand } from '../../../../client/src/preview/kooCli.ts';
import { requestText } from '../../../../client/src/preview/requestText.ts';
import { redaction } from '../../../../client/src/redaction/redaction.ts';
import { readJobDocument } from '../../../../client/src/submit/job.ts';
import { generousPasswords, strictPasswords } from '../../../../language/src/secrets/address.ts';
import { withoutPassword } from '../../../../language/src/secrets/hidden.ts';
import { runs } from '../../../support/fastCheck.ts';

const connection = {
  name: 'dev',
  region: 'cn-north-4',
  endpoint: 'https://lakeformation.example',
  iamEndpoint: 'https://iam.example',
  projectId: 'project',
  instanceId: 'instance',
};

/** The forms of addresses: what is before a password, and behind it. */
const forms: ((user: string, host: string, query: string) => readonly [before: string, after: string])[] = [
  (user, host, query) => [`jdbc:mysql://${user}:`, `@${host}/meta${query}`],
  (user, host, query) => [`jdbc:mysql://${user}:`, `@${host},other:3307/meta${query}`],
  (user, host) => [`jdbc:mysql://${host}/meta?user=${user}&password=`, '&useSSL=false'],
  (user, host) => [`jdbc:mysql://address=(host=${host})(user=${user})(password=`, ')/meta'],
  (user, host, query) => [`jdbc:postgresql://${user}:`, `@${host}/meta${query}`],
  (user, host) => [`jdbc:postgresql://${host}/meta?user=${user}&password=\${secret:X}&sslpassword=`, '&ssl=true'],
  (user, host) => [`jdbc:oracle:thin:${user}/`, `@//${host}/service`],
  (user, host) => [`jdbc:oracle:thin:${user}/`, `@${host}:sid`],
  (user, host) => [`jdbc:oracle:oci:"${user}"/`, `@(DESCRIPTION=(ADDRESS=(HOST=${host})))`],
  (user, host) => [`jdbc:sqlserver://${host};user=${user};password=`, ';encrypt=true'],
  (user, host) => [`jdbc:sqlserver://${host};databaseName=meta;user=${user};PWD = `, ''],
  (user, host, query) => [`https://${user}:`, `@${host}/path${query}`],
  (user, host) => [`obs://${host}/path?AccessKeyId=${user}&SecretAccessKey=`, '&expires=1'],
  (user, host, query) => [`see oss://${user}:`, `@${host}/path${query} and ask`],
];

const password = fc
  .array(fc.constantFrom(...Array.from('@/:&;#%${}"\'\\?,ABCKXYZ0189ü密é')), { minLength: 4, maxLength: 16 })
  .map((characters) => characters.join(''));

const addresses = fc
  .record({
    form: fc.constantFrom(...forms),
    user: fc.constantFrom('root', 'hive_1', 'u'),
    host: fc.constantFrom('host', 'host:3306', '10.0.0.1:3306', '[::1]:3306', 'db-1.example.com:1521'),
    query: fc.constantFrom('', '?useSSL=false', '?mail=me@example.com&a=b:c', '#part'),
    password,
  })
  .map(({ form, user, host, query, password: word }) => {
    const [before, after] = form(user, host, query);
    return { before, after, word, address: before + word + after };
  });

/** All parts of a password that are long enough to reveal something, also as JSON writes them. */
function partsOf(word: string): string[] {
  return [word, JSON.stringify(word).slice(1, -1)].flatMap((text) =>
    Array.from({ length: text.length - 3 }, (_, offset) => text.slice(offset, offset + 4)),
  );
}

/** The parts of a password in a text, except those that are in it anyway. */
function surviving(shown: string, word: string, anyway: string): string[] {
  return partsOf(word).filter((part) => shown.includes(part) && !anyway.includes(part));
}

test('no part of a password is in the preview or a command', async () => {
  await fc.assert(
    fc.asyncProperty(addresses, async ({ before, after, word, address }) => {
      const show = async (text: string): Promise<string> => {
        const request = await jobRequest(JSON.stringify({ jdbc_url: text }), connection);
        return [requestText(request), curlCommand(request), kooCliCommand(request)].join('\n');
      };
      expect(surviving(await show(address), word, await show(`${before}pass${after}`))).toEqual([]);
    }),
    runs(2000),
  );
});

test('no part of a password is in an answer that repeats the address', () => {
  fc.assert(
    fc.property(addresses, ({ before, after, word, address }) => {
      const mask = redaction(
        readJobDocument(JSON.stringify({ name: 'n', type: 't', jdbc_url: address }))?.secrets ?? [],
      );
      const answer = (text: string): string => `cannot open ${text}\n${JSON.stringify({ error_msg: text })}`;
      expect(surviving(mask(answer(address)), word, answer(before + after))).toEqual([]);
    }),
    runs(2000),
  );
});

test('no part of a password is in the outline', () => {
  fc.assert(
    fc.property(addresses, ({ before, after, word, address }) => {
      expect(surviving(withoutPassword(address), word, before + after)).toEqual([]);
    }),
    runs(2000),
  );
});

test('a strict password is within a generous one', () => {
  fc.assert(
    fc.property(addresses, ({ address }) => {
      const generous = generousPasswords(address);
      for (const { offset, length } of strictPasswords(address)) {
        expect(
          generous.some((span) => span.offset <= offset && offset + length <= span.offset + span.length),
          address,
        ).toBe(true);
      }
    }),
    runs(2000),
  );
});

test('any text has its generous passwords in order and in it', () => {
  const pieces = fc.constantFrom(
    'jdbc:',
    'oracle:thin:',
    '://',
    ':',
    '@',
    '/',
    '&',
    'password=',
    '${env:A}',
    '${',
    'x',
    '1',
  );
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join('')),
      (text) => {
        let end = 0;
        for (const { offset, length } of generousPasswords(text)) {
          expect(length).toBeGreaterThan(0);
          expect(offset).toBeGreaterThanOrEqual(end);
          end = offset + length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      },
    ),
    runs(2000),
  );
});
