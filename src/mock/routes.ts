import type { Operation } from '../../generated/operations.ts';

/** What the mock does for an operation, read from its method and path. */
export type Action = 'list' | 'create' | 'read' | 'merge' | 'replace' | 'remove' | 'example';

export interface Route {
  readonly operation: Operation;
  readonly action: Action;
  /** The path of the collection that the operation works on: its path, less a parameter at the end. */
  readonly collection: string;
  /** The parameter at the end of the path, which is also the name of the field that identifies a record. */
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
  const templates = [...new Set(operations.map(({ path }) => path))].map((template) => {
    const parameters = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    const literals = template.split(/\{[^}]+\}/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const pattern = new RegExp(`^${literals.join('([^/]+)')}$`);
    return {
      pattern,
      parameters,
      routes: new Map(operations.filter(({ path }) => path === template).map((one) => [one.method, toRoute(one)])),
    };
  });
  return templates.sort((one, other) => one.parameters.length - other.parameters.length);
}

export interface FoundPath {
  readonly path: Path;
  /** By name, not decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The documented path that a path is. */
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

const itemActions: Readonly<Record<string, Action>> = { GET: 'read', PATCH: 'merge', PUT: 'replace', DELETE: 'remove' };
const collectionActions: Readonly<Record<string, Action>> = { GET: 'list', POST: 'create' };

function toRoute(operation: Operation): Route {
  const [, parent, identity] = /^(.*)\/\{([^}]+)\}$/.exec(operation.path) ?? [];
  if (parent !== undefined && !parent.includes('{')) {
    return { operation, action: itemActions[operation.method] ?? 'example', collection: parent, identity };
  }
  const action = operation.path.includes('{') ? undefined : collectionActions[operation.method];
  return { operation, action: action ?? 'example', collection: operation.path, identity: undefined };
}

/** Path and query. The target may be a whole URL, as a client sends it to a proxy. */
export function splitTarget(target: string): { path: string; query: string } {
  const local = target.startsWith('/') ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const [path = '', query = ''] = local.split(/\?(.*)/s);
  return { path, query };
}
