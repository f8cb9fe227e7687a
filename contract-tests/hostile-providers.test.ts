/**
 * The contract check against providers that mean harm, or are broken as badly: a run ends in time, in little memory, and its
 * reports are clean.
 */
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { toGitHub, toJUnit, toJson, toText, verify, type Clock, type Report } from '../src/contract/index.ts';
import { both, explaining, on, sendingFor, showing, withHeaders, writingFor } from './providers/changes.ts';
import { checked, startClock } from './providers/checked.ts';
import { serveProvider, type Misbehave } from './providers/over-sockets.ts';
import { rulesAndPlaces } from './providers/found.ts';
import { responsesOf } from './providers/places.ts';
import { KEYS, headerOf, type Change } from './providers/steps.ts';
import { forThisTest } from './support/for-this-test.ts';
import { serve } from './support/serve.ts';

const megabyte = 2 ** 20;

/** Every report of a run, by its form. */
function reportsOf(report: Report): readonly (readonly [form: string, text: string])[] {
  const { annotations, summary } = toGitHub(report);
  return Object.entries({ text: toText(report), junit: toJUnit(report), json: toJson(report), annotations, summary });
}

/** Characters that a terminal obeys, or that change what a reader sees. */
const controls = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** Characters that XML 1.0 does not allow. */
const notXml = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
/** What GitHub Actions obeys, and is none of the check's own. */
const command = /^::(?!error |warning |notice |group::|endgroup::)|##\[/m;

function expectClean(report: Report): void {
  for (const [form, text] of reportsOf(report)) {
    const dirt = [controls, command, ...(form === 'junit' ? [notXml] : [])].map((one) => one.exec(text)?.[0]);
    expect([form, dirt.map((one) => one?.codePointAt(0)?.toString(16))]).toEqual([form, dirt.map(() => undefined)]);
    expect([form, text.length < megabyte]).toEqual([form, true]);
  }
}

describe('what a provider writes reaches the reports as plain text, cut to size', () => {
  const nasty =
    '\u001b[31mred\u001b]0;title\u0007 \r\n::stop-commands::x\n::error::owned ]]> <b> \u0000\u0008\uFFFF \uD800 \u202E %0A::set-output ##[add-mask]x \u009B31m \u2028';
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  /** One text of ten: a run has over a hundred responses, and each of these takes a tenth of a second. */
  const everyTenth = (hostile: string) => {
    let count = 0;
    return (text: string) => (count++ % 10 === 0 ? hostile : text);
  };
  const deepUpdate = everyTenth(deep);
  const longMessage = everyTenth('x'.repeat(megabyte + 1));
  test.each<[what: string, change: Change]>([
    [
      'control characters in messages',
      both(
        explaining(() => ({ error: nasty })),
        withHeaders(() => ({ 'X-Note': '\u001b[31m' })),
      ),
    ],
    [
      'control characters in a record',
      on(
        'update',
        showing((record) => ({ ...record, validTo: nasty })),
      ),
    ],
    [
      'control characters in the names of fields',
      on(
        'update',
        showing((record) => ({ ...record, [nasty]: 1, id: nasty })),
      ),
    ],
    [
      'control characters in a media type',
      sendingFor('success', ({ headers }) => ({ headers: { ...headers, 'Content-Type': '::error::x' } })),
    ],
    ['a refusal nested 100,000 deep', writingFor('body', everyTenth(deep))],
    [
      'an update nested 100,000 deep',
      writingFor('success', (text, _, { operation }) => (operation === 'update' ? deepUpdate(text) : text)),
    ],
    ['a message of more than a megabyte', explaining(() => ({ error: longMessage('No.') }))],
    [
      '10,000 unknown fields',
      on(
        'update',
        showing((record) => ({
          ...record,
          ...Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, index])),
        })),
      ),
    ],
    [
      'a field __proto__',
      writingFor('success', (text) => text.replaceAll('{"id"', '{"__proto__":{"id":7},"constructor":1,"id"')),
    ],
  ])('%s', async (_, change) => {
    const { report, provider } = await checked(change, { only: ['update'] });
    expect(report.cases.length).toBeGreaterThan(50);
    expectClean(report);
    expect(provider.records.get(42)).toMatchObject({
      id: 42,
      temporaryStatus: 'MAINTENANCE',
      validTo: '2023-01-01T14:00:00Z',
    });
  });
});

describe('the key is in no report, in whatever spelling it comes back', () => {
  const spellings: Readonly<Record<string, (key: string) => string>> = {
    'as it is': (key) => key,
    'in capitals': (key) => key.toUpperCase(),
    'with every character escaped for URLs': (key) => Buffer.from(key).toString('hex').replace(/../g, '%$&'),
    'without its hyphens escaped': (key) => key.replaceAll('-', '\\u002d'),
  };
  test.each(Object.entries(spellings))('%s', async (_, spell) => {
    const sent = (authorization = '') => spell(authorization.replace(/^\S+ /, ''));
    const { report } = await checked(
      both(
        explaining((_error, _refusal, call) => ({ error: `No: ${sent(headerOf(call, 'authorization'))}` })),
        sendingFor('success', ({ headers }, call) => ({
          headers: {
            ...headers,
            'X-Key': sent(headerOf(call, 'authorization')),
            'X-RateLimit-Limit': sent(headerOf(call, 'authorization')),
          },
        })),
      ),
    );
    expect(report.outcome).toBe('broken');
    for (const [form, text] of reportsOf(report))
      for (const key of Object.values(KEYS))
        expect([form, text.toLowerCase().includes(spell(key).toLowerCase())]).toEqual([form, false]);
  });
});

test.each([
  ['a text', (key: string) => `${'x'.repeat(150)}${key}`],
  ['a value', (key: string) => JSON.stringify({ error: { type: [`${'x'.repeat(150)}${key}`] } })],
  ['a stack trace', (key: string) => `err ${key}${'z'.repeat(30)} at f (x.js:1:1)`],
])('no piece of the key is in a report, where %s is cut within it', async (_, bodyOf) => {
  const body = bodyOf(KEYS.good);
  const respond = () => Promise.resolve(new Response(body, { status: 400 }));
  const { report } = await checked(undefined, { only: ['list'], id: 42, patienceMs: 0 }, () => respond);
  expect(report.findings.map(({ rule }) => rule)).toContain('key-echoed');
  const pieces = Array.from({ length: KEYS.good.length - 5 }, (_each, index) => KEYS.good.slice(index, index + 6));
  for (const [form, text] of reportsOf(report))
    expect([form, pieces.filter((piece) => text.includes(piece))]).toEqual([form, []]);
});

function* repeated(chunk: Buffer) {
  for (;;) yield chunk;
}

const sockets: Readonly<Record<string, Misbehave>> = {
  'the connection is reset after the headers': (outgoing) => {
    outgoing.flushHeaders();
    outgoing.socket?.resetAndDestroy();
  },
  'the connection is reset before the headers': (outgoing) => {
    outgoing.socket?.resetAndDestroy();
  },
  'the body is shorter than its Content-Length': (outgoing, body) => {
    outgoing.setHeader('Content-Length', body.length + 5).write(body);
    outgoing.socket?.end();
  },
  'the body comes byte by byte and never ends': async (outgoing) => {
    while (!outgoing.destroyed) {
      outgoing.write(' ');
      await sleep(20);
    }
  },
  'the headers never come': () => undefined,
  'the body is endless': (outgoing) => pipeline(repeated(Buffer.alloc(megabyte, ' ')), outgoing),
  'the headers are endless': (outgoing) => {
    outgoing.socket?.write(`HTTP/1.1 404 Not Found\r\n${'X-Filler: x\r\n'.repeat(50_000)}`);
  },
  'the response is no HTTP': (outgoing) => {
    outgoing.socket?.end('SSH-2.0-OpenSSH_9.6\r\n');
  },
};

const realRun = async (url: string, clock: Clock) => {
  const before = process.memoryUsage().rss;
  const report = await verify(url, { id: 42, key: KEYS.good, only: ['update'], clock, timeoutMs: 300 });
  return { report, grown: process.memoryUsage().rss - before };
};

describe('over a socket, a response that does not arrive is found, and the run ends in time and in little memory', () => {
  test.each(Object.entries(sockets))('%s', async (_, misbehave) => {
    const clock = startClock(Date.now());
    const provider = await forThisTest(serveProvider(clock.now, undefined, 404, misbehave));
    const { report, grown } = await realRun(provider.url, clock);
    expect(rulesAndPlaces(report.findings)).toContain(`no-response at ${responsesOf('update')}`);
    expect(report.restored).toMatchObject({ done: true });
    expectClean(report);
    expect(grown).toBeLessThan(400 * megabyte);
  });

  test('a gzip bomb is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * megabyte));
    const clock = startClock(Date.now());
    const provider = await forThisTest(
      serveProvider(clock.now, undefined, 404, (outgoing) => {
        outgoing.setHeader('Content-Encoding', 'gzip').end(bomb);
      }),
    );
    const { report, grown } = await realRun(provider.url, clock);
    expect(report.outcome).toBe('broken');
    expectClean(report);
    expect(grown).toBeLessThan(400 * megabyte);
  });

  test('a redirect to another host is not followed', async () => {
    let requests = 0;
    const clock = startClock(Date.now());
    const elsewhere = await forThisTest(
      serve((_, outgoing) => {
        requests += 1;
        outgoing.end('[]');
      }),
    );
    const redirect = sendingFor('record', ({ headers }) => ({
      status: 307,
      headers: { ...headers, Location: elsewhere.url },
    }));
    const provider = await forThisTest(serveProvider(clock.now, redirect));
    const { report } = await realRun(provider.url, clock);
    expect(report.findings.map(({ rule }) => rule)).toContain('status-undocumented');
    expect(requests).toBe(0);
  });
});

test('over a socket the correct provider holds, also where bodies come in chunks or the connection is closed', async () => {
  for (const headers of [{}, { 'Transfer-Encoding': 'chunked' }, { Connection: 'close' }]) {
    const clock = startClock(Date.now());
    const change = withHeaders(() => headers);
    const provider = await forThisTest(serveProvider(clock.now, change));
    const { report } = await realRun(provider.url, clock);
    expect(report).toMatchObject({ outcome: 'holds', findings: [] });
  }
});

test('over a socket a server that ends a connection on its second request holds: a read is sent again on another one', async () => {
  const used = new WeakSet<object>();
  let ended = 0;
  const clock = startClock(Date.now());
  const provider = await forThisTest(
    serveProvider(clock.now, undefined, 200, (outgoing, body) => {
      const { socket } = outgoing;
      if (socket === null) return;
      if (!used.has(socket)) {
        used.add(socket);
        outgoing.end(body);
        return;
      }
      ended += 1;
      socket.destroy();
    }),
  );
  const { report } = await realRun(provider.url, clock);
  expect(report).toMatchObject({ outcome: 'holds', findings: [] });
  expect(report.unstable.filter(({ what }) => what.includes('connection'))).toEqual([]);
  expect(ended).toBeGreaterThan(0);
});
