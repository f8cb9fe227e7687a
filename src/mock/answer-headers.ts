import type { Operation } from '../../generated/operations.ts';
import { answerOf } from './prefer.ts';
import { RATE_LIMIT_HEADERS, type Window } from './rate-limit.ts';

/**
 * The media type and the rate-limit headers that the document gives an answer of this status; an error that it does not
 * know takes after its 400. A required header that tells nothing here (`Retry-After` without a limit) shows its example.
 */
export function answerHeaders(
  operation: Operation | undefined,
  status: number,
  window: Window | undefined,
): Record<string, string> {
  const documented =
    operation && (answerOf(operation, status) ?? (status >= 400 ? answerOf(operation, 400) : undefined));
  const headers: Record<string, string> = {};
  const mediaType = documented ? documented.content[0]?.mediaType : 'application/json';
  if (mediaType !== undefined) headers['Content-Type'] = mediaType;
  for (const { name, required, examples } of documented?.headers ?? []) {
    const tell = (RATE_LIMIT_HEADERS as Readonly<Record<string, (window: Window) => number>>)[name];
    if (tell && window) headers[name] = String(tell(status === 429 ? { ...window, remaining: 0 } : window));
    else if (required && examples[0]) headers[name] = String(examples[0].value);
  }
  if (status === 401 && operation) headers['WWW-Authenticate'] = challenges(operation);
  return headers;
}

function challenges({ security }: Operation): string {
  return security
    .flatMap((alternative) => alternative.map(({ scheme = '' }) => scheme))
    .map(capital)
    .join(', ');
}

/** Schemes are written with a capital, as their registry has them; they are compared in any case [RFC 9110, 11.1]. */
export function capital(scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1);
}

/** Adds headers, in place of those with the same name in whatever case. */
export function withHeaders(
  headers: Record<string, string>,
  added: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  if (added === undefined) return headers;
  const names = Object.keys(added).map((name) => name.toLowerCase());
  const kept = Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase()));
  return { ...Object.fromEntries(kept), ...added };
}
