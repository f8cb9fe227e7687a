/** The contract check against other people's reading of the document. */
import { request as ask } from 'node:http';
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
    const passed = ask(witnessUrl() + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(passed);
  });
  report = await verify(front.url, { id: 42, otherId: 43, key: 'any-key' });
});

afterAll(() => front.close());

const format = 'body/(?:validFrom|validTo)/format';

/** What Prism, which keeps nothing and reads some things loosely, does otherwise than the API: rule, cases, reason. */
const differences: readonly (readonly [string, string, string])[] = [
  ['echo-sent', '.*', 'It answers with an example of the document, whatever was sent.'],
  ['echo-id', 'other-record/before', 'The example has an id of its own.'],
  ['unknown-id', 'path/id/(?:fraction|large|missing)', 'It has no records; every id is there.'],
  ['auth-required', 'auth/(?:wrong-key|longer-key|words-behind-key|key-in-other-case)', 'It takes any key.'],
  ['accepts-valid', 'auth/scheme-in-lower-case', 'It wants Bearer with a capital.'],
  ['refuses-invalid-body', `${format}/space`, 'It takes a space for the T of a timestamp.'],
  ['refuses-invalid-body', `${format}/offset-without-colon`, 'It takes +0200 for an offset.'],
  ['answers', 'path/id/malformed-escape', 'Its process ends at a malformed percent escape.'],
];

const breaking = () => report.findings.filter(({ verdict }) => verdict === 'breaking');
const isOf = ([rule, cases]: (typeof differences)[number], finding: Finding) =>
  finding.rule === rule && new RegExp(`^\\w+/${cases}$`).test(finding.case);

test('Prism keeps the contract but for what is listed', () => {
  const further = breaking().filter((finding) => !differences.some((difference) => isOf(difference, finding)));
  expect(further).toEqual([]);
  expect(report.cases.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(50);
});

test.each(differences)('%s at %s: %s', (...difference) => {
  expect(breaking().filter((finding) => isOf(difference, finding))).not.toEqual([]);
});
