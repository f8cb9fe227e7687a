// @ts-check
/** Builds the package as tsdown.config.mjs says, without the line on Node 20 that tsdown's own command prints on each run. */
import { build } from 'tsdown';

await build({ logLevel: 'error' });
