/** The entry `temporary-evse-statuses/drift`: `judge`, for `createClient({ onDrift, judge })`. */
import { SUCCESS_VALIDATORS } from '../generated/success-validators.ts';
import type { Violation } from '../generated/success-validators.ts';
import type { DriftFinding, JudgedAnswer } from './client/drift-types.ts';

export type { DriftFinding, DriftJudge, JudgedAnswer } from './client/drift-types.ts';

/**
 * Holds an answer to the document: its status (410: this version of the API has ended), its `Sunset` header and, where it
 * is 2xx, its body. Breaking is what the document forbids, additive what it does not know. Source: [versioning].
 * @param schema - JSON pointer into the document: the schema of the body of a 2xx answer.
 */
export function judge(schema: string, { status, headers, body }: JudgedAnswer): readonly DriftFinding[] {
  const findings: DriftFinding[] = [];
  if (status === 410) {
    findings.push({
      kind: 'breaking',
      pointer: '',
      document: '#/components/responses/Gone',
      expected: 'must be an API version that has not ended',
      came: status,
    });
  }
  const sunset = headers.get('Sunset');
  if (sunset !== null) {
    findings.push({
      kind: 'additive',
      pointer: '',
      document: '#/components/headers/Sunset',
      expected: 'must not be about to end',
      came: sunset,
    });
  }
  return status < 200 || status > 299 ? findings : [...findings, ...judgeBody(schema, body)];
}

function judgeBody(schema: string, body: unknown): DriftFinding[] {
  const judges = SUCCESS_VALIDATORS[schema];
  if (judges === undefined) throw new Error(`No 2xx body has the schema ${schema}.`);
  const breaking = judges.contract(body).map((violation) => toFinding('breaking', violation, body));
  const broken = new Set(breaking.map(({ pointer }) => pointer));
  const closed = judges.strict?.(body).map((violation) => toFinding('additive', violation, body)) ?? [];
  return [...breaking, ...closed.filter(({ pointer }) => !broken.has(pointer))];
}

function toFinding(kind: DriftFinding['kind'], violation: Violation, body: unknown): DriftFinding {
  const { instancePath, schemaPath, params } = violation;
  // Ajv points to the object where one of its members is missing or unknown; a finding points to the member.
  const member = params['missingProperty'] ?? params['additionalProperty'];
  const pointer = typeof member === 'string' ? `${instancePath}/${escape(member)}` : instancePath;
  return { kind, pointer, document: schemaPath, expected: expectation(violation), came: valueAt(pointer, body) };
}

function expectation({ keyword, params, message }: Violation): string {
  if (keyword === 'required') return 'must be there';
  if (keyword === 'additionalProperties') return 'must be a field that the document knows';
  return keyword === 'enum' ? `must be one of ${String(params['allowedValues'])}` : message;
}

function valueAt(pointer: string, body: unknown): unknown {
  const names = pointer.split('/').slice(1).map(unescape);
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
}

/** RFC 6901, section 3. */
function escape(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescape(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}
