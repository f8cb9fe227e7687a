/**
 * Where Prism 5.14.2 does otherwise than the document, or answers with something of its own that looks like it. Pinned, so
 * that no other test is right by accident: a newer Prism that does better turns these red, and the entry can go.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, jest, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { schema } from './cases/pointers.ts';
import { DOCUMENT } from './support/document.ts';
import { problemOf, prismReasons } from './support/prism-reasons.ts';
import { toRequest } from './support/request.ts';
import type { RawRequest } from './support/request.ts';
import { witnessUrl } from './support/witness.ts';

// A process of its own takes its time to start beside other tests.
jest.setTimeout(30_000);

const ask = (request: RawRequest) => fetch(toRequest(witnessUrl(), request));

describe('Prism takes, though the document says otherwise', () => {
  const times = [
    ['a space for the T of a timestamp', '2025-04-23 10:00:00Z'],
    ['an offset without a colon', '2025-04-23T10:00:00+0200'],
    ['an offset without minutes', '2025-04-23T10:00:00+02'],
    ['an offset of a whole day', '2025-04-23T10:00:00+24:00'],
  ] as const;

  test.each(times)('%s', async (_name, validTo) => {
    const judge = VALIDATORS[schema('TemporaryEvseStatusUpdate')];
    expect(judge?.contract({ validTo }).map(({ keyword }) => keyword)).toEqual(['format']);
    expect((await ask({ json: { validTo } })).status).toBe(200);
  });

  test.each(['Infinity', '-Infinity', '1e400', '0x2A', '0b101010', '%2042', '42%20', '%20', '%0A', '+42', '5.', '.5'])(
    'the id %s',
    async (id) => {
      expect((await ask({ id })).status).toBe(200);
    },
  );

  test('any media type that ends in +json', async () => {
    const headers = { 'content-type': 'application/merge-patch+json' };
    expect((await ask({ headers, json: { temporaryStatus: 'BLOCKED' } })).status).toBe(200);
  });

  test('a key with a space in it', async () => {
    expect((await ask({ headers: { authorization: 'Bearer two words' } })).status).toBe(200);
  });
});

describe('Prism refuses, though HTTP and the document allow it', () => {
  test.each(['bearer', 'BEARER'])('the scheme written %s', async (scheme) => {
    const response = await ask({ headers: { authorization: `${scheme} key` } });
    expect(response.status).toBe(401);
  });
});

describe('Prism refuses for another reason than the document’s', () => {
  test('a wrong media type gets 422, not 415', async () => {
    const response = await ask({ headers: { 'content-type': 'text/plain' }, body: '{}' });
    expect(response.status).toBe(422);
  });

  test('a body without a media type is a text that is not an object', async () => {
    const response = await ask({ headers: { 'content-type': undefined } });
    expect(await prismReasons(response)).toEqual([{ part: 'body', at: '', keyword: 'type' }]);
  });

  test('the body null is no body', async () => {
    expect(await prismReasons(await ask({ json: null }))).toEqual([{ part: 'body', at: '', keyword: 'required' }]);
  });
});

describe('Prism answers with errors of its own', () => {
  test.each([
    ['a path that the document lacks', { path: '/v2/nothing' }, 404, 'NO_PATH_MATCHED_ERROR'],
    ['a code that the document lacks', { headers: { prefer: 'code=418' } }, 404, 'NOT_FOUND'],
    ['an example that the document lacks', { headers: { prefer: 'code=200, example=nothing' } }, 500, 'UNKNOWN'],
    ['a range, where a code is wanted', { headers: { prefer: 'code=5XX' } }, 422, 'UNPROCESSABLE_ENTITY'],
    ['a method that the document lacks', { method: 'DELETE' }, 405, 'NO_METHOD_MATCHED_ERROR'],
    ['a media type that the document lacks', { headers: { accept: 'text/html' } }, 406, 'NOT_ACCEPTABLE'],
  ] as const)('%s', async (_name, request, status, problem) => {
    const response = await ask(request);
    const body: unknown = await response.json();
    expect({ status: response.status, problem: problemOf(response, body) }).toEqual({ status, problem });
  });

  test('malformed JSON gets an error that fits the document’s envelope', async () => {
    const response = await ask({ body: '{' });
    const body: unknown = await response.json();
    expect(response.status).toBe(400);
    expect(body).toEqual({ error: { code: 'invalid_json', message: 'Invalid JSON' } });
    expect(VALIDATORS[schema('ErrorEnvelope')]?.strict?.(body)).toEqual([]);
  });
});

describe('Prism', () => {
  test('says the same of every refusal, in the example of its status', async () => {
    const wrongTime: unknown = await (await ask({ json: { validTo: 'tomorrow' } })).json();
    const wrongStatus: unknown = await (await ask({ json: { temporaryStatus: 'BROKEN' } })).json();
    expect(wrongTime).toEqual(wrongStatus);
  });

  test('answers an update with the example of the document, not with the update', async () => {
    const response = await ask({ id: '7', json: { temporaryStatus: 'BLOCKED' } });
    expect(await response.json()).toMatchObject({ id: 42, temporaryStatus: 'MAINTENANCE' });
  });

  test('heeds no wish for an answer where the request is wrong', async () => {
    const response = await ask({ headers: { prefer: 'code=409' }, json: { temporaryStatus: 'BROKEN' } });
    expect(response.status).toBe(422);
  });
});

describe('Prism, in a process of its own', () => {
  /** Starts it for a document that stands nowhere else, and ends it. */
  async function withPrism(
    document: unknown,
    use: (url: string, exited: Promise<unknown>) => Promise<void>,
  ): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'prism-'));
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const child = spawn(process.execPath, [path.join(__dirname, 'support/prism-process.mjs'), file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const exited = once(child, 'exit');
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer];
      await use(line.toString().trim(), exited);
    } finally {
      child.kill();
      await exited;
      rmSync(folder, { recursive: true });
    }
  }

  test('answers 200 with an example that breaks its schema, unless `errors` is on', async () => {
    const broken = JSON.stringify(DOCUMENT).replace('"evseId":"DK*SPI*E123*1"', '"evseId":7');
    await withPrism(JSON.parse(broken), async (url) => {
      const response = await fetch(toRequest(url, {}));
      expect(response.status).toBe(200);
      expect(await prismReasons(response.clone())).toEqual([{ part: 'body', at: '/evseId', keyword: 'type' }]);
      expect(await response.json()).toMatchObject({ evseId: 7 });
    });
  });

  test('ends at a path with a malformed percent escape', async () => {
    await withPrism(DOCUMENT, async (url, exited) => {
      await expect(fetch(toRequest(url, { id: '%zz' }))).rejects.toThrow('fetch failed');
      expect(await exited).toEqual([1, null]);
    });
  });
});
