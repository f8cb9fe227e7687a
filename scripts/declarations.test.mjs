// @ts-check
/**
 * Every public name, option, member and field has a docstring for editors to show. Reads the built declarations of each
 * entry (`npm run build`).
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import manifest from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
/** openapi-typescript documents the schemas inside these three, but not the three themselves. */
const generated = ['components', 'operations', 'paths'];

const entries = Object.entries(manifest.exports).flatMap(([name, entry]) =>
  typeof entry === 'string' ? [] : [{ name, file: path.join(root, entry.import.types) }],
);
const program = ts.createProgram(
  entries.map(({ file }) => file),
  { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, strict: true, types: ['node'] },
);
const checker = program.getTypeChecker();

/** openapi-typescript writes its text as `@description`. @param {ts.Symbol} symbol */
const hasText = (symbol) =>
  symbol.getDocumentationComment(checker).length > 0 ||
  symbol.getJsDocTags(checker).some(({ name, text = [] }) => name === 'description' && text.length > 0);
/** @param {ts.Symbol} symbol */
const isOurs = ({ declarations = [] }) => declarations.some((node) => node.getSourceFile().fileName.startsWith(dist));

/** @param {ts.Symbol} symbol */
function membersOf(symbol) {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const types = type.isUnion() ? type.types : [type];
  return types.flatMap((one) => (one.flags & ts.TypeFlags.Object || one.isIntersection() ? one.getProperties() : []));
}

for (const { name, file } of entries) {
  test(`${name}: every name and member has a docstring`, () => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    assert(module, `${file} is missing`);
    const names = checker.getExportsOfModule(module).filter((symbol) => !generated.includes(symbol.name));
    assert.notEqual(names.length, 0);
    const silent = new Set();
    for (const exported of names) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (!hasText(symbol)) silent.add(exported.name);
      for (const member of membersOf(symbol)) {
        if (isOurs(member) && !member.name.startsWith('__') && !hasText(member))
          silent.add(`${exported.name}.${member.name}`);
      }
    }
    assert.deepEqual([...silent], []);
  });
}
