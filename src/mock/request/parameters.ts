import type { Parameter } from '../../../generated/operations.ts';
import type { Call } from '../call.ts';
import type { JsonValue } from '../json.ts';
import { refusal, Refused, refuseInvalid } from '../response/refusals.ts';

export type ParameterValues = Readonly<Record<Parameter['in'], Readonly<Record<string, JsonValue>>>>;

/**
 * The values of the parameters, as JSON reads their text: `42` is a number where one is asked for, `0x2A`, ` 42` and
 * `Infinity` never are. One that is left out has its documented default.
 */
export function readParameters(call: Call): ParameterValues | Refused {
  const { route, validators, show } = call;
  const values: Record<Parameter['in'], Record<string, JsonValue>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const { name, in: where, required, schema, default: initial } of route.operation.parameters) {
    const text = textOf[where](name, call);
    if (text instanceof Refused) return text;
    if (text === undefined) {
      if (required) return refusal('missing_required_field', `${name} is missing.`, name);
      if (initial !== undefined) values[where][name] = initial as JsonValue;
      continue;
    }
    const violationsOf = validators[schema]?.contract ?? (() => []);
    const meanings = readings(text);
    const value = meanings.find((meaning) => violationsOf(meaning).length === 0);
    const refused = value === undefined && refuseInvalid(violationsOf(meanings.at(-1)), name, text, show);
    if (refused) return refused;
    if (value !== undefined) values[where][name] = value;
  }
  return values;
}

/** What a parameter's text can mean; a text first. */
function readings(text: string): JsonValue[] {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return [text, Number(text)];
  return text === 'true' || text === 'false' ? [text, text === 'true'] : [text];
}

/** The text of a parameter, where it was sent. */
const textOf: Readonly<Record<Parameter['in'], (name: string, call: Call) => string | undefined | Refused>> = {
  path: (name, { path, show }) => {
    const text = path[name] ?? '';
    try {
      return decodeURIComponent(text);
    } catch {
      const message = `${name} holds a percent escape that cannot be decoded: ${show(text)}.`;
      return refusal('malformed_path', message, name);
    }
  },
  query: (name, { query }) => new URLSearchParams(query).get(name) ?? undefined,
  header: (name, { headers }) => headers[name.toLowerCase()],
  cookie: () => undefined,
};
