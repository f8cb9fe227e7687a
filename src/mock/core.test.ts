/** The core is made from a table of operations: another table makes another mock. */
import { expect, test } from '@jest/globals';
import type { Validators, Violation } from '../../generated/success-validators.ts';
import { VALIDATORS } from '../../generated/validators.ts';
import { OPERATIONS, type Operation } from '../../generated/operations.ts';
import type { MockDocument } from './call.ts';
import { createCore } from './core.ts';
import type { MockOptions } from './options.ts';
import { COLLECTION } from './testing/call.ts';

const [update] = OPERATIONS;
if (update === undefined) throw new Error('The document has no operation.');
const { requestBody } = update;
const success = update.responses.find(({ status }) => status === '200');
if (requestBody === undefined || success === undefined) throw new Error('The update has no body or no response.');
const record = success.content[0]?.schema ?? '';
const [one] = success.content[0]?.examples ?? [];

const violation: Violation = { instancePath: '', schemaPath: '#/x', keyword: 'x', params: {}, message: 'is wrong' };
const ofType = (type: string): Validators => ({
  contract: (value) => (typeof value === type ? [] : [{ ...violation, keyword: 'type', params: { type } }]),
});

/** What else a document may have. */
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

const validators: Readonly<Record<string, Validators>> = {
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

const stored = { id: 43, temporaryStatus: 'BLOCKED', evseId: 'Y*1', validFrom: '2025-04-23T10:00:00Z' };

const document: MockDocument = { version: '9.9.9', operations, validators };

function open(options: MockOptions = {}, given = document) {
  const core = createCore(options, {}, given);
  return {
    ...core,
    send: (method: string, target: string, json?: unknown, headers: Record<string, string> = {}) => {
      const body = json === undefined ? new Uint8Array() : new TextEncoder().encode(JSON.stringify(json));
      const all = { authorization: 'Bearer k', 'content-type': 'application/json', 'x-trace': 't', ...headers };
      const response = core.respond({ method, target, headers: all, body });
      return { ...response, json: response.body === '' ? undefined : (JSON.parse(response.body) as unknown) };
    },
  };
}

test('create, read, list and remove work on the records that update works on', () => {
  const { send } = open({ clock: '2026-01-01T00:00:00Z', seed: [42, 43].map((id) => ({ ...stored, id })) });
  const made = send('POST', COLLECTION, { evseId: 'X*1', temporaryStatus: 'RESERVED' });
  const created = { id: 44, evseId: 'X*1', temporaryStatus: 'RESERVED', validFrom: '2026-01-01T00:00:00Z' };
  expect([made.status, made.json]).toEqual([201, created]);
  expect(send('GET', `${COLLECTION}/44`).json).toEqual(created);
  expect(send('PATCH', `${COLLECTION}/44`, { validTo: '2026-02-01T00:00:00Z' }).json).toEqual({
    ...created,
    validTo: '2026-02-01T00:00:00Z',
  });
  expect(send('GET', COLLECTION).json).toHaveLength(3);
  expect(send('GET', `${COLLECTION}?evseId=X*1&activeOnly=true`).json).toMatchObject([{ id: 44 }]);
  const removed = send('DELETE', `${COLLECTION}/44`, undefined, { authorization: '' });
  expect([removed.status, removed.body, removed.headers['Content-Type']]).toEqual([204, '', undefined]);
  expect(send('GET', `${COLLECTION}/44`).status).toBe(404);
  expect(send('POST', COLLECTION, { evseId: 'X*1' }).status).toBe(500);
  expect(send('POST', COLLECTION, { evseId: 'X*1', temporaryStatus: 'BLOCKED' }).json).toMatchObject({ id: 45 });
});

test('bodies, parameters, methods, limits and security are those of the document', () => {
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
  const { status, body } = core.respond({
    method: 'GET',
    target: COLLECTION,
    headers: { authorization: 'Bearer k' },
    body: new Uint8Array(),
  });
  expect([status, body]).toEqual([422, expect.stringContaining('"param":"X-Trace"')]);
});

test('an operation that method and path do not explain responds with its example; a fixed path wins over a template', () => {
  const { send } = open();
  expect(send('POST', `${COLLECTION}/43/clear`, {}).json).toEqual(one?.value);
  expect(send('PATCH', `${COLLECTION}/special`, {}).json).toEqual(one?.value);
});

test('a response that the document would not give is an error of the mock, and nothing is stored', () => {
  const refusing: Validators = { contract: () => [violation] };
  const { send, controls } = open(
    { seed: [] },
    { ...document, validators: { ...validators, new: ofType('object'), [record]: refusing } },
  );
  const key = 'key-in-a-record';
  const response = send('POST', COLLECTION, { evseId: key.repeat(9) }, { authorization: `Bearer ${key}` });
  expect(response.json).toMatchObject({
    error: { code: 'mock_error', message: expect.stringMatching(/body is wrong; it was .{50,60}\.$/) },
  });
  expect(response.body).not.toContain(key);
  expect(controls.state().records).toEqual([]);
});

test('a fault of a validator is a response, not an exception', () => {
  const broken: Validators = {
    contract: () => {
      throw new Error('deep');
    },
  };
  const { send } = open({}, { ...document, validators: { ...validators, text: broken } });
  expect(send('GET', COLLECTION).json).toMatchObject({
    error: { code: 'mock_error', message: 'The mock failed: Error: deep' },
  });
});

test('validFrom is set to now only where the body has such a field', () => {
  const withoutStart: Validators = {
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
    { validFromWhenOmitted: 'now', seed: [stored] },
    { ...document, validators: { ...validators, [schema]: withoutStart } },
  );
  expect(send('PATCH', `${COLLECTION}/43`, {}).json).toMatchObject({ validFrom: stored.validFrom });
});

test('a document with what the mock cannot check is refused', () => {
  const apiKey = { name: 'k', pointer: '', type: 'apiKey' };
  expect(() => open({}, { ...document, operations: [{ ...update, security: [[apiKey]] }] })).toThrow(
    /security scheme k \(apiKey\)/,
  );
  const cookie = { name: 'c', in: 'cookie', required: false, pointer: '', schema: 'text', examples: [] } as const;
  expect(() => open({}, { ...document, operations: [{ ...update, parameters: [cookie] }] })).toThrow(
    /does not read cookies/,
  );
});
