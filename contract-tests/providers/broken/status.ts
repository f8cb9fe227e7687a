import { sending, sendingAt, withHeaders, type BrokenProvider } from '../control.ts';
import { update, idParameter, operation, requestBody, response } from '../places.ts';
import type { Change, ProviderAnswer, ProviderRequest, Standing } from '../steps.ts';

const undocumented = { rule: 'status-documented', at: `${operation}/responses` };
const misfit = { rule: 'status-fits', at: `${operation}/responses` };
const serverError = { rule: 'no-server-error', at: `${operation}/responses` };

/** Answers one status with another; the rest of the answer stays as it is. */
const instead = (of: number, status: number) => sendingAt(of, () => ({ status }));

const redirectAt = (of: number, status: number, location: string) =>
  sendingAt(of, (answer) => ({ status, ...withHeaders(answer, { Location: location }), body: '' }));

const failingAt = (fails: (answer: ProviderAnswer, request: ProviderRequest) => boolean) =>
  sending((answer, request) => (fails(answer, request) ? { status: 500, body: '{"error":{}}' } : undefined));

/** Lets a key do what the keys of the document's 403 and 429 may not. */
const asGood =
  (standing: Standing): Change =>
  ({ standingOf }) => ({ standingOf: (key) => (standingOf(key) === standing ? 'good' : standingOf(key)) });

/** Answers with a status that the document does not give to the situation. */
export const status: readonly BrokenProvider[] = [
  {
    name: '201 for an update',
    fault: 'An update is answered with 201.',
    found: undocumented,
    change: instead(200, 201),
  },
  {
    name: '202 for an update',
    fault: 'An update is answered with 202.',
    found: undocumented,
    change: instead(200, 202),
  },
  {
    name: '204 for an update',
    fault: 'An update is answered with 204 and no body.',
    found: undocumented,
    change: sendingAt(200, () => ({ status: 204, headers: {}, body: '' })),
  },
  {
    name: '206 for an update',
    fault: 'An update is answered with 206.',
    found: undocumented,
    change: instead(200, 206),
  },
  {
    name: '302 after an update',
    fault: 'An update is answered with a redirect to the list.',
    found: undocumented,
    change: redirectAt(200, 302, '/v2/temporary-evse-statuses'),
  },
  {
    name: '307 to a slash',
    fault: 'Every request is sent on to the path with a slash at its end.',
    found: undocumented,
    change: sending((answer, { path }) => ({
      status: 307,
      ...withHeaders(answer, { Location: `${path}/` }),
      body: '',
    })),
  },
  {
    name: '418 for a bad field',
    fault: 'A field that does not hold is answered with a status of its own.',
    found: undocumented,
    change: instead(422, 418),
  },
  {
    name: '405 for every update',
    fault: 'The method is not there.',
    found: undocumented,
    change: sending((answer) => ({ status: 405, ...withHeaders(answer, { Allow: 'PUT' }), body: '{"error":{}}' })),
  },
  {
    name: '302 to a login page',
    fault: 'A request without a good key is sent to a login page.',
    found: undocumented,
    change: redirectAt(401, 302, '/login'),
  },
  {
    name: '503 for an update',
    fault: 'An update is stored and answered with 503.',
    found: serverError,
    change: instead(200, 503),
  },
  {
    name: '500 for a bad field',
    fault: 'A field that does not hold is answered with 500.',
    found: serverError,
    change: instead(422, 500),
  },
  {
    name: '500 for a bad request',
    fault: 'A body that is not JSON is answered with 500.',
    found: serverError,
    change: instead(400, 500),
  },
  {
    name: '500 for an unknown id',
    fault: 'An id that is not there is answered with 500.',
    found: serverError,
    change: instead(404, 500),
  },
  {
    name: '502 without a key',
    fault: 'A request without a good key is answered with 502.',
    found: serverError,
    change: instead(401, 502),
  },
  {
    name: '500 for a fraction',
    fault: 'A time with a fraction of a second is answered with 500.',
    found: serverError,
    change: failingAt((_, { body }) => /:\d\d\.\d/.test(body)),
  },
  {
    name: '500 for null',
    fault: 'A body that is null is answered with 500.',
    found: serverError,
    change: failingAt((_, { body }) => body.trim() === 'null'),
  },
  {
    name: '500 for a malformed escape',
    fault: 'A path that cannot be decoded is answered with 500.',
    found: serverError,
    change: failingAt((_, { path }) => path.includes('%zz')),
  },
  {
    name: '500 for a field that is not known',
    fault: 'A body with a further field is answered with 500.',
    found: serverError,
    change: failingAt((_, { body }) => /"(?!temporaryStatus|validFrom|validTo)\w+"\s*:/.test(body)),
  },
  {
    name: '500 for no body',
    fault: 'A request without a body is answered with 500.',
    found: serverError,
    change: failingAt((_, { body }) => body === ''),
  },
  {
    name: '500 for a large id',
    fault: 'An id that 32 bits cannot hold is answered with 500.',
    found: serverError,
    change: failingAt((_, { path }) => Number(/\d+$/.exec(path)) > 2 ** 31),
  },
  {
    name: '410 for an update',
    fault: 'Updates are answered as if the version had ended.',
    found: { rule: 'accepts-valid', at: update },
    change: sendingAt(200, () => ({ status: 410, body: '{"error":{"message":"This version has ended."}}' })),
  },
  {
    name: '409 for the same update again',
    fault: 'An update that changes nothing is answered with 409.',
    found: {
      rule: 'accepts-valid',
      at: `${requestBody}/content/application~1json/examples/maintenanceWindow`,
    },
    change: ({ show }) => {
      let isSame = false;
      return {
        show: (update) => {
          isSame =
            Object.keys(update.change).length > 0 && JSON.stringify(update.before) === JSON.stringify(update.after);
          return show(update);
        },
        finish: (answer) =>
          isSame && answer.status === 200
            ? { ...answer, status: 409, body: '{"error":{"message":"Nothing to change."}}' }
            : answer,
      };
    },
  },
  {
    name: '200 for a refusal',
    fault: 'A refusal is answered with 200 and the error in its body.',
    found: { rule: 'refuses-malformed-json', at: `${requestBody}/content/application~1json` },
    change: sendingAt([400, 422], () => ({ status: 200 })),
  },
  {
    name: '404 for a bad field',
    fault: 'A field that does not hold is answered with 404.',
    found: misfit,
    change: instead(422, 404),
  },
  {
    name: '409 for a bad field',
    fault: 'A field that does not hold is answered with 409.',
    found: misfit,
    change: instead(422, 409),
  },
  {
    name: '401 for a bad request',
    fault: 'A body that is not JSON is answered with 401.',
    found: misfit,
    change: instead(400, 401),
  },
  {
    name: '404 for 401',
    fault: 'A request without a good key is answered with 404.',
    found: misfit,
    change: instead(401, 404),
  },
  {
    name: '403 for 401',
    fault: 'A request without a good key is answered with 403.',
    found: misfit,
    change: instead(401, 403),
  },
  {
    name: '400 for 401',
    fault: 'A request without a good key is answered with 400.',
    found: misfit,
    change: instead(401, 400),
  },
  {
    name: '401 for 403',
    fault: 'A key without permission is answered with 401.',
    found: misfit,
    change: instead(403, 401),
  },
  {
    name: '404 for 403',
    fault: 'A key without permission is answered with 404.',
    found: misfit,
    change: instead(403, 404),
  },
  {
    name: '422 for an unknown id',
    fault: 'An id that is not there is answered with 422.',
    found: misfit,
    change: instead(404, 422),
  },
  {
    name: '400 for an unknown id',
    fault: 'An id that is not there is answered with 400.',
    found: misfit,
    change: instead(404, 400),
  },
  {
    name: '410 for an unknown id',
    fault: 'An id that is not there is answered with 410.',
    found: misfit,
    change: instead(404, 410),
  },
  {
    name: '403 for 429',
    fault: 'A key whose quota is used up is answered with 403.',
    found: { rule: 'throttles', at: response('TooManyRequests') },
    change: instead(429, 403),
  },
  {
    name: '503 for 429',
    fault: 'A key whose quota is used up is answered with 503.',
    found: { rule: 'throttles', at: response('TooManyRequests') },
    change: instead(429, 503),
  },
  {
    name: 'no limit',
    fault: 'A key whose quota is used up may update.',
    found: { rule: 'throttles', at: response('TooManyRequests') },
    change: asGood('throttled'),
  },
  {
    name: 'every key has every permission',
    fault: 'A key without permission may update.',
    found: { rule: 'permission-required', at: response('Forbidden') },
    change: asGood('forbidden'),
  },
  {
    name: 'an unknown id is made',
    fault: 'An update of an id that is not there makes the record.',
    found: { rule: 'unknown-id', at: idParameter },
    change: ({ find }) => ({
      find: (id) => find(id) ?? { id, temporaryStatus: 'MAINTENANCE', evseId: 'DK*SPI*E123*9' },
    }),
  },
  {
    name: '200 and {} for an unknown id',
    fault: 'An id that is not there is answered with 200 and an empty object.',
    found: { rule: 'unknown-id', at: idParameter },
    change: sendingAt(404, () => ({ status: 200, body: '{}' })),
  },
];
