/**
 * The contract check against someone else's reading of the document. Prism stores nothing: it responds with an example of
 * the document, whatever was sent.
 */
import { request as send } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify, type Finding, type Report } from '../src/contract/index.ts';
import { startClock } from './providers/checked.ts';
import { serve, type Served } from './support/serve.ts';
import { witnessUrl } from './support/witness.ts';

let front: Served;
let report: Report;

beforeAll(async () => {
  // A malformed percent escape ends Prism's process, which all contract tests share.
  front = await serve((request, response) => {
    if (request.url?.includes('%zz') === true) {
      request.socket.destroy();
      return;
    }
    const { method, headers, url = '' } = request;
    const passed = send(witnessUrl() + url, { method, headers }, (prism) => {
      response.writeHead(prism.statusCode ?? 0, prism.headers);
      prism.pipe(response);
    });
    request.pipe(passed);
  });
  report = await verify(front.url, { id: 42, key: 'any-key-of-prism', clock: startClock(Date.UTC(2026, 0, 5)) });
});

afterAll(() => front.close());

/** Where Prism differs from the API: the rule, a part of the place in the document, the reason. */
const differences: readonly (readonly [Finding['rule'], RegExp, string])[] = [
  ['echo-sent', /TemporaryEvseStatus\/properties/, 'It responds with an example of the document, whatever was sent.'],
  ['unknown-id-accepted', /parameters\/0$/, 'It has no records, and accepts every id.'],
  ['invalid-key-accepted', /apiKey$/, 'It accepts any key.'],
  ['valid-refused', /apiKey\/scheme$/, 'It accepts Bearer with a capital B only.'],
  [
    'invalid-body-accepted',
    /valid(?:From|To)\/format$/,
    'It accepts a space for the T of a timestamp, and +0200 as an offset.',
  ],
  ['list-filter', /get\/parameters\/0$/, 'It does not filter.'],
  ['list-active', /get\/parameters\/1$/, 'The statuses in its list ended long ago.'],
  ['rate-limit-incoherent', /X-RateLimit-Remaining$/, 'Its count never falls.'],
  ['no-response', /patch\/responses$/, 'A malformed percent escape ends its process.'],
];

const breaking = () =>
  report.findings
    .filter(({ verdict }) => verdict === 'breaking')
    .flatMap((finding) => finding.places.map((place) => ({ ...finding, place })));

test('Prism keeps the contract, except for the listed differences', () => {
  const unlisted = breaking().filter(
    ({ rule, place }) => !differences.some(([listed, where]) => listed === rule && where.test(place)),
  );
  expect(unlisted.map(({ rule, place, actual, cases }) => [rule, place, actual, cases[0]])).toEqual([]);
  expect(report.cases.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(100);
});

test.each(differences)('%s at %s: %s', (rule, where) => {
  expect(breaking().filter((finding) => finding.rule === rule && where.test(finding.place))).not.toEqual([]);
});
