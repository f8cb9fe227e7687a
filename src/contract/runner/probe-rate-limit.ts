import { samplesOf, START } from '../cases/samples.ts';
import { checkResponse } from '../checks/response.ts';
import { operationOf } from '../document.ts';
import type { Ground } from './first-look.ts';
import type { Service } from './service.ts';

/** Uses the write quota up, which is the end of a run: more updates than the documented limit, each as the record is. */
export async function probeRateLimit(
  service: Service,
  { original }: Ground,
  redact: (text: string) => string,
): Promise<void> {
  const { operation, make, fields } = samplesOf(operationOf('update'));
  const names = fields.map(({ name }) => name).filter((name) => name in original || name === START);
  const place = operation.responses.find(({ status }) => status === '429')?.pointer ?? operation.pointer;
  const title = 'More requests than the documented limit get 429.';
  const one = make('throttled', 'rate-limit/burst', title, place, {
    fields: Object.fromEntries(names.map((name) => [name, original[name]])),
  });
  const hurry = { signal: new AbortController().signal, until: Number.POSITIVE_INFINITY };
  for (let left = Math.ceil((operation.rateLimit?.requests ?? 100) * 1.1); left > 0; left -= 1) {
    const { final } = await service.exchange(one, hurry);
    if (left > 1 && final.response?.status !== 429) continue;
    service.findings.add(one, checkResponse(final, redact), () => service.curl(one));
    service.findings.result(one, 'passed', final.response?.status);
    return;
  }
}
