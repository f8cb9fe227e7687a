export function createRedactor(keys: readonly string[]): (text: string) => string {
  const long = keys.filter((key) => key.length >= 8);
  return (text) => long.reduce((clean, key) => clean.replaceAll(key, '[redacted]'), text);
}
