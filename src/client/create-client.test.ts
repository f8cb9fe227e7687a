import { expect, test } from '@jest/globals';
import * as entry from '../index.ts';
import { createClient, isKnownTemporaryStatus, TEMPORARY_STATUSES } from '../index.ts';

test('a client has the three operations and raw, which is made once, when it is first used', () => {
  const client = createClient({ apiKey: 'k' });
  expect(Object.keys(client)).toEqual(['list', 'create', 'update', 'raw']);
  expect(client.raw).toBe(client.raw);
});

test('createClient refuses an option that it cannot use', () => {
  expect(() => createClient({ apiKey: '' })).toThrow(entry.InvalidArgumentError);
});

test('isKnownTemporaryStatus recognises the statuses of the document, and no others', () => {
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
