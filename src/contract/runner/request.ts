import type { Case } from '../cases/case.ts';
import type { KeyName, Settings } from '../options.ts';
import type { Outgoing } from './send.ts';

/** What stands for the names in braces of a request plan. */
export type Values = Readonly<Record<string, string>>;

const hour = 3_600_000;

/** The values of a run; `evseId` is that of its record. */
export function valuesOf(settings: Settings, evseId: string, now: number): Values {
  const { id, missingId, key, forbiddenKey = '', throttledKey = '', createOn = '' } = settings;
  const time = (offset: number) =>
    new Date(Math.floor((now + offset) / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  return {
    ...{ id: String(id), missingId: String(missingId) },
    ...{ id32: String(id + (Number.isSafeInteger(id + 2 ** 32) ? 1 : -1) * 2 ** 32), hexId: `0x${id.toString(16)}` },
    ...{
      zeroId: id === 0 ? '-0.5' : '0',
      largestId: String(Number.MAX_SAFE_INTEGER - (id === Number.MAX_SAFE_INTEGER ? 1 : 0)),
    },
    ...{ basicUser: btoa(`${key}:`), basicPassword: btoa(`user:${key}`) },
    ...{ key, forbiddenKey, throttledKey, shorterKey: key.slice(0, -1), otherCaseKey: otherCase(key) },
    ...{ evseId, evseIdPrefix: evseId.slice(0, -1), evseIdSuffix: evseId.slice(1), createOn },
    ...{
      evseIdInLowerCase: evseId.toLowerCase(),
      evseIdAsWords: evseId.replaceAll('*', ''),
      evseIdAsLike: `${evseId.slice(0, -1)}_`,
    },
    ...{ anHourAgo: time(-hour), inAnHour: time(hour), threeHoursAgo: time(-3 * hour), twoHoursAgo: time(-2 * hour) },
  };
}

export function fill(text: string, values: Values, encode: (value: string) => string = (value) => value): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? encode(values[name] ?? '') : whole));
}

/** The fields or parameters of a case with the values of the run. */
export function fillAll<T>(fields: Readonly<Record<string, T>>, values: Values): Record<string, T> {
  const entries = Object.entries(fields).map(([name, value]) => {
    const filled = typeof value === 'string' ? fill(value, values) : value;
    // An id in a body is a number.
    return [name, name === 'id' && typeof filled === 'string' ? Number(filled) : filled];
  });
  return Object.fromEntries(entries) as Record<string, T>;
}

/** The body with the values of the run: they stand in JSON strings, or, for an id, in place of one. */
function bodyOf({ request: { body, fields } }: Case, values: Values): string | undefined {
  if (body === undefined || body === '') return undefined;
  const text = 'id' in fields ? body.replace(/"\{(\w*[iI]d)\}"/, '{$1}') : body;
  return fill(text, values, (value) => JSON.stringify(value).slice(1, -1));
}

/** The request of a case, ready to be sent. */
export function outgoingOf(one: Case, base: string, values: Values): Outgoing {
  const body = bodyOf(one, values);
  const headers = Object.entries(one.request.headers).filter(([, value]) => value !== '');
  return {
    method: one.operation.method,
    url: urlOf(one, base, values),
    headers: {
      ...Object.fromEntries(headers.map(([name, value]) => [name, fill(value, values)])),
      Accept: '*/*',
      'Accept-Encoding': 'identity',
      'User-Agent': 'temporary-evse-statuses verify',
    },
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  };
}

function urlOf({ operation, request: { pathId, query } }: Case, base: string, values: Values): string {
  const path = operation.path.replace(/\{\w+\}/, fill(pathId, values));
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(fill(value, values))}`);
  return `${base}${path}${search.length === 0 ? '' : `?${search.join('&')}`}`;
}

/** A line for a POSIX shell (bash for bodies with control characters) that repeats a request; keys stand as variables. */
export function curlOf(one: Case, base: string, values: Values, keyNames: Readonly<Record<KeyName, string>>): string {
  const variables: Values = {
    ...Object.fromEntries(Object.entries(keyNames).map(([name, variable]) => [name, `\${${variable}}`])),
    shorterKey: `\${${keyNames.key}%?}`,
    otherCaseKey: `\${${keyNames.key}_IN_OTHER_CASE}`,
    basicUser: `$(printf '%s:' "$${keyNames.key}" | base64 -w0)`,
    basicPassword: `$(printf 'user:%s' "$${keyNames.key}" | base64 -w0)`,
  };
  const withoutKeys = Object.fromEntries(Object.entries(values).filter(([name]) => !(name in variables)));
  const url = urlOf(one, base, { ...withoutKeys, key: '__KEY__' }).replaceAll('__KEY__', variables['key'] ?? '');
  const body = bodyOf(one, withoutKeys);
  const headers = Object.entries(one.request.headers)
    // An empty header keeps curl from sending a media type of its own.
    .filter(([name, value]) => value !== '' || (name === 'Content-Type' && body !== undefined))
    .map(([name, value]) => {
      const isSecret = /\{(?:\w*[kK]ey|basic\w+)\}/.test(value);
      return isSecret
        ? `-H "${name}: ${fill(value, variables)}"`
        : `-H ${quoted(`${name}:${value === '' ? '' : ` ${value}`}`)}`;
    });
  return [
    `curl -i -X ${one.operation.method}`,
    url.includes('${') ? `"${url}"` : quoted(url),
    ...headers,
    ...(body === undefined ? [] : [`--data-binary ${quoted(body)}`]),
  ].join(' ');
}

/** A key with capitals for small letters and the other way round: another key. */
export function otherCase(key: string): string {
  return key.replaceAll(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}

/** In `$'…'`, the bytes of UTF-8: what `\u` gives depends on the locale. */
function quoted(text: string): string {
  if (!/[\u0000-\u001F\u007F\uFEFF]/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text
    .replaceAll(/[\\']/g, (char) => `\\${char}`)
    .replaceAll(/[\u0000-\u001F\u007F\uFEFF]/g, (char) =>
      [...new TextEncoder().encode(char)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
    );
  return `$'${escaped}'`;
}
