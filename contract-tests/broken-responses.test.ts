/** Who notices a response that breaks the document or goes beyond it: Prism, the validators, and a client that detects drift. */
import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { detectDrift } from '../src/drift.ts';
import { createClient, UnexpectedResponseError } from '../src/index.ts';
import type { DriftFinding } from '../src/index.ts';
import { joinPointer, splitPointer } from '../src/shared/json-pointer.ts';
import { BROKEN_BODIES, BROKEN_HEADERS, BROKEN_OTHERWISE, SUCCESSES } from './cases/broken-responses.ts';
import type { BrokenResponse } from './cases/broken-responses.ts';
import { CALLS } from './support/client.ts';
import { prismReasons } from './support/prism-reasons.ts';
import { sorted } from './support/reason.ts';
import { toRequest } from './support/request.ts';
import { stub } from './support/stubbed-responses.ts';
import { send, validatedStubsUrl } from './support/witness.ts';

type Sent = Pick<BrokenResponse, 'operation' | 'status' | 'headers' | 'json'>;

/** Each success with what the vendor may add at any time. */
const ADDED = SUCCESSES.flatMap((success) => {
  const add = (member: object): unknown =>
    Array.isArray(success.json) ? success.json.map((record) => merged(record, member)) : merged(success.json, member);
  const record = Array.isArray(success.json) ? '/0' : '';
  return [
    { ...success, what: 'an unknown status', json: add({ temporaryStatus: 'NEW' }), at: `${record}/temporaryStatus` },
    { ...success, what: 'an unknown field', json: add({ unknownField: 'x' }), at: `${record}/unknownField` },
  ];
});

function merged(record: unknown, member: object): unknown {
  return { ...(record as object), ...member };
}

describe('Prism, as a proxy', () => {
  const throughPrism = ({ operation, status, headers, json }: Sent) =>
    send(toRequest(validatedStubsUrl(), { operation, headers: stub({ status, headers, body: JSON.stringify(json) }) }));

  test.each([...BROKEN_BODIES, ...BROKEN_HEADERS, ...BROKEN_OTHERWISE])(
    'finds what is wrong with a response of $name',
    async (broken) => {
      expect(sorted(await prismReasons(await throughPrism(broken)))).toEqual(sorted(broken.reasons));
    },
  );

  test.each(ADDED)('lets a response of $operation with $what pass', async (added) => {
    const response = await throughPrism(added);
    expect(await prismReasons(response.clone())).toEqual([]);
    expect(await response.json()).toEqual(added.json);
  });
});

test.each(BROKEN_HEADERS.filter(({ reasons }) => reasons[0]?.keyword === 'type'))(
  'the validator of the header names the place for $name',
  ({ headers, reasons, breaks }) => {
    const value = Object.entries(headers).find(([name]) => name.toLowerCase() === reasons[0]?.at)?.[1];
    const [place = ''] = breaks;
    const validators = VALIDATORS[place.slice(0, place.lastIndexOf('/'))];
    const number = Number(value);
    const found = validators?.contract(Number.isNaN(number) ? value : number);
    expect(found?.map(({ schemaPath }) => schemaPath)).toEqual(breaks);
  },
);

describe('a client that detects drift', () => {
  /** What the client makes of a response, and what it reports. */
  async function receive({ operation, status, headers, json }: Sent, report: 'throw' | 'collect') {
    const findings: DriftFinding[] = [];
    const client = createClient({
      apiKey: 'key',
      retry: false,
      drift: detectDrift(report === 'throw' ? report : (found) => void findings.push(...found)),
      fetch: () => Promise.resolve(new Response(JSON.stringify(json), { status, headers })),
    });
    const [result] = await Promise.allSettled([CALLS[operation](client, {})]);
    return { result, findings };
  }

  /** A finding as the tables name its place: what is missing is a place of its own. */
  const placeOf = ({ document, pointer }: DriftFinding) =>
    document.endsWith('/required') ? joinPointer(document, String(splitPointer(pointer).at(-1))) : document;

  const successes = BROKEN_BODIES.filter(({ status }) => status < 300);
  // If a response is not a record at all, its fields are not validated.
  const isUsable = ({ reasons }: BrokenResponse) =>
    !reasons.some(({ at = '', keyword }) => keyword === 'type' && /^(\/\d+)?$/.test(at));

  test.each(successes.filter(isUsable))('reports $name with its place, or throws the same findings', async (broken) => {
    const { result, findings } = await receive(broken, 'collect');
    expect(result).toEqual({ status: 'fulfilled', value: broken.json });
    expect(findings.map(placeOf)).toEqual(broken.breaks);
    expect(findings.map(({ kind, pointer }) => [kind, pointer])).toEqual(
      broken.reasons.map(({ at }) => ['breaking', at]),
    );
    const { result: thrown } = await receive(broken, 'throw');
    const error: unknown = thrown.status === 'rejected' ? thrown.reason : undefined;
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ findings });
  });

  test.each(successes.filter((broken) => !isUsable(broken)))('rejects for $name either way', async (broken) => {
    for (const report of ['throw', 'collect'] as const) {
      const { result } = await receive(broken, report);
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'UnexpectedResponseError' } });
    }
  });

  test.each(ADDED)('reports $what of $operation as additive, and does not throw for it', async (added) => {
    const { result, findings } = await receive(added, 'collect');
    expect(result).toEqual({ status: 'fulfilled', value: added.json });
    expect(findings.map(({ kind, pointer }) => [kind, pointer])).toContainEqual(['additive', added.at]);
    expect(findings.filter(({ kind }) => kind === 'breaking')).toEqual([]);
    expect((await receive(added, 'throw')).result).toEqual(result);
  });
});
