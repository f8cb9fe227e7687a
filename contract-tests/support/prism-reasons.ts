/** Reads Prism's reasons: a violation's from its header; where no operation or answer was found, from its problem body. */
import { isObject } from './document.ts';
import type { Reason } from './reason.ts';

interface Violation {
  /** `request` or `response`, then the part, then the way into it. */
  readonly location?: readonly string[];
  readonly code?: string | number;
  readonly message: string;
}

/** Prism's own errors, which no document describes. */
const PROBLEMS: Readonly<Record<string, Reason['part']>> = {
  NO_PATH_MATCHED_ERROR: 'route',
  NO_METHOD_MATCHED_ERROR: 'method',
  NOT_ACCEPTABLE: 'accept',
  UNAUTHORIZED: 'security',
};

const PROBLEM = 'application/problem+json';

const PARTS = ['path', 'query', 'header', 'body'] as const;

/** Why Prism refused a request, or what it found wrong in an answer that it passed on. */
export async function prismReasons(response: Response): Promise<readonly Reason[]> {
  const violations = violationsOf(response);
  if (violations.length > 0) return withoutBranches(violations.map(reasonOf));
  const { status } = response;
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const problem = problemOf(response, body);
  if (problem !== undefined) {
    const part = PROBLEMS[problem];
    const refused = isObject(body) ? (body['validation'] as readonly Violation[] | undefined) : undefined;
    // In front of a service, Prism tells the violations of a request here, and leaves out that they are the request's.
    if (refused) return refused.map((one) => reasonOf({ ...one, location: ['request', ...(one.location ?? [])] }));
    if (part === undefined) throw new Error(`Prism answered ${status} with its own error ${problem}: ${text}`);
    return [{ part }];
  }
  return isMalformedJson(status, body) ? [{ part: 'syntax' }] : [];
}

/**
 * What Prism, as a judge, found in a request or in its answer; `undefined` where another refused the request and Prism has
 * nothing to say. A status that the document lacks is not told: HTTP has more of them (405, 406, 415) than the vendor's pages.
 */
export async function judgedReasons(response: Response): Promise<readonly Reason[] | undefined> {
  const found = response.headers.has('sl-violations') || response.headers.get('content-type') === PROBLEM;
  const reasons = found ? (await prismReasons(response)).filter(({ part }) => part !== 'status') : [];
  return reasons.length > 0 || response.ok ? reasons : undefined;
}

/** What Prism wrote into `sl-violations`. */
export function violationsOf(response: Response): readonly Violation[] {
  return JSON.parse(response.headers.get('sl-violations') ?? '[]') as readonly Violation[];
}

/** The name of Prism's own error, such as `NOT_FOUND`; `undefined` where the answer is the document's. */
export function problemOf(response: Response, body: unknown): string | undefined {
  if (response.headers.get('content-type') !== PROBLEM) return undefined;
  // An answer to HEAD has no body; its status says it all.
  if (body === undefined && response.status === 405) return 'NO_METHOD_MATCHED_ERROR';
  const type = isObject(body) ? body['type'] : undefined;
  return typeof type === 'string' ? type.replace('https://stoplight.io/prism/errors#', '') : 'UNKNOWN';
}

/** Prism's body parser answers malformed JSON with an error of its own that looks like the document's envelope. */
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
  if (known === undefined) throw new Error(`Prism found what these tests can’t read: ${message}`);
  if (known === 'body')
    return { part: known, at: path.map((segment) => `/${segment}`).join(''), keyword: String(code) };
  // A parameter that is missing is named in the message only.
  return { part: known, at: path.join('.') || (/'(.+)'$/.exec(message)?.[1] ?? ''), keyword: String(code) };
}

/** Where no branch of an `anyOf` fits, Prism lists what is wrong by each. What stays is what is wrong by all: the type. */
function withoutBranches(reasons: readonly Reason[]): readonly Reason[] {
  const open = reasons.filter(({ keyword }) => keyword === 'anyOf').map(({ at }) => at);
  const left = reasons.filter(({ at, keyword }) => !open.includes(at) || keyword === 'type');
  return left.filter((one, index) => left.findIndex((other) => same(one, other)) === index);
}

function same(one: Reason, other: Reason): boolean {
  return one.part === other.part && one.at === other.at && one.keyword === other.keyword;
}
