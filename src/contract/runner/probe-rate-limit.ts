import { samplesOf, START } from '../cases/samples.ts';
import type { Fixture } from './reader.ts';
import type { Service } from './service.ts';

/** Uses the write quota up, which is the end of a run: more updates than the documented limit, each as the record is. */
export async function probeRateLimit(service: Service, { original }: Fixture): Promise<void> {
  const { operation, make, fields } = samplesOf('update');
  const names = fields.map(({ name }) => name).filter((name) => name in original || name === START);
  const place = operation.responses.find(({ status }) => status === '429')?.pointer ?? operation.pointer;
  const title = 'More requests than the documented limit get 429.';
  const one = make('throttled', 'rate-limit/burst', title, place, {
    fields: Object.fromEntries(names.map((name) => [name, original[name]])),
  });
  let final = await service.exchange(one);
  const most = Math.ceil((operation.rateLimit?.requests ?? 100) * 1.1);
  for (let sent = 1; sent < most && final.response?.status !== 429; sent += 1) final = await service.exchange(one);
  service.check(final);
  service.findings.result(one, 'passed', final.response?.status);
}
