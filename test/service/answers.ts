/** What the service answers to a request. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent unchanged. None: an empty body. */
  readonly body?: unknown;
}

/** The error bodies of the page Creating a Job, its example responses, and those of the gateway in front of the service. */
export const documented = {
  badRequest: {
    status: 400,
    body: {
      error_code: 'common.01000001',
      error_msg:
        'failed to read http request, please check your input, code: 400, reason: Type mismatch., cause: TypeMismatchException',
    },
  },
  unauthorized: {
    status: 401,
    body: { error_code: 'APIG.1002', error_msg: 'Incorrect token or token resolution failed' },
  },
  wrongSignature: {
    status: 401,
    body: {
      error_code: 'APIGW.0301',
      error_msg: 'Incorrect IAM authentication information: verify aksk signature fail',
      request_id: 'gateway',
    },
  },
  signatureExpired: {
    status: 401,
    body: {
      error_code: 'APIGW.0301',
      error_msg: 'Incorrect IAM authentication information: signature expired',
      request_id: 'gateway',
    },
  },
  forbidden: {
    status: 403,
    body: {
      error: {
        code: '403',
        message: 'X-Auth-Token is invalid in the request',
        error_code: null,
        error_msg: null,
        title: 'Forbidden',
      },
      error_code: '403',
      error_msg: 'X-Auth-Token is invalid in the request',
      title: 'Forbidden',
    },
  },
  noPermission: {
    status: 403,
    body: { error_code: 'lakeformation.00000016', error_msg: 'no permission', solution_msg: 'Ask the administrator.' },
  },
  notFound: {
    status: 404,
    body: { error_code: 'common.01000001', error_msg: 'response status exception, code: 404' },
  },
  unknownApi: {
    status: 404,
    body: { error_code: 'APIGW.0101', error_msg: 'The API does not exist', request_id: 'gateway' },
  },
  timeout: { status: 408, body: { error_code: 'common.00000408', error_msg: 'timeout exception occurred' } },
  tooLarge: {
    status: 413,
    body: { error_code: 'APIGW.0201', error_msg: 'Request entity too large', request_id: 'gateway' },
  },
  tooMany: {
    status: 429,
    headers: { 'Retry-After': '7' },
    body: { error_code: 'APIGW.0308', error_msg: 'The throttling threshold has been reached', request_id: 'gateway' },
  },
  internal: { status: 500, body: { error_code: 'common.00000500', error_msg: 'internal error' } },
  badGateway: {
    status: 502,
    headers: { 'Content-Type': 'text/html' },
    body: '<html><head><title>502</title></head><body><h1>502 Bad Gateway</h1><p>proxy.example</p></body></html>',
  },
  gatewayTimeout: {
    status: 504,
    body: { error_code: 'APIGW.0201', error_msg: 'Backend timeout', request_id: 'gateway' },
  },
} as const satisfies Record<string, Answer>;

/** IAM's errors: one object, with a number as the code. */
export const iamErrors = {
  badRequest: {
    status: 400,
    body: { error: { code: 400, message: 'The request body is invalid', title: 'Bad Request' } },
  },
  unauthorized: {
    status: 401,
    body: {
      error: { code: 401, message: 'The request you have made requires authentication.', title: 'Unauthorized' },
    },
  },
  wrongPassword: {
    status: 401,
    body: { error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' } },
  },
} as const satisfies Record<string, Answer>;

/** Answers that no client can read, though their status is one of success. */
export const unreadable = {
  /** The sign-in page of a proxy. */
  html: {
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    body: '<html><body><form>Sign in to proxy.example</form></body></html>',
  },
  invalidJson: { status: 201, body: '{"id": "03141229-84cd-' },
  empty: { status: 201 },
} as const satisfies Record<string, Answer>;

/** A redirect to another address; 307 and 308 ask the client to repeat method, headers and body there. */
export function redirectTo(url: string, status: 301 | 302 | 303 | 307 | 308 = 307): Answer {
  return { status, headers: { Location: url } };
}
