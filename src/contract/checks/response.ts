import { type DocumentedResponse, type Operation } from '../../../generated/operations.ts';
import { expectedStatuses, isAlternative, isDocumented, ruleOfAcceptance } from '../cases/expectations.ts';
import type { Exchange, ServiceResponse } from '../exchange.ts';
import { excerpt } from '../shown.ts';
import { checkBody } from './body.ts';
import { nothingFound, together, type Checked, type Found } from './found.ts';
import { checkHeaders } from './headers.ts';

/**
 * Is the response what the document says? Pure: status, headers and body of one exchange.
 * @param redact - replaces the keys of the run in a text
 */
export function checkResponse(exchange: Exchange, redact: (text: string) => string): Checked {
  const { case: one, response, failure, json, isMade = false } = exchange;
  const { operation } = one;
  const accepted = ruleOfAcceptance(one.expect);
  if (isMade) {
    const found: Found[] =
      accepted === undefined
        ? []
        : [{ rule: accepted, place: one.place, at: '', expected: 'a refusal', actual: 'the request was carried out' }];
    return { found, observed: [] };
  }
  if (response === undefined || json === undefined) {
    const place = `${operation.pointer}/responses`;
    return {
      ...nothingFound,
      found: [{ rule: 'no-response', place, at: '', expected: 'one whole response', actual: failure ?? '' }],
    };
  }
  const documented = documentedResponse(exchange, response);
  const text = 'text' in json ? json.text : new TextDecoder().decode(response.body);
  return together(
    checkStatus(exchange, response, text),
    checkKey(documented?.pointer ?? operation.pointer, response, text, redact),
    ...(documented === undefined ? [] : [checkBody(exchange, documented, response, json)]),
    checkHeaders(operation, documented, response, exchange.at),
  );
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

/** Holds a status to the kind of its request. */
function checkStatus({ case: one }: Exchange, { status }: ServiceResponse, text: string): Checked {
  const { operation, expect } = one;
  if (expectedStatuses(operation, expect).includes(status)) return nothingFound;
  if (isAlternative(operation, expect, status)) {
    return {
      found: [],
      observed: [
        { question: `which status has a response to a request that is ${wordsOf(expect)}?`, value: String(status) },
      ],
    };
  }
  const found = (rule: Found['rule'], place = `${operation.pointer}/responses`): Checked => ({
    ...nothingFound,
    found: [
      {
        rule,
        place,
        at: '/status',
        expected: expectedStatuses(operation, expect).join(' or '),
        actual: text === '' ? String(status) : `${status} ${excerpt(text)}`,
      },
    ],
  });
  if (status >= 500) return found('server-error');
  if (expect === 'throttled' && isDocumented(operation, status, expect)) return found('rate-limit-missing', one.place);
  const success = status >= 200 && status < 300;
  const accepted = ruleOfAcceptance(expect);
  const isWrong = success ? accepted : expect === 'valid' ? 'valid-refused' : undefined;
  // One response is one finding: a refusal of what is valid says more than its status.
  if (isWrong !== undefined) return found(isWrong, one.place);
  return found(isDocumented(operation, status, expect) ? 'status-wrong' : 'status-undocumented');
}

function wordsOf(expect: string): string {
  return expect === 'no-valid-key' ? 'without a valid key' : expect === 'forbidden-key' ? 'not permitted' : expect;
}

function checkKey(
  place: Operation['pointer'],
  { headers }: ServiceResponse,
  text: string,
  redact: (text: string) => string,
): Checked {
  const parts: [string, string][] = [
    ['/body', text],
    ...[...headers].map(([name, value]): [string, string] => [`/headers/${name}`, value]),
  ];
  const leak = parts.find(([, part]) => redact(part) !== part);
  if (leak === undefined) return nothingFound;
  const actual = excerpt(redact(leak[1]));
  return { ...nothingFound, found: [{ rule: 'key-echoed', place, at: leak[0], expected: 'no API key', actual }] };
}
