import * as l10n from '@vscode/l10n';
import { maximumSize } from '../../../language/src/documents/limits.ts';
import { mask } from '../redaction/redaction.ts';
import type { BodyPart } from './bodyParts.ts';
import type { JobRequest } from './jobRequest.ts';

/** A request as a person reads it: where it goes and how large it is, its line, headers and body; secrets are masked. */
export function requestText({ connection, method, url, headers, body, bytes }: JobRequest): string {
  const references = body.filter(({ kind }) => kind === 'secret' || kind === 'env').length;
  const remarks = [
    l10n.t('What Submit Job sends to connection "{0}". This preview sends nothing.', connection.name),
    sizeSentence(bytes),
    ...(references > 0 ? [l10n.t('References stand for values that are filled in when the job is sent.')] : []),
  ];
  return [
    ...remarks.map((remark) => `# ${remark}`),
    `${method} ${url} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body.map(shown).join(''),
  ].join('\n');
}

function sizeSentence(bytes: number): string {
  const [size, most] = [bytes, maximumSize].map((count) => count.toLocaleString('en'));
  return bytes > maximumSize
    ? l10n.t(
        'Body: {0} bytes, more than the {1} (12 MB) that the service takes. Split the job.',
        size ?? '',
        most ?? '',
      )
    : l10n.t('Body: {0} bytes of the {1} (12 MB) that the service takes.', size ?? '', most ?? '');
}

function shown(part: BodyPart): string {
  switch (part.kind) {
    case 'json':
      return part.text;
    case 'literal':
      return mask;
    case 'secret':
    case 'env':
      return `\${${part.kind}:${part.name}}`;
  }
}
