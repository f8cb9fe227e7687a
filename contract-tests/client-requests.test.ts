import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import type { Example, Operation } from '../generated/operations.ts';
import { createClient } from '../src/index.ts';
import type { TemporaryEvseStatusCreate, TemporaryEvseStatusUpdate } from '../src/index.ts';
import { RECORD } from './cases/broken-responses.ts';
import { operationOf } from './cases/operations.ts';
import {
  ACTIVE_ONLY_EXAMPLES,
  CHANGES,
  CREATE_EXAMPLES,
  ENVIRONMENTS,
  EVSE_ID_EXAMPLES,
  FILTERS,
  ID_EXAMPLES,
  STATUSES,
  UPDATE_EXAMPLES,
} from './cases/requests.ts';
import { MEDIA_TYPE } from './cases/responses.ts';
import { clientOf, recordingClient } from './support/client.ts';
import { KEY } from './support/request.ts';
import { DOCUMENT, at, pointer } from './support/document.ts';
import { DOORS as ADAPTERS, opened } from './support/doors.ts';

/** The request that a change is sent as. */
async function sent(change: (typeof CHANGES)[number]): Promise<{ request: Request; operation: Operation }> {
  const { client, requests } = recordingClient(() => Response.json(RECORD));
  await client.update(change.id ?? 42, change.change);
  const [request] = requests;
  const operation = operationOf('updateTemporaryEvseStatus');
  if (!request || requests.length > 1) throw new Error(`${requests.length} requests were sent.`);
  return { request, operation };
}

describe.each(CHANGES)('a change of $name', (change) => {
  test('goes to the document’s method and path', async () => {
    const { request, operation } = await sent(change);
    expect(request.method).toBe(operation.method);
    const { pathname, search } = new URL(request.url);
    const values = matched(operation.path, pathname);
    expect(Object.keys(values)).toEqual(operation.parameters.map(({ name }) => name));
    for (const { name, schema } of operation.parameters) {
      expect(values[name]).toBe(String(change.id ?? 42));
      expect(VALIDATORS[schema]?.contract(Number(values[name]))).toEqual([]);
    }
    expect(search).toBe('');
  });

  test('carries the key by the document’s scheme, and documented media types', async () => {
    const { request, operation } = await sent(change);
    const schemes = operation.security.flat();
    expect(schemes.map(({ type, scheme }) => `${type} ${String(scheme)}`)).toEqual(['http bearer']);
    expect(request.headers.get('authorization')).toBe(`Bearer ${KEY}`);
    expect(operation.requestBody?.content.map(({ mediaType }) => mediaType)).toContain(
      request.headers.get('content-type'),
    );
    const answered = operation.responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType));
    expect(answered).toContain(request.headers.get('accept'));
    expect([...request.headers.keys()]).toEqual(['accept', 'authorization', 'content-type']);
  });

  test('has a body that the document allows, with nothing added', async () => {
    const { request, operation } = await sent(change);
    const body: unknown = await request.json();
    expect(body).toEqual(change.body);
    const content = operation.requestBody?.content.find(({ mediaType }) => mediaType === MEDIA_TYPE);
    expect(content && VALIDATORS[content.schema]?.contract(body)).toEqual([]);
  });
});

describe.each(ADAPTERS)('$name', (each) => {
  const door = opened(each);

  test.each(CHANGES.filter(({ id }) => id === undefined))('takes a change of $name', async ({ change }) => {
    await expect(clientOf(door).update(door.id, change)).resolves.toMatchObject({ id: door.id });
  });
});

describe.each(STATUSES)('a create of $name', ({ status, body: expected }) => {
  test('goes to the document’s method and path, with a body that the document allows and nothing added', async () => {
    const operation = operationOf('createTemporaryEvseStatus');
    const { client, requests } = recordingClient(() => Response.json(RECORD, { status: 201 }));
    await client.create(status);
    const [request] = requests;
    expect([request?.method, new URL(String(request?.url)).pathname]).toEqual([operation.method, operation.path]);
    const body: unknown = await request?.json();
    expect(body).toEqual(expected);
    const schema = operation.requestBody?.content.find(({ mediaType }) => mediaType === MEDIA_TYPE)?.schema ?? '';
    expect(VALIDATORS[schema]?.strict?.(body)).toEqual([]);
  });
});

describe.each(FILTERS)('a list $name', ({ filter, query }) => {
  test('goes to the document’s method and path, with parameters that the document has', async () => {
    const operation = operationOf('listTemporaryEvseStatuses');
    const { client, requests } = recordingClient(() => Response.json([RECORD]));
    await client.list(filter);
    const [request] = requests;
    const url = new URL(String(request?.url));
    expect([request?.method, url.pathname]).toEqual([operation.method, operation.path]);
    expect(Object.fromEntries(url.searchParams)).toEqual(query);
    for (const [name, value] of url.searchParams) {
      const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === name);
      expect(VALIDATORS[parameter?.schema ?? '']?.contract(value)).toEqual([]);
    }
    expect([...(request?.headers.keys() ?? [])]).toEqual(['accept', 'authorization']);
  });
});

describe.each(ADAPTERS)('$name', (each) => {
  const adapter = opened(each);

  test.each(STATUSES)('takes a create of $name', async ({ status }) => {
    await expect(clientOf(adapter).create(status)).resolves.toHaveProperty('id');
  });

  test.each(FILTERS)('takes a list $name', async ({ filter }) => {
    expect(Array.isArray(await clientOf(adapter).list(filter))).toBe(true);
  });
});

describe('the document’s own examples of a request', () => {
  const bodiesOf = (id: Parameters<typeof operationOf>[0]) =>
    operationOf(id).requestBody?.content.flatMap(({ examples }) => examples) ?? [];
  const parameter = (id: Parameters<typeof operationOf>[0], name: string) =>
    operationOf(id).parameters.find((one) => one.name === name)?.examples ?? [];
  const find = (list: readonly Example[], wanted: string) => {
    const found = list.find(({ name }) => name === wanted);
    if (!found) throw new Error(`The document has no example of the name ${wanted}.`);
    return found.value;
  };

  test.each(UPDATE_EXAMPLES)('the update %s is sent as it stands', async (name) => {
    const change = find(bodiesOf('updateTemporaryEvseStatus'), name) as TemporaryEvseStatusUpdate;
    const { client, requests } = recordingClient(() => Response.json(RECORD));
    await client.update(42, change);
    expect(await requests[0]?.json()).toEqual(change);
  });

  test.each(CREATE_EXAMPLES)('the create %s is sent as it stands', async (name) => {
    const status = find(bodiesOf('createTemporaryEvseStatus'), name) as TemporaryEvseStatusCreate;
    const { client, requests } = recordingClient(() => Response.json(RECORD));
    await client.create(status);
    expect(await requests[0]?.json()).toEqual(status);
  });

  test.each(ID_EXAMPLES)('the id %s is sent as it stands', async (name) => {
    const id = find(parameter('updateTemporaryEvseStatus', 'id'), name) as number;
    const { client, requests } = recordingClient(() => Response.json(RECORD));
    await client.update(id, {});
    expect(requests[0]?.url).toMatch(new RegExp(`/${id}$`));
  });

  test.each([
    ...EVSE_ID_EXAMPLES.map((name) => ({ parameter: 'evseId', name })),
    ...ACTIVE_ONLY_EXAMPLES.map((name) => ({ parameter: 'activeOnly', name })),
  ])('the $parameter $name is sent as it stands', async ({ parameter: which, name }) => {
    const value = find(parameter('listTemporaryEvseStatuses', which), name) as string;
    const { client, requests } = recordingClient(() => Response.json([]));
    await client.list({ [which]: which === 'activeOnly' ? value === 'true' : value });
    expect(new URL(String(requests[0]?.url)).searchParams.get(which)).toBe(value);
  });

  describe.each(ADAPTERS)('$name', (each) => {
    const adapter = opened(each);

    test.each(UPDATE_EXAMPLES)('takes the update %s', async (name) => {
      const change = find(bodiesOf('updateTemporaryEvseStatus'), name) as TemporaryEvseStatusUpdate;
      await expect(clientOf(adapter).update(adapter.id, change)).resolves.toMatchObject({ id: adapter.id });
    });
  });
});

test.each(ENVIRONMENTS)('the environment %s is the document’s server', async (environment) => {
  const urls: string[] = [];
  const client = createClient({
    apiKey: KEY,
    environment,
    fetch: (input, init) => {
      urls.push(new Request(input, init).url);
      return Promise.resolve(Response.json(RECORD));
    },
  });
  await client.update(42, {});
  const server = at(DOCUMENT, pointer('#/servers', ENVIRONMENTS.indexOf(environment), 'url'));
  expect(urls).toEqual([`${String(server)}/v2/temporary-evse-statuses/42`]);
});

/** The values of a path template's parameters in a path. */
function matched(template: string, path: string): Readonly<Record<string, string>> {
  const pattern = template.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(path);
  if (!match) throw new Error(`${path} is not a path of ${template}.`);
  return { ...match.groups };
}
