import type { DocumentedResponse } from '../../../generated/operations.ts';
import {
  expectedStatuses,
  isAlternative,
  isConflict,
  listedResponse,
  ruleOfAcceptance,
} from '../cases/expectations.ts';
import { isSuccess } from '../document.ts';
import type { Exchange, Responded } from '../exchange.ts';
import { excerpt } from '../shown.ts';
import { checkBody } from './body.ts';
import type { RuleId } from '../rules.ts';
import { found, type Found, type Note, type Notes } from './found.ts';
import { checkHeaders } from './headers.ts';

/** Is the response what the document says? Pure: status, headers and body of one exchange. */
export function* checkResponse(exchange: Exchange): Notes {
  const { case: one, response, failure = '', json, isMade = false, echoed } = exchange;
  const { operation } = one;
  if (isMade) {
    const rule = ruleOfAcceptance(one.expect);
    if (rule !== undefined) yield found(rule, one.place, 'a refusal', 'the request was carried out');
    return;
  }
  if (response === undefined || json === undefined) {
    yield found('no-response', `${operation.pointer}/responses`, 'one whole response', failure);
    return;
  }
  const responded = { ...exchange, response, json };
  const documented = documentedResponse(responded);
  const status = checkStatus(responded);
  if (status !== undefined) yield status;
  const place = documented?.pointer ?? operation.pointer;
  if (echoed !== undefined) yield { rule: 'key-echoed', place, expected: 'no API key', ...echoed };
  if (documented !== undefined) yield* checkBody(responded, documented);
  yield* checkHeaders(responded, documented);
}

/** Whether a response says that the service does not have the operation at all. */
export function isMissing({ response }: Exchange): boolean {
  return [404, 405, 501].includes(response?.status ?? 0);
}

export function missingOperation({ case: { operation }, response }: Exchange): Found {
  const [method, path] = [operation.method, operation.path];
  return found('operation-missing', operation.pointer, `${method} ${path}`, `${response?.status ?? ''}`, '/status');
}

/**
 * What the document says of a response with this status: the status itself, its range, or, since every error has the same
 * envelope [errors] and every success the same record, the nearest one.
 */
function documentedResponse({
  case: { operation, expect },
  response: { status, body },
}: Responded): DocumentedResponse | undefined {
  const listed = listedResponse(operation, status);
  if (listed !== undefined || body.byteLength === 0) return listed;
  if (isSuccess(status)) return operation.responses.find((one) => isSuccess(Number(one.status)));
  if (status < 400) return undefined;
  return listedResponse(operation, expectedStatuses(operation, expect).find((expected) => expected >= 400) ?? 400);
}

const wordsOf = new Map<string, string>([
  ['no-valid-key', 'without a valid key'],
  ['forbidden-key', 'not permitted'],
  ['open', 'not covered by the documentation'],
]);

/** Holds a status to the kind of its request. */
function checkStatus({ case: { operation, expect, place: own }, response, json }: Responded): Note | undefined {
  const { status } = response;
  const expected = expectedStatuses(operation, expect);
  if (expected.includes(status)) return undefined;
  if (isConflict(operation.method, expect, status))
    return { question: 'may a create conflict with a status that its EVSE has already?', value: 'yes' };
  if (isAlternative(operation, expect, status)) {
    const kind = wordsOf.get(expect) ?? expect;
    return { question: `which status is returned when a request is ${kind}?`, value: String(status) };
  }
  const actual = `${status} ${excerpt(json.text)}`.trimEnd();
  const wrong = (rule: RuleId, place = `${operation.pointer}/responses`) =>
    found(rule, place, expected.join(' or '), actual, '/status');
  const isListed = listedResponse(operation, status) !== undefined;
  if (status >= 500) return wrong('server-error');
  if (expect === 'throttled' && isListed) return wrong('rate-limit-missing', own);
  const accepted = isSuccess(status) ? ruleOfAcceptance(expect) : undefined;
  // One response is one finding: a refusal of what is valid says more than its status.
  if (accepted !== undefined) return wrong(accepted, own);
  if (!isSuccess(status) && expect === 'valid') return wrong('valid-refused', own);
  return wrong(isListed ? 'status-wrong' : 'status-undocumented');
}
