import * as l10n from '@vscode/l10n';
import { maximumSize } from '../../../language/src/documents/limits.ts';
import { mask } from '../redaction/redaction.ts';
import { coveredHeader } from '../submit/review/askBesides.ts';
import { basisRemark } from './basisRemark.ts';
import type { BodyPart } from './bodyParts.ts';
import type { JobRequest } from './jobRequest.ts';
import type { RequestBasis } from './requestBasis.ts';

/**
 * A request as a person reads it: where it goes, what it does and how large it is, its line, headers and body; secrets are
 * masked. In a review, it begins below the list that asks what to do.
 */
export function requestText(request: JobRequest): string {
  const { connection, basis, method, url, headers, body, bytes } = request;
  const references = body.filter(({ kind }) => kind === 'secret' || kind === 'env').length;
  const remarks = [
    connection === undefined
      ? l10n.t('The request that Submit Job sends. It hasn’t been sent.')
      : l10n.t('The request that Submit Job sends to connection "{0}". It hasn’t been sent.', connection.name),
    basisRemark(basis, connection),
    sizeSentence(bytes),
    ...(references > 0 ? [l10n.t('References are replaced with their values when the job is sent.')] : []),
  ];
  return [
    ...(isReviewed(basis) ? coveredHeader([]).map((line) => `#${line}`) : []),
    ...remarks.map((remark) => `# ${remark}`),
    `${method} ${url} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body.map(shown).join(''),
  ].join('\n');
}

function isReviewed(basis: RequestBasis): boolean {
  return basis.kind === 'lookedUp' && basis.reviewed !== undefined;
}

function sizeSentence(bytes: number): string {
  const [size, most] = [bytes, maximumSize].map((count) => count.toLocaleString('en'));
  return bytes > maximumSize
    ? l10n.t('Body: {0} bytes. The limit is {1} (12 MB). Split the job.', size ?? '', most ?? '')
    : l10n.t('Body: {0} bytes. The limit is {1} (12 MB).', size ?? '', most ?? '');
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
