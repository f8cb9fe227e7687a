// @ts-check
/**
 * Single changes with their impact. For the document, the vendor's policy decides [versioning].
 *
 * @typedef {import('./change.mjs').Impact} Impact
 */

const list = '/v2/temporary-evse-statuses';
const one = `${list}/{id}`;

/** @type {[name: string, impact: Impact, change: (document: any) => unknown][]} */
export const documentChanges = [
  ['a description in other words', 'none', (d) => (d.info.description = 'Other words.')],
  ['a summary in other words', 'none', (d) => (d.paths[list].get.summary = 'List')],
  ['a note of an assumption', 'none', (d) => (d['x-assumed'][0].assumption = 'Other words.')],
  ['a new response field', 'minor', ({ components }) => (record(components).properties.added = { type: 'string' })],
  ['a new optional field of a request', 'minor', ({ components }) => (update(components).properties.added = text())],
  ['a new optional parameter', 'minor', (d) => d.paths[list].get.parameters.push(query('limit'))],
  [
    'a new operation',
    'minor',
    (d) => (d.paths[one].delete = { operationId: 'deleteIt', responses: { 204: { description: '' } } }),
  ],
  ['a new enum value', 'minor', ({ components }) => components.schemas.TemporaryStatus.enum.push('CLEANING')],
  ['a new example', 'minor', (d) => (examples(d).other = { value: {} })],
  ['another value of an example', 'minor', (d) => (examples(d).openEnded.value.temporaryStatus = 'RESERVED')],
  ['a higher rate limit', 'minor', (d) => (d['x-rate-limits'].write.requests = 240)],
  ['a new server', 'minor', (d) => d.servers.push({ url: 'https://third.example', 'x-environment': 'third' })],
  ['a response field removed', 'breaking', ({ components }) => delete record(components).properties.validTo],
  ['a response field renamed', 'breaking', ({ components }) => rename(record(components).properties, 'evseId', 'evse')],
  ['a field of another type', 'breaking', ({ components }) => (record(components).properties.id.type = 'string')],
  ['a response field no longer required', 'breaking', ({ components }) => (record(components).required = ['id'])],
  ['a field of a request required', 'breaking', ({ components }) => (update(components).required = ['validFrom'])],
  ['a field of a request removed', 'breaking', ({ components }) => delete update(components).properties.validFrom],
  [
    'a new required parameter',
    'breaking',
    (d) => d.paths[list].get.parameters.push({ ...query('tenant'), required: true }),
  ],
  ['a parameter removed', 'breaking', (d) => d.paths[list].get.parameters.pop()],
  ['an enum value removed', 'breaking', ({ components }) => components.schemas.TemporaryStatus.enum.pop()],
  [
    'a pattern for a field of a request',
    'breaking',
    ({ components }) => (create(components).properties.evseId.pattern = '^DK'),
  ],
  ['an open enum closed', 'breaking', (d) => (d['x-open-enums'] = [])],
  ['an operation removed', 'breaking', (d) => delete d.paths[list].post],
  ['another path', 'breaking', (d) => rename(d.paths, list, '/v2/statuses')],
  ['another operationId', 'breaking', (d) => (d.paths[list].post.operationId = 'makeStatus')],
  ['a success status removed', 'breaking', (d) => rename(d.paths[list].post.responses, '201', '200')],
  ['security removed', 'breaking', (d) => (d.security = [])],
  ['another way of authentication', 'breaking', (d) => (d.components.securitySchemes.apiKey.scheme = 'basic')],
  ['an example removed', 'breaking', (d) => delete examples(d).openEnded],
  ['a lower rate limit', 'breaking', (d) => (d['x-rate-limits'].write.requests = 60)],
  ['an environment renamed', 'breaking', (d) => (d.servers[1]['x-environment'] = 'test')],
  ['a header removed', 'breaking', (d) => delete d.components.responses.TooManyRequests.headers['Retry-After']],
];

/** @type {[name: string, impact: Impact, pattern: RegExp, replacement: string][]} */
export const typeChanges = [
  ['a new optional option', 'minor', /(interface RequestOptions \{)/, '$1 readonly note?: string;'],
  [
    'a new operation of the client',
    'minor',
    /(interface TemporaryEvseStatusOperations \{)/,
    '$1 remove(id: number): Promise<void>;',
  ],
  [
    'a new optional parameter',
    'minor',
    /(  list\(filter\?: ListFilter, options\?: RequestOptions)/,
    '$1, more?: string',
  ],
  ['a new rule', 'minor', /(declare const additive: \{)/, '$1 readonly new: RuleText;'],
  ['a wider parameter', 'minor', /(declare function createClient\(\s*options:)/, '$1 undefined |'],
  ['an export removed', 'breaking', /^    isResponseError,\n/m, ''],
  ['a parameter wider where callers implement it', 'breaking', /(  update\(\s*id: number)/, '$1 | bigint'],
  ['an entry removed', 'breaking', /^  bulk_entry as bulk,\n/m, ''],
  ['an optional option removed', 'breaking', /(interface RetryOptions \{[^}]*?)  readonly \w+\?: [^;]+;\n/, '$1'],
  ['an option required', 'breaking', /(interface RequestOptions \{)/, '$1 readonly note: string;'],
  ['a narrower parameter', 'breaking', /(  update\(\s*id: )number/, '$142'],
  ['another return type', 'breaking', /(  create\([^)]*\): Promise<)TemporaryEvseStatus>/, '$1string>'],
  ['a method renamed', 'breaking', /(interface TemporaryEvseStatusOperations \{\s*)list\(/, '$1getAll('],
  ['a new required argument', 'breaking', /(declare function createClient\()/, '$1key: string, '],
  ['a member of an error removed', 'breaking', /  readonly requestId: string \| undefined;\n/, ''],
];

/** @type {[name: string, impact: Impact, pattern: RegExp, replacement: string][]} */
export const surfaceChanges = [
  ['a new flag', 'minor', /^/, 'flag verify --new = no value\n'],
  ['a new rule', 'minor', /^/, 'constant RULES new = additive\n'],
  ['a new member of the report', 'minor', /^/, 'report.new = string\n'],
  ['an optional input of the Action', 'minor', /^/, 'action input new = \n'],
  ['the document of a newer release', 'minor', /^(constant DOCUMENT_VERSION = ).*/m, '$1"2.8.0"'],
  ['an exit code in other words', 'minor', /^(exit verify 1 = ).*/m, '$1other words'],
  ['a flag removed', 'breaking', /^flag verify --report = .*\n/m, ''],
  ['a flag that takes another value', 'breaking', /^(flag mock --port = ).*/m, '$1no value'],
  ['another default of a flag', 'breaking', /^(default mock --port = ).*/m, '$14011'],
  ['another default of an option', 'breaking', /^(default RequestOptions\.timeoutMs = ).*/m, '$11000'],
  ['an exit code removed', 'breaking', /^exit verify 2 = .*\n/m, ''],
  ['a rule removed', 'breaking', /^constant RULES body-schema = .*\n/m, ''],
  ['a rule that fails the check now', 'breaking', /^(constant RULES \S+ = )additive/m, '$1breaking'],
  ['a case renamed', 'breaking', /^(case \S+)/m, '$1x'],
  ['an error class removed', 'breaking', /^error ResponseError = .*\n/m, ''],
  ['a member of the report removed', 'breaking', /^report\.outcome = .*\n/m, ''],
  ['a required input of the Action', 'breaking', /^/, 'action input new = required\n'],
  ['a subpath removed', 'breaking', /^export \.\/openapi\.yaml = .*\n/m, ''],
  ['a newer Node required', 'breaking', /^(engine node = ).*/m, '$1>=24'],
];

/** @param {any} components */
function record(components) {
  return components.schemas.TemporaryEvseStatus;
}

/** @param {any} components */
function update(components) {
  return components.schemas.TemporaryEvseStatusUpdate;
}

/** @param {any} components */
function create(components) {
  return components.schemas.TemporaryEvseStatusCreate;
}

/** @param {any} document */
function examples(document) {
  return document.paths[one].patch.requestBody.content['application/json'].examples;
}

/** @param {string} name */
function query(name) {
  return { name, in: 'query', schema: text() };
}

function text() {
  return { type: 'string' };
}

/**
 * @param {any} object
 * @param {string} from
 * @param {string} to
 */
function rename(object, from, to) {
  object[to] = object[from];
  return Reflect.deleteProperty(object, from);
}
