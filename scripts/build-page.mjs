// @ts-check
/**
 * Builds the mock's page from `src/mock/page/` and the document: one HTML file with its style, its script and the facts that
 * it shows, and a policy that allows only these.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readOperations } from './read-operations.mjs';
import { operationsOf, pointer, resolve } from './walk-document.mjs';

const folder = fileURLToPath(new URL('../src/mock/page/', import.meta.url));
const documentFile = new URL('../generated/openapi.json', import.meta.url);

/** @typedef {import('./walk-document.mjs').OpenApiDocument} OpenApiDocument */

/** The page, whole: one HTML document that loads nothing but the mock's own calls; and its `Content-Security-Policy`. */
export async function buildPage() {
  /** @type {OpenApiDocument} */
  const document = JSON.parse(await readFile(documentFile, 'utf8'));
  const [markup, style, bundled] = await Promise.all([
    readFile(`${folder}page.html`, 'utf8'),
    readFile(`${folder}page.css`, 'utf8'),
    build({
      entryPoints: [`${folder}main.mts`],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      define: { FACTS: JSON.stringify(pageFacts(document)) },
    }),
  ]);
  const script = `\n${bundled.outputFiles[0]?.text ?? ''}`;
  if (/<\/script|<!--/i.test(script)) throw new Error('The script of the page contains text that would end it.');
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const html = fill(markup, {
    '{{title}}': document.info.title,
    '<style></style>': `<style>${style}</style>`,
    '<script></script>': `<script>${script}</script>`,
  });
  return { html, policy };
}

/** The module that a build substitutes for `src/mock/page/built.ts`: it contains the page. */
export async function pageModule() {
  return `export const page = Promise.resolve(${JSON.stringify(await buildPage())});`;
}

/** For the build of the package: puts the page into the module that builds it from source. */
export function pagePlugin() {
  return {
    name: 'mock-page',
    /** @param {string} id */
    async load(id) {
      if (!id.endsWith('/src/mock/page/built.ts')) return null;
      return pageModule();
    },
  };
}

/**
 * The parts of the document that the page shows.
 * @param {OpenApiDocument} document
 * @returns {import('../src/mock/page/facts.ts').Facts}
 */
function pageFacts(document) {
  const shownAs = /** @type {any} */ (document)['x-shown-as']?.channels ?? [];
  const responses = operationsOf(document).flatMap(({ pointer: at, operation }) =>
    Object.keys(operation.responses).map((status) => {
      const { at: place } = resolve(document, pointer(at, 'responses', status));
      return { status, name: nameOf(place.split('/').at(-1) ?? status) };
    }),
  );
  return {
    calls: readOperations(document).map(({ method, path, parameters, requestBody }) => ({
      method,
      path: path.replaceAll(/\{(\w+)\}/g, (_, name) =>
        String(parameters.find((one) => one.name === name)?.examples[0]?.value ?? name),
      ),
      body: requestBody?.content[0]?.examples[0]?.value,
    })),
    statuses: Object.keys(shownAs[0]?.values ?? {}),
    shownAs,
    refusals: responses
      .filter(
        ({ status }, index) =>
          !status.startsWith('2') && responses.findIndex((other) => other.status === status) === index,
      )
      .map(({ status, name }) => ({ status: Number(status.replace(/XX$/, '00')), name })),
  };
}

/** `TooManyRequests` → `Too many requests`. @param {string} component */
function nameOf(component) {
  const words = component.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {string} text */
function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/**
 * Puts each text in the place that the template has for it.
 * @param {string} template
 * @param {Record<string, string>} texts - place → text
 */
function fill(template, texts) {
  return Object.entries(texts).reduce((filled, [place, text]) => {
    if (!filled.includes(place)) throw new Error(`page.html has no ${place}.`);
    return filled.replaceAll(place, () => text);
  }, template);
}
