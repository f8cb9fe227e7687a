import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../generated/operations.ts';
import { witnessUrl } from './support/witness.ts';

test('the witness serves every operation of the document', async () => {
  for (const { method, path } of OPERATIONS) {
    const url = witnessUrl() + path.replaceAll(/\{\w+\}/g, '1');
    // Without a key: 401 comes from the document, an unknown route would be a 404 or 405 of Prism's own.
    const response = await fetch(url, { method });
    expect({ url, status: response.status, type: response.headers.get('content-type') }).toEqual({
      url,
      status: 401,
      type: 'application/json',
    });
  }
});
