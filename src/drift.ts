/** The entry `temporary-evse-statuses/drift`: a separate entry, so the validators stay out of your bundle until you import it. */
import { SUCCESS_SCHEMAS, SUCCESS_VALIDATORS } from '../generated/success-validators.ts';
import type { Validators, Violation } from '../generated/success-validators.ts';
import type { DriftDetector, DriftFinding, InspectedResponse } from './client/drift.ts';
import { InvalidArgumentError } from './client/errors.ts';
import { joinPointer, valueAt } from './shared/json-pointer.ts';

export type { DriftDetector, DriftFinding, InspectedResponse } from './client/drift.ts';

/**
 * Makes the option `drift` of `createClient`, which compares each response with the document: its status (410: this version
 * of the API has ended), its `Sunset` header and, if it is 2xx, its body. What the document forbids is `breaking`, what
 * it does not know `additive`. Source: [versioning]. It reports at most 100 findings for a body, breaking ones first.
 * @param report - Called for each response with findings, and awaited, whatever `timeoutMs` and `signal` say; if it throws,
 *   so does the call. The response is returned unchanged. `'throw'`: breaking drift of a 2xx body rejects with an
 *   `UnexpectedResponseError`, additive drift is ignored.
 * @throws {InvalidArgumentError} `report` is neither a function nor `'throw'`.
 */
export function detectDrift(
  report: 'throw' | ((findings: readonly DriftFinding[]) => void | Promise<void>),
): DriftDetector {
  if (report !== 'throw' && typeof report !== 'function') {
    throw new InvalidArgumentError('report', "report must be a function or 'throw'");
  }
  return async (operationId, response) => {
    const findings = findDrift(SUCCESS_VALIDATORS[SUCCESS_SCHEMAS[operationId]], response);
    if (report === 'throw') return findings.filter(({ kind }) => kind === 'breaking');
    if (findings.length > 0) await report(findings);
    return [];
  };
}

function findDrift(
  validators: Required<Validators>,
  { status, headers, body }: InspectedResponse,
): readonly DriftFinding[] {
  const findings: DriftFinding[] = [];
  const whole = (kind: DriftFinding['kind'], document: string, expected: string, actual: unknown) => {
    findings.push({ kind, pointer: '', document, expected, actual });
  };
  if (status === 410) whole('breaking', '#/components/responses/Gone', 'must be a version that has not ended', status);
  const sunset = headers.get('Sunset');
  if (sunset !== null) whole('additive', '#/components/headers/Sunset', 'must not be about to end', sunset);
  return status < 200 || status > 299 ? findings : [...findings, ...findDriftInBody(validators, body)];
}

/** A body may differ from the document in every one of its fields, and its fields may have any name. */
const mostFindings = 100;
const longestPointer = 1000;

function findDriftInBody({ contract, strict }: Required<Validators>, body: unknown): DriftFinding[] {
  const breaking = contract(body).slice(0, mostFindings);
  const findings = breaking.map((violation) => toFinding('breaking', violation, body));
  const broken = new Set(findings.map(({ pointer }) => pointer));
  for (const violation of strict(body)) {
    if (findings.length >= mostFindings) break;
    const finding = toFinding('additive', violation, body);
    if (!broken.has(finding.pointer)) findings.push(finding);
  }
  return findings;
}

function toFinding(kind: DriftFinding['kind'], violation: Violation, body: unknown): DriftFinding {
  const { instancePath, schemaPath, params } = violation;
  // Ajv points to the object in which a member is missing or unknown; a finding points to the member.
  const member = (params['missingProperty'] ?? params['additionalProperty']) as string | undefined;
  const value = valueAt(body, instancePath);
  // A name may be as long as the body.
  const pointer = member === undefined ? instancePath : joinPointer(instancePath, member.slice(0, longestPointer));
  return {
    kind,
    pointer: pointer.length > longestPointer ? `${pointer.slice(0, longestPointer)}…` : pointer,
    document: schemaPath,
    expected: expectation(violation),
    actual: member === undefined ? value : (value as Record<string, unknown> | undefined)?.[member],
  };
}

function expectation({ keyword, params, message }: Violation): string {
  if (keyword === 'required') return 'must be present';
  if (keyword === 'additionalProperties') return 'must be a field that the document knows';
  return keyword === 'enum' ? `must be one of ${String(params['allowedValues'])}` : message;
}
