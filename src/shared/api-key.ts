/** Whether a value can be sent as an API key: visible ASCII characters without spaces, at least one. */
export function isKey(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~]+$/.test(value);
}
