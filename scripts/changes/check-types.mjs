// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files on disk, read once: the libraries are the same for every comparison. @type {Map<string, ts.SourceFile | undefined>} */
const libraries = new Map();

/**
 * A program of files that are not on disk, next to this package's dependencies.
 * @param {Record<string, string>} texts
 */
export function checkTypes(texts) {
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  const textOf = (/** @type {string} */ file) => texts[path.relative(root, file)];
  host.fileExists = (file) => textOf(file) !== undefined || disk.fileExists(file);
  host.getSourceFile = (file, languageVersion) => {
    const text = textOf(file);
    if (text !== undefined) return ts.createSourceFile(file, text, languageVersion, true);
    if (!libraries.has(file)) libraries.set(file, disk.getSourceFile(file, languageVersion));
    return libraries.get(file);
  };
  const files = Object.keys(texts).map((file) => path.join(root, file));
  const program = ts.createProgram(files, options, host);
  const checker = program.getTypeChecker();
  return { checker, entriesOf };

  /**
   * Entry → name → symbol.
   * @param {string} file
   */
  function entriesOf(file) {
    const source = program.getSourceFile(path.join(root, file));
    return new Map([...exportsOf(source && checker.getSymbolAtLocation(source))].map(([n, s]) => [n, exportsOf(s)]));
  }

  /** @param {ts.Symbol | undefined} symbol */
  function exportsOf(symbol) {
    const exported = symbol ? checker.getExportsOfModule(symbol) : [];
    return new Map(exported.map((member) => [member.name, target(member)]));
  }

  /** @param {ts.Symbol} symbol */
  function target(symbol) {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
  }
}
