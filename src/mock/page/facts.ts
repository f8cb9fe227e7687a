import { byId } from './dom.ts';

/** What the page shows of the OpenAPI document; written into it when it is made. */
export interface Facts {
  readonly version: string;
  /** The documented statuses, in the document's order. */
  readonly statuses: readonly string[];
  /** How each channel shows each status, and after which delay. */
  readonly shownAs: readonly {
    readonly channel: string;
    readonly delay: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  /** The documented refusals: a status code or a range such as `5XX`, and a name for people. */
  readonly answers: readonly { readonly status: string; readonly name: string }[];
  /** A call of each operation, made from its examples. */
  readonly tries: readonly { readonly method: string; readonly path: string; readonly body?: unknown }[];
}

export function readFacts(): Facts {
  return JSON.parse(byId('facts').textContent) as Facts;
}

/** The status code to ask for: `429` → `429`, `5XX` → `500`. */
export function codeOf(answer: { readonly status: string }): string {
  return answer.status.replace(/XX$/, '00');
}
