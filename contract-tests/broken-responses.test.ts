import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { detectDrift } from '../src/drift.ts';
import { createClient, UnexpectedResponseError } from '../src/index.ts';
import { BROKEN_RESPONSES, RECORD } from './cases/broken-responses.ts';
import { caseOf } from './cases/operations.ts';
import { schema } from './cases/pointers.ts';
import { stub } from './support/stubbed-responses.ts';
import { prismReasons } from './support/prism-reasons.ts';
import { sorted } from './support/reason.ts';
import { toRequest, withHeaders } from './support/request.ts';
import { validatingProxyUrl } from './support/witness.ts';

/** What Prism says when it passes a stubbed response on. */
async function throughPrism(
  status: number,
  headers: Readonly<Record<string, string>>,
  json: unknown,
  operationId: Parameters<typeof caseOf>[0] = 'updateTemporaryEvseStatus',
) {
  const stubbed = stub({ status, headers, body: JSON.stringify(json) });
  return fetch(toRequest(validatingProxyUrl(), withHeaders(caseOf(operationId).request, stubbed)));
}

describe('Prism, in front of a service', () => {
  test.each(BROKEN_RESPONSES)('finds $name', async ({ status, headers, json, reasons, operationId }) => {
    const response = await throughPrism(status, headers, json, operationId);
    expect(sorted(await prismReasons(response))).toEqual(sorted(reasons));
  });

  test.each([
    ['the record itself', RECORD],
    ['a value of temporaryStatus that came later', { ...RECORD, temporaryStatus: 'CLEANING' }],
    ['a field that came later', { ...RECORD, note: 'x' }],
  ])('lets pass %s', async (_name, json) => {
    const response = await throughPrism(200, { 'content-type': 'application/json' }, json);
    expect(await prismReasons(response.clone())).toEqual([]);
    expect(await response.json()).toEqual(json);
  });
});

describe('the generated validator names the place in the document', () => {
  const bodies = BROKEN_RESPONSES.filter(({ reasons }) => reasons.every(({ part }) => part === 'body'));

  test.each(bodies)('for $name', ({ status, json, breaks, operationId }) => {
    const record = operationId === 'listTemporaryEvseStatuses' ? 'TemporaryEvseStatusList' : 'TemporaryEvseStatus';
    const generated = VALIDATORS[schema(status === 200 ? record : 'ErrorEnvelope')];
    const sent: unknown = JSON.parse(JSON.stringify(json));
    const found = generated
      ?.contract(sent)
      .map(({ schemaPath, params: { missingProperty } }) =>
        typeof missingProperty === 'string' ? `${schemaPath}/${missingProperty}` : schemaPath,
      );
    expect(found).toEqual(breaks);
  });

  const headers = BROKEN_RESPONSES.filter(({ reasons }) =>
    reasons.every(({ part, keyword }) => part === 'header' && keyword === 'type'),
  );

  test.each(headers)('for $name', ({ headers: sent, reasons, breaks }) => {
    const value = Object.entries(sent).find(([name]) => name.toLowerCase() === reasons[0]?.at)?.[1];
    const place = breaks[0] ?? '';
    const number = Number(value);
    const generated = VALIDATORS[place.slice(0, place.lastIndexOf('/'))];
    expect(generated?.contract(Number.isNaN(number) ? value : number).map(({ schemaPath }) => schemaPath)).toEqual(
      breaks,
    );
  });
});

describe('a client that was asked to throw on drift', () => {
  const bodies = BROKEN_RESPONSES.filter(
    ({ status, reasons }) => status === 200 && reasons.every(({ part }) => part === 'body'),
  );

  test.each(bodies)(
    'does so for $name, and names the place',
    async ({ status, headers, json, breaks, operationId }) => {
      const fetch = () => Promise.resolve(new Response(JSON.stringify(json), { status, headers }));
      const client = createClient({ apiKey: 'key', retry: false, drift: detectDrift('throw'), fetch });
      const error: unknown = await caseOf(operationId ?? 'updateTemporaryEvseStatus')
        .call(client, 42)
        .catch((reason: unknown) => reason);

      expect(error).toBeInstanceOf(UnexpectedResponseError);
      const { findings } = error as UnexpectedResponseError;
      // What is not a record or a list of them cannot be used at all, and is not looked at field by field.
      const expected = breaks.some((place) => /Status(List)?\/type$/.test(place)) ? [] : breaks;
      expect(
        findings.map(({ document, pointer }) =>
          document.endsWith('/required') ? document + pointer.slice(pointer.lastIndexOf('/')) : document,
        ),
      ).toEqual(expected);
    },
  );
});
