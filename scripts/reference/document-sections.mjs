// @ts-check
/** What the OpenAPI document states: operations, schemas, assumptions. */
import { operationsOf, resolve } from '../walk-document.mjs';
import { anchor, block, cell, code, escape, markdown, table } from './html.mjs';

/**
 * @typedef {import('../walk-document.mjs').OpenApiDocument} OpenApiDocument
 * @typedef {import('./html.mjs').Section} Section
 */

/**
 * @param {any} document
 * @returns {Section[]}
 */
export function documentSections(document) {
  const schemas = Object.entries(document.components.schemas);
  return [
    {
      title: 'Operations',
      parts: operationsOf(document).map(({ path, method, operation, pointer }) => ({
        title: `${method.toUpperCase()} ${path}`,
        id: operation.operationId,
        html: operationHtml(document, operation, pointer),
      })),
    },
    {
      title: 'Schemas',
      parts: schemas.map(([name, schema]) => ({ title: name, id: `schema-${anchor(name)}`, html: schemaHtml(schema) })),
    },
    {
      title: 'About the document',
      html: markdown(document.info.description),
      parts: [
        {
          title: 'Servers',
          html: table(
            ['URL', ''],
            document.servers.map((/** @type {any} */ s) => [code(s.url), cell(s.description)]),
          ),
        },
        { title: 'Authentication', html: authentication(document) },
        { title: 'How a status is shown', html: tagsHtml(document) },
        { title: 'Rate limits', html: limitsHtml(document) },
        { title: 'Assumptions', html: assumptions(document) },
      ],
    },
  ];
}

/**
 * @param {any} document
 * @param {any} operation
 * @param {string} pointer
 */
function operationHtml(document, operation, pointer) {
  const parameters = (operation.parameters ?? []).map((/** @type {any} */ _, /** @type {number} */ index) => {
    const { value } = resolve(document, `${pointer}/parameters/${index}`);
    return [
      code(value.name),
      escape(value.in),
      typeHtml(value.schema),
      value.required ? 'yes' : 'no',
      cell(value.description),
    ];
  });
  const described = Object.keys(operation.responses).map((status) => {
    const { value } = resolve(document, `${pointer}/responses/${status}`);
    return {
      status,
      content: value.content?.['application/json'],
      headers: Object.keys(value.headers ?? {}),
      text: value.description,
    };
  });
  const common = (described[0]?.headers ?? []).filter((name) =>
    described.every(({ headers }) => headers.includes(name)),
  );
  const responses = described.map(({ status, content, headers, text }) => {
    const own = headers.filter((name) => !common.includes(name)).map((name) => ` Carries ${code(name)}.`);
    return [code(status), cell(text) + own.join(''), content ? typeHtml(content.schema) : '', examplesHtml(content)];
  });
  const body = operation.requestBody?.content['application/json'];
  return [
    `<p class="lead">${escape(operation.summary)}</p>`,
    markdown(operation.description),
    table(['Parameter', 'In', 'Type', 'Required', 'Description'], parameters),
    body ? `<h4>Request body</h4>\n<p>${typeHtml(body.schema)}</p>${examplesHtml(body)}` : '',
    '<h4>Responses</h4>',
    `<p>Every response may carry ${common.map(code).join(', ')}.</p>`,
    table(['Status', 'Meaning', 'Body', 'Examples'], responses),
  ].join('\n');
}

/** @param {any} content */
function examplesHtml(content) {
  return Object.entries(content?.examples ?? {})
    .map(
      ([name, { summary, value }]) =>
        `<details><summary>${code(name)}</summary>${markdown(summary)}${block(JSON.stringify(value, null, 2))}</details>`,
    )
    .join('\n');
}

/** @param {any} schema */
function schemaHtml(schema) {
  const { description, properties = {}, required = [] } = schema;
  const rows = Object.entries(properties).map(([name, property]) => {
    const { description: text } = /** @type {any} */ (property);
    return [code(name), typeHtml(property), required.includes(name) ? 'yes' : 'no', cell(text)];
  });
  const type = rows.length > 0 ? '' : `<p>${typeHtml(schema)}</p>`;
  return markdown(description) + type + table(['Field', 'Type', 'Required', 'Description'], rows);
}

/**
 * @param {any} schema
 * @returns {string}
 */
function typeHtml(schema) {
  const { $ref, anyOf, type, enum: values, format, items, default: standard } = schema;
  if ($ref !== undefined) {
    const name = String($ref).split('/').at(-1);
    return `<a href="#schema-${anchor(String(name))}">${code(name)}</a>`;
  }
  if (anyOf !== undefined) return anyOf.map(typeHtml).join(' or ');
  if (items !== undefined) return `list of ${typeHtml(items)}`;
  if (values !== undefined) return values.map(code).join(' ');
  const notes = [format, standard === undefined ? undefined : `default ${standard}`].filter(
    (note) => note !== undefined,
  );
  return `${escape(type)}${notes.length > 0 ? ` (${escape(notes.join(', '))})` : ''}`;
}

/** @param {any} document */
function authentication(document) {
  return Object.values(document.components.securitySchemes)
    .map((/** @type {any} */ scheme) => markdown(scheme.description))
    .join('');
}

/** @param {any} document */
function tagsHtml(document) {
  const { warning, channels } = document['x-shown-as'];
  const values = Object.keys(channels[0].values);
  const rows = channels.map((/** @type {any} */ shown) => [
    escape(shown.channel),
    ...values.map((value) => escape(shown.values[value])),
    escape(shown.delay),
  ]);
  return [
    ...document.tags.map((/** @type {any} */ tag) => markdown(tag.description)),
    table(['Where', ...values, 'Sent'], rows),
    `<p>${escape(warning)}</p>`,
  ].join('\n');
}

/** @param {OpenApiDocument} document */
function limitsHtml(document) {
  const rows = operationsOf(document).map(({ operation }) => {
    const name = String(operation['x-rate-limit']);
    const limit = document['x-rate-limits']?.[name];
    return [code(operation.operationId), escape(name), `${limit?.requests} in ${limit?.windowSeconds} seconds`];
  });
  return table(['Operation', 'Limit', 'Default'], rows);
}

/** @param {OpenApiDocument} document */
function assumptions(document) {
  const rows = (document['x-assumed'] ?? []).map(({ assumption, places }) => [
    cell(assumption),
    places.map(code).join('<br>'),
  ]);
  return table(['What no page says', 'What rests on it'], rows);
}
