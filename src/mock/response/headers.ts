import type { Operation } from '../../../generated/operations.ts';
import type { components } from '../../../generated/types.ts';
import type { Window } from '../state/settings.ts';
import type { MockRequest, MockResponse } from '../types.ts';
import { responseOf } from './examples.ts';

type HeaderFields = MockResponse['headers'];

/** Headers by which a page of another origin may call the mock and read its responses, without credentials. [Fetch, CORS] */
export function corsHeaders(operations: readonly Operation[]): HeaderFields {
  const documented = operations.flatMap(({ responses }) => responses.flatMap(({ headers }) => headers));
  const exposed = [...new Set([...documented.map(({ name }) => name), 'Allow', 'WWW-Authenticate'])].join(', ');
  return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': exposed };
}

/** The response to a request that is none of the API. */
export function jsonResponse(status: number, body: string, headers: HeaderFields): MockResponse {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body, delayMs: 0 };
}

/** The response to OPTIONS. `methods`: those of the path; `cors`: the headers that let the origin in. */
export function preflight({ headers }: MockRequest, methods: readonly string[], cors: HeaderFields): MockResponse {
  const allowed = [...methods, 'OPTIONS'].join(', ');
  const asked = headers['access-control-request-headers'];
  return {
    status: 204,
    headers: {
      ...cors,
      Allow: allowed,
      'Access-Control-Allow-Methods': allowed,
      ...(asked !== undefined && { 'Access-Control-Allow-Headers': asked }),
      'Access-Control-Max-Age': '600',
    },
    body: '',
    delayMs: 0,
  };
}

/** The documented headers that tell how a rate limit stands. Units: [limits]. */
const rateLimitHeaders: Readonly<Record<string, ((window: Window) => number) | undefined>> = {
  'X-RateLimit-Limit': ({ limit }) => limit,
  'X-RateLimit-Remaining': ({ remaining }) => remaining,
  'X-RateLimit-Reset': ({ endsAt }) => Math.ceil(endsAt / 1000),
  'Retry-After': ({ endsAt, now }) => Math.ceil((endsAt - now) / 1000),
} satisfies Partial<Record<keyof components['headers'], (window: Window) => number>>;

/**
 * The media type and the rate-limit headers that the document gives a response of this status; an error that it does not
 * know takes those of its 400. Without a window, a required header of the limit is 0: nothing makes a client wait.
 */
export function responseHeaders(
  operation: Operation | undefined,
  status: number,
  window: Window | undefined,
): Record<string, string> {
  const documented =
    operation && (responseOf(operation, status) ?? (status >= 400 ? responseOf(operation, 400) : undefined));
  const headers: Record<string, string> = {};
  const mediaType = documented ? documented.content[0]?.mediaType : 'application/json';
  if (mediaType !== undefined) headers['Content-Type'] = mediaType;
  for (const { name, required, examples } of documented?.headers ?? []) {
    const value = rateLimitHeaders[name];
    if (value && window) headers[name] = String(value(window));
    else if (required) headers[name] = value ? '0' : String((examples[0]?.value as string | number | undefined) ?? '');
  }
  if (status === 401 && operation) {
    const schemes = operation.security.flat().map(({ scheme = '' }) => capitalize(scheme));
    headers['WWW-Authenticate'] = schemes.join(', ');
  }
  return headers;
}

/** Adds headers, in place of those with the same name in any case. */
export function withHeaders(headers: HeaderFields, added: HeaderFields | undefined): HeaderFields {
  if (added === undefined) return headers;
  const names = Object.keys(added).map((name) => name.toLowerCase());
  const kept = Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...added };
}

/** Schemes are written with a capital, as in their registry, and compared in any case [RFC 9110, 11.1]. */
export function capitalize(scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1);
}
