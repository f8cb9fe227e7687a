import { acceptsFields } from './accepts-fields.ts';
import { acceptsRequests } from './accepts-requests.ts';
import { bodyShape } from './body-shape.ts';
import { envelope } from './envelope.ts';
import { headers } from './headers.ts';
import { meaning } from './meaning.ts';
import { memory } from './memory.ts';
import { mediaTypes } from './media-types.ts';
import { refuses } from './refuses.ts';
import { status } from './status.ts';
import { transport } from './transport.ts';
import { unreadable } from './unreadable.ts';
import type { BrokenProvider } from '../control.ts';

/** Every broken provider, by the kind of its fault. */
export const BROKEN_PROVIDERS: Readonly<Record<string, readonly BrokenProvider[]>> = {
  'body shape': bodyShape,
  'unreadable body': unreadable,
  status,
  'request handling: accepts a field': acceptsFields,
  'request handling: accepts a request': acceptsRequests,
  'request handling: refuses': refuses,
  'meaning: what comes back': meaning,
  'meaning: what is kept': memory,
  envelope,
  headers,
  'media types': mediaTypes,
  transport,
};
