/**
 * Runs once, before the first contract test: starts Prism twice, as a mock, and as a judge in front of a server whose
 * answers the tests dictate.
 */
import process from 'node:process';
import { startDictatedAnswers } from './dictated-answers.ts';
import { startPrism } from './prism.ts';
import type { Witness } from './prism.ts';

/** What the setup leaves for the teardown; Jest runs both in its own process. */
export const started: Witness[] = [];

export default async function startWitness(): Promise<void> {
  const mock = await startPrism();
  const upstream = await startDictatedAnswers();
  const judge = await startPrism(new URL(upstream.url));
  started.push(mock, judge, upstream);
  process.env['WITNESS_URL'] = mock.url;
  process.env['WITNESS_JUDGE_URL'] = judge.url;
}
