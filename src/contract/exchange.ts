import type { Case } from './cases/case.ts';
import { isSuccess } from './document.ts';
import type { JsonReading } from './read-json.ts';
import type { Fields } from './cases/samples.ts';

/** A response as it arrived: nothing decoded, nothing followed. */
export interface ServiceResponse {
  readonly status: number;
  /** Names in lower case; a header that is sent more than once is joined with `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

/** A case that was sent, and what it led to. */
export interface Exchange {
  readonly case: Case;
  /** The fields of the body and the query, placeholders filled in. */
  readonly sent: Fields;
  readonly query: Readonly<Record<string, string>>;
  /** Absent where no whole response came, for the reason in `failure`; it names no port, so that reports can be compared. */
  readonly response?: ServiceResponse;
  readonly failure?: string;
  /** The response was lost, and reading shows that the request was carried out. */
  readonly isMade?: boolean;
  /** Where the response, as it came, had a key of the run; what is here has none. */
  readonly echoed?: { readonly at: string; readonly actual: string };
  /** The body of the response, read as JSON. */
  readonly json?: JsonReading;
  /** Milliseconds since the Unix epoch, when the response came. */
  readonly at: number;
}

/** An exchange with a whole response. */
export type Responded = Exchange & Required<Pick<Exchange, 'response' | 'json'>>;

/**
 * What a request may have done: `nothing` (it was refused, or it reads), `applied` (a valid one was accepted), `open` (one
 * that no page describes was accepted), `wrong` (one that had to be refused was accepted), `unknown` (nobody knows).
 */
export type Effect = 'nothing' | 'applied' | 'open' | 'wrong' | 'unknown';

export function effectOf({ case: { operation, expect }, response, isMade = false }: Exchange): Effect {
  if (operation.method === 'GET') return 'nothing';
  if (!isMade) {
    if (response === undefined || response.status >= 500) return 'unknown';
    if (!isSuccess(response.status)) return 'nothing';
  }
  if (expect === 'valid') return 'applied';
  return expect === 'open' ? 'open' : 'wrong';
}

/** The last exchange of a case, with every 429 on the way. */
export type Final = Exchange & { readonly throttled: readonly Exchange[] };
