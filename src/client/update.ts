import { ENDPOINTS } from '../../generated/facts.ts';
import { checkId, toWire } from './arguments.ts';
import type { RequestOptions } from './options.ts';
import type { Raw } from './raw.ts';
import { readRecord, throwBreaking, toResponseError } from './read-answer.ts';
import type { Runtime } from './runtime.ts';
import type { Settings } from './settings.ts';
import type { TemporaryEvseStatus, TemporaryEvseStatusUpdate } from './temporary-status.ts';
import type { Transport } from './transport.ts';

/** What an operation needs of its client. */
export interface Connection {
  readonly settings: Settings;
  readonly transport: Transport;
  readonly runtime: Runtime;
  /** Made at first use, so that loading the package does not load Node's `fetch`. */
  readonly raw: () => Raw;
}

/** The record after an update, and the headers that it came with. */
export interface Updated {
  readonly record: TemporaryEvseStatus;
  readonly headers: Headers;
}

const { method, path } = ENDPOINTS.updateTemporaryEvseStatus;
const recordSchema = '#/components/schemas/TemporaryEvseStatus';

/** `client.update`, with the answer's headers. */
export async function sendUpdate(
  { settings, transport, runtime, raw }: Connection,
  id: number,
  change: TemporaryEvseStatusUpdate,
  { signal, timeoutMs, retry }: RequestOptions = {},
): Promise<Updated> {
  checkId(id);
  const body = toWire(change);
  const { client, requestClass } = raw();
  const { data, error, response } = await client.PATCH(path, {
    params: { path: { id } },
    body,
    parseAs: 'text',
    signal: signal ?? null,
    timeoutMs,
    retry,
    Request: requestClass(),
  });

  const request = `${method} ${path.replace('{id}', String(id))}`;
  const { ok, status, headers } = response;
  const record = ok ? readRecord(request, status, data ?? '') : undefined;
  const { judge, onDrift } = settings;
  const findings = judge?.(recordSchema, { status, headers, body: record }) ?? [];
  if (typeof onDrift === 'function' && findings.length > 0) await onDrift(findings);
  if (!ok) {
    throw toResponseError(request, { status, headers, body: error }, transport.attemptsOf(response), runtime.now());
  }
  if (onDrift === 'throw') throwBreaking(request, status, data ?? '', findings);
  return { record: record as TemporaryEvseStatus, headers };
}
