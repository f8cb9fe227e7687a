import type { Operation } from '../../../generated/operations.ts';

/** What the mock does for an operation, by its method and path. `example`: it only responds with the document's example. */
export type Action = 'list' | 'create' | 'read' | 'merge' | 'remove' | 'example';

export interface Route {
  readonly operation: Operation;
  readonly action: Action;
  /** The parameter at the end of the path, which is also the field that identifies a record. */
  readonly identity: string | undefined;
}

export interface Path {
  /** Its groups are the path's parameters. */
  readonly pattern: RegExp;
  readonly routes: ReadonlyMap<string, Route>;
}

/**
 * The document's paths, those with fewer parameters first: a fixed path wins over a template [OpenAPI 3.1, paths].
 * @throws {Error} The document asks for what the mock cannot check.
 */
export function compilePaths(operations: readonly Operation[]): readonly Path[] {
  operations.forEach(assertCheckable);
  const collection = operations.map(({ path }) => collectionOf(path)).find((path) => path !== undefined);
  const templates = [...new Set(operations.map(({ path }) => path))];
  return templates
    .sort((one, other) => one.split('{').length - other.split('{').length)
    .map((template) => {
      const own = operations.filter(({ path }) => path === template);
      return {
        pattern: new RegExp(`^${patternOf(template, '(?<$1>[^/]+)')}$`),
        routes: new Map(own.map((operation) => [operation.method, toRoute(operation, collection)])),
      };
    });
}

function assertCheckable({ operationId, security, parameters }: Operation): void {
  const unknown = security.flat().find(({ type, scheme }) => type !== 'http' || scheme === undefined);
  if (unknown) {
    throw new Error(`The mock cannot check the security scheme ${unknown.name} (${unknown.type}) of ${operationId}.`);
  }
  const cookie = parameters.find((parameter) => parameter.in === 'cookie');
  if (cookie) throw new Error(`The mock does not read cookies; ${operationId} has the parameter ${cookie.name}.`);
}

/** The source of a regular expression for a path template; `parameter` stands for each parameter, `$1` for its name. */
export function patternOf(template: string, parameter: string): string {
  return escapePattern(template).replace(/\\\{(.+?)\\\}/g, parameter);
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const itemActions: Readonly<Record<string, Action>> = { GET: 'read', PATCH: 'merge', DELETE: 'remove' };
const collectionActions: Readonly<Record<string, Action>> = { GET: 'list', POST: 'create' };

function toRoute(operation: Operation, collection: string | undefined): Route {
  const { path, method } = operation;
  const [, identity] = /\{([^}]+)\}$/.exec(path) ?? [];
  const actions = path === collection ? collectionActions : collectionOf(path) === collection ? itemActions : {};
  return { operation, action: actions[method] ?? 'example', identity };
}

/** The path of the collection that a path of one record belongs to. The mock holds one: the document has one resource. */
function collectionOf(path: string): string | undefined {
  return /^([^{]*)\/\{[^}]+\}$/.exec(path)?.[1];
}

export const CONTROL = '/__mock';

export function isControl(path: string): boolean {
  return path === CONTROL || path.startsWith(`${CONTROL}/`);
}

/** Path, query and, where the target is a whole URL as a client sends it to a proxy, its host. */
export function splitTarget(target: string): { path: string; query: string; host: string | undefined } {
  const url = target.startsWith('/') ? undefined : /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(target);
  const [, host, local = target] = url ?? [];
  const end = `${local}?`.indexOf('?');
  return { path: local.slice(0, end), query: local.slice(end + 1), host };
}
