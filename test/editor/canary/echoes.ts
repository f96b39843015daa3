import type { Answer } from '../../service/answers.ts';

/** Answers of a service that repeats what it was sent, in every part of them. */
export const echoes = {
  /** An error that names a property too, so that it is marked in the document. */
  refusal: (echo: string, status = 400): Answer => ({
    status,
    headers: { 'X-Request-Id': `for ${echo}` },
    body: {
      error_code: `echo.${echo}`,
      error_msg: `target_catalog 'lake' not found for ${echo}`,
      solution_msg: `Leave ${echo} out`,
    },
  }),
  /** A page of a proxy; of the echo only the beginning is among the words that are shown. */
  page: (echo: string, status = 502): Answer => ({
    status,
    headers: { 'Content-Type': 'text/html', 'X-Request-Id': echo },
    body: `<html><title>${'.'.repeat(90)}</title><p>${echo}</p><p>${echo}</p></html>`,
  }),
  /** IAM's form of an error. */
  iam: (echo: string): Answer => ({
    status: 401,
    headers: { 'X-Request-Id': echo },
    body: { error: { code: 401, message: `Wrong: ${echo}`, title: echo } },
  }),
  /** A job that was made, with what it was made of. */
  job: (echo: string, name: string): Answer => ({
    status: 201,
    headers: { 'X-Request-Id': echo },
    body: {
      id: 'echoed',
      name,
      type: 'METADATA_MIGRATION',
      status: 'CREATED',
      parameter: { password: echo, note: echo },
    },
  }),
} as const;
