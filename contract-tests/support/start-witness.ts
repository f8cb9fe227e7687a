/** Runs once, before the contract tests: starts Prism as a mock, and as a proxy in front of our mock and of stubbed responses. */
import process from 'node:process';
import { startMock } from '../../src/mock/index.ts';
import { startPrism } from './prism.ts';
import type { Served } from './serve.ts';
import { startStubbedResponses } from './stubbed-responses.ts';

/** For the teardown, which Jest runs in the same process. */
export const started: Served[] = [];

export default async function startWitness(): Promise<void> {
  const prism = await keep(startPrism());
  const stubs = await keep(startStubbedResponses());
  const validatedStubs = await keep(startPrism(new URL(stubs.url)));
  const mock = await keep(startMock({ rateLimit: { requests: 100_000, windowSeconds: 60 } }));
  const validatedMock = await keep(startPrism(new URL(mock.url)));
  process.env['WITNESS_URL'] = prism.url;
  process.env['WITNESS_STUBS_URL'] = validatedStubs.url;
  process.env['WITNESS_MOCK_URL'] = validatedMock.url;
}

async function keep(starting: Promise<Served>): Promise<Served> {
  const one = await starting;
  started.push(one);
  return one;
}
