// @ts-check
/**
 * Makes the mock's page from `src/mock/page/`: one HTML document with its style, its script and the facts that it shows,
 * and the policy that lets exactly these run and nothing else.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readOperations } from './read-operations.mjs';
import { operationsOf, pointer, resolve } from './walk-document.mjs';

const folder = fileURLToPath(new URL('../src/mock/page/', import.meta.url));

/** @typedef {import('./walk-document.mjs').OpenApiDocument} OpenApiDocument */

/** @param {OpenApiDocument} document */
export async function pageModule(document) {
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
    }),
  ]);
  const script = `\n${bundled.outputFiles[0]?.text ?? ''}`;
  const facts = JSON.stringify(pageFacts(document), null, 2).replaceAll('<', String.raw`\u003c`);
  if (/<\/script|<!--/i.test(script)) throw new Error('The script of the page holds text that would end it.');

  const page = fill(markup, {
    '{{title}}': document.info.title,
    '<style></style>': `<style>${style}</style>`,
    '<script type="application/json" id="facts"></script>': `<script type="application/json" id="facts">${facts}</script>`,
    '<script></script>': `<script>${script}</script>`,
  });
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

  return `// Made by \`npm run generate\` from src/mock/page/ and openapi/temporary-evse-statuses.yaml. Do not edit: change these.

/** The mock's page, whole: it loads nothing. */
export const PAGE = ${literal(page)};

/** The page's \`Content-Security-Policy\`: its own script and style, its own mock, nothing else. */
export const PAGE_POLICY = ${JSON.stringify(policy)};
`;
}

/**
 * What the page shows of the document: how partners show each status, and the answers that can be asked for.
 * @param {OpenApiDocument} document
 */
function pageFacts(document) {
  /** @type {{ channel: string, delay: string, values: Record<string, string> }[]} */
  const shownAs = /** @type {any} */ (document)['x-shown-as']?.channels ?? [];
  const answers = operationsOf(document).flatMap(({ pointer: at, operation }) =>
    Object.keys(operation.responses).map((status) => {
      const answer = resolve(document, pointer(at, 'responses', status));
      return { status, name: nameOf(answer.at.split('/').at(-1) ?? status) };
    }),
  );
  return {
    version: document.info.version,
    tries: readOperations(document).map(({ method, path, parameters, requestBody }) => ({
      method,
      path: parameters.reduce(
        (filled, { name, examples }) => filled.replace(`{${name}}`, examples[0]?.value ?? name),
        path,
      ),
      body: requestBody?.content[0]?.examples[0]?.value,
    })),
    statuses: Object.keys(shownAs[0]?.values ?? {}),
    shownAs,
    answers: answers.filter(
      ({ status }, index) => !status.startsWith('2') && answers.findIndex((other) => other.status === status) === index,
    ),
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

/** A template literal, so that a change of the page is a change of its lines. @param {string} text */
function literal(text) {
  return `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;
}

/**
 * Puts each text in the place that the template keeps for it.
 * @param {string} template
 * @param {Record<string, string>} texts - place → text
 */
function fill(template, texts) {
  return Object.entries(texts).reduce((filled, [place, text]) => {
    if (!filled.includes(place)) throw new Error(`page.html has no ${place}.`);
    return filled.replaceAll(place, () => text);
  }, template);
}
