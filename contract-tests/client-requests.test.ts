import { describe, expect, test } from '@jest/globals';
import { VALIDATORS } from '../generated/validators.ts';
import { OPERATIONS } from '../generated/operations.ts';
import type { Example, Operation } from '../generated/operations.ts';
import { createClient } from '../src/index.ts';
import type { TemporaryEvseStatusUpdate } from '../src/index.ts';
import { BODY_EXAMPLES, CHANGES, ENVIRONMENTS, ID_EXAMPLES } from './cases/changes.ts';
import { RECORD } from './cases/broken-answers.ts';
import { MEDIA_TYPE } from './cases/answers.ts';
import { clientOf, recordingClient } from './support/client.ts';
import { KEY } from './support/request.ts';
import { DOCUMENT, at, pointer } from './support/document.ts';
import { DOORS, opened } from './support/doors.ts';

/** The request that a change is sent as. */
async function sent(change: (typeof CHANGES)[number]): Promise<{ request: Request; operation: Operation }> {
  const { client, requests } = recordingClient(() => Response.json(RECORD));
  await client.update(change.id ?? 42, change.change);
  const [request] = requests;
  const [operation] = OPERATIONS;
  if (!request || !operation || requests.length > 1) throw new Error(`${requests.length} requests were sent.`);
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

describe.each(DOORS)('$name', (each) => {
  const door = opened(each);

  test.each(CHANGES.filter(({ id }) => id === undefined))('takes a change of $name', async ({ change }) => {
    await expect(clientOf(door).update(door.id, change)).resolves.toMatchObject({ id: door.id });
  });
});

describe('the document’s own examples of a request', () => {
  const [operation] = OPERATIONS;
  const bodies = operation?.requestBody?.content.flatMap(({ examples }) => examples) ?? [];
  const ids = operation?.parameters.flatMap(({ examples }) => examples) ?? [];
  const find = (list: readonly Example[], wanted: string) => {
    const found = list.find(({ name }) => name === wanted);
    if (!found) throw new Error(`The document has no example of the name ${wanted}.`);
    return found.value;
  };

  test.each(BODY_EXAMPLES)('%s is sent as it stands', async (name) => {
    const change = find(bodies, name) as TemporaryEvseStatusUpdate;
    const { client, requests } = recordingClient(() => Response.json(RECORD));
    await client.update(42, change);
    expect(await requests[0]?.json()).toEqual(change);
  });

  test.each(ID_EXAMPLES)('the id %s is sent as it stands', async (name) => {
    const id = find(ids, name) as number;
    const { client, requests } = recordingClient(() => Response.json(RECORD));
    await client.update(id, {});
    expect(requests[0]?.url).toMatch(new RegExp(`/${id}$`));
  });

  describe.each(DOORS)('$name', (each) => {
    const door = opened(each);

    test.each(BODY_EXAMPLES)('takes %s', async (name) => {
      const change = find(bodies, name) as TemporaryEvseStatusUpdate;
      await expect(clientOf(door).update(door.id, change)).resolves.toMatchObject({ id: door.id });
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
