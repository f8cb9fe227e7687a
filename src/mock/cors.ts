import type { Operation } from '../../generated/operations.ts';
import type { PlainAnswer, PlainRequest } from './types.ts';

/** Headers by which a page of any origin may call the mock and read its answers; also on errors. [Fetch, CORS] */
export function createCors(operations: readonly Operation[]) {
  const documented = operations.flatMap(({ responses }) => responses.flatMap(({ headers }) => headers));
  const exposed = [...new Set([...documented.map(({ name }) => name), 'Allow', 'ETag', 'WWW-Authenticate'])].join(', ');
  const anonymous = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposed };

  return {
    headers(origin: string | undefined): Readonly<Record<string, string>> {
      if (origin === undefined) return anonymous;
      return {
        // Not `*`, which a browser does not take for a call with `credentials: 'include'`.
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': exposed,
        Vary: 'Origin',
      };
    },

    /** The answer to OPTIONS. `methods`: those of the path. */
    preflight({ headers }: PlainRequest, methods: readonly string[]): PlainAnswer {
      const allowed = [...methods, 'OPTIONS'].join(', ');
      const asked = headers['access-control-request-headers'];
      return {
        status: 204,
        headers: {
          ...this.headers(headers['origin']),
          Allow: allowed,
          'Access-Control-Allow-Methods': allowed,
          ...(asked !== undefined && { 'Access-Control-Allow-Headers': asked }),
          'Access-Control-Max-Age': '600',
        },
        body: '',
        delayMs: 0,
      };
    },
  };
}
