// @ts-check
/** Builds the package as configured in tsdown.config.mjs, without the line about Node 20 that tsdown's command prints. */
import { build } from 'tsdown';

await build({ logLevel: 'error' });
