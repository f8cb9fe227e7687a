/** The headers that a request is validated by: Authorization, Accept, Content-Type and Prefer. */
import type { Operation } from '../../../generated/operations.ts';
import { successOf, type ExampleChoice } from '../response/examples.ts';
import { capitalize } from '../response/headers.ts';
import { refusal } from '../response/refusals.ts';

/** Whether a request carries a key as the operation asks for one; `only`: the one key that is accepted, if one was given. */
export function checkKey({ security }: Operation, header: string | undefined, only: string | undefined): void {
  if (security.length === 0 || security.some((alternative) => alternative.length === 0)) return;
  const [, scheme = '', key] = /^\s*(\S+) +([\x21-\x7e]+)\s*$/.exec(header ?? '') ?? [];
  const schemes = security.flat().map((one) => one.scheme ?? '');
  if (key === undefined || !schemes.includes(scheme.toLowerCase())) {
    const wanted = schemes.map((one) => `"Authorization: ${capitalize(one)} <API key>"`).join(' or ');
    throw header === undefined
      ? refusal('missing_api_key', `${wanted} is missing.`, 'Authorization')
      : refusal('malformed_api_key', `The header Authorization is not of the form ${wanted}.`, 'Authorization');
  }
  if (only !== undefined && key !== only) {
    throw refusal('invalid_api_key', 'The API key is not the one that the mock was given.', 'Authorization');
  }
}

export function checkAccept(operation: Operation, accept: string | undefined): void {
  const offered = successOf(operation)?.content.map(({ mediaType }) => mediaType) ?? [];
  if (accept === undefined || offered.length === 0 || offered.some((type) => accepts(accept, type))) return;
  throw refusal('not_acceptable', `Accept excludes ${offered.join(', ')}, which is all there is.`, 'Accept');
}

/** Whether an `Accept` takes a media type: the most specific range decides, `q=0` excludes. RFC 9110, section 12.5.1. */
function accepts(accept: string, mediaType: string): boolean {
  const ranges = accept.split(',').filter((range) => range.trim() !== '');
  if (ranges.length === 0) return true;
  const parsed = ranges.map(parseMediaType);
  const quality = new Map(parsed.map(({ type, parameters }) => [type, Number(parameters.get('q') ?? 1)]));
  const family = mediaType.replace(/\/.*/, '/*');
  return (quality.get(mediaType) ?? quality.get(family) ?? quality.get('*/*') ?? 0) > 0;
}

/** Whether a `Content-Type` is this media type, in UTF-8 where it names a charset. */
export function isMediaType(mediaType: string, contentType: string | undefined): boolean {
  const { type, parameters } = parseMediaType(contentType ?? '');
  return type === mediaType && /^utf-?8$/i.test(parameters.get('charset') ?? 'utf-8');
}

/** A media type in lower case, and its parameters. RFC 9110, section 8.3. */
function parseMediaType(text: string): { type: string; parameters: Map<string, string> } {
  const [type = '', ...parameters] = text.split(';');
  return { type: type.trim().toLowerCase(), parameters: readPairs(parameters) };
}

/** What `Prefer: code=…, example=…` asks for (RFC 7240); other preferences are ignored. */
export function parsePrefer(header: string | undefined): ExampleChoice | undefined {
  if (header === undefined) return undefined;
  const preferences = readPairs(header.split(/[,;]/));
  const [code, example] = [preferences.get('code'), preferences.get('example')];
  if (code === undefined) return example === undefined ? undefined : { example };
  return { status: /^\d{3}$/.test(code) ? Number(code) : NaN, example };
}

/** `name=value` or `name="value"`, by names in lower case. */
function readPairs(parts: readonly string[]): Map<string, string> {
  return new Map(
    parts.map((part) => {
      const end = `${part}=`.indexOf('=');
      const value = part.slice(end + 1).trim();
      return [part.slice(0, end).trim().toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
    }),
  );
}
