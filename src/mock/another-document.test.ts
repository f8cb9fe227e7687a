/** The mock knows no rule of the API: another table of operations makes another mock. */
import { expect, test } from '@jest/globals';
import type { Validators, Violation } from '../../generated/success-validators.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { OPERATIONS, type Operation } from '../../generated/operations.ts';
import { createCore, type MockDocument } from './core.ts';
import type { MockOptions } from './types.ts';
import { COLLECTION } from './testing/call.ts';

const [update] = OPERATIONS;
if (update === undefined) throw new Error('The document has no operation.');
const { requestBody } = update;
const success = update.responses.find(({ status }) => status === '200');
if (requestBody === undefined || success === undefined) throw new Error('The update has no body or no answer.');
const record = success.content[0]?.schema ?? '';
const [one] = success.content[0]?.examples ?? [];

const violation: Violation = { instancePath: '', schemaPath: '#/x', keyword: 'x', params: {}, message: 'is wrong' };
const ofType = (type: string): Validators => ({
  contract: (value) => (typeof value === type ? [] : [{ ...violation, keyword: 'type', params: { type } }]),
});

/** The siblings that the vendor has beside the update, and what else a document may hold. */
const operations: readonly Operation[] = [
  update,
  {
    ...update,
    operationId: 'create',
    method: 'POST',
    path: COLLECTION,
    parameters: [],
    requestBody: { ...requestBody, content: requestBody.content.map((content) => ({ ...content, schema: 'new' })) },
    responses: [{ ...success, status: '201' }],
  },
  {
    ...update,
    operationId: 'list',
    method: 'GET',
    path: COLLECTION,
    rateLimit: { name: 'own', requests: 600, windowSeconds: 60 },
    parameters: [
      { name: 'evseId', in: 'query', required: false, pointer: '', schema: 'text', examples: [] },
      { name: 'activeOnly', in: 'query', required: false, pointer: '', schema: 'flag', examples: [] },
      { name: 'X-Trace', in: 'header', required: true, pointer: '', schema: 'text', examples: [] },
    ],
    requestBody: undefined as never,
    responses: [{ ...success, content: [{ mediaType: 'application/json', schema: 'list', examples: [] }] }],
  },
  { ...update, operationId: 'read', method: 'GET', requestBody: undefined as never },
  { ...update, operationId: 'replace', method: 'PUT' },
  {
    ...update,
    operationId: 'remove',
    method: 'DELETE',
    requestBody: undefined as never,
    security: [],
    responses: [{ ...success, status: '204', content: [], headers: [] }],
  },
  { ...update, operationId: 'clear', method: 'POST', path: `${COLLECTION}/{id}/clear`, responses: [success] },
  { ...update, operationId: 'special', method: 'PATCH', path: `${COLLECTION}/special`, parameters: [] },
];

const judges: Readonly<Record<string, Validators>> = {
  ...VALIDATORS,
  new: {
    contract: (value) => {
      const { evseId, ...rest } = value as Record<string, unknown>;
      if (evseId === undefined) return [{ ...violation, keyword: 'required', params: { missingProperty: 'evseId' } }];
      return VALIDATORS[requestBody.content[0]?.schema ?? '']?.contract(rest) ?? [];
    },
  },
  list: {
    contract: (value) =>
      Array.isArray(value) ? value.flatMap((item) => VALIDATORS[record]?.contract(item) ?? []) : [violation],
  },
  text: ofType('string'),
  flag: ofType('boolean'),
};

const document: MockDocument = { version: '9.9.9', operations, judges };

function open(options: MockOptions = {}, given = document) {
  const core = createCore(given, options);
  return {
    ...core,
    send: (method: string, target: string, json?: unknown, headers: Record<string, string> = {}) => {
      const body = json === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(json));
      const all = { authorization: 'Bearer k', 'content-type': 'application/json', 'x-trace': 't', ...headers };
      const answer = core.answer({ method, target, headers: all, body });
      return { ...answer, json: answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown) };
    },
  };
}

test('create, read, list, replace and remove work on the records that update works on', () => {
  const { send } = open({ clock: '2026-01-01T00:00:00Z' });
  const made = send('POST', COLLECTION, { evseId: 'X*1', temporaryStatus: 'RESERVED' });
  const created = { id: 45, evseId: 'X*1', temporaryStatus: 'RESERVED', validFrom: '2026-01-01T00:00:00Z' };
  expect([made.status, made.json]).toEqual([201, created]);
  expect(send('GET', `${COLLECTION}/45`).json).toEqual(created);
  expect(send('PATCH', `${COLLECTION}/45`, { validTo: '2026-02-01T00:00:00Z' }).json).toEqual({
    ...created,
    validTo: '2026-02-01T00:00:00Z',
  });
  expect(send('PUT', `${COLLECTION}/45`, { temporaryStatus: 'BLOCKED' }).json).toEqual({
    id: 45,
    evseId: 'X*1',
    temporaryStatus: 'BLOCKED',
  });
  expect(send('GET', COLLECTION).json).toHaveLength(4);
  expect(send('GET', `${COLLECTION}?evseId=X*1&activeOnly=true`).json).toMatchObject([{ id: 45 }]);
  const removed = send('DELETE', `${COLLECTION}/45`, undefined, { authorization: '' });
  expect([removed.status, removed.body, removed.headers['Content-Type']]).toEqual([204, '', undefined]);
  expect(send('GET', `${COLLECTION}/45`).status).toBe(404);
  expect(send('POST', COLLECTION, { evseId: 'X*1' }).status).toBe(500);
  expect(send('POST', COLLECTION, { evseId: 'X*1', temporaryStatus: 'BLOCKED' }).json).toMatchObject({ id: 46 });
});

test('its own bodies, parameters, methods, limits and security are held to', () => {
  const { send } = open();
  expect(send('POST', COLLECTION, { temporaryStatus: 'BLOCKED' }).json).toMatchObject({
    error: { code: 'missing_required_field', param: 'evseId' },
  });
  expect(send('GET', `${COLLECTION}?activeOnly=maybe`).json).toMatchObject({
    error: { code: 'invalid_type', param: 'activeOnly' },
  });
  expect(send('DELETE', COLLECTION).headers['Allow']).toBe('POST, GET, OPTIONS');
  expect(send('GET', COLLECTION).headers['X-RateLimit-Limit']).toBe('600');
  expect(send('PATCH', `${COLLECTION}/42`, {}).headers['X-RateLimit-Limit']).toBe('120');
  const core = open();
  const { status, body } = core.answer({
    method: 'GET',
    target: COLLECTION,
    headers: { authorization: 'Bearer k' },
    body: new Uint8Array(),
  });
  expect([status, body]).toEqual([422, expect.stringContaining('"param":"X-Trace"')]);
});

test('where the path does not tell what an operation does, its example is the answer; a fixed path wins over a template', () => {
  const { send } = open();
  expect(send('POST', `${COLLECTION}/43/clear`, {}).json).toEqual(one?.value);
  expect(send('PATCH', `${COLLECTION}/special`, {}).json).toEqual(one?.value);
});

test('an answer that the document would not give is an error of the mock, and nothing is stored', () => {
  const refusing: Validators = { contract: () => [violation] };
  const { send, controls } = open(
    { seed: [] },
    { ...document, judges: { ...judges, new: ofType('object'), [record]: refusing } },
  );
  const answer = send('POST', COLLECTION, {});
  expect(answer.json).toMatchObject({
    error: { code: 'mock_error', message: expect.stringContaining('body is wrong') },
  });
  expect(controls.state().records).toEqual([]);
});

test('a fault in a judge is an answer, not a crash', () => {
  const broken: Validators = {
    contract: () => {
      throw new Error('deep');
    },
  };
  const { send } = open({}, { ...document, judges: { ...judges, text: broken } });
  expect(send('GET', COLLECTION).json).toMatchObject({
    error: { code: 'mock_error', message: 'The mock failed: Error: deep' },
  });
});

test('collections are seeded by their paths', () => {
  const other = { ...update, operationId: 'other', path: '/v2/others/{id}' };
  const { controls, send } = open(
    { seed: { '/v2/others': [{ id: 1, temporaryStatus: 'BLOCKED', evseId: 'x' }] } },
    { ...document, operations: [update, other] },
  );
  expect(controls.state().records).toHaveLength(1);
  expect(send('PATCH', '/v2/others/1', {}).status).toBe(200);
  expect(send('PATCH', `${COLLECTION}/42`, {}).status).toBe(404);
});

test('validFrom is set to now only where the body has such a field', () => {
  const closed: Validators = {
    contract: () => [],
    strict: (value) =>
      Object.keys(value as object).map((name) => ({
        ...violation,
        keyword: 'additionalProperties',
        params: { additionalProperty: name },
      })),
  };
  const schema = requestBody.content[0]?.schema ?? '';
  const { send } = open(
    { validFromWhenOmitted: 'now', clock: '2026-01-02T00:00:00Z' },
    { ...document, judges: { ...judges, [schema]: closed } },
  );
  expect(send('PATCH', `${COLLECTION}/43`, {}).json).toMatchObject({ validFrom: '2026-01-01T00:00:00Z' });
});

test('what the mock cannot check it does not serve', () => {
  const apiKey = { name: 'k', pointer: '', type: 'apiKey' };
  expect(() => open({}, { ...document, operations: [{ ...update, security: [[apiKey]] }] })).toThrow(
    /security scheme k \(apiKey\)/,
  );
  const cookie = { name: 'c', in: 'cookie', required: false, pointer: '', schema: 'text', examples: [] } as const;
  expect(() => open({}, { ...document, operations: [{ ...update, parameters: [cookie] }] })).toThrow(
    /does not read cookies/,
  );
});
