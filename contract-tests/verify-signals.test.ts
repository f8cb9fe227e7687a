/** What the contract check leaves behind when a signal ends its process in the middle of a run. */
import { once } from 'node:events';
import process from 'node:process';
import { expect, test } from '@jest/globals';
import { OPERATIONS } from '../generated/operations.ts';
import { Run, useCommand } from '../src/cli/test-process.ts';
import { startMock, type MockState, type StartedMock, type StartMockOptions } from '../src/mock/index.ts';
import { forThisTest } from './support/for-this-test.ts';

const key = 'key-of-the-mock';
const command = useCommand();

const mockWith = (options: StartMockOptions) => forThisTest(startMock({ keys: { one: key }, ...options }));

/** Resolves once the mock's state is as wanted. */
function until(mock: StartedMock, isWanted: (state: MockState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const end = mock.onChange(() => {
      if (!isWanted(mock.state())) return;
      end();
      resolve();
    });
  });
}

function check(url: string): Run {
  const env = { ...process.env, API_KEY: key };
  return new Run([command.main, 'verify', url, '--id', '42', '--key-env', 'API_KEY'], { env });
}

/** A run that has just changed the record. */
async function changingRun(mock: StartedMock): Promise<Run> {
  const records = JSON.stringify(mock.state().records);
  const isChanged = until(mock, (state) => JSON.stringify(state.records) !== records);
  const run = check(mock.url);
  await isChanged;
  return run;
}

/** Ends a run by a signal, after which the record has to be restored. */
async function expectRestored(run: Run, signal: NodeJS.Signals, mock: StartedMock, records: MockState['records']) {
  run.child.kill(signal);
  const { code, out, err } = await run.exit();
  expect(code).toBe(2);
  expect(err).toMatch(/^Restoring the record, for at most 10 seconds\. .*\nrestore it with: curl .*\n$/);
  expect(out).toContain('Record 42 is as it was before the run.');
  expect(mock.state().records).toEqual(records);
  expect(out + err).not.toContain(key);
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s in the middle of a run restores the record, and ends with 2 and a report',
  async (signal) => {
    const mock = await mockWith({ latencyMs: 5 });
    const { records } = mock.state();
    await expectRestored(await changingRun(mock), signal, mock, records);
  },
);

const { rateLimit } = OPERATIONS.find(({ method }) => method === 'PATCH') ?? {};
/** The check keeps three writes of a window in reserve, to restore the record. */
const writesBeforeTheWait = (rateLimit?.requests ?? 0) - 3;

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s while the run waits for the rate limit restores the record at once, and ends with 2',
  async (signal) => {
    const mock = await mockWith({ maxRecordedRequests: 1000 });
    const { records } = mock.state();
    const writes = ({ requests }: MockState) =>
      requests.filter(({ method, status }) => method === 'PATCH' && status !== 401).length;
    const isUsedUp = until(mock, (state) => writes(state) === writesBeforeTheWait);
    const run = check(mock.url);
    await isUsedUp;
    // A write is followed by a reading, and that by the wait, for most of a minute.
    await until(mock, (state) => state.requests.at(-1)?.method === 'GET');
    const start = performance.now();
    await expectRestored(run, signal, mock, records);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(writes(mock.state())).toBe(writesBeforeTheWait + 1);
  },
  60_000,
);

test('SIGINT before the first write announces no restoring, and says that nothing was written', async () => {
  const mock = await mockWith({ latencyMs: 5, rateLimit: { requests: 5, windowSeconds: 60 } });
  const { records } = mock.state();
  const isReading = until(mock, ({ requests }) => requests.length === 5);
  const run = check(mock.url);
  await isReading;
  run.child.kill('SIGINT');
  const { code, out, err } = await run.exit();
  expect([code, err]).toEqual([2, '']);
  expect(out).toContain('The run was interrupted. Nothing was written.');
  expect(out).not.toMatch(/curl|could not be restored/);
  expect(mock.state().records).toEqual(records);
});

test('a second signal ends the process at once, while the record is being restored', async () => {
  const mock = await mockWith({ latencyMs: 5 });
  const run = await changingRun(mock);
  // Now restoring hangs.
  mock.set({ latencyMs: 600_000 });
  run.child.kill('SIGTERM');
  while (!run.err.includes('curl')) await once(run.child.stderr, 'data');
  run.child.kill('SIGTERM');
  await once(run.child, 'exit');
  expect([run.child.signalCode, run.child.exitCode]).toEqual(['SIGTERM', null]);
  expect(run.err).toMatch(
    /^restore it with: curl -i -X PATCH 'http:.*\/42' .*Bearer \$\{API_KEY\}" .*--data-binary '\{.*\}'$/m,
  );
});
