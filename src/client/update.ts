import { checkId, toWire } from './arguments.ts';
import type { PacedRequestOptions } from './pacer.ts';
import { readRecord, throwBreaking, toResponseError } from './read-answer.ts';
import type { Runtime } from './runtime.ts';
import type { Settings } from './settings.ts';
import type { TemporaryEvseStatus, TemporaryEvseStatusUpdate } from './temporary-status.ts';
import type { Transport } from './transport.ts';

/** What an operation needs of its client. */
export interface Connection {
  readonly settings: Settings;
  readonly send: Transport;
  readonly runtime: Runtime;
}

/** The record after an update, and the headers that it came with. */
export interface Updated {
  readonly record: TemporaryEvseStatus;
  readonly headers: Headers;
}

const method = 'PATCH';
const path = '/v2/temporary-evse-statuses/{id}';
const recordSchema = '#/components/schemas/TemporaryEvseStatus';

/** `client.update`, with the answer's headers. */
export async function sendUpdate(
  { settings, send, runtime }: Connection,
  id: number,
  change: TemporaryEvseStatusUpdate,
  options?: PacedRequestOptions,
): Promise<Updated> {
  checkId(id);
  const target = path.replace('{id}', String(id));
  const answer = await send({
    name: `${method} ${target}`,
    url: settings.baseUrl + target,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    init: { method, body: JSON.stringify(toWire(change)) },
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
    retry: options?.retry,
    pacer: options?.pacer,
  });

  const { headers, ok, status } = answer.response;
  const body = ok ? readRecord(answer) : undefined;
  const { judge, onDrift } = settings;
  const findings = judge?.(recordSchema, { status, headers, body }) ?? [];
  if (typeof onDrift === 'function' && findings.length > 0) await onDrift(findings);
  if (!ok) throw toResponseError(answer, runtime.now());
  if (onDrift === 'throw') throwBreaking(answer, findings);
  return { record: body as TemporaryEvseStatus, headers };
}
