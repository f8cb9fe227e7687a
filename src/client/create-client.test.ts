import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { detectDrift } from '../drift.ts';
import * as entry from '../index.ts';
import { createClient, isKnownTemporaryStatus, TEMPORARY_STATUSES } from '../index.ts';
import { fakeFetch, rejection } from './test-support.ts';

const apiKey = 'sk_a_very_secret_key';
const secret = /secret/;
const everything = { depth: Infinity, showHidden: true } as const;

function updated(respond: () => Response | Promise<Response>): Promise<unknown> {
  return createClient({ apiKey, fetch: fakeFetch(respond).fetch, retry: false }).update(1, {});
}

describe('a key shows', () => {
  test('in no client', () => {
    const client = createClient({ apiKey });
    expect(inspect(client, everything) + JSON.stringify(client)).not.toMatch(secret);
  });

  const echo = { error: { message: apiKey, param: apiKey } };
  const escaped = `{"error":{"message":"${apiKey.replaceAll('_', '\\u005f')}"}}`;
  const request = { headers: { authorization: `Bearer ${apiKey}` } };
  const leaking = Object.assign(
    new Error(`failed with ${apiKey}`, { cause: { data: request, message: apiKey } }),
    request,
  );
  test.each([
    ['a response outside 2xx that echoes it', () => updated(() => Response.json(echo, { status: 400 }))],
    ['a response that echoes it JSON-escaped', () => updated(() => new Response(escaped, { status: 400 }))],
    ['a 2xx response that is not a record and echoes it', () => updated(() => new Response(`Bearer ${apiKey}`))],
    ['a connection that fails', () => updated(() => Promise.reject(new TypeError('fetch failed')))],
    ['a fetch that throws its headers', () => updated(() => Promise.reject(leaking))],
    ['a function that returns no key', () => createClient({ apiKey: () => `${apiKey} ` }).update(1, {})],
    ['a function that throws it', () => createClient({ apiKey: () => Promise.reject(leaking) }).update(1, {})],
    ['a key that is not one', async () => createClient({ apiKey: `${apiKey}\n` }).update(1, {})],
    ['a key in place of fetch', async () => createClient({ apiKey, fetch: apiKey as never }).update(1, {})],
    ['a key in place of the options', async () => createClient(apiKey as never).update(1, {})],
    ['a base URL with credentials', async () => createClient({ baseUrl: `https://${apiKey}@a.example` }).update(1, {})],
  ])('in no error of %s', async (_what, act) => {
    const error = await rejection(act());
    const shown = [inspect(error, everything), JSON.stringify(error), String(error), (error as Error).stack];
    expect(shown.join()).not.toMatch(secret);
  });

  test('in no drift finding, and in no header of a response of raw', async () => {
    const found: unknown[] = [];
    const respond = () => Response.json({ id: apiKey }, { headers: { Sunset: apiKey, 'X-Echo': `Bearer ${apiKey}` } });
    const drift = detectDrift((findings) => void found.push(...findings));
    const client = createClient({ apiKey, fetch: fakeFetch(respond).fetch, drift });
    await client.update(1, {});
    expect(found).not.toHaveLength(0);
    expect(JSON.stringify(found)).not.toMatch(secret);
    const { data, response } = await client.raw.GET('/v2/temporary-evse-statuses');
    expect(JSON.stringify([data, [...response.headers]])).not.toMatch(secret);
  });
});

test('raw is made when it is first asked for, once', () => {
  const client = createClient({ apiKey });
  expect(client.raw).toBe(client.raw);
});

test('an error holds the line of its caller in its stack', async () => {
  async function theCaller() {
    await updated(() => new Response('', { status: 404 }));
  }
  expect(((await rejection(theCaller())) as Error).stack).toContain('theCaller');
});

test('createClient takes options that fit, and says which does not', () => {
  expect(() => createClient({ apiKey: '' })).toThrow(entry.InvalidArgumentError);
});

test('the known statuses are the document’s, and isKnownTemporaryStatus recognises them', () => {
  expect(TEMPORARY_STATUSES).toEqual(['MAINTENANCE', 'COMMISSIONING', 'BLOCKED', 'RESERVED']);
  expect(TEMPORARY_STATUSES.every(isKnownTemporaryStatus)).toBe(true);
  expect(['RETIRED', 'blocked', '', undefined, 1].some(isKnownTemporaryStatus)).toBe(false);
});

test('the entry exports these names and no others', () => {
  expect(Object.keys(entry).sort()).toEqual([
    'ConnectionError',
    'DOCUMENT_VERSION',
    'InvalidArgumentError',
    'ResponseError',
    'TEMPORARY_STATUSES',
    'TemporaryEvseStatusesError',
    'UnexpectedResponseError',
    'createClient',
    'isConnectionError',
    'isInvalidArgumentError',
    'isKnownTemporaryStatus',
    'isResponseError',
    'isTemporaryEvseStatusesError',
    'isUnexpectedResponseError',
  ]);
});
