import type { Parameter } from '../../../generated/operations.ts';
import type { Validators } from '../../../generated/success-validators.ts';
import type { JsonValue } from '../json.ts';
import { refuse, toRefusal, type Refusal } from '../response/refusals.ts';

export type ParameterValues = Readonly<Record<Parameter['in'], Readonly<Record<string, JsonValue>>>>;

/** The texts of the parameters as they were sent. */
export interface ParameterTexts {
  /** By name, not decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Without its `?`. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * The values of the parameters, as JSON reads their text: `42` is a number where one is asked for, `0x2A`, ` 42` and
 * `Infinity` never are. One that is left out has its documented default.
 */
export function readParameters(
  parameters: readonly Parameter[],
  texts: ParameterTexts,
  validators: Readonly<Record<string, Validators>>,
  show: (value: unknown) => string,
): ParameterValues | { refusal: Refusal } {
  const malformed = Object.entries(texts.path).find(([, text]) => decode(text) === undefined);
  if (malformed) {
    const [name, text] = malformed;
    const message = `${name} holds a percent escape that cannot be decoded: ${show(text)}.`;
    return { refusal: refuse('malformed_path', message, name) };
  }
  const query = new URLSearchParams(texts.query);
  const values: Record<Parameter['in'], Record<string, JsonValue>> = { path: {}, query: {}, header: {}, cookie: {} };
  for (const { name, in: where, required, schema, default: initial } of parameters) {
    const given = textOf(name, where);
    if (given === undefined) {
      if (required) return { refusal: refuse('missing_required_field', `${name} is missing.`, name) };
      if (initial !== undefined) values[where][name] = initial as JsonValue;
      continue;
    }
    const validator = validators[schema]?.contract;
    const value = readings(given).find((reading) => validator === undefined || validator(reading).length === 0);
    if (value === undefined) {
      const refusal = toRefusal(validator?.(readings(given).at(-1)) ?? [], name, given, show);
      return { refusal: refusal ?? refuse('invalid_value', `${name} is not valid.`, name) };
    }
    values[where][name] = value;
  }
  return values;

  function textOf(name: string, where: Parameter['in']): string | undefined {
    if (where === 'path') return decode(texts.path[name] ?? '');
    return where === 'query' ? (query.get(name) ?? undefined) : texts.headers[name.toLowerCase()];
  }
}

/** What a parameter's text can mean; a text first. */
function readings(text: string): JsonValue[] {
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return [text, Number(text)];
  return text === 'true' || text === 'false' ? [text, text === 'true'] : [text];
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
