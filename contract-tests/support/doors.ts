/** The mocks of the document that the same requests are sent to. */
import { prismReasons } from './prism-reasons.ts';
import type { Reason } from './reason.ts';
import { witnessUrl } from './witness.ts';

export interface Door {
  readonly name: string;
  /** Where the document's paths begin. */
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Whether every documented header comes, and is its example; else what comes has to fit its schema. */
  readonly sendsHeaderExamples: boolean;
  /** Why an answer refuses its request; empty where it does not. Reads the body. */
  readonly reasons: (response: Response) => Promise<readonly Reason[]>;
}

export const DOORS: readonly Door[] = [
  {
    name: 'Prism',
    get baseUrl() {
      return witnessUrl();
    },
    fetch: (request) => fetch(request),
    sendsHeaderExamples: true,
    reasons: prismReasons,
  },
];
