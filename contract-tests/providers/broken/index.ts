import type { BrokenProvider } from '../fleet.ts';
import { envelopes } from './envelopes.ts';
import { headers } from './headers.ts';
import { keys } from './keys.ts';
import { lists } from './lists.ts';
import { meaning } from './meaning.ts';
import { periods } from './periods.ts';
import { refused } from './refused.ts';
import { requests } from './requests.ts';
import { shapes } from './shapes.ts';
import { sideEffects } from './side-effects.ts';
import { state } from './state.ts';
import { statuses } from './statuses.ts';
import { values } from './values.ts';

/** What is done with a request: accepted, refused, or with which status. */
export const FAULTS_IN_REQUESTS: readonly BrokenProvider[] = [...values, ...requests, ...keys, ...refused, ...statuses];

/** What a response says, and what is stored. */
export const FAULTS_IN_RESPONSES: readonly BrokenProvider[] = [
  ...envelopes,
  ...shapes,
  ...headers,
  ...meaning,
  ...state,
  ...sideEffects,
  ...lists,
  ...periods,
];

/** Every provider that the check has to find. */
export const BROKEN_PROVIDERS: readonly BrokenProvider[] = [...FAULTS_IN_REQUESTS, ...FAULTS_IN_RESPONSES];
