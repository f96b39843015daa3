import * as l10n from '@vscode/l10n';
import type { OtherFormat, OtherFormatKind } from '../../conversion/otherFormat.ts';
import { otherFormatOf } from '../../conversion/recognize.ts';
import { responseProperties, withoutResponseProperties } from '../../conversion/response.ts';
import { difference } from '../../documents/edits/applyEdits.ts';
import { keyOf } from '../../documents/locate.ts';
import type { ParsedDocument } from '../../documents/parse.ts';
import type { CheckedDocument } from '../findings/checkedDocument.ts';
import type { Environment } from '../environment.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import { quotable, quotedList } from '../findings/quotable.ts';

/** Returns the finding about a text that has a job in another format, in place of all others; none for any other text. */
export function otherFormatFindings(
  { text, refusal }: ParsedDocument,
  { parseYaml }: Pick<Environment, 'parseYaml'>,
): Finding[] {
  const found = refusal === undefined ? otherFormatOf(text, parseYaml) : undefined;
  if (found === undefined) return [];
  const start = text.search(/\S/);
  const [line = ''] = text.slice(start).split(/\r?\n/, 1);
  return [
    {
      code: 'other-format',
      message: () => messageOf(found),
      span: { offset: start, length: line.trimEnd().length },
      fixes: () => (found.job === undefined ? [] : [keepJob(text, found.job, found.hasCredential)]),
    },
  ];
}

function keepJob(text: string, job: string, hasCredential: boolean): Fix {
  return {
    title: hasCredential ? l10n.t('Keep only the job, without the token') : l10n.t('Keep only the job'),
    edits: () => [{ offset: 0, length: text.length, content: job }],
    isPreferred: true,
    isSafe: true,
    isConversion: true,
    ...(hasCredential && { command: { does: 'report-token' } }),
  };
}

function messageOf({ kind, hasCredential }: OtherFormat): string {
  const name = formatNames[kind]();
  return hasCredential
    ? l10n.t('This looks like {0}, with a token. A job file contains only the job.', name)
    : l10n.t('This looks like {0}. A job file contains only the job.', name);
}

const formatNames: Readonly<Record<OtherFormatKind, () => string>> = {
  curl: () => l10n.t('a cURL command'),
  http: () => l10n.t('an HTTP request'),
  kooCli: () => l10n.t('a KooCLI command'),
  markdown: () => l10n.t('a Markdown code block'),
  code: () => l10n.t('code'),
  yaml: () => l10n.t('YAML'),
  response: () => l10n.t('an API response'),
};

/** Returns the finding about a job that is a response of the API. */
export function responseFindings({ written }: CheckedDocument): Finding[] {
  const { text } = written;
  const keys = responseProperties(written).flatMap((property) => keyOf(property) ?? []);
  const [first] = keys;
  if (first === undefined) return [];
  return [
    {
      code: 'response-property',
      message: () =>
        l10n.t(
          'This looks like an API response. The service ignores {0}.',
          quotedList(keys.map(({ value }) => quotable(String(value)))),
        ),
      span: first,
      fixes: () => [
        {
          title: l10n.t('Keep only the job'),
          edits: () => {
            const edit = difference(text, withoutResponseProperties(text));
            return edit ? [edit] : [];
          },
          isPreferred: true,
          isSafe: true,
        },
      ],
    },
  ];
}

/** Returns the findings without those about the properties of a response, which one finding is about. */
export function withoutResponseProblems(findings: readonly Finding[], written: ParsedDocument): readonly Finding[] {
  if (!findings.some(({ code }) => code === 'response-property')) return findings;
  const offsets = new Set(responseProperties(written).map(({ offset }) => offset));
  return findings.filter(({ code, span }) => code !== 'unknown-property' || !offsets.has(span.offset));
}
