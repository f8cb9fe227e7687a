import { createApi, createRawClient } from './api.ts';
import type { RawClient } from './api.ts';
import { createOperations } from './operations.ts';
import type { TemporaryEvseStatusOperations } from './operations.ts';
import type { ApiKey, ClientOptions, OwnServerOptions, VendorOptions } from './options.ts';
import { readSettings } from './settings.ts';
import { systemRuntime } from './transport/runtime.ts';
import type { Runtime } from './transport/runtime.ts';
import { createTransport } from './transport/transport.ts';

/** A client of the Temporary EVSE Statuses API. */
export interface TemporaryEvseStatusesClient extends TemporaryEvseStatusOperations {
  /** The typed openapi-fetch client on the same transport, for headers, middleware, or an operation newer than this package. */
  readonly raw: RawClient;
}

/**
 * Makes a client. Nothing is sent, and Node's `fetch` is not loaded, before the first call.
 * @throws {InvalidArgumentError} An option is unknown or cannot be used; or a key would be in a browser, or sent to an
 *   `http:` address.
 */
export function createClient(
  // ClientOptions, written so that the first line of TypeScript's message names the key where it is missing.
  options: OwnServerOptions | (VendorOptions & { readonly apiKey: ApiKey }),
): TemporaryEvseStatusesClient {
  return createClientIn(systemRuntime, options);
}

/** `createClient`, with time, chance and environment of the tests' choice. */
export function createClientIn(runtime: Runtime, options: ClientOptions): TemporaryEvseStatusesClient {
  const settings = readSettings(options, runtime);
  const { baseUrl } = settings;
  const send = createTransport(settings, runtime);
  let raw: RawClient | undefined;
  return {
    ...createOperations(createApi(baseUrl, send), settings, runtime),
    get raw() {
      return (raw ??= createRawClient(baseUrl, send));
    },
  };
}
