import { printable } from '../shared/printable.ts';
import type { ReceivedRequest } from '../mock/types.ts';

/** `PATCH /v2/things/42 422 1.3 ms req_mock_000001  status must be one of … [invalid_value]` */
export function requestLine(received: ReceivedRequest, durationMs: number): string {
  const { id, method, path, status, violations, ignoredFields, source } = received;
  const parts = [
    `${method} ${path} ${status === 0 ? 'none' : status} ${durationMs.toFixed(1)} ms ${id}`,
    ...(source === 'records' || source === 'validation' ? [] : [`(${source})`]),
    ...violations.map(({ code, message }) => `${message} [${code}]`),
    ...(ignoredFields.length === 0 ? [] : [`ignored fields: ${ignoredFields.join(', ')}`]),
  ];
  return printable(parts.join('  '));
}

/** The same as one JSON object; bodies are left to the mock's state. */
export function requestJson(received: ReceivedRequest, durationMs: number): string {
  const line = { event: 'request', ...received, durationMs: Number(durationMs.toFixed(3)), body: undefined };
  return printable(JSON.stringify(line));
}
