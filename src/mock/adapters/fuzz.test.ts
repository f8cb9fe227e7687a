/**
 * Control calls and bytes at random. fast-check prints seed and path of a counterexample; pass both to `fc.assert` to repeat
 * it. The seed is fixed, so that each run sends the same.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCore } from '../core.ts';
import type { MockResponse } from '../types.ts';
import { startMock } from '../index.ts';
import { SWITCHES, SWITCH_NAMES } from '../state/switches.ts';
import { HEAD, serves } from '../testing/mocks.ts';
import { rawClient } from '../testing/raw-client.ts';

const seed = 20_261_124;
const paths = SWITCH_NAMES.map((name) => SWITCHES[name].path);
const calls = ['respond-next', 'clear-stubbed-responses', 'seed', 'reset', 'state', 'health', 'nothing', ...paths];

/** Mostly what a control call takes, and now and then something else. */
function mostly<Value>(good: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: good }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });
}

const header = fc.constantFrom(
  'Trailer',
  'Set-Cookie',
  'X-A',
  'Content-Type',
  'Content-Encoding',
  'Upgrade',
  'Date',
  '',
);
const value = fc.oneof(fc.constantFrom('x', '5', '', 'a\r\nb', '\u20ac', 'x'.repeat(5000)), fc.string());
const stub = fc.oneof(
  fc.record(
    {
      status: mostly(fc.constantFrom(200, 204, 304, 404, 429, 503, 599, 600, 100)),
      headers: mostly(fc.dictionary(header, value, { maxKeys: 2 })),
      body: mostly(fc.constantFrom('', 'text')),
    },
    { requiredKeys: ['status'] },
  ),
  fc.record({ status: fc.constantFrom(200, 404), example: mostly(fc.constantFrom('updated', 'unknownId', 'nope')) }),
  fc.record({ status: fc.constant(429), extra: fc.jsonValue() }),
);
const record = fc.record({
  id: mostly(fc.oneof(fc.integer(), fc.double())),
  evseId: mostly(fc.string()),
  temporaryStatus: mostly(fc.constant('BLOCKED')),
  validFrom: mostly(fc.constantFrom('2026-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:60Z')),
});
const nested = fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'{"a":['.repeat(depth)}${']}'.repeat(depth)}`);
const likely = fc.oneof(
  fc.constantFrom(0, 1, 'off', 'any', 'document', 'real', 'now', 'keep', 'no-response', 'drop-connection'),
  fc.constantFrom('2026-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9998-12-31T23:59:59+23:59', '0000-01-01T00:00:00Z'),
  fc.constantFrom({ requests: 0, windowSeconds: 1 }, { rate: 1, status: 500 }, { one: 'a-long-secret-key' }, [0, 1]),
  fc.oneof(stub, fc.array(stub)),
);
const json = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value) => JSON.stringify(value));
const anything = fc.oneof(
  { weight: 6, arbitrary: json(fc.jsonValue({ maxDepth: 3 })) },
  { weight: 3, arbitrary: json(likely) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: nested },
);
const post = (name: fc.Arbitrary<string>, text: fc.Arbitrary<string>) =>
  fc.record({ name, text, method: fc.constant('POST'), contentType: fc.constant('application/json') });
const controlCall = fc.oneof(
  post(fc.constant('respond-next'), json(fc.oneof(stub, fc.array(stub, { maxLength: 2 })))),
  post(fc.constant('seed'), json(fc.array(record, { maxLength: 3 }))),
  post(fc.constantFrom(...paths), json(likely)),
  fc.record({
    name: fc.constantFrom(...calls),
    text: anything,
    method: fc.constantFrom('POST', 'GET', 'PUT', 'OPTIONS', 'HEAD'),
    contentType: fc.constantFrom('application/json', 'text/plain'),
  }),
);

/** A response that Node and fetch can send, and that says what is wrong. */
function assertSendable({ status, headers, body, failure }: MockResponse): void {
  if (body.includes('The mock failed')) throw new Error(body);
  // oxlint-disable-next-line no-new -- it throws where fetch could not send it
  if (failure === undefined) new Response(body === '' ? null : body, { status, headers });
  // What Node refuses to send although fetch would not.
  const refused = Object.keys(headers).find((name) => /^(?:trailer|transfer-encoding|content-length)$/i.test(name));
  if (refused !== undefined) throw new Error(`The response has the header ${refused}.`);
}

test('10,000 control calls at random, each followed by a call of the API: no exception, and a state within its bounds', () => {
  const core = createCore({ maxRecordedRequests: 5 });
  const encoder = new TextEncoder();
  const authorized = { authorization: 'Bearer k', 'content-type': 'application/json' };
  const target = '/v2/temporary-evse-statuses';
  fc.assert(
    fc.property(controlCall, ({ name, method, contentType, text: sent }) => {
      const body = encoder.encode(sent);
      assertSendable(
        core.respond({ method, target: `/__mock/${name}`, headers: { 'content-type': contentType }, body }),
      );
      assertSendable(core.respond({ method: 'GET', target, headers: authorized, body: new Uint8Array() }));
      const state = core.controls.state();
      if (state.stubbedResponses.length > 1000 || state.requests.length > 5) throw new Error('The state has no bound.');
      if (JSON.stringify(state).includes('a-long-secret-key')) throw new Error('The state shows a key.');
    }),
    { seed, numRuns: 10_000 },
  );
  core.controls.reset();
  expect(core.respond({ method: 'GET', target, headers: authorized, body: new Uint8Array() }).status).toBe(200);
}, 120_000);

const requestText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(fc.nat(HEAD.length), fc.string({ unit: 'binary', maxLength: 8 }))
    .map(([at, noise]) => `${HEAD.slice(0, at)}${noise}${HEAD.slice(at)}Content-Length: 2\r\n\r\n{}`),
  fc
    .tuple(fc.constantFrom(...calls), anything)
    .map(
      ([name, body]) =>
        `POST /__mock/${name} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
);

test('2,000 hostile connections: each is closed or gets a response, and the mock still works', async () => {
  const mock = await startMock({ rateLimit: 'off', requestTimeoutMs: 2000 });
  try {
    const texts = fc.sample(requestText, { seed, numRuns: 2000 });
    for (let start = 0; start < texts.length; start += 50) {
      const group = texts.slice(start, start + 50).map(async (sent) => {
        const client = await rawClient(mock.port);
        client.send(Buffer.from(sent, 'utf8'));
        client.socket.end();
        // A stubbed response may be none at all.
        await client.receive((received) => received.includes('\r\n\r\n') || mock.state().stubbedResponses.length > 0);
        client.socket.destroy();
      });
      await Promise.all(group);
    }
    mock.reset();
    mock.set({ rateLimit: 'off' });
    expect(await serves(mock)).toBe(true);
  } finally {
    await mock.close();
  }
}, 120_000);
