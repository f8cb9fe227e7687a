/**
 * A service beside the mocks: a sandbox, a server of one's own, or `prism proxy` in front of either. The contract tests
 * then send their requests there as well, valid updates of one record included. From the environment:
 *
 * - `CONTRACT_BASE_URL`: where the document's paths begin;
 * - `CONTRACT_API_KEY`: the key;
 * - `CONTRACT_ID`: the id of the record that may be changed.
 */
import process from 'node:process';
import type { Door } from './doors.ts';
import { judgedReasons } from './prism-reasons.ts';

export function serviceDoor(environment: NodeJS.ProcessEnv = process.env): readonly Door[] {
  const { CONTRACT_BASE_URL: url, CONTRACT_API_KEY: key, CONTRACT_ID: id } = environment;
  if (url === undefined) return [];
  if (key === undefined || !Number.isInteger(Number(id ?? NaN))) {
    throw new Error('CONTRACT_BASE_URL needs CONTRACT_API_KEY, and CONTRACT_ID of a record that may be changed.');
  }
  return [
    {
      name: url,
      sendsHeaderExamples: false,
      open: () => ({
        baseUrl: url.replace(/\/+$/, ''),
        key,
        id: Number(id),
        fetch: (request) => fetch(request),
        reasons: judgedReasons,
      }),
    },
  ];
}
