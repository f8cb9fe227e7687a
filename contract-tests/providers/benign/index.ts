import { growth } from './growth.ts';
import { leftOpen } from './left-open.ts';
import { spelling } from './spelling.ts';
import type { BenignProvider } from '../control.ts';

/** Every provider that the check has to let pass, by why. */
export const BENIGN_PROVIDERS: Readonly<Record<string, readonly BenignProvider[]>> = {
  growth,
  'left open': leftOpen,
  spelling,
};
