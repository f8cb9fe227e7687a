/**
 * The contract check against other people's reading of the document. Prism keeps nothing: each response is an example, so
 * that the record is what the document's example says, whatever was sent.
 */
import { request as send } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { verify, type Finding, type Report } from '../src/contract/index.ts';
import { serve, type Served } from './support/serve.ts';
import { witnessUrl } from './support/witness.ts';

let front: Served;
let report: Report;

beforeAll(async () => {
  // Prism's process ends at a malformed percent escape, and every contract test shares it.
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
  const clock = {
    time: Date.UTC(2026, 0, 5),
    now: () => clock.time,
    sleep: (ms: number) => Promise.resolve(void (clock.time += ms)),
  };
  report = await verify(front.url, { id: 42, key: 'any-key-of-prism', clock });
});

afterAll(() => front.close());

/** What Prism does otherwise than the API: rule, a part of the place in the document, reason. */
const differences: readonly (readonly [Finding['rule'], RegExp, string])[] = [
  ['echo-sent', /TemporaryEvseStatus\/properties/, 'It responds with an example of the document, whatever was sent.'],
  ['unknown-id-accepted', /parameters\/0$/, 'It has no records; every id is there.'],
  ['invalid-key-accepted', /apiKey$/, 'It takes any key.'],
  ['valid-refused', /apiKey\/scheme$/, 'It wants Bearer with a capital.'],
  [
    'invalid-body-accepted',
    /valid(?:From|To)\/format$/,
    'It takes a space for the T of a timestamp, and +0200 for an offset.',
  ],
  ['list-filter', /get\/parameters\/0$/, 'It does not filter.'],
  ['list-active', /get\/parameters\/1$/, 'The statuses of its list are long over.'],
  ['rate-limit-incoherent', /X-RateLimit-Remaining$/, 'Its count never falls.'],
  ['no-response', /patch\/responses$/, 'Its process ends at a malformed percent escape.'],
];

const breaking = () =>
  report.findings
    .filter(({ verdict }) => verdict === 'breaking')
    .flatMap((finding) => finding.places.map((place) => ({ ...finding, place })));

test('Prism keeps the contract but for what is listed', () => {
  const further = breaking().filter(
    ({ rule, place }) => !differences.some(([listed, where]) => listed === rule && where.test(place)),
  );
  expect(further.map(({ rule, place, actual, cases }) => [rule, place, actual, cases[0]])).toEqual([]);
  expect(report.cases.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(100);
});

test.each(differences)('%s at %s: %s', (rule, where) => {
  expect(breaking().filter((finding) => finding.rule === rule && where.test(finding.place))).not.toEqual([]);
});
