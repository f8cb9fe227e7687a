// @ts-check
/**
 * Compares two versions of the OpenAPI document with `redocly diff`, the severities of `redocly.yaml`, and rules for what
 * Redocly does not compare. The vendor's policy decides [versioning]: new fields, parameters, operations and enum values are
 * additions; anything removed, renamed, retyped or tightened is breaking.
 */
import { readOperations } from '../read-operations.mjs';
import { redoclyDiff } from './redocly-diff.mjs';

/**
 * @typedef {import('./change.mjs').Change} Change
 * @typedef {import('../walk-document.mjs').OpenApiDocument} OpenApiDocument
 */

/**
 * @param {OpenApiDocument} base
 * @param {OpenApiDocument} head
 * @returns {Promise<Change[]>}
 */
export async function compareDocuments(base, head) {
  return [...(await redoclyDiff(base, head)), ...compareSecurity(base, head), ...compareFacts(base, head)].concat(
    compareExamples(base, head),
  );
}

/**
 * An operation that requires other credentials, or none any more. Redocly compares only added requirements.
 * @param {OpenApiDocument} base
 * @param {OpenApiDocument} head
 * @returns {Change[]}
 */
function compareSecurity(base, head) {
  return pairs(base, head).flatMap(([before, after]) =>
    JSON.stringify(before.security) === JSON.stringify(after.security)
      ? []
      : [breaking([before.operationId], `\`${before.operationId}\` asks for other credentials.`)],
  );
}

/**
 * The `x-` members: open enums, rate limits, environments.
 * @param {OpenApiDocument} base
 * @param {OpenApiDocument} head
 * @returns {Change[]}
 */
function compareFacts(base, head) {
  const closed = (base['x-open-enums'] ?? []).filter((at) => !head['x-open-enums']?.includes(at));
  const limits = pairs(base, head).flatMap(([before, after]) => {
    if (JSON.stringify(before.rateLimit) === JSON.stringify(after.rateLimit)) return [];
    const [from, to] = [before, after].map(rateOf);
    const name = `\`${before.operationId}\``;
    return Number(to) < Number(from)
      ? [breaking([before.operationId], `The rate limit of ${name} was lowered.`)]
      : [minor([before.operationId], `The rate limit of ${name} changed.`)];
  });
  const environments = base.servers
    .map((server) => server['x-environment'])
    .filter((name) => !head.servers.some((server) => server['x-environment'] === name));
  return [
    ...closed.map((at) => breaking([at], `The enum at \`${at}\` was open and is closed.`)),
    ...limits,
    ...environments.map((name) => breaking([name], `The environment \`${name}\` was removed.`)),
  ];
}

/**
 * Requests per second; infinite without a limit.
 * @param {ReturnType<typeof readOperations>[number]} operation
 */
function rateOf({ rateLimit }) {
  const { requests = Infinity, windowSeconds = 1 } = rateLimit ?? {};
  return requests / windowSeconds;
}

/**
 * Examples: a mock sends them by name.
 * @param {OpenApiDocument} base
 * @param {OpenApiDocument} head
 * @returns {Change[]}
 */
function compareExamples(base, head) {
  const [before, after] = [base, head].map(examplesOf);
  if (before === undefined || after === undefined) return [];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const name = String(key.split(' ').at(-1));
    if (!before.has(key)) return [minor([name], `The example \`${name}\` is new (${key}).`)];
    if (!after.has(key)) return [breaking([name], `The example \`${name}\` was removed (${key}).`)];
    return before.get(key) === after.get(key) ? [] : [minor([name], `The example \`${name}\` changed (${key}).`)];
  });
}

/** @param {OpenApiDocument} document */
function examplesOf(document) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const { operationId, requestBody, responses } of readOperations(document)) {
    const bodies = [{ status: 'request', content: requestBody?.content ?? [] }, ...responses];
    for (const { status, content } of bodies) {
      for (const { examples } of content) {
        for (const { name, value } of examples) found.set(`${operationId} ${status} ${name}`, JSON.stringify(value));
      }
    }
  }
  return found;
}

/**
 * The operations that both versions have.
 * @param {OpenApiDocument} base
 * @param {OpenApiDocument} head
 */
function pairs(base, head) {
  const after = readOperations(head);
  return readOperations(base).flatMap((operation) => {
    const same = after.find(({ method, path: template }) => method === operation.method && template === operation.path);
    return same === undefined ? [] : [/** @type {const} */ ([operation, same])];
  });
}

/**
 * @param {string[]} names
 * @param {string} text
 * @returns {Change}
 */
function breaking(names, text) {
  return { area: 'document', impact: 'breaking', names, text };
}

/**
 * @param {string[]} names
 * @param {string} text
 * @returns {Change}
 */
function minor(names, text) {
  return { area: 'document', impact: 'minor', names, text };
}
