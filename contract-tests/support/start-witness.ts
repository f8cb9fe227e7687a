/**
 * Runs once, before the first contract test: starts Prism three times, as a mock; as a judge in front of a server whose
 * answers the tests dictate; and as a judge in front of our mock.
 */
import process from 'node:process';
import { startMock } from '../../src/mock/index.ts';
import { startDictatedAnswers } from './dictated-answers.ts';
import { startPrism } from './prism.ts';
import type { Served } from './serve.ts';
import { MOCK_OPTIONS } from './mock-options.ts';

/** What the setup leaves for the teardown; Jest runs both in its own process. */
export const started: Served[] = [];

export default async function startWitness(): Promise<void> {
  const prism = await keep(startPrism());
  const dictated = await keep(startDictatedAnswers());
  const judge = await keep(startPrism(new URL(dictated.url)));
  const mock = await keep(startMock(MOCK_OPTIONS));
  const judgedMock = await keep(startPrism(new URL(mock.url)));
  process.env['WITNESS_URL'] = prism.url;
  process.env['WITNESS_JUDGE_URL'] = judge.url;
  process.env['WITNESS_JUDGED_MOCK_URL'] = judgedMock.url;
}

async function keep(starting: Promise<Served>): Promise<Served> {
  const one = await starting;
  started.push(one);
  return one;
}
