/** Whether our mock and Prism differ only as mock-differences.ts says, and docs/mock-and-prism.md shows it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, test } from '@jest/globals';
import { createMockFetch } from '../src/mock/index.ts';
import { BODY_ROWS, HEADER_ROWS, SAME_STATUS, STATUS_ROWS, renderDifferences } from './mock-differences.ts';
import type { HeaderRow } from './mock-differences.ts';
import { problemOf } from './support/prism-reasons.ts';
import { toRequest } from './support/request.ts';
import type { RawRequest } from './support/request.ts';
import { witnessUrl } from './support/witness.ts';

interface Received {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  /** Whether it is one of Prism's own errors. */
  readonly isOwn: boolean;
}

async function read(response: Response): Promise<Received> {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body, headers: response.headers, isOwn: problemOf(response, body) !== undefined };
}

/** Sends a request to both. Our mock is a new one each time, since Prism stores nothing. */
async function send(raw: RawRequest): Promise<{ prism: Received; mock: Received }> {
  const { fetch: ours } = createMockFetch();
  return {
    prism: await read(await fetch(toRequest({ baseUrl: witnessUrl() }, raw))),
    mock: await read(await ours(toRequest({ baseUrl: 'https://mock.example' }, raw))),
  };
}

const every = [...STATUS_ROWS.flatMap(({ requests }) => requests), ...SAME_STATUS];
const whole = (raw: RawRequest) => JSON.stringify(raw, (_, value: unknown) => value ?? 'left out');
const name = (raw: RawRequest) => whole(raw).slice(0, 100);

test('at least 150 different requests are sent to both', () => {
  expect(new Set(every.map(whole)).size).toBe(every.length);
  expect(every.length).toBeGreaterThanOrEqual(150);
});

describe.each(STATUS_ROWS)('$what', ({ prism, mock, requests }) => {
  test.each(requests.map((raw) => [name(raw), raw] as const))(
    `Prism ${prism}, our mock ${mock}: %s`,
    async (_, raw) => {
      const responses = await send(raw);
      expect([responses.prism.status, responses.mock.status]).toEqual([prism, mock]);
      expect(prism).not.toBe(mock);
    },
  );
});

describe('the same status', () => {
  /** The rows that were seen. */
  const seen = { bodies: new Set<string>(), headers: new Set<HeaderRow>() };

  /** The row for two different bodies. */
  function bodyRow({ prism, mock }: { prism: Received; mock: Received }): keyof typeof BODY_ROWS | undefined {
    if (prism.isOwn) return 'envelope';
    if (prism.status < 300) return 'records';
    const ours = mock.body as { error?: { code?: string } };
    if (ours.error?.code === 'invalid_json') return 'wrongSyntax';
    return prism.headers.has('sl-violations') ? 'reasons' : undefined;
  }

  const ignored = /^(access-control-.*|connection|content-length|date|keep-alive|transfer-encoding)$/;

  test('differs only as the tables say, and in each of those ways', async () => {
    const unexplained: string[] = [];
    for (const raw of SAME_STATUS) {
      const { prism, mock } = await send(raw);
      if (prism.status !== mock.status)
        unexplained.push(`${name(raw)}: Prism ${prism.status}, our mock ${mock.status}`);
      const isPreferred =
        raw.headers?.['prefer']?.startsWith('code=') === true && prism.status !== 401 && prism.status !== 422;
      if (JSON.stringify(prism.body) !== JSON.stringify(mock.body)) {
        const row = bodyRow({ prism, mock });
        if (row === undefined || isPreferred) unexplained.push(`${name(raw)}: different bodies`);
        else seen.bodies.add(row);
      }
      const names = new Set(
        [...prism.headers.keys(), ...mock.headers.keys()].filter((header) => !ignored.test(header)),
      );
      for (const header of names) {
        const [theirs, ours] = [prism.headers.get(header), mock.headers.get(header)];
        if (theirs === ours) continue;
        const only = theirs === null ? 'mock' : ours === null ? 'Prism' : 'neither';
        const row = HEADER_ROWS.find((one) => one.header === header && one.only === only);
        if (row) seen.headers.add(row);
        else unexplained.push(`${name(raw)}: ${header}, Prism ${theirs ?? 'none'}, our mock ${ours ?? 'none'}`);
      }
    }
    expect(unexplained).toEqual([]);
    expect([...seen.bodies].sort()).toEqual(Object.keys(BODY_ROWS).sort());
    expect(HEADER_ROWS.filter((row) => !seen.headers.has(row))).toEqual([]);
  });
});

test('docs/mock-and-prism.md is made from the table', () => {
  const file = new URL('../docs/mock-and-prism.md', import.meta.url);
  if (process.env['WRITE_DOCS'] === '1') {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, renderDifferences());
  }
  expect(readFileSync(file, 'utf8')).toBe(renderDifferences());
});
