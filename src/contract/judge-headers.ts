import type { DocumentedResponse as DescribedAnswer, Field, Operation } from '../../generated/operations.ts';
import { ASSUMPTIONS } from '../../generated/operations.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { schemaAt } from './document.ts';
import type { Fault, Judgement } from './judge-answer.ts';
import type { Answer } from './send.ts';
import { excerpt } from './shown.ts';

/** Headers that HTTP and browsers know; the document need not name them. */
const ofHttp = new Set(
  `age allow alt-svc cache-control connection content-encoding content-language content-length content-location
   content-security-policy content-type date etag expires keep-alive last-modified link location nel pragma
   referrer-policy report-to retry-after server server-timing set-cookie strict-transport-security timing-allow-origin
   trailer transfer-encoding upgrade vary via www-authenticate x-content-type-options x-frame-options x-powered-by`.split(
    /\s+/,
  ),
);

/** Holds the headers of an answer to the document, and tells those that it does not know. */
export function judgeHeaders(
  operation: Operation,
  described: DescribedAnswer | undefined,
  { headers }: Answer,
): Pick<Judgement, 'faults' | 'observed'> {
  const judged = (described?.headers ?? []).map((header) =>
    judgeHeader(header, headers.get(header.name.toLowerCase())),
  );
  const known = new Set(operation.responses.flatMap((answer) => answer.headers.map(({ name }) => name.toLowerCase())));
  const further = [...headers.keys()]
    .filter((name) => !known.has(name) && !ofHttp.has(name) && !name.startsWith('access-control-'))
    .sort()
    .map((name): Fault => ({
      rule: 'unknown-header',
      document: described?.pointer ?? `${operation.pointer}/responses`,
      instance: `/headers/${name}`,
      expected: 'the headers that the document knows',
      came: name,
    }));
  return {
    faults: [...judged.flatMap(({ faults }) => faults), ...further],
    observed: judged.flatMap((one) => one.observed),
  };
}

function judgeHeader(header: Field, text: string | undefined): Pick<Judgement, 'faults' | 'observed'> {
  const { name, pointer: document } = header;
  const instance = `/headers/${name.toLowerCase()}`;
  const fault = (rule: Fault['rule'], expected: string, came: string) => ({
    faults: [{ rule, document, instance, expected, came }],
    observed: [],
  });
  if (text === undefined) {
    return header.required ? fault('header-required', `a ${name} header`, 'none') : { faults: [], observed: [] };
  }
  const { type } = schemaAt(header.schema).schema;
  if (type !== 'number' && type !== 'integer') {
    return name === 'Sunset' ? fault('sunset', 'a version that goes on', excerpt(text)) : { faults: [], observed: [] };
  }
  const value = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  // HTTP's own grammar has no sign here (RFC 9110, section 10.2.3); a billion seconds are a date, not a wait.
  if (name === 'Retry-After' && value !== undefined && (value < 0 || value >= 1e9)) {
    return fault('header-schema', 'Retry-After as a number of seconds to wait', excerpt(text));
  }
  if (value === undefined) {
    return fault('header-schema', `${name} as a number`, excerpt(text));
  }
  // Seconds since 1970 have ten digits from 2001 to 2286; milliseconds have thirteen, seconds from now a few.
  if (name === 'X-RateLimit-Reset' && (value < 1e9 || value >= 1e11)) {
    return fault('rate-limit-reset', 'Unix epoch seconds', excerpt(text));
  }
  if (VALIDATORS[header.schema]?.contract(value).length === 0) return { faults: [], observed: [] };
  if (!isAssumed(header)) return fault('header-schema', `${name} as ${type}`, excerpt(text));
  return { faults: [], observed: [{ question: `is ${name} a whole number?`, saw: 'no' }] };
}

function isAssumed({ pointer }: Field): boolean {
  return ASSUMPTIONS.some(({ places }) => places.includes(`${pointer}/schema`));
}
