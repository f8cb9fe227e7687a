// @ts-check
/**
 * Compares two reports of the public types (`api-report.mjs`) with TypeScript's checker. Breaking: a name or a member is gone;
 * a value is no longer assignable where it was used; a type is no longer assignable either way. Types that are only read or
 * only written are compared through the functions that return or take them.
 */
import ts from 'typescript';
import { checkTypes } from './check-types.mjs';
import { comparable } from './comparable-types.mjs';

/** @typedef {import('./change.mjs').Change} Change */

/**
 * @param {string} base - declarations
 * @param {string} head - declarations
 * @param {import('./grown-enums.mjs').GrownEnum[]} [grownEnums] - additions by the vendor's policy: types that differ by
 *   them alone are the same
 * @returns {Change[]}
 */
export function compareTypes(base, head, grownEnums = []) {
  const before = comparable(base, grownEnums);
  const after = comparable(head, grownEnums);
  const { checker, entriesOf } = checkTypes({ 'base.d.ts': before, 'head.d.ts': after });
  const [old, now] = [entriesOf('base.d.ts'), entriesOf('head.d.ts')];

  const changes = [...old].flatMap(([entry, exported]) => {
    const current = now.get(entry);
    if (current === undefined) return [change('breaking', entry, `The entry \`${entry}\` was removed.`)];
    return [...exported].flatMap(([name, symbol]) => {
      const where = `\`${name}\` of the entry \`${entry}\``;
      const next = current.get(name);
      if (next === undefined) return [change('breaking', name, `${where} was removed.`)];
      const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
      if (isValue && !fits(checker.getTypeOfSymbol(next), checker.getTypeOfSymbol(symbol))) {
        return [change('breaking', name, `${where} no longer fits where it was used.`)];
      }
      // Two declarations of a generic type share no type parameter to compare; their members are compared below.
      if ((symbol.flags & ts.SymbolFlags.Type) === 0 || isGeneric(symbol)) return [];
      const [from, to] = [checker.getDeclaredTypeOfSymbol(symbol), checker.getDeclaredTypeOfSymbol(next)];
      const [readable, writable] = [fits(to, from), fits(from, to)];
      if (!readable && !writable) return [change('breaking', name, `${where} is another type.`)];
      return readable && writable ? [] : [change('minor', name, `${where} changed.`)];
    });
  });
  const found = [...changes, ...compareMembers(before, after, changes), ...additions(old, now)];
  return [...found, ...otherWording(before, after, found)];

  /**
   * @param {ts.Type} source
   * @param {ts.Type} target
   */
  function fits(source, target) {
    return checker.isTypeAssignableTo(source, target);
  }
}

/**
 * Members that a declaration has lost or gained. The compiler accepts both: an object without an optional member is
 * assignable.
 * @param {string} before
 * @param {string} after
 * @param {Change[]} known
 */
function compareMembers(before, after, known) {
  const now = membersOf(after);
  return [...membersOf(before)].flatMap(([declaration, members]) => {
    const current = now.get(declaration);
    if (
      current === undefined ||
      known.some(({ impact, names }) => impact === 'breaking' && names.includes(declaration))
    ) {
      return [];
    }
    const name = (/** @type {string} */ member) => `${declaration}.${member}`;
    const lost = [...members].filter((member) => !current.has(member));
    const gained = [...current].filter((member) => !members.has(member));
    return [
      ...lost.map((member) => change('breaking', name(member), `\`${name(member)}\` was removed.`)),
      ...gained.map((member) => change('minor', name(member), `\`${name(member)}\` is new.`)),
    ];
  });
}

/**
 * Declarations that differ in a way not found above, such as a function with a new optional parameter.
 * @param {string} before
 * @param {string} after
 * @param {Change[]} known
 */
function otherWording(before, after, known) {
  const now = declarationsOf(after);
  return [...declarationsOf(before)]
    .filter(([name, text]) => now.has(name) && now.get(name) !== text)
    .filter(([name]) => !known.some(({ names }) => names.some((other) => other.split('.')[0] === name)))
    .map(([name]) => change('minor', name, `\`${name}\` changed.`));
}

/** @param {string} text */
function declarationsOf(text) {
  const { statements } = ts.createSourceFile('x.d.ts', text, ts.ScriptTarget.ESNext, true);
  return new Map(
    statements.flatMap((statement) => {
      if (ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.map((node) => [node.name.getText(), node.getText()]);
      }
      const isNamed = ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
      const named = isNamed || ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement);
      return named && statement.name ? [[statement.name.text, statement.getText()]] : [];
    }),
  );
}

/** @param {string} text */
function membersOf(text) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  /**
   * @param {ts.Node} node
   * @param {Set<string>} members
   * @param {string[]} trail
   */
  const visit = (node, members, trail) => {
    const named = ts.isPropertySignature(node) || ts.isPropertyDeclaration(node);
    const next = named ? [...trail, node.name.getText()] : trail;
    if (named) members.add(next.join('.'));
    ts.forEachChild(node, (child) => {
      visit(child, members, next);
    });
  };
  for (const statement of ts.createSourceFile('x.d.ts', text, ts.ScriptTarget.ESNext, true).statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
    const members = new Set(/** @type {string[]} */ ([]));
    visit(statement, members, []);
    found.set(statement.name.text, members);
  }
  return found;
}

/**
 * @param {Map<string, Map<string, ts.Symbol>>} old
 * @param {Map<string, Map<string, ts.Symbol>>} now
 */
function additions(old, now) {
  return [...now].flatMap(([entry, exported]) =>
    [...exported.keys()]
      .filter((name) => !old.get(entry)?.has(name))
      .map((name) => change('minor', name, `\`${name}\` of the entry \`${entry}\` is new.`)),
  );
}

/**
 * @param {'breaking' | 'minor'} impact
 * @param {string} name
 * @param {string} text
 * @returns {Change}
 */
function change(impact, name, text) {
  return { area: 'types', impact, names: [name], text };
}

/** @param {ts.Symbol} symbol */
function isGeneric(symbol) {
  return symbol.declarations?.some((node) => 'typeParameters' in node && node.typeParameters !== undefined) === true;
}
