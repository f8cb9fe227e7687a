/** The contract check against our mock and against servers that go away, stall, redirect or are not there. */
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { listCases, verify, type Report } from '../src/contract/index.ts';
import { startMock, type StartMockOptions } from '../src/mock/index.ts';
import { serve, type Served } from './support/serve.ts';

const key = 'key-of-the-mock';
const options = { id: 42, otherId: 43, key };
const running: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of running.splice(0)) await close();
});

async function mock(changes: StartMockOptions = {}) {
  const started = await startMock({ keys: { one: key }, ...changes });
  running.push(() => started.close());
  return started;
}

async function server(listener: RequestListener): Promise<Served> {
  const served = await serve(listener);
  running.push(served.close);
  return served;
}

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const { url, close } = await serve(() => undefined);
  await close();
  return Number(new URL(url).port);
}

const read = async (url: string, id: number): Promise<unknown> => {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  return (await fetch(`${url}/v2/temporary-evse-statuses/${id}`, { method: 'PATCH', headers, body: '{}' })).json();
};

const breaking = ({ findings }: Report) => findings.filter(({ verdict }) => verdict === 'breaking');
const unchecked = (report: Report) => report.unchecked.map(({ what }) => what.split(':')[0]);

describe('against our mock', () => {
  test('the contract holds, in less than 2 seconds', async () => {
    const { url } = await mock();
    const start = performance.now();
    const report = await verify(url, options);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(report).toMatchObject({ outcome: 'holds', findings: [], restored: { done: true } });
    expect(report.cases.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });

  test('two runs give the same report, byte for byte, and leave the records as they were', async () => {
    const { url } = await mock({ rateLimit: 'off' });
    const before = [await read(url, 42), await read(url, 43)];
    const reports = [await verify(url, options), await verify(url, options)].map((report) => JSON.stringify(report));
    expect(reports[0]).toBe(reports[1]);
    expect([await read(url, 42), await read(url, 43)]).toEqual(before);
  });

  test('every case that is listed is in the report, in the same order', async () => {
    const { url } = await mock();
    const { cases } = await verify(url, options);
    expect(cases.map(({ id }) => id)).toEqual(listCases().map(({ id }) => id));
  });

  test('a burst finds the documented limit', async () => {
    const { url } = await mock();
    const report = await verify(url, { ...options, probeRateLimit: true });
    expect(report.outcome).toBe('holds');
    expect(report.cases.find(({ id }) => id.endsWith('/rate-limit/burst'))).toMatchObject({
      outcome: 'passed',
      status: 429,
    });
  });

  test('a mock without a limit does not pass a burst', async () => {
    const { url } = await mock({ rateLimit: 'off' });
    expect(breaking(await verify(url, { ...options, probeRateLimit: true })).map(({ rule }) => rule)).toEqual([
      'throttles',
    ]);
  });

  test('a start that moves to now when it is left out is observed, and a second record is not put at risk', async () => {
    const { url } = await mock({ validFromWhenOmitted: 'now' });
    const other = await read(url, 43);
    const report = await verify(url, options);
    expect(report.outcome).toBe('holds');
    expect(report.observations).toContainEqual(expect.objectContaining({ saw: 'moved to now' }));
    expect(unchecked(report).filter((what) => what?.includes('other-record'))).toHaveLength(2);
    expect(report.restored).toMatchObject({ done: false });
    expect(report.restored?.note).toContain('validFrom');
    expect(JSON.stringify(other)).toContain('DK*SPI*E123*2');
  });

  test('a field that the record did not have is told as not taken away', async () => {
    const { url } = await mock();
    const { restored } = await verify(url, { ...options, id: 43, otherId: 42 });
    expect(restored).toEqual({ done: false, note: 'validTo, which the record did not have, cannot be taken away.' });
  });

  test('a mock that takes any key breaks the contract, and nothing else is blamed', async () => {
    const { url } = await mock({ keys: 'any' });
    expect([...new Set(breaking(await verify(url, options)).map(({ rule }) => rule))]).toEqual(['auth-required']);
  });

  test('a read-only run changes nothing, and lists what it did not check', async () => {
    const { url } = await mock();
    const before = await read(url, 42);
    const report = await verify(url, { ...options, readOnly: true });
    expect(await read(url, 42)).toEqual(before);
    expect(report).toMatchObject({ outcome: 'holds', findings: [] });
    expect(report).not.toHaveProperty('restored');
    const sent = report.cases.filter(({ outcome }) => outcome !== 'not-sent');
    expect(sent.filter(({ status = 0 }) => status < 400)).toEqual([]);
    expect(sent.length).toBeGreaterThan(50);
    expect(unchecked(report).length).toBeGreaterThan(40);
  });

  test('a run that is ended brings the record back and rejects with the reason of its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let requests = 0;
    const { url } = await mock({
      onRequest: () => {
        requests += 1;
        if (requests === 21) controller.abort(reason);
      },
    });
    const before = await read(url, 42);
    await expect(verify(url, { ...options, signal: controller.signal })).rejects.toBe(reason);
    expect(await read(url, 42)).toEqual(before);
    expect(requests).toBeLessThan(30);
  });
});

describe('what cannot be checked is told as that, without a finding', () => {
  const notChecked = (problem: string) => ({
    outcome: 'not-checked',
    findings: [],
    problem: expect.stringContaining(problem) as unknown,
  });

  test('nobody listens', async () => {
    const target = `http://127.0.0.1:${await freePort()}`;
    expect(await verify(target, options)).toMatchObject(notChecked('the connection was refused'));
  });

  test('nothing is ever answered', async () => {
    let requests = 0;
    const { url } = await server(() => {
      requests += 1;
    });
    expect(await verify(url, { ...options, timeoutMs: 30 })).toMatchObject(notChecked('no whole answer within 30 ms'));
    expect(requests).toBe(3);
  });

  test('the key is refused', async () => {
    const { url } = await mock();
    expect(await verify(url, { ...options, key: 'another-key' })).toMatchObject(
      notChecked('The key was refused with 401'),
    );
  });

  test('the record is not there', async () => {
    const { url } = await mock();
    expect(await verify(url, { ...options, id: 77 })).toMatchObject(notChecked('There is no record with the id 77'));
  });

  test('the second record is not there; the first is brought back all the same', async () => {
    const { url } = await mock();
    const before = await read(url, 42);
    const report = await verify(url, { ...options, otherId: 77 });
    expect(report).toMatchObject({ ...notChecked('no second record with the id 77'), restored: { done: true } });
    expect(await read(url, 42)).toEqual(before);
  });

  test('nobody comes before the deadline', async () => {
    const target = `http://127.0.0.1:${await freePort()}`;
    const clock = { time: 0, now: () => clock.time, sleep: (ms: number) => Promise.resolve(void (clock.time += ms)) };
    const report = await verify(target, { ...options, waitForMs: 3000, clock });
    expect(report).toMatchObject(notChecked('did not answer within 3000 ms'));
    expect(clock.time).toBe(3000);
  });
});

test('a server that is only starting is waited for', async () => {
  const port = await freePort();
  let started = false;
  const sleep = async () => {
    if (!started) await mock({ port });
    started = true;
  };
  const report = await verify(`http://127.0.0.1:${port}`, {
    ...options,
    waitForMs: 5000,
    clock: { now: Date.now, sleep },
  });
  expect({ outcome: report.outcome, started }).toEqual({ outcome: 'holds', started: true });
});

test('a gateway that still waits for its service is waited for as well', async () => {
  const statuses = [502, 503, 504, 404];
  const seen: number[] = [];
  const { url } = await server((_request, response) => {
    const status = statuses.shift() ?? 401;
    seen.push(status);
    response.writeHead(status).end();
  });
  await verify(url, { ...options, waitForMs: 5000, clock: { now: Date.now, sleep: () => Promise.resolve() } });
  expect(seen).toEqual([502, 503, 504, 404, 401]);
});

test('a server that goes away in mid-run leaves no case unjudged', async () => {
  const { url, close } = await mock();
  let requests = 0;
  const front = await server((request, response) => {
    requests += 1;
    if (requests > 30) {
      request.socket.destroy();
      return;
    }
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        const headers = {
          Authorization: request.headers.authorization ?? '',
          'Content-Type': request.headers['content-type'] ?? '',
        };
        void fetch(url + (request.url ?? ''), { method: 'PATCH', headers, body: Buffer.concat(chunks) }).then(
          async (answer) => {
            response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
          },
        );
      });
  });
  const report = await verify(front.url, options);
  await close();
  expect(report.outcome).toBe('broken');
  expect(breaking(report).map(({ rule }) => rule)).toEqual(breaking(report).map(() => 'answers'));
  const after = report.cases
    .slice(31)
    .filter(({ id }) => !/\/(?:key|rate-limit)\//.test(id) && !id.endsWith('/read-back/key'));
  expect(after.filter(({ outcome }) => outcome !== 'failed')).toEqual([]);
  expect(report.restored).toMatchObject({ done: false });
  // Three without an answer, and the one that should have brought the record back.
  expect(requests).toBe(34);
});

test('a redirect is a finding, and is not followed with the key', async () => {
  let followed = 0;
  const elsewhere = await server((_request, response) => {
    followed += 1;
    response.end();
  });
  const { url } = await server((_request, response) => response.writeHead(307, { Location: elsewhere.url }).end());
  const report = await verify(url, options);
  expect(breaking(report)).toContainEqual(expect.objectContaining({ rule: 'status-documented', instance: '/status' }));
  expect(followed).toBe(0);
});
