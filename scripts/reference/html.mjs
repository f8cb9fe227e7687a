// @ts-check
import { marked } from 'marked';

/** @param {unknown} text */
export function escape(text) {
  return String(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * Markdown of the document and of docstrings; HTML in it is shown, not used. Source tags such as `[auth]` get a look of their
 * own.
 * @param {string | undefined} text
 */
export function markdown(text = '') {
  const shown = text.replaceAll('<', '&lt;');
  const html = /** @type {string} */ (marked.parse(shown, { async: false }));
  return html.replaceAll(/\[([a-z-]+)\](?!\()/g, '<span class="tag">$1</span>').replaceAll('&amp;lt;', '&lt;');
}

/**
 * As `markdown`, for a cell: without the paragraph around it.
 * @param {string | undefined} text
 */
export function cell(text) {
  return markdown(text)
    .replace(/^<p>/, '')
    .replace(/<\/p>\s*$/, '');
}

/** @param {string} title */
export function anchor(title) {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows - HTML
 */
export function table(heads, rows) {
  if (rows.length === 0) return '';
  const head = heads.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const cells = (/** @type {string[]} */ row) =>
    row.map((html, index) => `<td data-column="${escape(heads[index])}">${html}</td>`).join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n');
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** @param {unknown} text */
export function code(text) {
  return `<code>${escape(text)}</code>`;
}

/** @param {unknown} text */
export function block(text) {
  return `<pre tabindex="0"><code>${escape(text)}</code></pre>`;
}

/**
 * @typedef {{ title: string, html: string, id?: string }} Part
 * @typedef {{ title: string, html?: string, parts: Part[] }} Section
 */

/** @param {Section} section */
export function section({ title, html = '', parts }) {
  const inner = parts.map(
    ({ title: name, id = anchor(name), html: text }) =>
      `<section class="part" id="${id}"><h3><a href="#${id}">${escape(name)}</a></h3>\n${text}</section>`,
  );
  return `<section id="${anchor(title)}"><h2>${escape(title)}</h2>\n${html}\n${inner.join('\n')}</section>`;
}
