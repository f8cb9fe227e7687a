import type { BenignProvider } from '../fleet.ts';
import { growth } from './growth.ts';
import { leftOpen } from './left-open.ts';
import { limits } from './limits.ts';
import { records } from './records.ts';
import { spelling } from './spelling.ts';
import { unstable } from './unstable.ts';

/** Every provider that the check has to let pass. */
export const BENIGN_PROVIDERS: readonly BenignProvider[] = [
  ...spelling,
  ...growth,
  ...leftOpen,
  ...records,
  ...limits,
  ...unstable,
];
