import { afterCall, hangUp, neverRespond, sending } from '../changes.ts';
import { allowed, type BenignProvider } from '../fleet.ts';
import type { Change, EvseStatus, Outcome } from '../steps.ts';

/** Changes the responses to some calls, by number. */
const at =
  (numbers: readonly number[], edit: (outcome: Outcome) => Partial<Outcome>): Change =>
  (correct) => {
    let count = 0;
    return sending((outcome) => (numbers.includes((count += 1)) ? edit(outcome) : undefined))(correct);
  };
const few = [1, 5, 30, 31, 90];
const later = (status: number) => () => ({
  status,
  body: { error: { type: 'api_error', code: 'later', message: 'Later.', request_id: 'req_1' } },
});

const html = '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';
/** What a gateway sends when it cannot reach the service. */
const page =
  (count: number): Change =>
  ({ finish, write }) => {
    let sent = 0;
    const isPage = () => sent === count;
    return {
      finish: (outcome, call) => {
        sent += 1;
        const right = finish(outcome, call);
        return isPage() ? { ...right, status: 502, headers: { 'Content-Type': 'text/html' } } : right;
      },
      write: (body, outcome, call) => (isPage() ? html : write(body, outcome, call)),
    };
  };

/** Reads that lag behind the writes. */
const lagging =
  (milliseconds: number): Change =>
  ({ now, records, store, select }) => {
    const writes: { readonly at: number; readonly id: number; readonly before: EvseStatus | undefined }[] = [];
    return {
      store: (record, call) => {
        writes.push({ at: now(), id: record.id, before: records.get(record.id) });
        store(record, call);
      },
      select: (call) => {
        const current = [...records];
        for (const { id, before } of writes.filter((write) => now() - write.at < milliseconds).reverse()) {
          records.delete(id);
          if (before !== undefined) records.set(id, before);
        }
        const listed = select(call);
        records.clear();
        for (const [id, record] of current) records.set(id, record);
        return listed;
      },
    };
  };

/** Failures that pass, and delays: repeated or read again, never failed. */
export const unstable: readonly BenignProvider[] = [
  ...allowed('It passes; 5xx are "safe to retry with backoff" [errors].', {
    'A few responses are 503': at(few, later(503)),
    'A few responses are 500, though the request was carried out': at(few, later(500)),
    'The first response is 503': at([1], later(503)),
    'A 503 has a Retry-After': at([20], ({ headers }) => ({
      ...later(503)(),
      headers: { ...headers, 'Retry-After': '3' },
    })),
  }),
  ...allowed('Networks do that.', {
    'A few connections end without a response': at(few, hangUp),
    'A few requests never get a response': at(few, neverRespond),
  }),
  ...allowed('A gateway in front can send HTML [errors].', {
    'A gateway sends an HTML page once': page(25),
    'A gateway sends an HTML page at first': page(1),
  }),
  ...allowed('A limit is for a key, whoever uses it.', {
    'A key is throttled now and then, for a few seconds': at([10, 40, 70], ({ headers }) => ({
      ...later(429)(),
      headers: { ...headers, 'Retry-After': '4', 'X-RateLimit-Remaining': '0' },
    })),
  }),
  ...allowed('No page promises that a list is never late.', {
    'A reading lags a second behind the writes': lagging(1000),
    'A reading lags three seconds behind the writes': lagging(3000),
  }),
  ...allowed('Other people use the service too.', {
    'Somebody changes a status of another EVSE': (correct) => {
      let count = 0;
      return afterCall(({ records }) => {
        const record = records.get(1001);
        if ((count += 1) === 40 && record !== undefined) records.set(1001, { ...record, temporaryStatus: 'BLOCKED' });
      })(correct);
    },
    'Somebody creates a status of another EVSE': (correct) => {
      let count = 0;
      return afterCall(({ records }) => {
        if ((count += 1) === 40) records.set(1, { id: 1, temporaryStatus: 'RESERVED', evseId: 'NO*ABC*E1' });
      })(correct);
    },
  }),
];
