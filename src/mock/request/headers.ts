import type { Operation } from '../../../generated/operations.ts';
import { successOf, type ExampleChoice } from '../response/examples.ts';
import { capitalize } from '../response/headers.ts';
import { refusal, type Refused } from '../response/refusals.ts';
import { accepts } from './media-types.ts';

/** Whether a request carries a key as the operation asks for one; `only`: the one key that is taken, if there is one. */
export function checkKey(
  { security }: Operation,
  header: string | undefined,
  only: string | undefined,
): Refused | undefined {
  if (security.length === 0 || security.some((alternative) => alternative.length === 0)) return undefined;
  const [, scheme = '', key] = /^\s*(\S+) +([\x21-\x7e]+)\s*$/.exec(header ?? '') ?? [];
  const schemes = security.flat().map((one) => one.scheme ?? '');
  if (key === undefined || !schemes.includes(scheme.toLowerCase())) {
    const wanted = schemes.map((one) => `"Authorization: ${capitalize(one)} <API key>"`).join(' or ');
    return header === undefined
      ? refusal('missing_api_key', `${wanted} is missing.`, 'Authorization')
      : refusal('malformed_api_key', `The header Authorization is not of the form ${wanted}.`, 'Authorization');
  }
  if (only === undefined || key === only) return undefined;
  return refusal('invalid_api_key', 'The API key is not the one that the mock was given.', 'Authorization');
}

export function checkAccept(operation: Operation, accept: string | undefined): Refused | undefined {
  const offered = successOf(operation)?.content.map(({ mediaType }) => mediaType) ?? [];
  if (accept === undefined || offered.length === 0 || offered.some((type) => accepts(accept, type))) return undefined;
  return refusal('not_acceptable', `Accept excludes ${offered.join(', ')}, which is all there is.`, 'Accept');
}

/** @throws {Error} The document asks for what the mock cannot check. */
export function assertCheckable({ operationId, security, parameters }: Operation): void {
  const unknown = security.flat().find(({ type, scheme }) => type !== 'http' || scheme === undefined);
  if (unknown) {
    throw new Error(`The mock cannot check the security scheme ${unknown.name} (${unknown.type}) of ${operationId}.`);
  }
  const cookie = parameters.find((parameter) => parameter.in === 'cookie');
  if (cookie) throw new Error(`The mock does not read cookies; ${operationId} has the parameter ${cookie.name}.`);
}

/** What `Prefer: code=…, example=…` asks for (RFC 7240); other preferences are ignored. */
export function parsePrefer(header: string | undefined): ExampleChoice | undefined {
  if (header === undefined) return undefined;
  const preferences = new Map(
    header.split(/[,;]/).map((part): [string, string] => {
      const [name = '', ...value] = part.split('=');
      const text = value.join('=').trim();
      return [name.trim().toLowerCase(), text.replace(/^"(.*)"$/, '$1')];
    }),
  );
  const [code, example] = [preferences.get('code'), preferences.get('example')];
  if (code === undefined && example === undefined) return undefined;
  const status = code !== undefined && /^\d{3}$/.test(code) ? Number(code) : NaN;
  return { status: code === undefined ? undefined : status, example };
}
