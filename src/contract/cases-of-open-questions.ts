import type { Case } from './case.ts';
import { escaped } from './cases-of-success.ts';
import type { Ground } from './ground.ts';
import { START_AND_END } from './open-questions.ts';

/** Requests of which no page says whether they are right. What comes is reported; the answer itself has to be a proper one. */
export function openCases(ground: Ground): readonly Case[] {
  const { body, mediaType, idParameter, fields, fresh, make } = ground;
  const pointer = `${body.pointer}/content/${escaped(mediaType)}`;
  const open = (
    id: string,
    question: string,
    at: string,
    sent: Record<string, unknown>,
    request?: Partial<Case['request']>,
  ) =>
    make(
      {
        section: 'open',
        situation: 'open',
        id: `open/${id}`,
        sentence: `Observed: ${question}`,
        question,
        pointer: at,
      },
      sent,
      request,
    );

  const all = fresh();
  const json = JSON.stringify(all);
  const firstField = fields[0]?.name ?? '';
  const twice = `{${JSON.stringify(firstField)}:${JSON.stringify(all[firstField])},${json.slice(1)}`;
  return [
    open('no-body', 'is a request without a body taken?', `${body.pointer}/required`, {}, { body: undefined }),
    open('no-content-type', 'is a body without Content-Type taken?', pointer, fresh(), { contentType: undefined }),
    open('byte-order-mark', 'is JSON with a byte order mark taken?', pointer, all, { body: `\u{FEFF}${json}` }),
    open('duplicate-names', 'is JSON that names a member twice taken?', pointer, all, { body: twice }),
    open('unknown-field', 'is a field taken that the document does not know?', pointer, {
      ...fresh(),
      unknownField: 'contract check',
    }),
    ...START_AND_END.map(([start, end]) => {
      const values = fresh();
      const sent = { ...values, [start]: values[end], [end]: values[start] };
      const question = `is a ${end} before ${start} taken?`;
      return open(`${end}-before-${start}`, question, pointer, sent);
    }),
    open('hexadecimal-id', 'is an id in hexadecimal taken?', idParameter.pointer, fresh(), { pathId: '{hexId}' }),
    open('padded-id', 'is an id with a space before it taken?', idParameter.pointer, fresh(), { pathId: '%20{id}' }),
  ];
}
