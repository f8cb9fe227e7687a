import type { Operation } from '../../../generated/operations.ts';
import type { MockRequest, MockResponse } from '../types.ts';

/** Headers by which a page of another origin may call the mock and read its responses, without credentials. [Fetch, CORS] */
export function createCors(operations: readonly Operation[]) {
  const documented = operations.flatMap(({ responses }) => responses.flatMap(({ headers }) => headers));
  const exposed = [...new Set([...documented.map(({ name }) => name), 'Allow', 'WWW-Authenticate'])].join(', ');
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposed };

  /** The response to OPTIONS. `methods`: those of the path; `more`: headers that win over those for any origin. */
  function preflight(request: MockRequest, methods: readonly string[], more = {}): MockResponse {
    const allowed = [...methods, 'OPTIONS'].join(', ');
    const asked = request.headers['access-control-request-headers'];
    return {
      status: 204,
      headers: {
        ...headers,
        Allow: allowed,
        'Access-Control-Allow-Methods': allowed,
        ...(asked !== undefined && { 'Access-Control-Allow-Headers': asked }),
        'Access-Control-Max-Age': '600',
        ...more,
      },
      body: '',
      delayMs: 0,
    };
  }
  return { headers, preflight };
}
