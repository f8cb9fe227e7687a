import type { DocumentedResponse, Pointer } from '../../../generated/operations.ts';
import type { Violation } from '../../../generated/success-validators.ts';
import { VALIDATORS } from '../../../generated/validators.ts';
import { joinPointer, valueAt } from '../../shared/json-pointer.ts';
import { fieldsOf } from '../document.ts';
import type { Exchange, ServiceResponse } from '../exchange.ts';
import { excerpt, shown } from '../shown.ts';
import { nothingFound, together, type Checked, type Found } from './found.ts';
import type { JsonReading } from '../read-json.ts';

/** One response may break a rule once for each element of a list; more than these tell nothing new. */
const mostViolations = 50;
/** How far a text is searched for HTML and stack traces. */
const searched = 100_000;

/** Holds the body of a response to its media type, to JSON and to its schema. */
export function checkBody(
  exchange: Exchange,
  documented: DocumentedResponse,
  response: ServiceResponse,
  reading: JsonReading,
): Checked {
  const { headers, status } = response;
  const { pointer: place, content } = documented;
  const found: Found[] = [];
  const add = (rule: Found['rule'], at: Pointer, expected: string, actual: string) =>
    found.push({ rule, place, at, expected, actual });
  const text = new TextDecoder().decode(response.body.subarray(0, searched));
  const type = headers.get('content-type');
  const isHtml =
    /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type ?? '') || /^\s*<(?:!doctype html|html)\b/i.test(text);
  if (isHtml) add('html-body', '/body', 'no HTML page', excerpt(text));
  // A trace in a JSON string has its line ends escaped.
  const lines = text.replaceAll(/\\[nrt]/g, '\n');
  const trace = status >= 400 ? stackTrace.exec(lines) : null;
  if (trace !== null)
    add('stack-trace', '/body', 'no stack trace', excerpt(lines.slice(Math.max(0, trace.index - 40))));
  if (content.length === 0) return { ...nothingFound, found };

  const labelled = content.find(({ mediaType }) => mediaType === type?.split(';')[0]?.trim().toLowerCase());
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type ?? '')?.[1];
  if (labelled === undefined || (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset))) {
    add(
      'media-type',
      '/headers/content-type',
      content.map(({ mediaType }) => mediaType).join(' or '),
      type === undefined ? 'no Content-Type' : excerpt(type),
    );
  }
  if ('problem' in reading) {
    if (!isHtml)
      add(
        'body-json',
        '/body',
        'one JSON text in UTF-8',
        reading.problem === 'empty' ? 'an empty body' : `${reading.problem}: ${excerpt(reading.text)}`,
      );
    return { ...nothingFound, found };
  }
  if (reading.duplicate !== undefined) {
    add('duplicate-member', '/body', 'each name once', `${shown(reading.duplicate)} twice in one object`);
  }
  // Whatever its label, the body is held to the documented content: one wrong label is one finding.
  const schema = (labelled ?? content[0])?.schema ?? '';
  return together(
    { ...nothingFound, found },
    checkSchema(exchange, schema, status, reading.value),
    status >= 400 ? checkEnvelope(documented, reading.value) : nothingFound,
  );
}

function checkSchema({ sent }: Exchange, schema: Pointer, status: number, body: unknown): Checked {
  const validators = VALIDATORS[schema];
  if (validators === undefined) throw new Error(`There is no validator for ${schema}.`);
  const isCleared = ({ instancePath }: Violation) =>
    valueAt(body, instancePath) === null && sent[instancePath.slice(1)] === null;
  const all = validators.contract(body);
  // Of a value that fits no alternative, each alternative says why; one finding is enough.
  const alternatives = new Set(
    all.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath),
  );
  const violations = all.filter(({ instancePath, keyword }) => keyword === 'anyOf' || !alternatives.has(instancePath));
  const known = new Set(violations.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`));
  const additions = (validators.strict?.(body) ?? []).filter(
    ({ instancePath, keyword }) => !known.has(`${instancePath} ${keyword}`),
  );
  const rule = status < 400 ? 'body-schema' : 'error-envelope';
  return {
    // Whether null comes back for a field that was cleared with null is not said.
    observed: violations.some(isCleared) ? [{ question: 'what does a cleared field become?', value: 'null' }] : [],
    found: [
      ...violations
        .filter((violation) => !isCleared(violation))
        .slice(0, mostViolations)
        .map((violation) => foundOf(violation, body, rule)),
      ...additions.slice(0, mostViolations).map((violation) => foundOf(violation, body)),
    ],
  };
}

/** A violation in words. Without a rule it is one of the strict validator: something that the document does not know. */
function foundOf(
  { instancePath, schemaPath, keyword, params, message }: Violation,
  body: unknown,
  rule?: 'body-schema' | 'error-envelope',
): Found {
  const extra = keyword === 'additionalProperties' ? String(params['additionalProperty']) : undefined;
  const at = extra === undefined ? instancePath : joinPointer(instancePath, extra);
  const actual = shown(valueAt(body, at));
  const allowed = Array.isArray(params['allowedValues']) ? `: ${params['allowedValues'].join(', ')}` : '';
  return {
    rule: rule ?? (extra === undefined ? 'unknown-value' : 'unknown-field'),
    place: schemaPath,
    at: `/body${at}`,
    expected: extra === undefined ? `${message}${allowed}` : 'the fields that the document knows',
    actual: extra === undefined ? actual : `${extra}: ${actual}`,
    ...(rule === undefined && { member: extra ?? actual }),
  };
}

/**
 * The fields that the documented errors of this status show. "Which fields are always present is not said" [errors], so one
 * that some errors lack is reported; one that no error of a run has was removed, which is breaking [versioning]: see
 * `findings.ts`.
 */
function checkEnvelope({ content }: DocumentedResponse, body: unknown): Checked {
  const details = valueAt(body, '/error');
  if (typeof details !== 'object' || details === null) return nothingFound;
  const examples = content.flatMap((one) => one.examples.map(({ value }) => valueAt(value, '/error') as object));
  const envelope = fieldsOf(content[0]?.schema ?? '')[0];
  const fields = fieldsOf(envelope?.at ?? '').filter(({ name }) => examples.every((example) => name in example));
  return {
    observed: [],
    documented: fields.map(({ pointer }) => pointer),
    found: fields
      .filter(({ name }) => !Object.hasOwn(details, name))
      .map(({ name, pointer }) => ({
        rule: 'error-field-missing',
        place: pointer,
        at: joinPointer('/body/error', name),
        expected: `a ${name}, as the documented error has`,
        actual: 'nothing',
      })),
  };
}

/** What stack traces of Node, Java, Python, Go, PHP, Ruby and .NET look like, and a member that is named after them. */
const stackTrace = new RegExp(
  [
    String.raw`\bat [^\n]{0,200}?(?:\.[cm]?[jt]sx?|node:[\w/]+):\d+:\d+`,
    String.raw`\bat [\w$.<>]+\(\w+\.(?:java|kt|scala|groovy):\d+\)`,
    String.raw`Traceback \(most recent call last\)`,
    String.raw`File \\?"[^"\n]{1,200}", line \d+`,
    String.raw`goroutine \d+ \[`,
    String.raw`\.(?:php|rb|py|go):\d+`,
    String.raw`\.cs:line \d+`,
    String.raw`"stack(?:_?trace)?"\s*:`,
  ].join('|'),
  'i',
);
