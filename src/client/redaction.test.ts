/** The key leaves the client in the `Authorization` header and nowhere else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspect } from 'node:util';
import { detectDrift } from '../drift.ts';
import { createClient } from './create-client.ts';
import type { ResponseError } from './errors.ts';
import type { ClientOptions } from './options.ts';
import { fakeFetch, rejection, thrown } from './testing/support.ts';
import { maxBodyBytes } from './transport/read-body.ts';

const apiKey = 'sk_a_very_secret_key';
const collection = '/v2/temporary-evse-statuses';

test('each of many keys in flight is redacted, where each attempt has a key of its own', async () => {
  let made = 0;
  const gates: (() => void)[] = [];
  const fetch: ClientOptions['fetch'] = (_url, init) =>
    new Promise((resolve) => {
      const key = new Headers(init.headers).get('Authorization');
      gates.push(() => {
        resolve(Response.json({ message: `bad ${key}` }, { status: 401 }));
      });
      if (gates.length === 9) for (const open of gates) open();
    });
  const client = createClient({ apiKey: () => `minted-key-number-${++made}`, fetch });
  const errors = await Promise.all(Array.from({ length: 9 }, (_each, id) => rejection(client.update(id, {}))));
  for (const error of errors) expect((error as Error).message).toMatch(/ failed with 401: bad Bearer \[redacted\]$/);
});

/** Every text in a value: its members' names and values, hidden ones and causes included. */
function textsIn(value: unknown, seen = new Set()): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (seen.has(value)) return [];
  seen.add(value);
  const members = Reflect.ownKeys(value).flatMap((name) => [String(name), Reflect.get(value, name) as unknown]);
  const headers = value instanceof Headers ? [...value].flat() : [];
  return [...members, ...headers].flatMap((member) => textsIn(member, seen));
}

/** What a client shows of a response, wherever it shows anything: errors, findings of drift, responses of `raw`. */
async function shownOf(options: ClientOptions): Promise<unknown[]> {
  const findings: unknown[] = [];
  const drift = detectDrift((found) => void findings.push(...found));
  const client = createClient({ ...options, drift, retry: false });
  const calls = [
    client.list(),
    client.create({ evseId: 'x', temporaryStatus: 'BLOCKED' }),
    client.update(1, {}),
    client.raw
      .GET(collection, { parseAs: 'text' })
      .then(({ data, error, response: { statusText, headers } }) => ({ data, error, statusText, headers })),
  ];
  return [...(await Promise.all(calls.map((call) => call.catch((error: unknown) => error)))), findings];
}

const key = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code)),
  minLength: 8,
});
const code = (character: string) => character.charCodeAt(0).toString(16);
const spelling = fc.constantFrom<(character: string) => string>(
  (character) => character,
  (character) => JSON.stringify(character).slice(1, -1),
  (character) => `\\u00${code(character)}`,
  (character) => `%${code(character)}`,
  (character) => `&#${character.charCodeAt(0)};`,
  (character) => character.toUpperCase(),
);

describe('the key, in any spelling that a server may echo, shows', () => {
  const json = { headers: { 'Content-Type': 'application/json' } };
  test.each<[string, (echo: string) => Response]>([
    ['an error’s message', (echo) => new Response(`{"error":{"message":"${echo}","code":"${echo}"}}`, { status: 400 })],
    ['the name of an error’s member', (echo) => new Response(`{"error":{"${echo}":1}}`, { status: 400 })],
    ['an error’s text', (echo) => new Response(`<h1>${echo}</h1>`, { status: 502 })],
    ['a 2xx body', (echo) => new Response(`{"id":"${echo}","${echo}":[]}`, json)],
    ['a 2xx text', (echo) => new Response(echo)],
    ['a header and its status text', (echo) => new Response('{}', { statusText: echo, headers: { Sunset: echo } })],
    [
      'a connection’s failure',
      (echo) => {
        const cause = Object.assign(new Error(echo), { code: echo, data: { authorization: echo } });
        throw Object.assign(new TypeError(`no ${echo}`, { cause }), { request: echo });
      },
    ],
  ])('nowhere when it is echoed in %s', async (_where, respond) => {
    const property = fc.asyncProperty(key, fc.infiniteStream(spelling), async (apiKey, spellings) => {
      const spell = (character: string) => (spellings.next().value as (character: string) => string)(character);
      const echo = apiKey.replaceAll(/./g, spell);
      const fetch = () => Promise.resolve(echo).then(respond);
      const texts = textsIn(await shownOf({ apiKey, fetch })).map((text) => text.toLowerCase());
      for (const secret of [apiKey, echo]) {
        expect(texts.filter((text) => text.includes(secret.toLowerCase()))).toEqual([]);
      }
      expect(texts.some((text) => text.includes('[redacted]'))).toBe(true);
    });
    await fc.assert(property, { numRuns: 20 });
  });
});

test('the key shows nowhere where a body that is too long was not read on within it', async () => {
  const apiKey = 'ab/cd+ef=gh/ij+kl==';
  // A whole key somewhere, and one of which the last two characters are missing where reading stops.
  const body = `${apiKey}${'x'.repeat(maxBodyBytes)}${apiKey.slice(0, -2)}`;
  const fetch = () => Promise.resolve(new Response(new Blob([body]).stream(), { status: 500 }));
  const client = createClient({ apiKey, baseUrl: 'https://backend.example', fetch, retry: false });
  const { error } = await client.raw.GET('/v2/temporary-evse-statuses');
  const { body: text } = (await rejection(client.list())) as ResponseError;
  for (const cut of [error, text] as string[]) {
    expect(cut.slice(0, 11)).toBe('[redacted]x');
    expect(cut.slice(-20)).toBe('x'.repeat(20));
  }
});

describe('the key shows in no', () => {
  const leaking = Object.assign(new Error(apiKey), { name: apiKey, headers: { authorization: apiKey } });

  test('client', () => {
    const client = createClient({ apiKey });
    expect(inspect(client, { depth: Infinity, showHidden: true }) + JSON.stringify(client)).not.toContain(apiKey);
  });

  test('name of a header that a server sends back', async () => {
    const { fetch } = fakeFetch(new Response('{}', { headers: { [`X-${apiKey}`]: '1', 'X-Other': '1' } }));
    const { response } = await createClient({ apiKey, fetch }).raw.GET(collection);
    expect([...response.headers.keys()]).toEqual(['content-type', 'x-other']);
  });

  test.each([
    ['a function that returns no key', () => `${apiKey} `],
    ['a function that throws it', () => Promise.reject(leaking)],
  ])('error of %s', async (_what, apiKey) => {
    const error = await rejection(createClient({ apiKey, retry: false }).update(1, {}));
    expect(textsIn(error).join()).not.toContain('sk_a_very_secret_key');
  });

  const name = 'sk_a_very_secret_key';
  test.each<[string, unknown]>([
    ['the key', { apiKey: `${name}\n` }],
    ['the options', name],
    ...['environment', 'baseUrl', 'fetch', 'drift', 'timeoutMs', 'retry'].map((option): [string, unknown] => [
      `the option ${option}`,
      { apiKey, [option]: name },
    ]),
    ['the option retry.maxRetries', { apiKey, retry: { maxRetries: name } }],
    ['a base URL with credentials', { baseUrl: `https://${name}@a.example` }],
    ['a base URL without TLS', { apiKey, baseUrl: `http://a.example/${name}` }],
  ])('error where it is given as %s', (_what, options) => {
    const error = thrown(() => createClient(options as ClientOptions));
    expect(error).toMatchObject({ name: 'InvalidArgumentError' });
    expect(textsIn(error).join()).not.toContain(name);
  });

  test.each([{ signal: apiKey }, { timeoutMs: apiKey }, { retry: apiKey }, apiKey])(
    'error where a call gets %j as its options',
    async (options) => {
      const error = await rejection(createClient({ apiKey }).update(1, {}, options as never));
      expect(error).toMatchObject({ name: 'InvalidArgumentError' });
      expect(textsIn(error).join()).not.toContain(apiKey);
    },
  );
});
