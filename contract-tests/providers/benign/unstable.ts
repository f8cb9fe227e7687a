import { afterCall, hangUp, neverRespond, on, sending } from '../changes.ts';
import { benign, type BenignProvider } from '../fleet.ts';
import type { Call, Change, EvseStatus, Outcome } from '../steps.ts';

/** Does something to some calls, by their number. */
const at =
  (numbers: readonly number[], edit: (outcome: Outcome, call: Call) => Partial<Outcome>): Change =>
  (correct) => {
    let count = 0;
    return sending((outcome, call) => (numbers.includes((count += 1)) ? edit(outcome, call) : undefined))(correct);
  };
const passing = 'It passes; 5xx are "safe to retry with backoff" [errors].';
const numbers = [1, 5, 30, 31, 90];
const html = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

const page =
  (count: number): Change =>
  (correct) => {
    let sent = 0;
    let isPage = false;
    return {
      finish: (outcome, call) => {
        isPage = (sent += 1) === count;
        const before = correct.finish(outcome, call);
        return isPage ? { ...before, status: 502, headers: { 'Content-Type': 'text/html' } } : before;
      },
      write: (body, outcome, call) => (isPage ? html : correct.write(body, outcome, call)),
    };
  };

/** A read that lags behind the writes by some milliseconds. */
const lagging =
  (milliseconds: number): Change =>
  (correct) => {
    const changes: { readonly at: number; readonly id: number; readonly before: EvseStatus | undefined }[] = [];
    return {
      store: (record, call) => {
        changes.push({ at: correct.now(), id: record.id, before: correct.records.get(record.id) });
        correct.store(record, call);
      },
      ...on('list', () => ({
        select: (call) => {
          const current = new Map(correct.records);
          for (const { at: changedAt, id, before } of changes.toReversed()) {
            if (correct.now() - changedAt >= milliseconds) continue;
            if (before === undefined) correct.records.delete(id);
            else correct.records.set(id, before);
          }
          try {
            return correct.select(call);
          } finally {
            for (const [id, record] of current) correct.records.set(id, record);
          }
        },
      }))(correct),
    };
  };

/** What happens once and passes, or takes a while: repeated or read again, never failed. */
export const unstable: readonly BenignProvider[] = [
  benign(
    'A few responses are 503.',
    passing,
    at(numbers, () => ({ status: 503, body: { error: { message: 'Later.' } } })),
  ),
  benign(
    'A few responses are 500, after the request was carried out.',
    passing,
    at(numbers, () => ({ status: 500, body: { error: {} } })),
  ),
  benign('A few connections end without a response.', 'Networks do that.', at(numbers, hangUp)),
  benign('A few requests never get a response.', 'Networks do that.', at(numbers, neverRespond)),
  benign(
    'The first request gets 503.',
    passing,
    at([1], () => ({ status: 503, body: { error: {} } })),
  ),
  benign('A gateway sends an HTML page once.', 'A gateway in front can send HTML [errors].', page(25)),
  benign('A gateway sends an HTML page at first.', 'A gateway in front can send HTML [errors].', page(1)),
  benign(
    'A 503 has a Retry-After.',
    'HTTP allows it (RFC 9110).',
    at([20], ({ headers }) => ({ status: 503, headers: { ...headers, 'Retry-After': '3' }, body: { error: {} } })),
  ),
  benign(
    'A key is throttled now and then, for a few seconds.',
    'A limit is for a key, whoever uses it.',
    at([10, 40, 70], ({ headers }) => ({
      status: 429,
      headers: { ...headers, 'Retry-After': '4', 'X-RateLimit-Remaining': '0' },
      body: { error: {} },
    })),
  ),
  benign('A neighbour uses half of the quota.', 'A limit is for a key, whoever uses it.', () => ({
    limits: { read: 300, write: 60 },
  })),
  benign('A reading lags a second behind the writes.', 'No page promises that a list is never late.', lagging(1000)),
  benign(
    'A reading lags three seconds behind the writes.',
    'No page promises that a list is never late.',
    lagging(3000),
  ),
  benign('A neighbour changes between two readings.', 'Other people use the service too.', (correct) => {
    let count = 0;
    return afterCall(({ records }) => {
      const record = records.get(1001);
      if ((count += 1) === 40 && record !== undefined) records.set(1001, { ...record, temporaryStatus: 'BLOCKED' });
    })(correct);
  }),
];
