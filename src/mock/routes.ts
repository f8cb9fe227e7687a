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
  /** The parameters of a path that matches, by name, not decoded. */
  readonly read: (path: string) => Readonly<Record<string, string>>;
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
      read: (path: string) => {
        const [, ...values] = pattern.exec(path) ?? [];
        return Object.fromEntries(parameters.map((name, index) => [name, values[index] ?? '']));
      },
      routes: new Map(operations.filter(({ path }) => path === template).map((one) => [one.method, toRoute(one)])),
    };
  });
  return templates.sort((one, other) => one.parameters.length - other.parameters.length);
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
