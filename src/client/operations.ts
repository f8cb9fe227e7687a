import type { operations } from '../../generated/types.ts';
import { incomingOf } from './api.ts';
import type { Api } from './api.ts';
import { readId, toCreateBody, toListQuery, toUpdateBody } from './arguments.ts';
import type { RequestOptions } from './options.ts';
import { readMembers } from './read-members.ts';
import { isRecord, isRecordList, readData, throwFindings, toResponseError } from './read-response.ts';
import type {
  ListFilter,
  TemporaryEvseStatus,
  TemporaryEvseStatusCreate,
  TemporaryEvseStatusUpdate,
} from './records.ts';
import { requestOptions } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Runtime } from './transport/runtime.ts';
import { RATE_LIMITER, redactedHeaders } from './transport/transport.ts';
import type { OutgoingRequest } from './transport/transport.ts';

/** The three operations: the type for parameters of your own functions, since a fake of it is only three functions. */
export interface TemporaryEvseStatusOperations {
  /**
   * Lists temporary statuses with a GET [list]. Without a filter: the active ones of every EVSE.
   * @param filter.evseId - Only those of this EVSE. An EVSE ID comes from the vendor's EVSE and location endpoints.
   * @param filter.activeOnly - `false` lists every status, including those that start later; that the service reads it that
   *   way is *assumed*. Default: true [list].
   * @param options - `signal`, `timeoutMs`, `retry` of this call.
   * @returns The statuses, in the service's order. No pagination is documented. `temporaryStatus` may hold a newer value
   *   [versioning].
   * @throws {InvalidArgumentError} An argument cannot be used; nothing is sent.
   * @throws {ResponseError} The service responded outside 200–299; `status`, `code` and `requestId` say why [errors].
   * @throws {UnexpectedResponseError} It responded 200–299 with something other than a list of records.
   * @throws {ConnectionError} There is no response, or none within `timeoutMs`; or the `apiKey` function failed.
   * @throws The reason of `options.signal`, unchanged, once it fires.
   */
  list(filter?: ListFilter, options?: RequestOptions): Promise<readonly TemporaryEvseStatus[]>;

  /**
   * Creates a temporary status for one EVSE with a POST [create]. It changes what e-mobility apps and roaming networks
   * show, not what the charger does [guide]. What happens when the EVSE already has one is not documented.
   * @param status - Without `validFrom` it starts now; without `validTo` it stays until removed [create].
   * @param options - `signal`, `timeoutMs`, `retry` of this call.
   * @returns The new record; its `id` is what `update` takes.
   * @throws {InvalidArgumentError} An argument cannot be used; nothing is sent.
   * @throws {ResponseError} The service responded outside 200–299; `status`, `code` and `requestId` say why [errors].
   * @throws {UnexpectedResponseError} It responded 200–299 with something other than a record.
   * @throws {ConnectionError} There is no response. The status may have been created all the same, so it is not sent again:
   *   `list({ evseId, activeOnly: false })` shows whether it was.
   * @throws The reason of `options.signal`, unchanged, once it fires.
   */
  create(
    // TemporaryEvseStatusCreate, written so that the first line of TypeScript's message names the fields that are missing.
    status: { [Field in keyof TemporaryEvseStatusCreate]: TemporaryEvseStatusCreate[Field] },
    options?: RequestOptions,
  ): Promise<TemporaryEvseStatus>;

  /**
   * Changes the given fields of one temporary status with a PATCH [endpoint] [conventions].
   * @param id - Id of the temporary status, not the EVSE ID; it comes from `create` or `list`. A number [endpoint]; whole
   *   and not negative: *assumed*.
   * @param change - The fields to change. Leaving out `validFrom` may move the start to now, with each attempt: the service
   *   does not say. Send it when the start matters. How to clear `validTo` is not documented.
   * @param options - `signal`, `timeoutMs`, `retry` of this call.
   * @returns The record after the change.
   * @throws {InvalidArgumentError} An argument cannot be used; nothing is sent.
   * @throws {ResponseError} The service responded outside 200–299; `status`, `code` and `requestId` say why [errors].
   * @throws {UnexpectedResponseError} It responded 200–299 with something other than a record.
   * @throws {ConnectionError} There is no response. The change may have been made all the same.
   * @throws The reason of `options.signal`, unchanged, once it fires.
   */
  update(id: number, change: TemporaryEvseStatusUpdate, options?: RequestOptions): Promise<TemporaryEvseStatus>;
}

const collection = '/v2/temporary-evse-statuses';

export function createOperations(api: Api, { drift }: Settings, runtime: Runtime): TemporaryEvseStatusOperations {
  /** The data of a response, or its error. */
  async function receive<T>(
    operationId: keyof operations,
    call: Promise<{ readonly response: Response }>,
    isUsable: (value: unknown) => value is T,
  ): Promise<T> {
    const incoming = await incomingOf(await call);
    const { ok, status } = incoming.response;
    const data = ok ? readData(incoming, isUsable) : undefined;
    const findings = drift && (await drift(operationId, { status, headers: redactedHeaders(incoming), body: data }));
    if (data === undefined) throw toResponseError(incoming, runtime.now());
    throwFindings(incoming, findings);
    return data;
  }

  // Async, so that a refused argument rejects, and few calls deep, so that the caller's line is in the error's stack.
  return {
    async list(filter, options) {
      const init = { params: { query: toListQuery(filter) }, ...toInit(options) };
      return receive('listTemporaryEvseStatuses', api.GET(collection, init), isRecordList);
    },
    async create(status, options) {
      const init = { body: toCreateBody(status), ...toInit(options) };
      return receive('createTemporaryEvseStatus', api.POST(collection, init), isRecord);
    },
    async update(id, change, options) {
      const init = { params: { path: { id: readId(id) } }, body: toUpdateBody(change), ...toInit(options) };
      return receive('updateTemporaryEvseStatus', api.PATCH(`${collection}/{id}`, init), isRecord);
    },
  };
}

/** What a call's options say to openapi-fetch and, through it, to the transport. */
function toInit(options: (RequestOptions & Pick<OutgoingRequest, typeof RATE_LIMITER>) | undefined) {
  if (options === undefined) return undefined;
  return { ...readMembers('options', options, requestOptions), [RATE_LIMITER]: options[RATE_LIMITER] };
}
