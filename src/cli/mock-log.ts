import type { ReceivedRequest } from '../mock/types.ts';

/** `PATCH /v2/things/42 422 1.3 ms  status must be one of … [invalid_value]` */
export function requestLine(received: ReceivedRequest, durationMs: number): string {
  const { method, path, status, violations, answeredBy } = received;
  const why = violations.map(({ code, message }) => `${message} [${code}]`);
  const asked = answeredBy === 'memory' || answeredBy === 'check' ? [] : [`(${answeredBy})`];
  return printable([`${method} ${path} ${status} ${durationMs.toFixed(1)} ms`, ...asked, ...why].join('  '));
}

/** The same as one JSON object; bodies are left to the mock's state. */
export function requestObject(received: ReceivedRequest, durationMs: number): string {
  const { id, at, method, path, status, answeredBy, violations, ignoredFields } = received;
  const rounded = Number(durationMs.toFixed(3));
  return JSON.stringify({
    event: 'request',
    id,
    at,
    method,
    path,
    status,
    durationMs: rounded,
    answeredBy,
    violations,
    ignoredFields,
  });
}

/** What came with a request must not steer the terminal: control and format characters are shown, not sent. */
function printable(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  );
}
