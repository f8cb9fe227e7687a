import type { DocumentedResponse, Pointer } from '../../../generated/operations.ts';
import { expectedStatuses, isAlternative, isDocumented, ruleOfAcceptance } from '../cases/expectations.ts';
import type { Exchange, ServiceResponse } from '../exchange.ts';
import { excerpt } from '../shown.ts';
import { checkBody } from './body.ts';
import type { Found, Note, Notes } from './found.ts';
import { checkHeaders } from './headers.ts';

/**
 * Is the response what the document says? Pure: status, headers and body of one exchange.
 * @param redact - replaces the keys of the run in a text
 */
export function* checkResponse(exchange: Exchange, redact: (text: string) => string): Notes {
  const { case: one, response, failure = '', json, isMade = false } = exchange;
  const { operation } = one;
  if (isMade) {
    const rule = ruleOfAcceptance(one.expect);
    const actual = 'the request was carried out';
    if (rule !== undefined) yield { rule, place: one.place, at: '', expected: 'a refusal', actual };
    return;
  }
  if (response === undefined || json === undefined) {
    const place = `${operation.pointer}/responses`;
    yield { rule: 'no-response', place, at: '', expected: 'one whole response', actual: failure };
    return;
  }
  const documented = documentedResponse(exchange, response);
  const text = 'text' in json ? json.text : new TextDecoder().decode(response.body);
  const status = checkStatus(exchange, response, text);
  if (status !== undefined) yield status;
  yield* checkKey(documented?.pointer ?? operation.pointer, response, text, redact);
  if (documented !== undefined) yield* checkBody(exchange, documented, response, json);
  yield* checkHeaders(operation, documented, response, exchange.at);
}

/**
 * What the document says of a response with this status: the status itself, its range, or, since every error has the same
 * envelope [errors] and every success the same record, the nearest one.
 */
function documentedResponse(
  { case: { operation, expect } }: Exchange,
  { status, body }: ServiceResponse,
): DocumentedResponse | undefined {
  const named = (name: string) => operation.responses.find((one) => one.status.toUpperCase() === name);
  const exact = named(String(status)) ?? named(`${String(status).slice(0, 1)}XX`);
  if (exact !== undefined || body.byteLength === 0) return exact;
  if (status >= 200 && status < 300) return operation.responses.find((one) => one.status.startsWith('2'));
  if (status < 400) return undefined;
  return named(String(expectedStatuses(operation, expect).find((expected) => expected >= 400) ?? 400));
}

const wordsOf = new Map<string, string>([
  ['no-valid-key', 'without a valid key'],
  ['forbidden-key', 'not permitted'],
]);

/** Holds a status to the kind of its request. */
function checkStatus({ case: one }: Exchange, { status }: ServiceResponse, text: string): Note | undefined {
  const { operation, expect } = one;
  const expected = expectedStatuses(operation, expect);
  if (expected.includes(status)) return undefined;
  if (isAlternative(operation, expect, status)) {
    const kind = wordsOf.get(expect) ?? expect;
    return { question: `which status has a response to a request that is ${kind}?`, value: String(status) };
  }
  const found = (rule: Found['rule'], place = `${operation.pointer}/responses`): Found => {
    const actual = text === '' ? String(status) : `${status} ${excerpt(text)}`;
    return { rule, place, at: '/status', expected: expected.join(' or '), actual };
  };
  const isListed = isDocumented(operation, status, expect);
  if (status >= 500) return found('server-error');
  if (expect === 'throttled' && isListed) return found('rate-limit-missing', one.place);
  const isSuccess = status >= 200 && status < 300;
  const accepted = isSuccess ? ruleOfAcceptance(expect) : undefined;
  // One response is one finding: a refusal of what is valid says more than its status.
  if (accepted !== undefined) return found(accepted, one.place);
  if (!isSuccess && expect === 'valid') return found('valid-refused', one.place);
  return found(isListed ? 'status-wrong' : 'status-undocumented');
}

function* checkKey(
  place: Pointer,
  { headers }: ServiceResponse,
  text: string,
  redact: (text: string) => string,
): Notes {
  const parts = [['/body', text], ...[...headers].map(([name, value]) => [`/headers/${name}`, value])] as const;
  for (const [at = '', part = ''] of parts) {
    const actual = redact(part);
    if (actual === part) continue;
    yield { rule: 'key-echoed', place, at, expected: 'no API key', actual: excerpt(actual) };
    return;
  }
}
