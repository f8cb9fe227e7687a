import type { ClientOptions, RequestOptions } from './options.ts';
import { systemRuntime } from './runtime.ts';
import type { Runtime } from './runtime.ts';
import { readSettings } from './settings.ts';
import type { TemporaryEvseStatus, TemporaryEvseStatusUpdate } from './temporary-status.ts';
import { createTransport } from './transport.ts';
import { sendUpdate } from './update.ts';

/** A client of the Temporary EVSE Statuses API. */
export interface TemporaryEvseStatusesClient<Raw = unknown> {
  /**
   * Changes one temporary status, with a PATCH [endpoint]; sends it again as `options.retry` says.
   *
   * A temporary status changes what e-mobility apps and roaming networks show, not what the charger does [guide].
   * @param id - Id of the temporary status, not the EVSE ID. A number [endpoint]; whole and not negative: *assumed*.
   * @param change - The fields to change; what is left out is not sent. Leaving out `validFrom` may move the start to now,
   *   with each attempt: the service does not say. Send it when the start matters.
   * @param options - `signal`, `timeoutMs` (milliseconds, for each attempt), `retry`; left out, the client's options hold.
   * @param options.signal - Ends the call at once, waits included.
   * @param options.timeoutMs - Longest time for one attempt, body included, milliseconds. Default: the client's, or 30000.
   * @param options.retry - How often, and how patiently, it is sent again; `false`: not. Default: the client's, or twice.
   * @returns The record after the change. `temporaryStatus` may hold a value that came later [versioning]; instants are
   *   UTC, ISO 8601 [conventions].
   * @throws {InvalidArgumentError} An argument cannot be used, or the `apiKey` function failed: nothing is sent.
   * @throws {ResponseError} The service answered outside 200–299; `status`, `code` and `requestId` say why [errors].
   * @throws {UnexpectedResponseError} It answered 200–299 with something that is not a record.
   * @throws {ConnectionError} No answer, or none within `options.timeoutMs`. The change may have been made all the same.
   * @throws The reason of `options.signal`, untouched, once it fires.
   */
  update(id: number, change: TemporaryEvseStatusUpdate, options?: RequestOptions): Promise<TemporaryEvseStatus>;

  /** What the option `raw` made: with that of `temporary-evse-statuses/raw`, the openapi-fetch client of the document. */
  readonly raw: Raw;
}

/**
 * Makes a client. Nothing is sent, and Node's `fetch` not loaded, before the first call.
 * @throws {InvalidArgumentError} An option cannot be used; or there is a key in a browser, or for an `http:` address.
 */
export function createClient<Raw = undefined>(options: ClientOptions<Raw>): TemporaryEvseStatusesClient<Raw> {
  return createClientIn(systemRuntime, options);
}

/** `createClient`, with time, chance and surroundings of the tests' choice. */
export function createClientIn<Raw>(runtime: Runtime, options: ClientOptions<Raw>): TemporaryEvseStatusesClient<Raw> {
  const settings = readSettings(options, runtime);
  const send = createTransport(settings, runtime);
  return {
    async update(id, change, requestOptions) {
      const { record } = await sendUpdate({ settings, send, runtime }, id, change, requestOptions);
      return record;
    },
    raw: options.raw?.(settings.baseUrl, send) as Raw,
  };
}
