/** What has to hold of the client for any argument and any answer. fast-check prints seed and path of a counterexample. */
import { inspect } from 'node:util';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { VALIDATORS } from '../generated/validators.ts';
import { temporaryStatusValues } from '../generated/types.ts';
import { InvalidArgumentError, isTemporaryEvseStatusesError } from '../src/index.ts';
import type { RequestOptions, TemporaryEvseStatusUpdate } from '../src/index.ts';
import { schema } from './cases/pointers.ts';
import { changes, timestamps } from './support/arbitraries.ts';
import { recordingClient } from './support/client.ts';
import { KEY } from './support/request.ts';

jest.setTimeout(30_000);

const requestJudge = VALIDATORS[schema('TemporaryEvseStatusUpdate')];

describe('the client', () => {
  const record = { id: 42, temporaryStatus: 'BLOCKED', evseId: 'DK*SPI*E123*1' };
  const anything = fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true, withSparseArray: true });
  const instants = fc.oneof(timestamps, fc.date(), anything);
  const ids = fc.oneof({ weight: 4, arbitrary: fc.nat() }, fc.double(), anything);
  const arguments_ = fc.oneof(
    changes,
    fc.record(
      {
        temporaryStatus: fc.oneof(fc.constantFrom(...temporaryStatusValues), anything),
        validFrom: instants,
        validTo: instants,
      },
      { requiredKeys: [] },
    ),
    anything,
  );

  test('sends one request that the document allows, or refuses the arguments and sends nothing', async () => {
    let [sent, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(ids, arguments_, async (id, change) => {
        const { client, requests } = recordingClient(() => Response.json(record));
        const error: unknown = await client.update(id as number, change as TemporaryEvseStatusUpdate).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error === undefined) {
          sent += 1;
          expect(requests).toHaveLength(1);
          expect(requests[0]?.url).toBe(`https://service.example/v2/temporary-evse-statuses/${String(id)}`);
          expect(requestJudge?.strict?.(await requests[0]?.json())).toEqual([]);
        } else {
          refused += 1;
          expect(error).toBeInstanceOf(InvalidArgumentError);
          expect(requests).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
    // Neither half is empty.
    expect(Math.min(sent, refused)).toBeGreaterThan(20);
  });

  test('sends nothing for options that it refuses', async () => {
    // A short time limit is a good option, and ends the call when the machine is busy.
    const timeoutMs = anything.filter((ms) => typeof ms !== 'number' || !(ms > 0 && ms < 10_000));
    const options = fc.record({ timeoutMs, retry: anything }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(options, async (given) => {
        const { client, requests } = recordingClient(() => Response.json(record));
        const error: unknown = await client.update(42, {}, given as RequestOptions).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(requests).toHaveLength(error === undefined ? 1 : 0);
        if (error !== undefined) expect(error).toBeInstanceOf(InvalidArgumentError);
      }),
      { numRuns: 200 },
    );
  });

  const statuses = fc.integer({ min: 200, max: 599 });
  const names = fc.oneof(
    fc.constantFrom(
      'content-type',
      'content-encoding',
      'retry-after',
      'date',
      'x-ratelimit-limit',
      'x-ratelimit-reset',
      'location',
      'sunset',
    ),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
  );
  const headers = fc.dictionary(
    names,
    fc.oneof(fc.stringMatching(/^[!-~]([ -~]{0,30}[!-~])?$/), fc.integer().map(String)),
    { maxKeys: 5 },
  );
  const json = fc.oneof(
    fc.jsonValue(),
    fc.constant(record),
    fc.record({ error: fc.jsonValue() }),
    fc.record({ message: fc.jsonValue(), statusCode: fc.jsonValue() }),
  );
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    json.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    fc.string().map((text) => new TextEncoder().encode(text)),
  );

  test('resolves to a record or rejects with an error of its own, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(statuses, headers, bodies, async (status, sent, body) => {
        const hasBody = ![204, 205, 304].includes(status);
        const { client } = recordingClient(
          () => new Response(hasBody ? new Uint8Array(body) : null, { status, headers: sent }),
        );
        const outcome = await client.update(42, {}).then(
          (value: unknown) => ({ value }),
          (error: unknown) => ({ error }),
        );
        if ('value' in outcome) {
          expect(status).toBeLessThan(300);
          expect(outcome.value).toEqual(JSON.parse(new TextDecoder().decode(body)));
        } else {
          expect(isTemporaryEvseStatusesError(outcome.error)).toBe(true);
          expect(outcome.error).toMatchObject({ status });
          expect(inspect(outcome.error, { depth: null, showHidden: true })).not.toContain(KEY);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('rejects with an error of its own, whatever breaks the connection or the body', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), statuses, async (reason, early, status) => {
        const { client } = recordingClient(() => {
          if (early || [204, 205, 304].includes(status)) throw reason;
          const stream = new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('{'));
              controller.error(reason);
            },
          });
          return new Response(stream, { status });
        });
        await expect(client.update(42, {})).rejects.toMatchObject({ name: 'ConnectionError' });
      }),
      { numRuns: 200 },
    );
  });
});
