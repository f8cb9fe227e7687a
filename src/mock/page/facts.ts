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
  /** The documented refusals: a status code or a range such as `5XX`, and a name for people. */
  readonly refusals: readonly { readonly status: string; readonly name: string }[];
  /** A call of each operation, made from its examples. */
  readonly calls: readonly { readonly method: string; readonly path: string; readonly body?: unknown }[];
}

/** Put in when the page is built; see scripts/build-page.mjs. */
declare const FACTS: Facts;
export const facts = FACTS;

/** The status code to ask for: `429` → `429`, `5XX` → `500`. */
export function codeOf(refusal: { readonly status: string }): string {
  return refusal.status.replace(/XX$/, '00');
}
