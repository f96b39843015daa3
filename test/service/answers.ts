/** What the service answers to a request. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is. None: an empty body. */
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
