/** Reads Prism's reasons: violations from its header, other problems from the body. */
import { joinPointer } from '../../src/shared/json-pointer.ts';
import { isObject } from './document.ts';
import type { Reason } from './reason.ts';

interface Violation {
  /** `request` or `response`, then the part, then the path into it. */
  readonly location?: readonly string[];
  readonly code?: string | number;
  readonly message: string;
}

/** Prism's own errors, which the document does not describe. */
const PROBLEMS: Readonly<Record<string, Reason['part']>> = {
  NO_PATH_MATCHED_ERROR: 'route',
  NO_METHOD_MATCHED_ERROR: 'method',
  NOT_ACCEPTABLE: 'accept',
  UNAUTHORIZED: 'security',
};

const PROBLEM = 'application/problem+json';

const PARTS = ['path', 'query', 'header', 'body'] as const;

/** Why Prism refused a request, or what is wrong with a response that it passed on. */
export async function prismReasons(response: Response): Promise<readonly Reason[]> {
  const violations = violationsOf(response);
  if (violations.length > 0) return withoutBranches(violations.map(reasonOf));
  const { status } = response;
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const problem = problemOf(response, body);
  if (problem !== undefined) {
    const part = PROBLEMS[problem];
    if (part === undefined) throw new Error(`Prism responded ${status} with its own error ${problem}: ${text}`);
    return [{ part }];
  }
  return isMalformedJson(status, body) ? [{ part: 'syntax' }] : [];
}

/**
 * What Prism, as a proxy, found wrong with a response; `undefined` if the server refused the request and Prism has nothing
 * to add. Statuses that the document lacks are ignored: HTTP has more of them (405, 406, 415) than the vendor's pages.
 */
export async function proxyReasons(response: Response): Promise<readonly Reason[] | undefined> {
  const found = response.headers.has('sl-violations') || response.headers.get('content-type') === PROBLEM;
  const reasons = found ? (await prismReasons(response)).filter(({ part }) => part !== 'status') : [];
  return reasons.length > 0 || response.ok ? reasons : undefined;
}

function violationsOf(response: Response): readonly Violation[] {
  return JSON.parse(response.headers.get('sl-violations') ?? '[]') as readonly Violation[];
}

/** The name of Prism's own error, such as `NOT_FOUND`; `undefined` if the response is one of the document's. */
export function problemOf(response: Response, body: unknown): string | undefined {
  if (response.headers.get('content-type') !== PROBLEM) return undefined;
  // A response to HEAD has no body, only a status.
  if (body === undefined && response.status === 405) return 'NO_METHOD_MATCHED_ERROR';
  const type = isObject(body) ? body['type'] : undefined;
  return typeof type === 'string' ? type.replace('https://stoplight.io/prism/errors#', '') : 'UNKNOWN';
}

/** Prism's body parser refuses malformed JSON with an error that looks like the document's envelope. */
function isMalformedJson(status: number, body: unknown): boolean {
  const error = isObject(body) ? body['error'] : undefined;
  return status === 400 && isObject(error) && error['code'] === 'invalid_json' && !('request_id' in error);
}

function reasonOf({ location = [], code, message }: Violation): Reason {
  const [, part, ...path] = location;
  if (part === undefined) {
    if (code === 401) return { part: 'security' };
    if (code === 415) return { part: 'media type' };
    if (code === 'required') return { part: 'body', at: '', keyword: 'required' };
    if (message.startsWith('The received media type')) return { part: 'media type' };
    if (message.startsWith('Unable to match the returned status code')) return { part: 'status' };
  }
  const known = PARTS.find((one) => one === part);
  if (known === undefined) throw new Error(`prism-reasons.ts cannot read this violation of Prism: ${message}`);
  // Only the message names what is missing.
  const missing = code === 'required' ? /'(.+)'$/.exec(message)?.[1] : undefined;
  const way = missing === undefined ? path : [...path, missing];
  return { part: known, at: known === 'body' ? joinPointer('', ...way) : way.join('.'), keyword: String(code) };
}

/** If no branch of an `anyOf` matches, Prism lists the violations of each. What remains is what all of them say: the type. */
function withoutBranches(reasons: readonly Reason[]): readonly Reason[] {
  const open = reasons.filter(({ keyword }) => keyword === 'anyOf').map(({ at }) => at);
  const left = reasons.filter(({ at, keyword }) => !open.includes(at) || keyword === 'type');
  return left.filter((one, index) => left.findIndex((other) => same(one, other)) === index);
}

function same(one: Reason, other: Reason): boolean {
  return one.part === other.part && one.at === other.at && one.keyword === other.keyword;
}
