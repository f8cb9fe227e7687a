import { describe, expect, test } from '@jest/globals';
import { json, KEY, RECORD, testService, type Handler, type TestRecord } from './test-service.ts';
import { verify } from './verify.ts';
import type { VerifyOptions } from './options.ts';

const run = async (handle?: Handler, options: Partial<VerifyOptions> = {}, first?: TestRecord) => {
  const service = testService(handle, first);
  const report = await verify('http://service.test', { ...service.options, ...options });
  return { ...service, report };
};
const raise = (error: Error): never => {
  throw error;
};
const isWrite = ({ method }: Request) => method !== 'GET';

describe('before anything is written', () => {
  test.each<[string, Handler, RegExp]>([
    ['a service that never responds', () => Promise.reject(new TypeError('no')), /did not respond/],
    ['a wrong key', () => Promise.resolve(json(401, {})), /key was refused with 401/],
    ['a redirect', () => Promise.resolve(new Response(null, { status: 302 })), /redirects \(302\)/],
    [
      'a login page',
      () => Promise.resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } })),
      /HTML page/,
    ],
    [
      'a mock that takes any key',
      () => Promise.resolve(json(200, [RECORD], { Server: 'temporary-evse-statuses mock' })),
      /--keys one/,
    ],
  ])('%s ends the run in one sentence', async (_, handle, problem) => {
    const { report, requests } = await run(
      (request, respond) => (isWrite(request) ? respond(request) : handle(request, respond)),
      { only: ['list', 'update'] },
    );
    expect(report).toMatchObject({
      outcome: 'not-checked',
      problem: expect.stringMatching(problem) as unknown,
      findings: [],
    });
    expect(requests.filter((request) => isWrite(request) && request.url.endsWith('/42')).length).toBeLessThanOrEqual(1);
  });

  test.each([
    ['no validTo', 'validTo', undefined],
    ['a status that no request may carry', 'temporaryStatus', 'SLEEPING'],
  ])('a record with %s is refused unless its loss is accepted', async (_, name, value) => {
    const first = { ...RECORD, [name]: value };
    const { report, requests } = await run(undefined, {}, first);
    expect(report).toMatchObject({
      outcome: 'not-checked',
      problem: expect.stringContaining(`accept the loss of ${name} with \`acceptLoss\``) as unknown,
    });
    expect(requests.filter(isWrite)).toEqual([]);
    const accepted = await run(undefined, { acceptLoss: [name] }, first);
    expect(accepted.report.problem).toBeUndefined();
    expect(accepted.report.cases.length).toBeGreaterThan(100);
  });

  test('a wrong base URL ends the run in one sentence, and is no fault of the service', async () => {
    const { report } = await run(() => Promise.resolve(json(404, { message: 'Cannot find it' })), {
      only: ['list', 'update'],
    });
    const problem = expect.stringContaining('is not the base URL of the API') as unknown;
    expect(report).toMatchObject({ outcome: 'not-checked', problem, findings: [] });
  });

  test('an id that no record has ends the run in one sentence', async () => {
    const { report, records } = await run(undefined, { id: 43 });
    expect(report).toMatchObject({
      outcome: 'not-checked',
      problem: expect.stringContaining('no record with the id 43') as unknown,
    });
    expect(records).toEqual([RECORD]);
  });

  test('a list that is not an array is told, and the record is not called missing', async () => {
    const { report } = await run(async (request, respond) => {
      if (isWrite(request)) return json(404, { error: {} });
      return json(200, { data: (await (await respond(request)).json()) as unknown });
    });
    expect(report.problem).toBe('Record 42 could not be read: the list of http://service.test is not an array.');
    expect(report.findings).toMatchObject([{ rule: 'body-schema', expected: 'must be array' }]);
  });

  test('ids and EVSE IDs that are objects are findings, not an error of the check', async () => {
    const strange = { toString: 1 };
    const { report } = await run(() => Promise.resolve(json(200, [{ ...RECORD, id: strange }])));
    expect(report.problem).toContain('no record');
    expect(report.findings.map(({ rule }) => rule)).toContain('body-schema');
    const second = await run(async (request, respond) => {
      const value = (await (await respond(request)).json()) as unknown;
      return json(200, Array.isArray(value) ? value.map((one: object) => ({ ...one, evseId: strange })) : value);
    });
    expect(second.report).toMatchObject({ outcome: 'broken' });
    expect(second.report.problem).toBeUndefined();
  });

  test('a record that can be updated and is not listed is missing, and is restored all the same', async () => {
    const { report, records } = await run((request, respond) =>
      isWrite(request) ? respond(request) : Promise.resolve(json(200, [])),
    );
    expect(report.findings.map(({ rule }) => rule)).toContain('record-missing');
    expect(records).toEqual([RECORD]);
  });

  test.each([
    ['missingId', 77, /Give `missingId` an id that no record has\.$/],
    ['id plus 2^32', 42 + 2 ** 32, /Check another record/],
  ])('a %s that a record has is refused', async (_, listed, problem) => {
    const { report, requests } = await run(
      async (request, respond) => {
        const response = await respond(request);
        const records = request.method === 'GET' && response.ok ? ((await response.json()) as object[]) : undefined;
        return records === undefined ? response : json(200, [...records, { ...RECORD, id: listed }]);
      },
      { missingId: 77 },
    );
    expect(requests.filter(isWrite)).toEqual([]);
    expect(report).toMatchObject({
      outcome: 'not-checked',
      problem: expect.stringMatching(problem) as unknown,
      findings: [],
    });
  });

  test('a missing second record is reported', async () => {
    const { report } = await run(undefined, { otherId: 77 });
    expect(report.problem).toContain('77');
  });
});

describe('the record is restored', () => {
  test('after a run that holds, and reading shows it', async () => {
    const { records, report } = await run();
    expect(records).toEqual([RECORD]);
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'holds', findings: [], unstable: [], restored: { done: true } });
  });

  test('and read at once, so that a run without a rate limit never waits', async () => {
    const { clock, options } = testService();
    await verify('http://127.0.0.1', options);
    expect(clock.slept).toBe(0);
  });

  test.each([90, 120, 200])('after a signal at request %i', async (at) => {
    const controller = new AbortController();
    let count = 0;
    const { records, report } = await run(
      (request, respond) => {
        count += 1;
        if (count === at) controller.abort();
        return respond(request);
      },
      { signal: controller.signal },
    );
    expect(records).toEqual([RECORD]);
    expect(report).toMatchObject({
      outcome: 'not-checked',
      problem: 'The run was interrupted.',
      restored: { done: true },
      notChecked: expect.arrayContaining([expect.objectContaining({ why: 'the run ended before it' })]) as unknown,
    });
    expect(report.cases.map(({ id }) => id)).toEqual((await run()).report.cases.map(({ id }) => id));
  });

  test('and no more is sent after a signal at its end, though the rate limit was to be tried', async () => {
    const whole = (await run()).requests.length;
    const controller = new AbortController();
    let count = 0;
    const { requests, report } = await run(
      (request, respond) => {
        count += 1;
        if (count === whole) controller.abort();
        return respond(request);
      },
      { signal: controller.signal, probeRateLimit: true },
    );
    expect(requests).toHaveLength(whole);
    expect(report.restored).toEqual({ done: true });
  });

  test('no longer than nine seconds once a signal came, where the service refuses to restore it', async () => {
    const controller = new AbortController();
    let count = 0;
    const { clock, options } = testService((request, respond) => {
      count += 1;
      return count > 120 && isWrite(request) ? Promise.resolve(json(422, {})) : respond(request);
    });
    let signalledAt = 0;
    const report = await verify('http://service.test', {
      ...options,
      signal: controller.signal,
      onProgress: ({ waiting }) => {
        if (waiting?.why !== 'the record is not restored yet' || signalledAt > 0) return;
        signalledAt = clock.now();
        controller.abort();
      },
    });
    expect(report.restored).toMatchObject({ done: false, note: 'The update failed with status 422.' });
    expect(signalledAt).toBeGreaterThan(0);
    expect(clock.now() - signalledAt).toBeLessThan(9_000);
  });

  test.each<[string, Handler]>([
    ['gets 422', (request, respond) => (isWrite(request) ? Promise.resolve(json(422, {})) : respond(request))],
    [
      'changes its validFrom',
      async (request, respond) => {
        if (!isWrite(request)) return respond(request);
        const body = ((await request.clone().text()) || '{}').replace('T10:00', 'T11:00');
        return respond(new Request(request, { body }));
      },
    ],
  ])(
    'or else it is not changed: the first write sends the values that it has, and if it %s, it is the last',
    async (why, handle) => {
      const { requests, report } = await run(handle);
      expect(report.problem).toContain(`an update with the values that it has ${why}. No other write was sent.`);
      const bodies = await Promise.all(requests.filter(isWrite).map((request) => request.text()));
      const { temporaryStatus, validFrom, validTo } = RECORD;
      expect([...new Set(bodies.map((body) => JSON.parse(body) as object))]).toEqual(
        bodies.map(() => ({ temporaryStatus, validFrom, validTo })),
      );
      expect(report.outcome).toBe('broken');
    },
  );

  test('unless a signal came before the first write: there is nothing to restore', async () => {
    const controller = new AbortController();
    const lines: (string | undefined)[] = [];
    const { requests, report } = await run(undefined, {
      signal: controller.signal,
      onProgress: ({ id, restore }) => {
        lines.push(restore);
        if (id.startsWith('update/')) controller.abort();
      },
    });
    expect(requests.filter(isWrite)).toEqual([]);
    expect(report).toMatchObject({
      outcome: 'not-checked',
      problem: 'The run was interrupted. Nothing was written.',
    });
    expect(report.restored).toBeUndefined();
    expect(lines.filter((line) => line !== undefined)).toEqual([]);
  });

  test('and its line is told before the first write', async () => {
    let line: string | undefined;
    let atFirst: string | undefined;
    await run(
      (request, respond) => {
        if (isWrite(request)) atFirst ??= line ?? 'none';
        return respond(request);
      },
      { onProgress: ({ restore }) => (line = restore) },
    );
    expect(atFirst).toMatch(/^curl -i -X PATCH .*\/42'/);
  });

  test('and an interrupted run that found something breaking is broken', async () => {
    const controller = new AbortController();
    let count = 0;
    const { report } = await run(
      async (request, respond) => {
        count += 1;
        if (count === 200) controller.abort();
        const response = await respond(request);
        return response.status === 401 ? json(418, {}) : response;
      },
      { signal: controller.signal },
    );
    expect(report).toMatchObject({ outcome: 'broken', problem: 'The run was interrupted.', restored: { done: true } });
  });

  test('after the time limit', async () => {
    const service = testService((request, respond) => {
      void service.clock.sleep(1000);
      return respond(request);
    });
    const report = await verify('http://service.test', { ...service.options, timeLimitMs: 100_000 });
    expect(report).toMatchObject({
      problem: expect.stringContaining('100000 ms') as unknown,
      restored: { done: true },
    });
    expect(service.records).toEqual([RECORD]);
  });

  test('or the report has the curl that restores it, and is not "holds"', async () => {
    let count = 0;
    const { report } = await run((request, respond) => {
      count += 1;
      return count > 120 ? Promise.reject(new TypeError('gone')) : respond(request);
    });
    expect(report.outcome).not.toBe('holds');
    expect(report.restored).toMatchObject({ done: false });
    const { id, evseId: _notSent, ...sendable } = RECORD;
    expect(report.restored?.curl).toContain(`/${String(id)}'`);
    expect(report.restored?.curl).toContain(`--data-binary '${JSON.stringify(sendable)}'`);
    expect(report.problem).toContain(report.restored?.curl);
    expect(report.problem).toContain('Record 42 could not be restored. The update failed: the connection was lost. ');
    const found = report.findings.flatMap(({ cases }) => cases);
    const unsent = report.cases.filter(({ outcome }) => outcome === 'not-sent');
    expect(unsent.filter(({ id: one }) => found.includes(one))).toEqual([]);
    expect(report.notChecked.map(({ what }) => what).join()).toMatch(new RegExp(`^${unsent.length} cases: `));
    expect(JSON.stringify(report)).not.toContain(KEY);
  });
});

describe('what passes when it is repeated', () => {
  test('is unstable, and never a finding', async () => {
    let count = 0;
    const { report, records } = await run((request, respond) => {
      count += 1;
      if (count % 40 === 0) return Promise.resolve(json(503, {}));
      if (count % 61 === 0) return Promise.reject(new TypeError('reset'));
      return respond(request);
    });
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'holds', findings: [] });
    expect(report.unstable.length).toBeGreaterThan(5);
    expect(records).toEqual([RECORD]);
  });

  test.each<[string, () => Response]>([
    ['resets', () => raise(new TypeError('reset'))],
    ['timeouts', () => raise(new DOMException('late', 'TimeoutError'))],
    ['503s', () => json(503, {})],
  ])('is unstable after three or four %s in a row', async (_, fail) => {
    let count = 0;
    const { report } = await run(async (request, respond) => {
      if (!isWrite(request)) return respond(request);
      count += 1;
      return (count >= 20 && count < 23) || (count >= 60 && count < 64) ? fail() : respond(request);
    });
    expect(report).toMatchObject({ outcome: 'holds', findings: [] });
    expect(report.unstable.map(({ count: times }) => times)).toEqual([3, 4]);
  });

  test('a quota that others use up ends the run, and is no finding', async () => {
    const { report } = await run((request, respond) =>
      isWrite(request) && request.headers.get('authorization') === `Bearer ${KEY}`
        ? Promise.resolve(json(429, {}, { 'Retry-After': '30' }))
        : respond(request),
    );
    expect(report.problem).toContain('quota is used up');
    expect(report).toMatchObject({ outcome: 'not-checked', findings: [] });
  });

  test('a 503 that stays is breaking', async () => {
    const { report } = await run((request, respond) =>
      isWrite(request) ? Promise.resolve(json(503, {})) : respond(request),
    );
    expect(report.findings.map(({ rule }) => rule)).toContain('server-error');
  });
});

describe('what only reading shows', () => {
  const rules = (findings: readonly { readonly rule: string; readonly place: string }[]) =>
    findings.map(({ rule }) => rule);

  test.each<[string, RegExp, (records: TestRecord[]) => void]>([
    [
      'refused-changed',
      /text\/plain/,
      ([record]) => record && Object.assign(record, { validTo: '2044-04-04T04:04:04Z' }),
    ],
    ['record-missing', /text\/plain/, (records) => records.pop()],
    ['record-unexpected', /text\/plain/, (records) => records.push({ ...RECORD, id: 43 })],
    ['record-duplicated', /text\/plain/, (records) => records.push({ ...RECORD })],
    ['evse-id-changed', /text\/plain/, ([record]) => record && Object.assign(record, { evseId: 'DK*SPI*E123*2' })],
  ])('%s is found where a refused request leaves that behind', async (rule, type, change) => {
    const service = testService((request, respond) => {
      if (request.method === 'PATCH' && type.test(request.headers.get('content-type') ?? '')) change(service.records);
      return respond(request);
    });
    const report = await verify('http://service.test', service.options);
    expect(report.findings.map(({ rule: found, cases }) => `${found} ${cases[0] ?? ''}`)).toContain(
      `${rule} update/content-type/text-plain`,
    );
  });

  test('an update that is not stored is found', async () => {
    const { report } = await run(async (request, respond) => {
      if (request.method !== 'PATCH' || !request.url.endsWith('/42')) return respond(request);
      const sent = (await request.json().catch(() => ({}))) as TestRecord;
      return json(200, { ...RECORD, ...sent, id: 42, evseId: RECORD['evseId'] });
    });
    expect(rules(report.findings)).toContain('stored-differs');
  });

  test('a change of another record names the record and the field', async () => {
    let changed = false;
    const { report } = await run(async (request, respond) => {
      const response = await respond(request);
      if (request.method === 'GET') {
        const other = { ...RECORD, id: 43, temporaryStatus: changed ? 'BLOCKED' : 'RESERVED' };
        return json(200, [...((await response.json()) as object[]), other]);
      }
      changed ||= response.ok;
      return response;
    });
    expect(report.findings.find(({ rule }) => rule === 'neighbour-changed')).toMatchObject({
      expected: 'temporaryStatus "RESERVED" of record 43',
      actual: '"BLOCKED"',
    });
  });

  test('a read that lags behind is read again, and observed', async () => {
    let until = 0;
    let shown = JSON.stringify([RECORD]);
    const service = testService(async (request, respond) => {
      const response = await respond(request.clone());
      if (request.method === 'PATCH') until = service.clock.now() + 1000;
      else if (service.clock.now() < until) return json(200, JSON.parse(shown));
      else shown = await response.clone().text();
      return response;
    });
    const report = await verify('http://service.test', service.options);
    expect(report.observations.map(({ question }) => question)).toContain('does a read lag behind a write?');
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'holds', findings: [] });
  });
});

test('two runs give the same report, byte for byte', async () => {
  const [one, other] = [await run(), await run()];
  expect(JSON.stringify(one.report)).toBe(JSON.stringify(other.report));
});
