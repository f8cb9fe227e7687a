/**
 * Runs once, before the first contract test: starts Prism three times: as a mock, as a validating proxy in front of a
 * server whose responses the tests choose, and as one in front of our mock.
 */
import process from 'node:process';
import { startMock } from '../../src/mock/index.ts';
import { startStubbedResponses } from './stubbed-responses.ts';
import { startPrism } from './prism.ts';
import type { Served } from './serve.ts';
import { MOCK_OPTIONS } from './mock-options.ts';

/** What the setup leaves for the teardown; Jest runs both in its own process. */
export const started: Served[] = [];

export default async function startWitness(): Promise<void> {
  const prism = await keep(startPrism());
  const stubbed = await keep(startStubbedResponses());
  const proxy = await keep(startPrism(new URL(stubbed.url)));
  const mock = await keep(startMock(MOCK_OPTIONS));
  const validatedMock = await keep(startPrism(new URL(mock.url)));
  process.env['WITNESS_URL'] = prism.url;
  process.env['WITNESS_JUDGE_URL'] = proxy.url;
  process.env['WITNESS_JUDGED_MOCK_URL'] = validatedMock.url;
}

async function keep(starting: Promise<Served>): Promise<Served> {
  const one = await starting;
  started.push(one);
  return one;
}
