import type { Case } from './case.ts';
import type { Outgoing } from './send.ts';

/** Keys of a run, and the names of the environment variables that stand for them wherever something is printed. */
export interface Keys {
  readonly key: string;
  readonly forbiddenKey?: string;
  readonly throttledKey?: string;
}

export interface Ids {
  readonly id: number;
  readonly otherId?: number;
  readonly missingId: number;
}

/** The request of a case, ready to be sent. */
export function outgoingOf(tried: Case, base: string, ids: Ids, keys: Keys): Outgoing {
  const { pathId, authorization, contentType, body } = tried.request;
  const values: Readonly<Record<string, string | undefined>> = { ...keys, otherCaseKey: otherCase(keys.key) };
  const filled = authorization?.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');
  return {
    method: tried.operation.method,
    url: base + pathOf(tried, pathId, ids),
    headers: {
      ...(filled !== undefined && { Authorization: filled }),
      ...(contentType !== undefined && { 'Content-Type': contentType }),
      Accept: '*/*',
      'Accept-Encoding': 'identity',
      'User-Agent': 'temporary-evse-statuses verify',
    },
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  };
}

function pathOf({ operation }: Case, pathId: string, { id, otherId, missingId }: Ids): string {
  const value = pathId
    .replace('{id}', String(id))
    .replace('{otherId}', String(otherId ?? ''))
    .replace('{missingId}', String(missingId))
    .replace('{hexId}', `0x${id.toString(16)}`);
  return operation.path.replace(/\{\w+\}/, value);
}

/** A line for a POSIX shell (bash for bodies with control characters) that repeats a request; keys stand as variables. */
export function curlOf(tried: Case, base: string, ids: Ids, keyNames: Readonly<Record<keyof Keys, string>>): string {
  const { pathId, authorization, contentType, body } = tried.request;
  const names: Readonly<Record<string, string>> = { ...keyNames, otherCaseKey: `${keyNames.key}_IN_OTHER_CASE` };
  const header = authorization?.replaceAll(/\{(\w+)\}(\w?)/g, (_whole, name: string, next: string) =>
    next === '' ? `$${names[name] ?? ''}` : `\${${names[name] ?? ''}}${next}`,
  );
  return [
    `curl -i -X ${tried.operation.method} ${quoted(base + pathOf(tried, pathId, ids))}`,
    ...(header === undefined ? [] : [`-H "Authorization: ${header}"`]),
    // An empty header keeps curl from sending a media type of its own.
    ...(contentType !== undefined
      ? [`-H ${quoted(`Content-Type: ${contentType}`)}`]
      : body === undefined
        ? []
        : [`-H 'Content-Type:'`]),
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
