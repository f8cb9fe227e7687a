/** What the page shows of the OpenAPI document. */
export interface Facts {
  /** The documented statuses, in the document's order. */
  readonly statuses: readonly string[];
  /** How each channel shows each status, and after which delay. */
  readonly shownAs: readonly {
    readonly channel: string;
    readonly delay: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  /** The documented refusals: the status code to ask for, `500` for the range `5XX`, and a name for people. */
  readonly refusals: readonly { readonly status: number; readonly name: string }[];
  /** A call of each operation, made from its examples. */
  readonly calls: readonly { readonly method: string; readonly path: string; readonly body?: unknown }[];
}

/** Put in when the page is built; see scripts/build-page.mjs. */
declare const FACTS: Facts;
export const facts = FACTS;
