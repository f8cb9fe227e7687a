import { VALIDATORS } from '../../generated/validators.ts';
import type { Violation } from '../../generated/success-validators.ts';
import type { DocumentedResponse as DescribedAnswer, Pointer } from '../../generated/operations.ts';
import type { Case } from './case.ts';
import { escaped } from './cases-of-success.ts';
import { judgeHeaders } from './judge-headers.ts';
import { judgeStatus } from './judge-status.ts';
import { readJson } from './read-json.ts';
import type { RuleId } from './rules.ts';
import type { Answer } from './send.ts';
import { rightStatuses } from './situations.ts';
import { excerpt, shown } from './shown.ts';

/** Something that is not as it should be, before it is known which request showed it. */
export interface Fault {
  readonly rule: RuleId;
  readonly document: Pointer;
  readonly instance: Pointer;
  readonly expected: string;
  readonly came: string;
}

export interface Judgement {
  readonly faults: readonly Fault[];
  /** What was seen where the document rests on an assumption. */
  readonly observed: readonly { readonly question: string; readonly saw: string }[];
  /** The body of a success, where it is an object. */
  readonly record?: Readonly<Record<string, unknown>>;
}

/** Holds one answer to what the document says of it. What needs other answers beside it is judged in record-watch.ts. */
export function judgeAnswer(tried: Case, answer: Answer): Judgement {
  const { operation } = tried;
  const reading = readJson(answer.body);
  const text = 'text' in reading ? reading.text : new TextDecoder().decode(answer.body);
  const described = descriptionOf(tried, answer);
  const headers = judgeHeaders(operation, described, answer);
  const faults = [
    ...judgeStatus(tried, answer, text),
    ...judgeText(described?.pointer ?? `${operation.pointer}/responses`, answer, text),
    ...(described === undefined ? [] : judgeBody(described, answer, reading)),
    ...headers.faults,
  ];
  const record = recordIn(answer, reading);
  return { faults, observed: headers.observed, ...(record && { record }) };
}

/** The body of a success, where it is an object. */
export function recordIn({ status, body }: Answer, reading = readJson(body)): Judgement['record'] {
  const value = 'value' in reading && status >= 200 && status < 300 ? reading.value : undefined;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
}

/**
 * What the document says of an answer with this status: the status itself, its range, or, since every error has the same
 * envelope [errors] and every success the same record, a neighbour.
 */
function descriptionOf({ operation, situation }: Case, { status, body }: Answer): DescribedAnswer | undefined {
  const named = (wanted: string) => operation.responses.find((answer) => answer.status.toUpperCase() === wanted);
  const exact = named(String(status)) ?? named(`${String(status).slice(0, 1)}XX`);
  if (exact !== undefined || body.byteLength === 0) return exact;
  if (status >= 200 && status < 300) return operation.responses.find((answer) => answer.status.startsWith('2'));
  if (status < 400) return undefined;
  return named(String(rightStatuses(operation, situation).find((right) => right >= 400) ?? 400));
}

/** What holds for the body of any answer, described or not. */
function judgeText(document: Pointer, { status, headers }: Answer, text: string): readonly Fault[] {
  const faults: Fault[] = [];
  const type = headers.get('content-type') ?? '';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type) || /^\s*<(?:!doctype html|html)\b/i.test(text)) {
    faults.push({ rule: 'no-html', document, instance: '/body', expected: 'no HTML page', came: excerpt(text) });
  }
  // A trace in a JSON string has its line ends escaped.
  const lines = text.replaceAll(/\\[nrt]/g, '\n');
  const trace = status >= 400 ? stackTrace.exec(lines) : null;
  if (trace !== null) {
    const came = excerpt(lines.slice(Math.max(0, trace.index - 40)));
    faults.push({ rule: 'no-stack-trace', document, instance: '/body', expected: 'no stack trace', came });
  }
  return faults;
}

/** How traces of Node, Java, Python, Go, PHP, Ruby and .NET look, and a member that is named after them. */
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

function judgeBody(described: DescribedAnswer, answer: Answer, reading: ReturnType<typeof readJson>): readonly Fault[] {
  if (described.content.length === 0) return [];
  const faults: Fault[] = [];
  const type = answer.headers.get('content-type');
  const content = described.content.find(({ mediaType }) => mediaType === type?.split(';')[0]?.trim().toLowerCase());
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type ?? '')?.[1];
  if (content === undefined || (charset !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(charset))) {
    faults.push({
      rule: 'media-type',
      document: `${described.pointer}/content`,
      instance: '/headers/content-type',
      expected: described.content.map(({ mediaType }) => mediaType).join(' or '),
      came: type === undefined ? 'no Content-Type' : excerpt(type),
    });
  }
  // Whatever its label, the body is held to the first described content: one wrong label is one finding.
  const { mediaType, schema } = content ?? described.content[0] ?? { mediaType: '', schema: '' };
  const document = `${described.pointer}/content/${escaped(mediaType)}`;
  if ('problem' in reading) {
    const came = reading.problem === 'empty' ? 'an empty body' : `${reading.problem}: ${excerpt(reading.text)}`;
    return [...faults, { rule: 'body-json', document, instance: '/body', expected: 'one JSON text in UTF-8', came }];
  }
  if (reading.duplicate !== undefined) {
    const came = `${shown(reading.duplicate)} twice in one object`;
    faults.push({ rule: 'no-duplicate-keys', document, instance: '/body', expected: 'each name once', came });
  }
  const judge = VALIDATORS[schema];
  if (judge === undefined) throw new Error(`There is no judge for ${schema}.`);
  const violations = judge.contract(reading.value);
  const rule = answer.status < 400 ? 'body-schema' : 'error-envelope';
  const known = new Set(violations.map(placeOf));
  return [
    ...faults,
    ...violations.map((violation) => faultOf(rule, violation, reading.value)),
    ...(judge.strict?.(reading.value) ?? [])
      .filter((violation) => !known.has(placeOf(violation)))
      .map((violation) => faultOf(undefined, violation, reading.value)),
  ];
}

function placeOf({ instancePath, keyword }: Violation): string {
  return `${instancePath} ${keyword}`;
}

/** A violation in words. Without a rule it is one of the closed judge: something that the document does not know. */
function faultOf(rule: RuleId | undefined, violation: Violation, body: unknown): Fault {
  const { instancePath, schemaPath, keyword, params, message } = violation;
  const extra = keyword === 'additionalProperties' ? String(params['additionalProperty']) : undefined;
  const instance = `/body${instancePath}${extra === undefined ? '' : `/${escaped(extra)}`}`;
  const allowed = Array.isArray(params['allowedValues']) ? `: ${params['allowedValues'].join(', ')}` : '';
  return {
    rule: rule ?? (extra === undefined ? 'unknown-value' : 'unknown-field'),
    document: schemaPath,
    instance,
    expected: extra === undefined ? `${message}${allowed}` : 'the fields that the document knows',
    came: shown(valueAt(body, `${instancePath}${extra === undefined ? '' : `/${escaped(extra)}`}`)),
  };
}

function valueAt(body: unknown, path: string): unknown {
  let value = body;
  for (const segment of path.split('/').slice(1)) {
    value = (value as Readonly<Record<string, unknown>>)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}
