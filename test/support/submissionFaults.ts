import { documented, iamErrors, redirectTo, unreadable, type Answer } from '../service/answers.ts';
import type { Fault } from '../service/faults.ts';

/** The service answers this and does nothing. */
export function answer(value: Answer): Fault {
  return { kind: 'answer', answer: value };
}

export const never = new Promise<void>(() => undefined);

/** The bodies of error responses. */
const shapes: Readonly<Record<string, unknown>> = {
  'no body': undefined,
  'an empty object': {},
  null: null,
  'a list': [],
  'a text': '"text"',
  'error_code and error_msg': { error_code: 'lakeformation.00000005', error_msg: 'catalog not found' },
  'a common_error_code': { error_code: null, error_msg: 'exists', common_error_code: 'lakeformation.00000003' },
  'error with nulls': { error: { code: null, message: null, error_code: null, error_msg: null, title: null } },
  'an error of IAM': { error: { code: 400, message: 'bad', title: 'Bad Request' } },
  'code and message': { code: 'APIGW.0106', message: 'Orchestration error', details: [] },
  'a message about a token bucket': { error_code: '403', error_msg: 'The token bucket is empty' },
  'a stack trace': {
    error_code: 'lakeformation.00000001',
    error_msg: `database sales does not exist\n${'\tat com.example.Handler.handle(Handler.java:42)\n'.repeat(80)}`,
  },
  'single quotes, which are no JSON': "{'error_code': 'APIG.1002'}",
  'a page of a proxy': '<html><body>Denied</body></html>',
};

const refusedStatuses = [400, 402, 404, 405, 406, 409, 410, 413, 414, 415, 422, 429, 451, 494, 499];

/** Answers of a service that created no job. */
const refusals: readonly (readonly [name: string, Answer])[] = [
  ...refusedStatuses.map((status) => [`status ${status}`, { status, body: documented.badRequest.body }] as const),
  ...Object.entries(shapes).map(([shape, body]) => [`400 with ${shape}`, { status: 400, body }] as const),
  ...Object.entries(shapes).map(([shape, body]) => [`403 with ${shape}`, { status: 403, body }] as const),
  ['a permission', documented.noPermission],
  ['an unknown API', documented.unknownApi],
  ['too large', documented.tooLarge],
  ['too many', documented.tooMany],
  ['IAM’s 400', iamErrors.badRequest],
];

/** The statuses of redirects after which nothing was done. */
const redirects = [300, 301, 302, 307, 308] as const;

const undecidedStatuses = [304, 408, 500, 501, 502, 503, 504, 511, 999];

/** Bodies of a success that name no job. */
const withoutJobId: Readonly<Record<string, unknown>> = {
  'no ID': { name: 'job_1' },
  'a number as ID': { id: 12 },
  'an object as ID': { id: { id: '03141229-84cd-4b9e-b733-dc45d9a5d6ae' } },
  'an empty ID': { id: '' },
  'an ID that leads to another path': { id: '..' },
  'an ID of half a character': { id: '\ud800' },
  'an ID that is too long': { id: 'x'.repeat(65) },
};

/** What leaves open whether a job was made, though none was. */
const undone: readonly (readonly [name: string, Fault])[] = [
  ...undecidedStatuses.map((status) => [`status ${status}`, answer({ status, body: {} })] as const),
  ...Object.entries(shapes).map(([shape, body]) => [`500 with ${shape}`, answer({ status: 500, body })] as const),
  ...Object.entries(withoutJobId).map(([lack, body]) => [`201 with ${lack}`, answer({ status: 201, body })] as const),
  ...Object.entries(unreadable).map(([name, fault]) => [`${name} with ${fault.status}`, answer(fault)] as const),
  ['no content', answer({ status: 204 })],
  ['a gateway’s page', answer(documented.badGateway)],
  ['a gateway’s timeout', answer(documented.gatewayTimeout)],
  ['cut before anything is done', { kind: 'cut', when: 'before' }],
  ['no answer within the limit, and nothing is done yet', { kind: 'delay', until: never }],
];

/** What leaves that open, though all was done. */
const done: readonly (readonly [name: string, Fault])[] = [
  [
    'a redirect to the result with 303',
    { kind: 'answer', answer: redirectTo('https://other.example/', 303), when: 'after' },
  ],
  ['201 without an ID', { kind: 'answer', answer: { status: 201, body: {} }, when: 'after' }],
  ['cut before the headers', { kind: 'cut', when: 'after' }],
  ['cut in the middle of the answer', { kind: 'cut', when: 'midAnswer' }],
  ['no answer within the limit', { kind: 'delay', until: never, when: 'after' }],
];

/** A fault of the request that creates or updates a job, and what has to come of it. */
export interface SubmissionFault {
  readonly name: string;
  /** @param elsewhere where a redirect leads */
  readonly fault: (elsewhere: string) => Fault;
  /** The message's level. */
  readonly level: 'info' | 'warn' | 'error';
  /** The result in the history, and the status there. */
  readonly result: 'refused' | 'notFound' | 'found' | 'accepted';
  readonly status?: number;
  /** Whether the service has done what was asked. */
  readonly isDone: boolean;
}

/** Every fault of creating a job. */
export const creationFaults: readonly SubmissionFault[] = [
  ...refusals.map(([name, refusal]) => refused(name, refusal.status, () => answer(refusal))),
  ...redirects.map((status) =>
    refused(`a redirect with ${status}`, status, (elsewhere) =>
      answer(status === 300 ? { status, headers: { Location: elsewhere } } : redirectTo(elsewhere, status)),
    ),
  ),
  ...undone.map(([name, fault]) => lookedUp(name, 'notFound', fault)),
  ...done.map(([name, fault]) => lookedUp(name, 'found', fault)),
];

/**
 * Every fault of updating a job. What a successful update is answered with isn't documented, so one without a body
 * counts as a success.
 */
export const updateFaults: readonly SubmissionFault[] = creationFaults.map((row) =>
  ['no content', 'empty with 201'].includes(row.name) ? { ...row, level: 'info', result: 'accepted' } : row,
);

function refused(name: string, status: number, fault: SubmissionFault['fault']): SubmissionFault {
  return { name, fault, level: 'error', result: 'refused', status, isDone: false };
}

function lookedUp(name: string, result: 'found' | 'notFound', fault: Fault): SubmissionFault {
  return { name, fault: () => fault, level: 'warn', result, isDone: result === 'found' };
}

/**
 * Every fault of a request that starts, stops, or deletes a job. The reference has no answer of a successful one, so every
 * status of a success counts as one, but for a page.
 */
export const changeFaults: readonly SubmissionFault[] = creationFaults.map((row) => {
  const fault = row.fault('https://other.example/');
  const isSuccess = fault.kind === 'answer' && isDocumented(fault.answer);
  return isSuccess ? { ...row, level: 'info', result: 'accepted' } : row;
});

function isDocumented({ status, body }: Answer): boolean {
  return status >= 200 && status < 300 && !(typeof body === 'string' && body.startsWith('<'));
}
