/** The contract check over HTTP: against our own mock, and against servers that stall, start late or do not exist. */
import type { RequestListener } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { exitCodeOf, listCases, verify, type VerifyOptions } from '../src/contract/index.ts';
import { startMock, type StartMockOptions } from '../src/mock/index.ts';
import { startClock } from './providers/checked.ts';
import { forThisTest } from './support/for-this-test.ts';
import { closedUrl, serve } from './support/serve.ts';

const key = 'key-of-the-mock';
const options: VerifyOptions = { id: 42, otherId: 43, key };

/** Without a limit: a run sends more writes than a minute allows. */
const mock = (changes: StartMockOptions = {}) =>
  forThisTest(startMock({ keys: { one: key }, rateLimit: 'off', ...changes }));

const server = (listener: RequestListener) => forThisTest(serve(listener));

const read = async (url: string): Promise<unknown> => {
  const headers = { Authorization: `Bearer ${key}` };
  return (await fetch(`${url}/v2/temporary-evse-statuses?activeOnly=false`, { headers })).json();
};

describe('against the mock', () => {
  test('the contract holds, cases are reported in order, records are as before, and a second run says the same', async () => {
    const { url } = await mock();
    const before = await read(url);
    const report = await verify(url, options);
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'holds', findings: [], unstable: [], restored: { done: true } });
    expect(report.cases.map(({ id }) => id)).toEqual(listCases().map(({ id }) => id));
    expect(await read(url)).toEqual(before);
    expect(JSON.stringify(await verify(url, options))).toBe(JSON.stringify(report));
  });

  test('creates and times that drivers see are checked where they are allowed', async () => {
    const { url } = await mock();
    const report = await verify(url, { ...options, createOn: 'DK*SPI*E123*9', allowVisible: true });
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'holds', findings: [], restored: { done: true } });
    expect(report.cases.filter(({ id, outcome }) => outcome === 'not-sent' && !id.includes('/key/'))).toEqual([]);
  });

  test('two runs at once with one key, on records of different EVSEs, both hold', async () => {
    const window = { temporaryStatus: 'RESERVED', validFrom: '2030-01-01T10:00:00Z', validTo: '2030-01-01T12:00:00Z' };
    const { url } = await mock({ seed: [42, 43].map((id) => ({ id, evseId: `DK*SPI*E${id}`, ...window })) });
    const reports = await Promise.all([42, 43].map((id) => verify(url, { id, key })));
    for (const report of reports) expect(report).toMatchObject({ outcome: 'holds', findings: [] });
  });

  test('a run with the list alone writes nothing', async () => {
    const methods = new Set<string>();
    const { url } = await mock({ onRequest: ({ method }) => void methods.add(method) });
    const report = await verify(url, { ...options, only: ['list'] });
    expect(report.operations).toEqual(['list']);
    expect(report).not.toHaveProperty('restored');
    expect([...methods]).toEqual(['GET']);
  });

  test('an update without a start that moves it to now is observed', async () => {
    const { url } = await mock({ validFromWhenOmitted: 'now' });
    const report = await verify(url, options);
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'holds', restored: { done: true } });
    expect(report.observations).toContainEqual(expect.objectContaining({ value: 'now' }));
  });
});

describe('a server that cannot be checked is reported in one sentence, without a finding', () => {
  const problemOf = async (target: string, changes: Partial<VerifyOptions> = {}) => {
    const report = await verify(target, { ...options, ...changes });
    expect(report).toMatchObject({ outcome: 'not-checked', findings: [] });
    expect(exitCodeOf(report)).toBe(2);
    return report.problem;
  };

  test('nothing listens', async () => {
    expect(await problemOf(await closedUrl())).toContain('the connection was refused');
  });

  test('no response ever comes', async () => {
    const { url } = await server(() => undefined);
    expect(await problemOf(url, { timeoutMs: 30 })).toContain('no whole response within 30 ms');
  });

  test.each(['any', 'off'] as const)('the mock accepts any key (keys %s)', async (keys) => {
    expect(await problemOf((await mock({ keys })).url)).toContain('it accepts any key. Start it with --keys one');
  });

  test('nothing listens before the deadline', async () => {
    const clock = startClock(0);
    expect(await problemOf(await closedUrl(), { waitForMs: 3000, clock })).toContain('did not respond within 3000 ms');
    expect(clock.now()).toBe(3000);
  });
});

test('a gateway whose service is not up yet is waited for', async () => {
  const statuses = [502, 503, 504, 404];
  const sent: number[] = [];
  const { url } = await server((_request, response) => {
    const status = statuses.shift() ?? 401;
    sent.push(status);
    response.writeHead(status).end();
  });
  await verify(url, { ...options, waitForMs: 5000, clock: startClock() });
  expect(sent).toEqual([502, 503, 504, 404, 401]);
});
