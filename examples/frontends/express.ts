import express, { type ErrorRequestHandler } from 'express';
import { createClient, isInvalidArgumentError, isResponseError } from 'temporary-evse-statuses';

const client = createClient({ apiKey: () => process.env.SPIRII_API_KEY ?? '', environment: 'sandbox' });
const statuses = '/spirii/v2/temporary-evse-statuses';

export const app = express();
app.use(express.json()); // and, in front of the routes, whatever checks who your user is
app.get(statuses, async ({ query: { evseId } }, response) => {
  response.json(await client.list({ evseId: typeof evseId === 'string' ? evseId : undefined }));
});
app.patch(`${statuses}/:id`, async ({ params, body }, response) => {
  response.json(await client.update(Number(params.id), body));
});

const sendError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (isInvalidArgumentError(error))
    response.status(400).json({ error: { message: error.message, param: error.argument } });
  else if (isResponseError(error)) response.status(error.status === 401 ? 502 : error.status).json(error.body);
  else next(error);
};
app.use(sendError);
