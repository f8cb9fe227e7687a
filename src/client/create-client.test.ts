import { describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import * as entry from '../index.ts';
import { createClient, isKnownTemporaryStatus, TEMPORARY_STATUSES } from '../index.ts';
import { raw } from '../raw.ts';
import { fakeFetch, rejection } from './test-support.ts';

const apiKey = 'sk_a_very_secret_key';
const secret = /secret/;
const everything = { depth: Infinity, showHidden: true } as const;

function answered(answer: () => Response | Promise<Response>): Promise<unknown> {
  return createClient({ apiKey, fetch: fakeFetch(answer).fetch, retry: false }).update(1, {});
}

describe('a key shows', () => {
  test('in no client', () => {
    const client = createClient({ apiKey, raw });
    expect(inspect(client, everything) + JSON.stringify(client)).not.toMatch(secret);
  });

  const echo = { error: { message: apiKey, param: apiKey } };
  test.each([
    ['an answer outside 2xx that sends it back', () => answered(() => Response.json(echo, { status: 400 }))],
    ['a 2xx answer that is no record and sends it back', () => answered(() => new Response(`Bearer ${apiKey}`))],
    ['no answer', () => answered(() => Promise.reject(new TypeError('fetch failed')))],
    ['a function that gives no key', () => createClient({ apiKey: () => `${apiKey} ` }).update(1, {})],
    ['a key that is none', async () => createClient({ apiKey: `${apiKey}\n` }).update(1, {})],
    ['a base URL that is none', async () => createClient({ baseUrl: `https://${apiKey}@a.example` }).update(1, {})],
  ])('in no error of %s', async (_what, act) => {
    const error = await rejection(act());
    const shown = [inspect(error, everything), JSON.stringify(error), String(error), (error as Error).stack];
    expect(shown.join()).not.toMatch(secret);
  });
});

test('createClient takes options that fit, and says which does not', () => {
  expect(() => createClient({ apiKey: '' })).toThrow(entry.InvalidArgumentError);
  expect(createClient({ apiKey: 'k' }).raw).toBeUndefined();
});

test('the known statuses are the document’s, and isKnownTemporaryStatus tells them from others', () => {
  expect(TEMPORARY_STATUSES).toEqual(['MAINTENANCE', 'COMMISSIONING', 'BLOCKED', 'RESERVED']);
  expect(TEMPORARY_STATUSES.every(isKnownTemporaryStatus)).toBe(true);
  expect(['RETIRED', 'blocked', '', undefined, 1].some(isKnownTemporaryStatus)).toBe(false);
});

test('the entry names what it names', () => {
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
