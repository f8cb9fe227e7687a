import { START, type Fields } from '../cases/samples.ts';
import { nameOf, RECORD_FIELDS, type SchemaField } from '../document.ts';
import { effectOf, type Exchange } from '../exchange.ts';
import { fits, isNear, isSame, lostAFraction, type Model } from '../model.ts';
import { shown } from '../shown.ts';
import type { Found, Note, Notes } from './found.ts';
import { checkList } from './list.ts';

/** Does the response fit the request? Pure: identity, what was sent, what was not, and what a list has to show. */
export function* checkEcho(exchange: Exchange, model: Model): Notes {
  const body = successBody(exchange);
  const effect = effectOf(exchange);
  if (Array.isArray(body)) yield* checkList(exchange, body.filter(isRecord), model);
  else if (isRecord(body) && (effect === 'applied' || effect === 'open')) {
    const check = nameOf(exchange.case.operation) === 'create' ? checkCreated : checkUpdated;
    for (const field of RECORD_FIELDS) {
      const note = check(exchange, field, body[field.name], model);
      if (note !== undefined) yield note;
    }
  }
}

/** The body of a success; `undefined` where there is none that can be read. */
function successBody({ response, json }: Exchange): unknown {
  if (response === undefined || response.status < 200 || response.status >= 300) return undefined;
  return json !== undefined && 'value' in json ? json.value : undefined;
}

/** The record in the body of a success. */
export function recordIn(exchange: Exchange): Fields | undefined {
  const body = successBody(exchange);
  return isRecord(body) ? body : undefined;
}

/** The records in the body of a success; `undefined` where it is no list. */
export function recordsIn(exchange: Exchange): readonly Fields[] | undefined {
  const body = successBody(exchange);
  return Array.isArray(body) ? body.filter(isRecord) : undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkUpdated(exchange: Exchange, field: SchemaField, value: unknown, model: Model): Note | undefined {
  const { name } = field;
  const { sent, at } = exchange;
  if (name === 'id') return isSame(name, value, model.id) ? undefined : found('echo-id', field, shown(model.id), value);
  if (fits(model.allowed(name, exchange), name, value, at)) {
    if (name !== START || name in sent || effectOf(exchange) !== 'applied') return undefined;
    const isKept = isSame(name, value, model.record[name]);
    return { question: `what becomes of ${name} when an update leaves it out?`, value: isKept ? 'kept' : 'now' };
  }
  if (name in sent) return checkSent(field, sent[name], value, name === 'evseId' ? 'evse-id-changed' : 'echo-sent');
  // A field that is missing where the schema demands it is told once, by the schema.
  if (value === undefined && field.required) return undefined;
  const rule = name === 'evseId' ? 'evse-id-changed' : 'unsent-changed';
  return found(rule, field, shown(model.record[name]), value);
}

function checkCreated(exchange: Exchange, field: SchemaField, value: unknown, model: Model): Note | undefined {
  const { name } = field;
  const { sent, at } = exchange;
  if (name === 'id')
    return model.records.has(String(value)) ? found('id-reused', field, 'an id that no record has', value) : undefined;
  if (exchange.case.expect !== 'valid') return undefined;
  if (name in sent)
    return isSame(name, sent[name], value) ? undefined : checkSent(field, sent[name], value, 'echo-sent');
  if (name !== START || isNear(value, at)) return undefined;
  return found('start-not-now', field, shown(new Date(at).toISOString()), value);
}

/** What a field that does not come back as it was sent shows. */
function checkSent(field: SchemaField, sent: unknown, value: unknown, rule: Found['rule']): Note | undefined {
  if (lostAFraction(field.name, sent, value))
    return { question: `is a fraction of a second in ${field.name} kept?`, value: 'no' };
  return value === undefined && field.required ? undefined : found(rule, field, shown(sent), value);
}

function found(rule: Found['rule'], { name, pointer: place }: SchemaField, expected: string, value: unknown): Found {
  return { rule, place, at: `/body/${name}`, expected, actual: shown(value) };
}
