import type { BrokenProvider } from '../fleet.ts';
import { envelopes } from './envelopes.ts';
import { headers } from './headers.ts';
import { keys } from './keys.ts';
import { lists } from './lists.ts';
import { meaning } from './meaning.ts';
import { refused } from './refused.ts';
import { requests } from './requests.ts';
import { shapes } from './shapes.ts';
import { state } from './state.ts';
import { statuses } from './statuses.ts';
import { values } from './values.ts';

/** Every provider that the check has to find. */
export const BROKEN_PROVIDERS: readonly BrokenProvider[] = [
  ...values,
  ...requests,
  ...keys,
  ...refused,
  ...statuses,
  ...envelopes,
  ...shapes,
  ...headers,
  ...meaning,
  ...state,
  ...lists,
];
