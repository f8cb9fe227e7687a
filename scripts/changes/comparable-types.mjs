// @ts-check
/** Rewrites a report of public types so that two versions can be compared structurally. */
import ts from 'typescript';

/**
 * - Methods become function properties: parameters of methods are compared both ways, those of functions one way.
 * - Unique symbols and private members, which no two declarations share, become plain ones.
 * - Enums that only gained values get all values, old and new.
 * - An id of a rule is any text: which rules there are, and what each does, is in the surface.
 * @param {string} declarations
 * @param {import('./grown-enums.mjs').GrownEnum[]} grownEnums
 */
export function comparable(declarations, grownEnums) {
  let text = declarations.replaceAll(/^declare const (\w+): unique symbol;$/gm, "declare const $1: '$1';");
  text = text.replace(/^(type RuleId = )[^;]*;$/m, '$1string;');
  for (const { values, now } of grownEnums) text = withValues(text, values, now);
  const source = ts.createSourceFile('types.d.ts', text, ts.ScriptTarget.ESNext, true);
  const { transformed } = ts.transform(source, [methodsAsFunctions]);
  const [result] = transformed;
  return result === undefined ? text : ts.createPrinter().printFile(result);
}

/**
 * @param {string} text
 * @param {string[]} old
 * @param {string[]} now
 */
function withValues(text, old, now) {
  const literal = old.map((value) => `["']${value}["']`);
  const union = new RegExp(literal.join(String.raw`\s*\|\s*`) + String.raw`(?!\s*\|\s*["'])`, 'g');
  const tuple = new RegExp(String.raw`\[\s*${literal.join(String.raw`,\s*`)},?\s*\]`, 'g');
  const quoted = now.map((value) => `'${value}'`);
  return text.replaceAll(union, quoted.join(' | ')).replaceAll(tuple, `[${quoted.join(', ')}]`);
}

/** @type {ts.TransformerFactory<ts.SourceFile>} */
const methodsAsFunctions = (context) => {
  const { factory } = context;
  /** @type {ts.Visitor} */
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isInterfaceDeclaration(visited)) {
      const { modifiers, name, typeParameters, heritageClauses } = visited;
      const members = asFunctions(visited.members);
      return factory.updateInterfaceDeclaration(visited, modifiers, name, typeParameters, heritageClauses, members);
    }
    if (ts.isTypeLiteralNode(visited)) {
      return factory.updateTypeLiteralNode(visited, factory.createNodeArray(asFunctions(visited.members)));
    }
    if (ts.isClassDeclaration(visited)) {
      const { modifiers, name, typeParameters, heritageClauses } = visited;
      const members = visited.members.filter((member) => !isPrivate(member));
      return factory.updateClassDeclaration(visited, modifiers, name, typeParameters, heritageClauses, members);
    }
    return visited;
  };
  return (source) => ts.visitEachChild(source, visit, context);

  /**
   * Overloads of one name become one member with several call signatures.
   * @param {readonly ts.TypeElement[]} members
   */
  function asFunctions(members) {
    const methods = members.filter(ts.isMethodSignature);
    const names = [...new Set(methods.map(({ name }) => nameOf(name)))];
    const functions = names.map((name) => {
      const overloads = methods.filter((method) => nameOf(method.name) === name);
      const calls = overloads.map(({ typeParameters, parameters, type }) =>
        factory.createCallSignature(typeParameters, parameters, type),
      );
      const [first] = overloads;
      return factory.createPropertySignature(
        undefined,
        /** @type {ts.MethodSignature} */ (first).name,
        first?.questionToken,
        factory.createTypeLiteralNode(calls),
      );
    });
    return [...members.filter((member) => !ts.isMethodSignature(member)), ...functions];
  }

  /** @param {ts.PropertyName} name */
  function nameOf(name) {
    return 'text' in name ? name.text : name.getText();
  }

  /** @param {ts.ClassElement} member */
  function isPrivate(member) {
    if (member.name !== undefined && ts.isPrivateIdentifier(member.name)) return true;
    return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;
  }
};
