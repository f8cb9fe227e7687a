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
  readonly pattern: RegExp;
  /** In the order of the pattern's groups. */
  readonly parameters: readonly string[];
  /** By method. */
  readonly routes: ReadonlyMap<string, Route>;
}

/** The document's paths, those with fewer parameters first: a fixed path wins over a template [OpenAPI 3.1, paths]. */
export function compilePaths(operations: readonly Operation[]): readonly Path[] {
  const collection = operations.map(({ path }) => collectionOf(path)).find((path) => path !== undefined);
  const templates = [...new Set(operations.map(({ path }) => path))].map((template) => {
    const own = operations.filter(({ path }) => path === template);
    return {
      pattern: new RegExp(`^${patternOf(template, '([^/]+)')}$`),
      parameters: [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name),
      routes: new Map(own.map((operation) => [operation.method, toRoute(operation, collection)])),
    };
  });
  return templates.sort((one, other) => one.parameters.length - other.parameters.length);
}

/** The source of a regular expression for a path template; `parameter` stands for each of its parameters. */
export function patternOf(template: string, parameter: string): string {
  return template
    .split(/\{[^}]+\}/)
    .map(escapePattern)
    .join(parameter);
}

export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

export interface FoundPath {
  readonly path: Path;
  /** By name, not decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

export function findPath(paths: readonly Path[], text: string): FoundPath | undefined {
  for (const path of paths) {
    const match = path.pattern.exec(text);
    if (match === null) continue;
    const parameters: Record<string, string> = {};
    path.parameters.forEach((name, index) => {
      parameters[name] = match[index + 1] ?? '';
    });
    return { path, parameters };
  }
  return undefined;
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

/** Path, query and, where the target is a whole URL as a client sends it to a proxy, its host. */
export function splitTarget(target: string): { path: string; query: string; host: string | undefined } {
  const url = target.startsWith('/') ? undefined : /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)(.*)$/is.exec(target);
  const [, host, local = target] = url ?? [];
  const [path = '', query = ''] = local.split(/\?(.*)/s);
  return { path, query, host };
}
