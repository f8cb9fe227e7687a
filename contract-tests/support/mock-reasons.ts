/** Reads why our mock refused a request. */
import { OPERATIONS } from '../../generated/operations.ts';
import type { MockState } from '../../src/mock/index.ts';
import type { Reason } from './reason.ts';

/** The reason behind each of the mock's codes; see docs/mock-errors.md. */
const REASONS: Readonly<Record<string, Reason>> = {
  malformed_path: { part: 'path' },
  missing_body: { part: 'body', keyword: 'required' },
  invalid_json: { part: 'syntax' },
  missing_api_key: { part: 'security' },
  malformed_api_key: { part: 'security' },
  unknown_path: { part: 'route' },
  method_not_allowed: { part: 'method' },
  not_acceptable: { part: 'accept' },
  unsupported_media_type: { part: 'media type' },
  missing_required_field: { part: 'body', keyword: 'required' },
  invalid_type: { part: 'body', keyword: 'type' },
  invalid_format: { part: 'body', keyword: 'format' },
  invalid_value: { part: 'body', keyword: 'enum' },
};

/** Why the latest request was refused. */
export function lastReasons({ requests }: MockState): readonly Reason[] {
  const last = requests.at(-1);
  if (last === undefined) throw new Error('The mock received no request.');
  const operations = OPERATIONS.filter(({ method }) => method === last.method);
  const parameters = new Map(operations.flatMap((operation) => operation.parameters.map((one) => [one.name, one.in])));
  return last.violations.map(({ code, message, param = '' }) => {
    const reason = REASONS[code];
    if (reason === undefined) throw new Error(`mock-reasons.ts does not know the code ${code}.`);
    if (reason.keyword === 'enum' && !message.includes('must be one of')) {
      throw new Error(`Here invalid_value is not about an enum; add its keyword to mock-reasons.ts: ${message}`);
    }
    if (reason.part !== 'body') return reason;
    const part = parameters.get(param);
    if (part !== undefined && part !== 'cookie') return { ...reason, part, at: param };
    return { ...reason, at: param === 'body' ? '' : `/${param.replaceAll('.', '/')}` };
  });
}
