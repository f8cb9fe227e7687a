import { expect, test } from '@jest/globals';
import { casesOf } from './cases.ts';
import { ruleOfAcceptance } from './expectations.ts';

test('a create that may be accepted, and no other, names the EVSE that the run was given for creates, and needs it', () => {
  const cases = casesOf(['create']).map(({ id, expect: kind, needs, request }) => ({
    id,
    mayBeAccepted: ruleOfAcceptance(kind) === undefined,
    needsIt: needs.includes('createOn'),
    namesIt: request.body?.includes('{createOn}'),
  }));
  expect(cases.filter(({ mayBeAccepted }) => mayBeAccepted).length).toBeGreaterThan(15);
  expect(
    cases.filter(({ mayBeAccepted, needsIt, namesIt }) => needsIt !== mayBeAccepted || namesIt !== mayBeAccepted),
  ).toEqual([]);
});

test('each update sends a start of its own, so that a value in a record tells which request left it', () => {
  const starts = casesOf(['update'])
    .map(({ request }) => request.fields['validFrom'])
    .filter((value) => typeof value === 'string' && value.endsWith(':17Z'));
  expect(starts.length).toBeGreaterThan(50);
  expect(starts.filter((value, index) => starts.indexOf(value) < index)).toEqual([]);
});
