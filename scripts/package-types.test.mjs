// @ts-check
/**
 * The packed declarations under each module resolution, and what a user's compiler says about the commonest mistakes: the
 * message begins with what is wrong, not with how the types are built. `npm run test:package` prints the messages.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { installPackage } from './installed-package.mjs';

const run = promisify(execFile);
const { folder, remove } = await installPackage();
after(remove);

const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

/**
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

describe('TypeScript', () => {
  for (const [resolution, module] of [
    ['nodenext', 'nodenext'],
    ['bundler', 'preserve'],
    ['node10', 'commonjs'],
  ]) {
    for (const type of ['module', 'commonjs']) {
      test(`compiles it under ${resolution} in a ${type} project, libraries checked, and refuses what is wrong`, async () => {
        const name = `ts-${resolution}-${type}`;
        await write(`${name}/package.json`, JSON.stringify({ type }));
        await write(
          `${name}/tsconfig.json`,
          JSON.stringify({
            compilerOptions: {
              ...{ module, moduleResolution: resolution, target: 'es2022', lib: ['es2023', 'dom'], types: [] },
              ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true },
              // The declarations of this package and its dependencies are checked, TypeScript's own are not.
              ...{ skipLibCheck: false, skipDefaultLibCheck: true },
            },
          }),
        );
        await write(
          `${name}/use.ts`,
          `import { createClient, isResponseError, type TemporaryEvseStatus } from 'temporary-evse-statuses';
          import { updateMany } from 'temporary-evse-statuses/bulk';
          import { createMockFetch } from 'temporary-evse-statuses/mock';
          const client = createClient({ apiKey: () => 'secret', environment: 'sandbox' });
          export async function use(): Promise<TemporaryEvseStatus | number> {
            try {
              return await client.update(42, { temporaryStatus: 'MAINTENANCE', validFrom: new Date() });
            } catch (error) {
              if (isResponseError(error)) return error.status;
              throw error;
            }
          }
          // @ts-expect-error a request carries only the documented values
          void client.update(42, { temporaryStatus: 'BROKEN' });
          // @ts-expect-error the id is a number
          void client.update('42', {});
          void updateMany(createClient({ apiKey: 'k', fetch: createMockFetch().fetch }), [{ id: 42, change: {} }]);
          `,
        );
        await run(process.execPath, [tsc, '-p', path.join(folder, name)]).catch((/** @type {unknown} */ error) =>
          assert.fail(/** @type {{ stdout: string }} */ (error).stdout),
        );
      });
    }
  }
});

const statuses = `'"MAINTENANCE" | "COMMISSIONING" | "BLOCKED" | "RESERVED"`;
const clientOptions = "'OwnServerOptions | (VendorOptions & { readonly apiKey: ApiKey; })'";
const knownOnly = (/** @type {string} */ name) =>
  `Object literal may only specify known properties, but '${name}' does not exist in type `;

/** Each call and the beginning of its message. */
const mistakes = /** @type {const} */ ([
  ['createClient({ apiKey: env.KEY })', "Argument of type '{ apiKey: string | undefined; }' is not assignable"],
  ['createClient({})', `Argument of type '{}' is not assignable to parameter of type ${clientOptions}`],
  [
    "createClient({ environment: 'sandbox' })",
    `Argument of type '{ environment: "sandbox"; }' is not assignable to parameter of type ${clientOptions}`,
  ],
  [
    "createClient({ apiKey: 'k', timeout: 5 })",
    `${knownOnly('timeout')}${clientOptions}. Did you mean to write 'timeoutMs'?`,
  ],
  [
    "createClient({ apiKey: 'k', environment: 'test' })",
    `Type '"test"' is not assignable to type '"production" | "sandbox"`,
  ],
  ["client.update(42, { temporaryStatus: 'BROKEN' })", `Type '"BROKEN"' is not assignable to type ${statuses}`],
  [
    "client.create({ evseId: 'E', temporaryStatus: 'BROKEN' })",
    `Type '"BROKEN"' is not assignable to type ${statuses}`,
  ],
  [
    "updateMany(client, [{ id: 1, change: { temporaryStatus: 'BROKEN' } }])",
    `Type '"BROKEN"' is not assignable to type ${statuses}`,
  ],
  ["updateMany(client, [{ id: '1', change: {} }])", "Type 'string' is not assignable to type 'number'."],
  [
    "client.create({ temporaryStatus: 'BLOCKED' })",
    `Argument of type '{ temporaryStatus: "BLOCKED"; }' is not assignable to parameter of type '{ readonly evseId: string; `,
  ],
  [
    "createMany(client, [{ status: { temporaryStatus: 'BLOCKED' } }])",
    `Property 'evseId' is missing in type '{ temporaryStatus: "BLOCKED"; }' but required`,
  ],
  ["client.update('42', {})", "Argument of type 'string' is not assignable to parameter of type 'number'."],
  ["client.list({ evseID: 'E' })", `${knownOnly('evseID')}'ListFilter'. Did you mean to write 'evseId'?`],
  [
    'client.update(42, {}, { timeout: 5 })',
    `${knownOnly('timeout')}'RequestOptions'. Did you mean to write 'timeoutMs'?`,
  ],
]);

/** Calls that compile, although they look as if they might not. */
const fine = [
  'client.update(42, { validTo: condition ? new Date() : undefined })',
  "client.create({ evseId: 'E', temporaryStatus: 'BLOCKED', validTo: condition ? '2037-04-23T18:00:00Z' : undefined })",
  'client.update(42, {}, { retry: condition ? false : undefined, timeoutMs: undefined })',
];

const file = path.join(folder, 'calls.mts');
const head = `
  import { createClient } from 'temporary-evse-statuses'; import { createMany, updateMany } from 'temporary-evse-statuses/bulk';
  const client = createClient({ apiKey: 'k' }); declare const env: { KEY: string | undefined }, condition: boolean;`;
await writeFile(
  file,
  [head, ...mistakes.map(([call]) => `void ${call};`), ...fine.map((call) => `void ${call};`)].join('\n'),
);

const program = ts.createProgram([file], {
  ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] },
  ...{ strict: true, exactOptionalPropertyTypes: true, types: [], noEmit: true },
});
const messages = new Map(
  ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const line = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    return [line - head.split('\n').length, ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')];
  }),
);

for (const [index, [call, beginning]] of mistakes.entries()) {
  test(call, (context) => {
    const message = messages.get(index) ?? 'It compiles.';
    context.diagnostic(message.split('\n')[0] ?? '');
    assert.equal(message.slice(0, beginning.length), beginning);
  });
}

test('nothing else fails to compile', () => {
  assert.deepEqual(
    [...messages].filter(([index]) => index < 0 || index >= mistakes.length),
    [],
  );
});
