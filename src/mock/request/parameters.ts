import type { Parameter } from '../../../generated/operations.ts';
import type { Call } from '../call.ts';
import { assertValid, refusal } from '../response/refusals.ts';
import type { JsonValue } from '../types.ts';

export type ParameterValues = Readonly<Record<string, JsonValue>>;

/**
 * The values of the parameters, as JSON reads their text: `42` is a number where one is asked for, `0x2A`, ` 42` and
 * `Infinity` never are. One that is left out has its documented default.
 */
export function readParameters(call: Call): ParameterValues {
  const values: Record<string, JsonValue> = {};
  for (const parameter of call.route.operation.parameters) {
    const { name, required, schema, default: initial } = parameter;
    const text = textOf(parameter, call);
    if (text === undefined && required) throw refusal('missing_required_field', `${name} is missing.`, name);
    if (text === undefined && initial !== undefined) values[name] = initial as JsonValue;
    if (text === undefined) continue;
    const violationsOf = call.validators[schema]?.contract ?? (() => []);
    const isText = violationsOf(text).length === 0 || !jsonLiteral.test(text);
    const value = isText ? text : (JSON.parse(text) as JsonValue);
    assertValid(violationsOf(value), name, text, call.show);
    values[name] = value;
  }
  return values;
}

const jsonLiteral = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

function textOf({ name, in: where }: Parameter, { path, query, headers, show }: Call): string | undefined {
  if (where === 'query') return new URLSearchParams(query).get(name) ?? undefined;
  if (where === 'header') return headers[name.toLowerCase()];
  const text = path[name] ?? '';
  try {
    return decodeURIComponent(text);
  } catch {
    throw refusal('malformed_path', `${name} holds a percent escape that cannot be decoded: ${show(text)}.`, name);
  }
}
