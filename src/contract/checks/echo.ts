import { START, type Fields } from '../cases/samples.ts';
import { nameOf, RECORD_FIELDS, type SchemaField } from '../document.ts';
import { effectOf, type Exchange } from '../exchange.ts';
import { fits, isNear, isSame, lostAFraction, type Model } from '../model.ts';
import { shown } from '../shown.ts';
import { nothingFound, type Checked, type Found, type Observed } from './found.ts';
import { checkList } from './list.ts';

/** Does the response fit the request? Pure: identity, what was sent, what was not, and what a list has to show. */
export function checkEcho(exchange: Exchange, model: Model): Checked {
  const body = successBody(exchange);
  if (Array.isArray(body)) return checkList(exchange, body.filter(isRecord), model);
  const effect = effectOf(exchange);
  if (!isRecord(body) || (effect !== 'applied' && effect !== 'open')) return nothingFound;
  const checks = nameOf(exchange.case.operation) === 'create' ? checkCreated : checkUpdated;
  const parts = RECORD_FIELDS.map((field) => checks(exchange, field, body, model));
  return { found: parts.flatMap(({ found }) => found), observed: parts.flatMap(({ observed }) => observed) };
}

/** The body of a success; `undefined` where there is none that can be read. */
export function successBody({ response, json }: Exchange): unknown {
  if (response === undefined || response.status < 200 || response.status >= 300) return undefined;
  return json !== undefined && 'value' in json ? json.value : undefined;
}

/** The record in the body of a success. */
export function recordIn(exchange: Exchange): Fields | undefined {
  const body = successBody(exchange);
  return isRecord(body) ? body : undefined;
}

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkUpdated(exchange: Exchange, field: SchemaField, body: Fields, model: Model): Checked {
  const { name } = field;
  const { sent, at } = exchange;
  const value = body[name];
  const observed: Observed[] = [];
  if (name === 'id') return isSame(name, value, model.id) ? nothingFound : one('echo-id', field, model.id, value);
  const allowed = model.allowed(name, exchange);
  if (fits(allowed, name, value, at)) {
    if (name === START && !(name in sent) && effectOf(exchange) === 'applied') {
      observed.push({
        question: `what becomes of ${name} when an update leaves it out?`,
        value: isSame(name, value, model.record[name]) ? 'kept' : 'now',
      });
    }
    return { found: [], observed };
  }
  if (name in sent && lostAFraction(name, sent[name], value)) return fractionLost(name);
  // A field that is missing where the schema demands it is told once, by the schema.
  if (value === undefined && field.required) return nothingFound;
  const rule = name === 'evseId' ? 'evse-id-changed' : name in sent ? 'echo-sent' : 'unsent-changed';
  return one(rule, field, name in sent ? sent[name] : model.record[name], value);
}

function checkCreated(
  { sent, at, case: { expect } }: Exchange,
  field: SchemaField,
  body: Fields,
  model: Model,
): Checked {
  const { name } = field;
  const value = body[name];
  if (name === 'id') {
    return model.records.has(String(value)) ? one('id-reused', field, 'an id that no record has', value) : nothingFound;
  }
  if (expect !== 'valid') return nothingFound;
  if (!(name in sent)) {
    if (name !== START || isNear(value, at)) return nothingFound;
    return one('start-not-now', field, new Date(at).toISOString(), value);
  }
  if (isSame(name, sent[name], value) || (value === undefined && field.required)) return nothingFound;
  return lostAFraction(name, sent[name], value) ? fractionLost(name) : one('echo-sent', field, sent[name], value);
}

function fractionLost(name: string): Checked {
  return { found: [], observed: [{ question: `is a fraction of a second in ${name} kept?`, value: 'no' }] };
}

function one(rule: Found['rule'], { name, pointer }: SchemaField, expected: unknown, actual: unknown): Checked {
  const words = typeof expected === 'string' && expected.startsWith('an id') ? expected : shown(expected);
  return {
    observed: [],
    found: [{ rule, place: pointer, at: `/body/${name}`, expected: words, actual: shown(actual) }],
  };
}
