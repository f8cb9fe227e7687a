import type { DocumentedResponse, Pointer } from '../../../generated/operations.ts';
import type { Violation } from '../../../generated/success-validators.ts';
import { VALIDATORS } from '../../../generated/validators.ts';
import { joinPointer, valueAt } from '../../shared/json-pointer.ts';
import type { Fields } from '../cases/samples.ts';
import { fieldsOf, remembered, schemaAt } from '../document.ts';
import type { Responded, ServiceResponse } from '../exchange.ts';
import { excerpt, shown } from '../shown.ts';
import type { RuleId } from '../rules.ts';
import { found, type Found, type Notes } from './found.ts';

/** One response may break a rule once for each element of a list; more than these tell nothing new. */
const mostViolations = 50;

/** Holds the body of a response to its media type, to JSON and to its schema. */
export function* checkBody(
  { sent, response, json }: Responded,
  { pointer: place, content }: DocumentedResponse,
): Notes {
  const wrong = (rule: RuleId, expected: string, actual: string, at = '/body') =>
    found(rule, place, expected, actual, at);
  const text = json.text.slice(0, searched);
  const isPage = isHtml(response, text);
  if (isPage) yield wrong('html-body', 'no HTML page', excerpt(text));
  const isError = response.status >= 400;
  const trace = isError ? traceIn(text) : undefined;
  if (trace !== undefined) yield wrong('stack-trace', 'no stack trace', excerpt(trace));
  const type = response.headers.get('content-type');
  const labelled = content.find(({ mediaType }) => mediaType === type?.split(';')[0]?.trim().toLowerCase());
  // Whatever its label, the body is held to the documented content: one wrong label is one finding.
  const held = labelled ?? content[0];
  if (held === undefined) return;

  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type ?? '')?.[1] ?? 'utf-8';
  if (labelled === undefined || !/^(?:utf-?8|us-ascii)$/i.test(charset)) {
    const expected = content.map(({ mediaType }) => mediaType).join(' or ');
    yield wrong('media-type', expected, excerpt(type ?? 'no Content-Type'), '/headers/content-type');
  }
  if ('problem' in json) {
    const actual = json.problem === 'empty' ? 'an empty body' : `${json.problem}: ${excerpt(json.text)}`;
    if (!isPage) yield wrong('body-json', 'one JSON text in UTF-8', actual);
    return;
  }
  if (json.duplicate !== undefined)
    yield wrong('duplicate-member', 'each name once', `${shown(json.duplicate)} twice in one object`);
  yield* checkSchema(held.schema, json.value, sent, isError ? 'error-envelope' : 'body-schema');
  if (isError) yield* checkEnvelope(content, json.value);
}

/** Whether a response is a page, by its media type or its beginning. */
export function isHtml(
  { headers, body }: ServiceResponse,
  text = new TextDecoder().decode(body.subarray(0, searched)),
): boolean {
  const type = headers.get('content-type') ?? '';
  return /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type) || /^\s*<(?:!doctype html|html)\b/i.test(text);
}

/** How far a text is searched for HTML and stack traces. */
const searched = 100_000;
/** Elements of a list that are validated at a time. */
const partLength = 1000;

function* checkSchema(schema: Pointer, body: unknown, sent: Fields, rule: RuleId): Notes {
  // Whether null comes back for a field that was cleared with null is not said.
  const isCleared = ({ instancePath }: Violation) =>
    valueAt(body, instancePath) === null && sent[instancePath.slice(1)] === null;
  const { broken, additions } = violationsOf(schema, body);
  if (broken.some(isCleared)) yield { question: 'what does a cleared field hold?', value: 'null' };
  for (const violation of broken) if (!isCleared(violation)) yield foundOf(violation, body, rule);
  for (const violation of additions) yield foundOf(violation, body);
}

/**
 * How a body breaks its schema, and what it has beyond it: the first of each. A list is validated in parts, so that one with
 * millions of wrong elements costs no more than its first.
 */
function violationsOf(schema: Pointer, body: unknown) {
  const { contract, strict } = VALIDATORS[schema] ?? {};
  const list: readonly unknown[] = Array.isArray(body) && schemaAt(schema).schema.type === 'array' ? body : [];
  const broken: Violation[] = [];
  const additions: Violation[] = [];
  for (let start = 0; broken.length < mostViolations && (start === 0 || start < list.length); start += partLength) {
    const part = list.length > partLength ? list.slice(start, start + partLength) : body;
    const moved = (violation: Violation): Violation => {
      const instancePath = violation.instancePath.replace(/^\/\d+/, (index) => `/${start + Number(index.slice(1))}`);
      return start === 0 ? violation : { ...violation, instancePath };
    };
    const all = contract?.(part) ?? [];
    // Of a value that fits no alternative, each alternative says why; one finding is enough.
    const isAny = ({ keyword }: Violation) => keyword === 'anyOf';
    const alternatives = new Set(all.filter(isAny).map(({ instancePath }) => instancePath));
    const violations = all.filter((one) => isAny(one) || !alternatives.has(one.instancePath));
    broken.push(...violations.slice(0, mostViolations - broken.length).map(moved));
    const keyOf = ({ instancePath, keyword }: Violation) => `${instancePath} ${keyword}`;
    const known = new Set(violations.map(keyOf));
    if (additions.length === mostViolations) continue;
    for (const one of strict?.(part) ?? []) {
      if (!known.has(keyOf(one)) && additions.push(moved(one)) === mostViolations) break;
    }
  }
  return { broken, additions };
}

/** A violation in words. Without a rule it is one of the strict validator: something that the document does not know. */
function foundOf(violation: Violation, body: unknown, rule?: RuleId): Found {
  const { instancePath, schemaPath: place, keyword, params, message } = violation;
  if (keyword !== 'additionalProperties') {
    const actual = shown(valueAt(body, instancePath));
    const allowed = Array.isArray(params['allowedValues']) ? `: ${params['allowedValues'].join(', ')}` : '';
    const at = `/body${instancePath}`;
    return { rule: rule ?? 'unknown-value', place, at, expected: `${message}${allowed}`, actual, member: actual };
  }
  const name = String(params['additionalProperty']);
  // A name may be as long as the body: what follows has its beginning.
  const member = excerpt(name);
  const value = (valueAt(body, instancePath) as Fields | undefined)?.[name];
  const expected = 'the fields that the document knows';
  const at = joinPointer(`/body${instancePath}`, member);
  return { rule: rule ?? 'unknown-field', place, at, expected, actual: `${member}: ${shown(value)}`, member };
}

/**
 * The fields that the documented errors of this status show. "Which fields are always present is not said" [errors], so one
 * that some errors lack is reported; one that no error of a run has was removed, which is breaking [versioning]: see
 * `findings.ts`.
 */
function* checkEnvelope(content: DocumentedResponse['content'], body: unknown): Notes {
  const details = valueAt(body, '/error');
  if (typeof details !== 'object' || details === null) return;
  for (const { name, pointer: place } of shownFields(content)) {
    yield { documented: place };
    if (Object.hasOwn(details, name)) continue;
    const at = joinPointer('/body/error', name);
    yield found('error-field-missing', place, `a ${name}, as the documented error has`, 'nothing', at);
  }
}

/** The fields of an error that each of its examples has. */
const shownFields = remembered((content: DocumentedResponse['content']) => {
  const examples = content.flatMap((one) => one.examples.map(({ value }) => valueAt(value, '/error') as object));
  const envelope = fieldsOf(content[0]?.schema ?? '')[0];
  return fieldsOf(envelope?.at ?? '').filter(({ name }) => examples.every((example) => name in example));
});

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

/** A stack trace with a little of what stands before it. */
function traceIn(text: string): string | undefined {
  // In a JSON string, line ends are escaped.
  const lines = text.replaceAll(/\\[nrt]/g, '\n');
  const trace = stackTrace.exec(lines);
  return trace === null ? undefined : lines.slice(Math.max(0, trace.index - 40));
}
