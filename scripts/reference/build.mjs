// @ts-check
/**
 * The reference page, `reports/reference/index.html`: one file without scripts, made from the document and the built package.
 * `npm run docs`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import manifest from '../../package.json' with { type: 'json' };
import { rollUp } from '../changes/api-report.mjs';
import { commandSections } from './command-sections.mjs';
import { documentSections } from './document-sections.mjs';
import { anchor, escape, section } from './html.mjs';
import { packageSections } from './package-sections.mjs';

const root = new URL('../../', import.meta.url);
const out = new URL('reports/reference/', root);

const document = JSON.parse(await readFile(new URL('generated/openapi.json', root), 'utf8'));
const style = await readFile(new URL('page.css', import.meta.url), 'utf8');
const [api, ...rest] = documentSections(document);
const sections = [api, ...packageSections(await rollUp(), manifest.name), ...(await commandSections()), ...rest].filter(
  (part) => part !== undefined,
);

const navigation = sections.map(({ title, parts }) => {
  const links = parts.map((part) => `<li><a href="#${part.id ?? anchor(part.title)}">${escape(part.title)}</a></li>`);
  const link = `<a href="#${anchor(title)}">${escape(title)}</a>`;
  return parts.length === 0
    ? `<p>${link}</p>`
    : `<details><summary>${link}</summary><ul>${links.join('')}</ul></details>`;
});

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(document.info.title)}: reference</title>
<style>${style}</style>
<header><h1>${escape(document.info.title)}</h1>
<p>${escape(manifest.name)} ${escape(manifest.version)}, API release ${escape(document.info.version)}</p></header>
<div class="page">
<nav aria-label="Contents">${navigation.join('\n')}</nav>
<main>${sections.map(section).join('\n')}</main>
</div>
</html>
`;

const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => String(id));
const double = ids.filter((id, index) => ids.indexOf(id) !== index);
const broken = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => String(id)).filter((id) => !ids.includes(id));
if (double.length > 0) throw new Error(`Two parts have one anchor: ${double.join(', ')}`);
if (broken.length > 0) throw new Error(`Links lead nowhere: ${[...new Set(broken)].join(', ')}`);

await mkdir(out, { recursive: true });
await writeFile(new URL('index.html', out), html);
console.log(`${fileURLToPath(new URL('index.html', out))}: ${Math.round(html.length / 1024)} kB`);
