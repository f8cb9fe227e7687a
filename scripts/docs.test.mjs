// @ts-check
/**
 * The samples in README.md, AGENTS.md and docs/: each is a file of `examples/` and is shown unchanged. Those of
 * `examples/client` compile and run here, with the packed package and the mock; their comments say what they print. The
 * other samples run in `contract-tests/consumers`, with the tools that they are for.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import { installPackage } from './installed-package.mjs';
import { findStaleSamples } from './samples.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const samples = path.join(root, 'examples/client');

const { folder, remove } = await installPackage();
after(remove);
await copyFile(path.join(root, 'scripts/on-the-mock.mjs'), path.join(folder, 'on-the-mock.mjs'));

/** The mock's next responses, for samples that are about them. @type {Record<string, unknown>} */
const stubs = {
  'drift.ts': [{ status: 200, body: '{"id":42,"temporaryStatus":"RESERVED","evseId":"DK*SPI*E123*1","newField":1}' }],
  'logging.ts': ['drop-connection'],
  'metrics.ts': ['drop-connection', { status: 503, headers: { 'Retry-After': '0' } }],
};
/** For samples about a request header: its name, and the value that the mock has to get. @type {Record<string, [string, string]>} */
const sentHeaders = { 'headers.ts': ['User-Agent', 'depot-planner/2.1'] };
/** Samples that need other libraries: contract-tests/consumers runs them. */
const elsewhere = ['tracing.ts'];
const names = (await readdir(samples)).filter((name) => !elsewhere.includes(name));

test('the pages show the samples unchanged, and no other code', async () => {
  assert.deepEqual(await findStaleSamples(), []);
});

test('CONTRIBUTING.md and the decisions name files that exist', async () => {
  const decisions = (await readdir(path.join(root, 'docs/decisions'))).map((name) => `docs/decisions/${name}`);
  const missing = [];
  for (const page of ['CONTRIBUTING.md', ...decisions]) {
    const text = await readFile(path.join(root, page), 'utf8');
    const named = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, name = '']) => name);
    missing.push(...named.filter((name) => !existsSync(path.join(root, name))).map((name) => `${page}: ${name}`));
  }
  assert.deepEqual(missing, []);
});

test('the samples compile, strictly', async () => {
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable'], types: ['node'], noEmit: true },
    ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
  };
  await symlink(path.join(root, 'node_modules/@types'), path.join(folder, 'node_modules/@types'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  for (const name of names) await copyFile(path.join(samples, name), path.join(folder, name));
  await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]).catch(
    (/** @type {unknown} */ error) => assert.fail(/** @type {{ stdout: string }} */ (error).stdout),
  );
});

test('the contract check knows every flag of the samples for CI', async () => {
  const ci = path.join(root, 'examples/ci');
  const texts = await Promise.all((await readdir(ci)).map((name) => readFile(path.join(ci, name), 'utf8')));
  const commands = texts.flatMap((text) => [...text.matchAll(/temporary-evse-statuses(?:@[\d.]+)? (verify .*)/g)]);
  assert(commands.length >= texts.length);
  const env = { ...process.env, STATUS_ID: '42', TARGET: 'http://127.0.0.1:4010' };
  for (const [, command = ''] of commands) {
    const line = `npx --no-install temporary-evse-statuses ${command.replace(' --write-baseline', '')} --dry-run`;
    await run('sh', ['-c', line.replace(/--baseline \S+/, '')], { cwd: folder, env });
  }
});

test('the check of own-mock.sh passes on the mock of own-mock.sh', { timeout: 60_000 }, async () => {
  const text = await readFile(path.join(root, 'examples/ci/own-mock.sh'), 'utf8');
  const [start, check] = [...text.matchAll(/^(\w+=\S+) npx (.*)/gm)].map(
    ([, variable, command]) => `exec env ${variable} node_modules/.bin/${command}`,
  );
  const mock = spawn('sh', ['-c', `${start} --port 0`], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise((resolve, reject) => {
      let said = '';
      mock.stdout.on('data', (data) => {
        said += String(data);
        const [, found] = /Base URL +(\S+)\n/.exec(said) ?? [];
        if (found !== undefined) resolve(found);
      });
      mock.once('exit', () => {
        reject(new Error(`The mock did not start: ${said}`));
      });
    });
    const { stdout } = await run('sh', ['-c', `${check}`.replace('http://127.0.0.1:4010', url)], { cwd: folder });
    assert.match(stdout, /^The contract holds/m);
  } finally {
    mock.kill();
  }
});

for (const name of names) {
  test(`${name} runs and does what it says`, async () => {
    const [header, value] = sentHeaders[name] ?? [];
    const { source, stdout } = await runSample(name, {
      STUBS: JSON.stringify(stubs[name] ?? []),
      ...(header && { SHOW_HEADER: header }),
    });
    // `// a, b: why` means that the lines a and b are printed there.
    const comments = source.matchAll(/console\.log\(.*\); \/\/ ([^:\n]*)/g);
    const expected = [...comments].flatMap(([, text = '']) => text.split(', '));
    if (value !== undefined) expected.push(value);
    assert.notEqual(expected.length, 0, 'the sample claims nothing');
    assert.deepEqual(stdout.trimEnd().split('\n').filter(Boolean), expected);
  });
}

test('errors.ts prints what happened to an update whose connection was lost, and why', async () => {
  const { stdout } = await runSample('errors.ts', { STUBS: JSON.stringify(Array(3).fill('drop-connection')) });
  assert.match(stdout, /^PATCH \S+ got no response: .*Error: /s);
});

/**
 * @param {string} name
 * @param {Record<string, string>} env
 */
async function runSample(name, env) {
  const source = await readFile(path.join(samples, name), 'utf8');
  const { code } = await transform(source, { loader: 'ts' });
  const script = name.replace(/\.\w+$/, '.run.mjs');
  await writeFile(path.join(folder, script), code);
  const { stdout } = await run(process.execPath, ['--import', './on-the-mock.mjs', script], {
    cwd: folder,
    env: { ...process.env, ...env },
  });
  return { source, stdout };
}
