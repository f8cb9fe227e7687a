import Fastify from 'fastify';
import { createClient, isInvalidArgumentError, isResponseError } from 'temporary-evse-statuses';
import type { TemporaryEvseStatusUpdate } from 'temporary-evse-statuses';

const client = createClient({ apiKey: () => process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });
const statuses = '/spirii/v2/temporary-evse-statuses';

export const app = Fastify();
app.get<{ Querystring: { evseId?: string } }>(statuses, ({ query }) => client.list({ evseId: query.evseId }));
app.patch<{ Params: { id: string }; Body: TemporaryEvseStatusUpdate }>(`${statuses}/:id`, ({ params, body }) =>
  client.update(Number(params.id), body),
);
app.setErrorHandler((error: unknown, _request, reply) => {
  if (isInvalidArgumentError(error))
    return reply.code(400).send({ error: { message: error.message, param: error.argument } });
  if (isResponseError(error)) return reply.code(error.status === 401 ? 502 : error.status).send(error.body);
  throw error;
});
