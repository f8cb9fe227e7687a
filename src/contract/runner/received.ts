import type { Exchange, ServiceResponse } from '../exchange.ts';
import { readJson } from '../read-json.ts';
import { excerpt } from '../shown.ts';

/**
 * What the checks see of a response: none of the run's keys, since what they show of it is cut, and the beginning of a key is
 * not recognised.
 * @param redact - replaces the keys of the run in a text
 */
export function received(
  response: ServiceResponse,
  redact: (text: string) => string,
): Required<Pick<Exchange, 'response' | 'json'>> & Pick<Exchange, 'echoed'> {
  const json = readJson(response.body);
  // Nearly every response is free of keys: one look tells.
  const all = [json.text, ...[...response.headers].flat()].join('\n');
  if (redact(all) === all) return { response, json };
  const parts = [['/body', json.text], ...[...response.headers].map(([name, text]) => [`/headers/${name}`, text])];
  const [at = '', text = ''] = parts.find((part) => redact(part.join(' ')) !== part.join(' ')) ?? [];
  const body = new TextEncoder().encode(redact(json.text));
  const headers = new Map([...response.headers].map(([name, value]) => [redact(name), redact(value)]));
  return {
    response: { ...response, headers, body },
    json: readJson(body),
    echoed: { at: redact(at), actual: excerpt(redact(text)) },
  };
}
