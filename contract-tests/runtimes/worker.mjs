// @ts-check
/** The same as a worker: `GET /?service=…` responds with the outcome of each use. */
import { useEverything } from './app.mjs';

export default {
  /** @param {Request} request */
  async fetch(request) {
    return Response.json(await useEverything(new URL(request.url).searchParams.get('service') ?? ''));
  },
};
