import { START, type Fields } from '../cases/samples.ts';
import { isSuccess, nameOf, RECORD_FIELDS, type SchemaField } from '../document.ts';
import { effectOf, type Exchange } from '../exchange.ts';
import { fits, isSame, lostAFraction, type Allowed, type Model } from '../model.ts';
import { asText, shown } from '../shown.ts';
import type { RuleId } from '../rules.ts';
import { found, type Note, type Notes } from './found.ts';
import { checkList } from './list.ts';

/** Does the response fit the request? Pure: identity, what was sent, what was not, and what a list has to show. */
export function* checkEcho(exchange: Exchange, model: Model): Notes {
  const records = recordsIn(exchange);
  const isList = nameOf(exchange.case.operation) === 'list';
  if (isList && records !== undefined) yield* checkList(exchange, records, model);
  const written = writtenIn(exchange);
  if (written === undefined) return;
  for (const field of RECORD_FIELDS) {
    const note = checkField(exchange, field, written[field.name], model);
    if (note !== undefined) yield note;
  }
}

/** The record in the body of a success. */
export function recordIn(exchange: Exchange): Fields | undefined {
  const body = successBody(exchange);
  return isRecord(body) ? body : undefined;
}

/** The record that the response to an accepted write shows, unless the request had to be refused. */
export function writtenIn(exchange: Exchange): Fields | undefined {
  return ['applied', 'open'].includes(effectOf(exchange)) ? recordIn(exchange) : undefined;
}

/** The records in the body of a success; `undefined` where it is no list. */
export function recordsIn(exchange: Exchange): readonly Fields[] | undefined {
  const body = successBody(exchange);
  return Array.isArray(body) ? body.filter(isRecord) : undefined;
}

function successBody({ response, json }: Exchange): unknown {
  return isSuccess(response?.status) && json !== undefined && 'value' in json ? json.value : undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkField(exchange: Exchange, field: SchemaField, value: unknown, model: Model): Note | undefined {
  const { name, pointer: place, required } = field;
  const { sent, at } = exchange;
  const isCreate = nameOf(exchange.case.operation) === 'create';
  const wrong = (rule: RuleId, expected: string) => found(rule, place, expected, shown(value), `/body/${name}`);
  if (name === 'id') {
    if (!isCreate) return isSame(name, value, model.id) ? undefined : wrong('echo-id', shown(model.id));
    return model.records.has(asText(value)) ? wrong('id-reused', 'an id that no record has') : undefined;
  }
  const isApplied = effectOf(exchange) === 'applied';
  if (fits(isCreate ? created(name, sent, isApplied) : model.allowed(name, exchange), name, value, at)) {
    if (isCreate || name !== START || name in sent || !isApplied) return undefined;
    const isKept = isSame(name, value, model.record[name]);
    return { question: `what happens to ${name} when an update omits it?`, value: isKept ? 'kept' : 'now' };
  }
  if (lostAFraction(name, sent[name], value))
    return { question: `does ${name} keep fractions of a second?`, value: 'no' };
  // A field that is missing where the schema demands it is told once, by the schema.
  if (value === undefined && required) return undefined;
  const [unsent, before] = isCreate
    ? (['start-not-now', new Date(at).toISOString()] as const)
    : (['unsent-changed', model.record[name]] as const);
  if (!isCreate && name === 'evseId') return wrong('evse-id-changed', shown(before));
  return name in sent ? wrong('echo-sent', shown(sent[name])) : wrong(unsent, shown(before));
}

/** The values that a field of a new record may have. */
function created(name: string, sent: Fields, isApplied: boolean): Allowed {
  if (isApplied && name in sent) return { values: [sent[name]] };
  return isApplied && name === START ? { values: [], now: true } : { values: [], anything: true };
}
