import { createClient } from '../../src/index.ts';
import type {
  ListFilter,
  RequestOptions,
  TemporaryEvseStatusCreate,
  TemporaryEvseStatusesClient,
  TemporaryEvseStatusUpdate,
} from '../../src/index.ts';
import type { Adapter } from './adapters.ts';
import { exampleOf, operationOf } from './document.ts';
import type { OperationId } from './document.ts';
import { KEY } from './request.ts';

/** A client that sends each request to an adapter, once, with additional headers. */
export function clientOf(
  { baseUrl, fetch }: Pick<Adapter, 'baseUrl' | 'fetch'>,
  headers: Readonly<Record<string, string>> = {},
): TemporaryEvseStatusesClient {
  return createClient({
    apiKey: KEY,
    baseUrl,
    retry: false,
    fetch: (input, init) => {
      const request = new Request(input, init);
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      return fetch(request);
    },
  });
}

/** A client whose requests are kept, and get the response of a function. */
export function recordingClient(respond: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request.clone());
    return respond(request);
  };
  return { client: clientOf({ baseUrl: 'https://service.example', fetch }), requests };
}

/** Arguments of a call, valid or not. Default: the document's first example. */
export interface Arguments {
  readonly id?: unknown;
  readonly filter?: unknown;
  readonly body?: unknown;
  readonly options?: RequestOptions;
}

const UPDATE = exampleOf('updateTemporaryEvseStatus') as TemporaryEvseStatusUpdate;
const CREATE = exampleOf('createTemporaryEvseStatus') as TemporaryEvseStatusCreate;

/** A call of each operation. */
export const CALLS = {
  updateTemporaryEvseStatus: (client, { id = 42, body = UPDATE, options }) =>
    client.update(id as number, body as TemporaryEvseStatusUpdate, options),
  listTemporaryEvseStatuses: (client, { filter, options }) => client.list(filter as ListFilter, options),
  createTemporaryEvseStatus: (client, { body = CREATE, options }) =>
    client.create(body as TemporaryEvseStatusCreate, options),
} satisfies Record<OperationId, (client: TemporaryEvseStatusesClient, given: Arguments) => Promise<unknown>>;

const COLLECTION = '/v2/temporary-evse-statuses';

/** A valid call of each operation through `raw`. */
export const RAW_CALLS = {
  updateTemporaryEvseStatus: ({ raw }) => raw.PATCH(`${COLLECTION}/{id}`, { params: { path: { id: 42 } }, body: {} }),
  listTemporaryEvseStatuses: ({ raw }) => raw.GET(COLLECTION),
  createTemporaryEvseStatus: ({ raw }) =>
    raw.POST(COLLECTION, { body: { evseId: 'DK*SPI*E123*1', temporaryStatus: 'BLOCKED' } }),
} satisfies Record<OperationId, (client: TemporaryEvseStatusesClient) => Promise<RawResult>>;

interface RawResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The first documented response of an operation: a success. */
export function respondWith(operation: OperationId): Response {
  const [success] = operationOf(operation).responses;
  return Response.json(success?.content[0]?.examples[0]?.value, { status: Number(success?.status) });
}
