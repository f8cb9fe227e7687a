import { VALIDATORS } from '../../generated/validators.ts';
import type { Clock } from './clock.ts';
import { fieldsOf, operationOf } from './document.ts';
import type { VerifyOptions } from './options.ts';

/** A small service of the API for unit tests, in memory: correct as far as a run needs it, and open to faults. */

export type TestRecord = Record<string, unknown>;
export type Handler = (request: Request, respond: (request: Request) => Promise<Response>) => Promise<Response>;

export const KEY = 'key-of-the-unit-tests';
export const RECORD: TestRecord = {
  id: 42,
  temporaryStatus: 'MAINTENANCE',
  evseId: 'DK*SPI*E123*1',
  validFrom: '2030-01-01T10:00:00Z',
  validTo: '2030-01-01T18:00:00Z',
};

/** Time that passes only where something sleeps. */
export function testClock(): Clock & { slept: number } {
  let now = Date.UTC(2026, 0, 5, 12);
  return {
    slept: 0,
    now: () => now,
    sleep(milliseconds) {
      now += milliseconds;
      this.slept += milliseconds;
      return Promise.resolve();
    },
  };
}

export function testService(handle: Handler = (request, respond) => respond(request), first: TestRecord = RECORD) {
  const records: TestRecord[] = [{ ...first }];
  const requests: Request[] = [];
  const clock = testClock();
  const respond = async (request: Request): Promise<Response> => {
    if (!/^bearer /i.test(request.headers.get('authorization') ?? '')) return refusal(401);
    if (request.headers.get('authorization')?.slice(7) !== KEY) return refusal(401);
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === 'GET') {
      const filter = searchParams.get('evseId');
      const isActive = searchParams.get('activeOnly') !== 'false';
      const found = records.filter(({ evseId }) => filter === null || evseId === filter);
      return json(
        200,
        isActive ? found.filter(({ validFrom }) => Date.parse(String(validFrom)) <= clock.now()) : found,
      );
    }
    if (!/^application\/json(?:;|$)/i.test(request.headers.get('content-type') ?? '')) return refusal(400);
    const change = (await request.json().catch(() => undefined)) as TestRecord | undefined;
    const { operationId, requestBody } = operationOf(request.method === 'POST' ? 'create' : 'update');
    const schema = requestBody?.content[0]?.schema ?? '';
    if (VALIDATORS[schema]?.contract(change).length !== 0) return refusal(400);
    if (operationId.startsWith('create')) return refusal(404);
    const record = records.find(({ id }) => pathname.endsWith(`/${String(id)}`));
    if (record === undefined) return refusal(404);
    for (const { name } of fieldsOf(schema)) if (change && name in change) record[name] = change[name];
    return json(200, record);
  };
  const options: VerifyOptions = {
    id: Number(first['id']),
    key: KEY,
    only: ['list', 'update'],
    clock,
    fetch: (url, init) => {
      const request = new Request(url, init);
      requests.push(request.clone());
      return handle(request, respond);
    },
  };
  return { records, requests, clock, options };
}

function refusal(status: number): Response {
  return json(status, {
    error: { type: 'refused', code: 'refused', message: 'No.', param: 'body', request_id: 'req_1' },
  });
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}
