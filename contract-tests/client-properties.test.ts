/** What is true of the client for any arguments and any response. fast-check prints the seed and path of a counterexample. */
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OPERATIONS } from '../generated/operations.ts';
import { temporaryStatusValues } from '../generated/types.ts';
import { VALIDATORS } from '../generated/validators.ts';
import { InvalidArgumentError, isTemporaryEvseStatusesError } from '../src/index.ts';
import type { RequestOptions } from '../src/index.ts';
import { parseDateTime } from '../src/shared/rfc3339.ts';
import { changes, creates, records, timestamps } from './support/arbitraries.ts';
import { CALLS, clientOf, recordingClient, respondWith } from './support/client.ts';
import type { Arguments } from './support/client.ts';
import { pathOf } from './support/document.ts';
import type { OperationId } from './support/document.ts';
import { prismReasons } from './support/prism-reasons.ts';
import { KEY } from './support/request.ts';
import { send, witnessUrl } from './support/witness.ts';

const operations = OPERATIONS.map(({ operationId, requestBody, responses }) => ({
  operation: operationId as OperationId,
  request: VALIDATORS[requestBody?.content[0]?.schema ?? ''],
  isList: VALIDATORS[String(responses[0]?.content[0]?.schema)]?.contract([]).length === 0,
}));

const anything = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, withSparseArray: true });
const endsAfterStart = ({ validFrom, validTo }: { validFrom?: string; validTo?: string }) =>
  (parseDateTime(validTo ?? '') ?? Infinity) > (parseDateTime(validFrom ?? '') ?? -Infinity);

/** Arguments that the document and the client allow. */
const VALID: Readonly<Record<OperationId, fc.Arbitrary<Arguments>>> = {
  updateTemporaryEvseStatus: fc.record({ id: fc.maxSafeNat(), body: changes.filter(endsAfterStart) }),
  createTemporaryEvseStatus: fc.record({ body: creates.filter(endsAfterStart) }),
  listTemporaryEvseStatuses: fc.record({
    filter: fc.record({ evseId: fc.string({ minLength: 1 }), activeOnly: fc.boolean() }, { requiredKeys: [] }),
  }),
};

const instants = fc.oneof(timestamps, fc.date(), anything);
const fields = { temporaryStatus: fc.oneof(fc.constantFrom(...temporaryStatusValues), anything), validFrom: instants };
const WILD: fc.Arbitrary<Arguments> = fc.record(
  {
    id: fc.oneof(fc.nat(), fc.double(), anything),
    body: fc.oneof(
      fc.record({ ...fields, validTo: instants, evseId: fc.oneof(fc.string(), anything) }, { requiredKeys: [] }),
      anything,
    ),
    filter: fc.oneof(fc.record({ evseId: anything, activeOnly: anything }, { requiredKeys: [] }), anything),
  },
  { requiredKeys: [] },
);

describe.each(operations)('$operation', ({ operation, request, isList }) => {
  const call = CALLS[operation];

  test('sends what Prism accepts, for any valid arguments', async () => {
    const client = clientOf({
      baseUrl: witnessUrl(),
      fetch: async (sent) => {
        const response = await send(sent);
        expect(await prismReasons(response.clone())).toEqual([]);
        return response;
      },
    });
    await fc.assert(
      fc.asyncProperty(VALID[operation], async (given) => {
        await expect(call(client, given)).resolves.toBeDefined();
      }),
      { numRuns: 100 },
    );
  });

  test('sends one request that the document allows, or refuses the arguments and sends nothing', async () => {
    const outcomes = { sent: 0, refused: 0 };
    const any = fc.oneof(
      VALID[operation],
      WILD,
      fc.tuple(VALID[operation], WILD).map(([a, b]) => ({ ...a, ...b })),
    );
    await fc.assert(
      fc.asyncProperty(any, async (given) => {
        const { client, requests } = recordingClient(() => respondWith(operation));
        const [result] = await Promise.allSettled([call(client, given)]);
        if (result.status === 'fulfilled') {
          outcomes.sent += 1;
          expect(requests).toHaveLength(1);
          const { id = 42 } = given as { readonly id?: number };
          const path = operation === 'updateTemporaryEvseStatus' ? pathOf(operation, String(id)) : pathOf(operation);
          expect(new URL(requests[0]?.url ?? '').pathname).toBe(path);
          const text = (await requests[0]?.text()) ?? '';
          expect(request ? request.strict?.(JSON.parse(text)) : text).toEqual(request ? [] : '');
        } else {
          outcomes.refused += 1;
          expect(result.reason).toBeInstanceOf(InvalidArgumentError);
          expect(requests).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
    // Both happen often.
    expect(Math.min(outcomes.sent, outcomes.refused)).toBeGreaterThan(20);
  });

  test('sends nothing for options that it refuses', async () => {
    // A short time limit is valid, and would end the call on a busy machine.
    const timeoutMs = anything.filter((ms) => typeof ms !== 'number' || !(ms > 0 && ms < 10_000));
    const options = fc.record({ timeoutMs, retry: anything, signal: anything }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(options, async (given) => {
        const { client, requests } = recordingClient(() => respondWith(operation));
        const [result] = await Promise.allSettled([call(client, { options: given as RequestOptions })]);
        expect(requests).toHaveLength(result.status === 'fulfilled' ? 1 : 0);
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(InvalidArgumentError);
      }),
      { numRuns: 200 },
    );
  });

  test('resolves to any record unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(records, { minLength: 1, maxLength: 3 }), async (list) => {
        const sent = JSON.parse(JSON.stringify(isList ? list : list[0])) as unknown;
        const { client } = recordingClient(() => Response.json(sent));
        expect(await call(client, {})).toEqual(sent);
      }),
      { numRuns: 200 },
    );
  });

  const statuses = fc.integer({ min: 200, max: 599 });
  const hasBody = (status: number) => ![204, 205, 304].includes(status);
  const names = fc.oneof(
    fc.constantFrom(
      'content-type',
      'content-encoding',
      'retry-after',
      'date',
      'x-ratelimit-reset',
      'location',
      'sunset',
    ),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  );
  const texts = fc.oneof(fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/), fc.integer().map(String));
  const json = fc.oneof(
    fc.jsonValue(),
    records,
    fc.array(records, { maxLength: 2 }),
    fc.record({ error: fc.jsonValue() }),
    fc.record({ message: fc.jsonValue(), statusCode: fc.jsonValue() }),
  );
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    json.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    fc.string().map((text) => new TextEncoder().encode(text)),
  );

  test('resolves to what was sent or rejects with one of its own errors, whatever the response', async () => {
    await fc.assert(
      fc.asyncProperty(statuses, fc.dictionary(names, texts, { maxKeys: 5 }), bodies, async (status, headers, body) => {
        const { client } = recordingClient(
          () => new Response(hasBody(status) ? new Uint8Array(body) : null, { status, headers }),
        );
        const [result] = await Promise.allSettled([call(client, {})]);
        if (result.status === 'fulfilled') {
          expect(status).toBeLessThan(300);
          expect(Array.isArray(result.value)).toBe(isList);
          expect(result.value).toEqual(JSON.parse(new TextDecoder().decode(body)));
        } else {
          expect(isTemporaryEvseStatusesError(result.reason)).toBe(true);
          expect(result.reason).toMatchObject({ status });
          expect(inspect(result.reason, { depth: null, showHidden: true })).not.toContain(KEY);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('rejects with one of its own errors, whatever breaks the connection or the body', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), statuses, async (reason, early, status) => {
        const { client } = recordingClient(() => {
          if (early || !hasBody(status)) throw reason;
          const stream = new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{'));
              controller.error(reason);
            },
          });
          return new Response(stream, { status });
        });
        await expect(call(client, {})).rejects.toMatchObject({ name: 'ConnectionError' });
      }),
      { numRuns: 200 },
    );
  });
});
