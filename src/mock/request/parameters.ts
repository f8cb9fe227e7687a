import type { Parameter } from '../../../generated/operations.ts';
import type { Call } from '../call.ts';
import type { JsonValue } from '../json.ts';
import { assertValid, refusal } from '../response/refusals.ts';

export type ParameterValues = Readonly<Record<Parameter['in'], Readonly<Record<string, JsonValue>>>>;

/**
 * The values of the parameters, as JSON reads their text: `42` is a number where one is asked for, `0x2A`, ` 42` and
 * `Infinity` never are. One that is left out has its documented default.
 * @throws {Refused}
 */
export function readParameters({ route, path, query, headers, validators, show }: Call): ParameterValues {
  const texts: Record<Parameter['in'], (name: string) => string | undefined> = {
    path: (name) => decoded[name],
    query: (name) => queried.get(name) ?? undefined,
    header: (name) => headers[name.toLowerCase()],
    cookie: () => undefined,
  };
  const decoded = decodePath(path, show);
  const queried = new URLSearchParams(query);
  const values: Record<Parameter['in'], Record<string, JsonValue>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const { name, in: where, required, schema, default: initial } of route.operation.parameters) {
    const text = texts[where](name);
    if (text === undefined) {
      if (required) throw refusal('missing_required_field', `${name} is missing.`, name);
      if (initial !== undefined) values[where][name] = initial as JsonValue;
      continue;
    }
    const violationsOf = validators[schema]?.contract ?? (() => []);
    const meanings = readings(text);
    const value = meanings.find((meaning) => violationsOf(meaning).length === 0);
    if (value === undefined) assertValid(violationsOf(meanings.at(-1)), name, text, show);
    else values[where][name] = value;
  }
  return values;
}

/** What a parameter's text can mean; a text first. */
function readings(text: string): JsonValue[] {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return [text, Number(text)];
  return text === 'true' || text === 'false' ? [text, text === 'true'] : [text];
}

function decodePath(path: Call['path'], show: Call['show']): Readonly<Record<string, string>> {
  const decode = ([name, text]: [string, string]) => {
    try {
      return [name, decodeURIComponent(text)] as const;
    } catch {
      const message = `${name} holds a percent escape that cannot be decoded: ${show(text)}.`;
      throw refusal('malformed_path', message, name);
    }
  };
  return Object.fromEntries(Object.entries(path).map(decode));
}
