/**
 * Where Prism departs from the document without a wrong status, so that no other test passes by accident. Where its status
 * differs from our mock's, see mock-differences.ts.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { end, Run } from '../src/cli/test-process.ts';
import { DOCUMENT, schema } from './support/document.ts';
import { problemOf, prismReasons } from './support/prism-reasons.ts';
import { toRequest } from './support/request.ts';
import type { RawRequest } from './support/request.ts';
import { send, witnessUrl } from './support/witness.ts';

const ask = (request: RawRequest) => send(toRequest(witnessUrl(), request));

test('Prism treats the body null as no body', async () => {
  expect(await prismReasons(await ask({ json: null }))).toEqual([{ part: 'body', at: '', keyword: 'required' }]);
});

test('Prism refuses malformed JSON with its own error, which matches the document’s envelope', async () => {
  const response = await ask({ body: '{' });
  const body: unknown = await response.json();
  expect(response.status).toBe(400);
  expect(body).toEqual({ error: { code: 'invalid_json', message: 'Invalid JSON' } });
  expect(VALIDATORS[schema('ErrorEnvelope')]?.strict?.(body)).toEqual([]);
});

describe('Prism responds with its own errors to', () => {
  test.each([
    ['a code that the document lacks', { headers: { prefer: 'code=418' } }, 404, 'NOT_FOUND'],
    ['an example that the document lacks', { headers: { prefer: 'code=200, example=nothing' } }, 500, 'UNKNOWN'],
  ] as const)('%s', async (_name, request, status, problem) => {
    const response = await ask(request);
    const body: unknown = await response.json();
    expect({ status: response.status, problem: problemOf(response, body) }).toEqual({ status, problem });
  });
});

describe('Prism’s command', () => {
  /** Runs it with a document of its own. */
  async function withPrism(document: unknown, use: (url: string, prism: Run) => Promise<void>): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'prism-'));
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const prism = new Run([require.resolve('@stoplight/prism-cli'), 'mock', file, '--port', '0']);
    try {
      await use(await prism.until((out) => /listening on (\S+)/.exec(out)?.[1]), prism);
    } finally {
      await end(prism.child);
      rmSync(folder, { recursive: true });
    }
  }

  test('responds 200 with an example that breaks its schema, unless `errors` is on', async () => {
    const broken = JSON.stringify(DOCUMENT).replace('"evseId":"DK*SPI*E123*1"', '"evseId":7');
    await withPrism(JSON.parse(broken), async (url) => {
      const response = await fetch(toRequest(url, {}));
      expect(response.status).toBe(200);
      expect(await prismReasons(response.clone())).toEqual([{ part: 'body', at: '/evseId', keyword: 'type' }]);
      expect(await response.json()).toMatchObject({ evseId: 7 });
    });
  });

  test('crashes on a path with a malformed percent escape', async () => {
    await withPrism(DOCUMENT, async (url, prism) => {
      await expect(fetch(toRequest(url, { id: '%zz' }))).rejects.toThrow('fetch failed');
      expect((await prism.exit()).code).toBe(1);
    });
  });
});
