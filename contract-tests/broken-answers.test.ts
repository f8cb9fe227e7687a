import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { judge } from '../src/drift.ts';
import { createClient, UnexpectedResponseError } from '../src/index.ts';
import { BROKEN_ANSWERS, RECORD } from './cases/broken-answers.ts';
import { schema } from './cases/pointers.ts';
import { dictate } from './support/dictated-answers.ts';
import { prismReasons } from './support/prism-reasons.ts';
import { sorted } from './support/reason.ts';
import { toRequest } from './support/request.ts';
import { witnessJudgeUrl } from './support/witness.ts';

/** What Prism says when it passes a dictated answer on. */
async function judgedByPrism(status: number, headers: Readonly<Record<string, string>>, json: unknown) {
  const dictated = dictate({ status, headers, body: JSON.stringify(json) });
  return fetch(toRequest(witnessJudgeUrl(), { headers: dictated }));
}

describe('Prism, as a judge of answers', () => {
  test.each(BROKEN_ANSWERS)('finds $name', async ({ status, headers, json, reasons }) => {
    const response = await judgedByPrism(status, headers, json);
    expect(sorted(await prismReasons(response))).toEqual(sorted(reasons));
  });

  test.each([
    ['the record itself', RECORD],
    ['a value of temporaryStatus that came later', { ...RECORD, temporaryStatus: 'CLEANING' }],
    ['a field that came later', { ...RECORD, note: 'x' }],
  ])('lets pass %s', async (_name, json) => {
    const response = await judgedByPrism(200, { 'content-type': 'application/json' }, json);
    expect(await prismReasons(response.clone())).toEqual([]);
    expect(await response.json()).toEqual(json);
  });
});

describe('the generated judge names the place in the document', () => {
  const bodies = BROKEN_ANSWERS.filter(({ reasons }) => reasons.every(({ part }) => part === 'body'));

  test.each(bodies)('for $name', ({ status, json, breaks }) => {
    const generated = VALIDATORS[schema(status === 200 ? 'TemporaryEvseStatus' : 'ErrorEnvelope')];
    const sent: unknown = JSON.parse(JSON.stringify(json));
    const found = generated
      ?.contract(sent)
      .map(({ schemaPath, params: { missingProperty } }) =>
        typeof missingProperty === 'string' ? `${schemaPath}/${missingProperty}` : schemaPath,
      );
    expect(found).toEqual(breaks);
  });

  const headers = BROKEN_ANSWERS.filter(({ reasons }) =>
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
  const bodies = BROKEN_ANSWERS.filter(
    ({ status, reasons }) => status === 200 && reasons.every(({ part }) => part === 'body'),
  );

  test.each(bodies)('does so for $name, and names the place', async ({ status, headers, json, breaks }) => {
    const fetch = () => Promise.resolve(new Response(JSON.stringify(json), { status, headers }));
    const client = createClient({ apiKey: 'key', retry: false, onDrift: 'throw', judge, fetch });
    const error: unknown = await client.update(42, {}).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(UnexpectedResponseError);
    const { findings } = error as UnexpectedResponseError;
    // What is no record at all is not judged field by field.
    const expected = breaks.includes(schema('TemporaryEvseStatus', 'type')) ? [] : breaks;
    expect(
      findings.map(({ document, pointer }) => (document.endsWith('/required') ? document + pointer : document)),
    ).toEqual(expected);
  });
});
