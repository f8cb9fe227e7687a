// @ts-check
/**
 * The packed declarations under each module resolution, and what a user's compiler says about the commonest mistakes: the
 * message begins with what is wrong, not with how the types are built. `npm run test:package` prints the messages.
 */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { installPackage } from './installed-package.mjs';

const { folder, remove } = await installPackage();
after(remove);

/**
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
  await writeFile(path.join(folder, file), text);
}

const lib = path.dirname(ts.getDefaultLibFilePath({}));
/** TypeScript's own declarations, which every program here shares. @type {Map<string, ts.SourceFile | undefined>} */
const libraries = new Map();

/**
 * What the compiler says of files, by their names in the project that has the package.
 * @param {string[]} files
 * @param {Record<string, unknown>} compilerOptions - as in a tsconfig.json
 */
function diagnosticsOf(files, compilerOptions) {
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...{ target: 'es2022', lib: ['es2023', 'dom'], types: [], noEmit: true },
      ...{ strict: true, exactOptionalPropertyTypes: true, ...compilerOptions },
    },
    folder,
  );
  const roots = files.map((file) => path.resolve(folder, file));
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...how) => {
    if (path.dirname(name) !== lib) return getSourceFile(name, ...how);
    if (!libraries.has(name)) libraries.set(name, getSourceFile(name, ...how));
    return libraries.get(name);
  };
  return ts.getPreEmitDiagnostics(ts.createProgram(roots, options, host));
}

describe('TypeScript', () => {
  for (const [what, options, type] of /** @type {const} */ ([
    ['nodenext in a module project', { module: 'nodenext' }, 'module'],
    ['nodenext in a commonjs project', { module: 'nodenext' }, 'commonjs'],
    ['bundler', { module: 'preserve', moduleResolution: 'bundler' }, 'module'],
    ['node10', { module: 'commonjs', moduleResolution: 'node10' }, 'commonjs'],
  ])) {
    test(`compiles it under ${what}, libraries checked, and refuses what is wrong`, async () => {
      const name = what.replaceAll(' ', '-');
      await write(`${name}/package.json`, JSON.stringify({ type }));
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
      // The declarations of this package and its dependencies are checked, TypeScript's own are not.
      const found = diagnosticsOf([`${name}/use.ts`], { ...options, skipLibCheck: false, skipDefaultLibCheck: true });
      assert.deepEqual(
        found.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
        [],
      );
    });
  }
});

test('what test:types compiles with other versions compiles with this one', () => {
  const types = fileURLToPath(new URL('../contract-tests/types/', import.meta.url));
  const { compilerOptions } = ts.readConfigFile(`${types}tsconfig.json`, (name) => ts.sys.readFile(name)).config;
  const found = diagnosticsOf([`${types}client.ts`, `${types}raw.ts`], compilerOptions);
  assert.deepEqual(
    found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
    [],
  );
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

const head = `
  import { createClient } from 'temporary-evse-statuses'; import { createMany, updateMany } from 'temporary-evse-statuses/bulk';
  const client = createClient({ apiKey: 'k' }); declare const env: { KEY: string | undefined }, condition: boolean;`;
await write(
  'calls.mts',
  [head, ...mistakes.map(([call]) => `void ${call};`), ...fine.map((call) => `void ${call};`)].join('\n'),
);
const messages = new Map(
  diagnosticsOf(['calls.mts'], { module: 'nodenext' }).map(({ file, start, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0;
    return [line - head.split('\n').length, ts.flattenDiagnosticMessageText(messageText, '\n')];
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
