import type { Change, EvseStatus, ProviderAnswer, ProviderRequest, Refusal, Update } from './steps.ts';

/** One deliberate fault, and the finding that has to name it. */
export interface BrokenProvider {
  /** Unique; what the test is called. */
  readonly name: string;
  /** What this provider does wrong, in one sentence. */
  readonly fault: string;
  /** The rule that has to find it, and the place in the document that the finding has to name. */
  readonly found: { readonly rule: string; readonly at: string };
  /** Further options of the check, where the fault needs them to be found. */
  readonly options?: { readonly timeoutMs?: number; readonly probeRateLimit?: boolean };
  readonly change: Change;
}

/** Something that a provider may do although the correct one here does not. */
export interface BenignProvider {
  readonly name: string;
  /** Why the contract allows it. */
  readonly because: string;
  /** The rule that tells of it, where one does; its verdict has to be `additive`. */
  readonly told?: string;
  readonly change: Change;
}

type Fields = Readonly<Record<string, unknown>>;

/** Changes the body of the answers to updates, before it becomes text. */
export const showing =
  (edit: (body: Fields, update: Update) => unknown): Change =>
  ({ show }) => ({ show: (update) => edit(show(update) as Fields, update) });

/** Changes the body of refusals, before it becomes text. */
export const explaining =
  (edit: (error: Fields, refusal: Refusal) => unknown): Change =>
  ({ explain }) => ({ explain: (refusal) => edit((explain(refusal) as { error: Fields }).error, refusal) });

/** Changes what is stored. */
export const merging =
  (edit: (after: EvseStatus, sent: Fields, before: EvseStatus) => EvseStatus): Change =>
  ({ merge }) => ({ merge: (before, sent) => edit(merge(before, sent), sent, before) });

/** Starts with another record in the place of the one that the check changes. */
export const startingFrom =
  (edit: (record: EvseStatus) => EvseStatus): Change =>
  ({ records }) => {
    for (const record of [...records.values()].slice(0, 1)) records.set(record.id, edit(record));
    return {};
  };

/** Every status that refuses. */
export const REFUSALS = [400, 401, 403, 404, 422, 429] as const;

/** Changes what is sent. */
export const sending =
  (edit: (answer: ProviderAnswer, request: ProviderRequest) => Partial<ProviderAnswer> | undefined): Change =>
  () => ({ finish: (answer, request) => ({ ...answer, ...edit(answer, request) }) });

/** Changes what is sent with one status, or with any of several. */
export const sendingAt = (
  statuses: number | readonly number[],
  edit: (answer: ProviderAnswer, request: ProviderRequest) => Partial<ProviderAnswer>,
): Change =>
  sending((answer, request) => ([statuses].flat().includes(answer.status) ? edit(answer, request) : undefined));

/** Adds headers, changes them, or with `undefined` takes them away. */
export const withHeaders = (
  { headers }: ProviderAnswer,
  changed: Readonly<Record<string, string | undefined>>,
): Pick<ProviderAnswer, 'headers'> => ({
  headers: Object.fromEntries(
    Object.entries({ ...headers, ...changed }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
});

/** Leaves a field out. */
export function without(body: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== field));
}

/** Takes validTo away. */
export function openEnded({ id, temporaryStatus, evseId, validFrom }: EvseStatus): EvseStatus {
  return { id, temporaryStatus, evseId, ...(validFrom !== undefined && { validFrom }) };
}
