// @ts-check
/** What the package's entries export, with their docstrings, read from the rolled-up declarations. */
import ts from 'typescript';
import { anchor, block, cell, code, markdown, table } from './html.mjs';

/**
 * @param {string} declarations
 * @param {string} packageName
 * @returns {import('./html.mjs').Section[]}
 */
export function packageSections(declarations, packageName) {
  const source = ts.createSourceFile('entries.d.ts', declarations, ts.ScriptTarget.ESNext, true);
  /** @type {Map<string, ts.Statement>} */
  const declared = new Map();
  /** @type {[entry: string, names: string[]][]} */
  const entries = [];
  for (const statement of source.statements) {
    if (ts.isModuleDeclaration(statement)) entries.push([entryOf(statement.name.text), exportedBy(statement)]);
    else for (const name of namesOf(statement)) declared.set(name, statement);
  }
  /** @type {Set<string>} */
  const shown = new Set();
  return entries.map(([entry, names]) => {
    const own = names.filter((name) => !shown.has(name) && declared.has(name));
    own.forEach((name) => shown.add(name));
    const again = names.filter((name) => !own.includes(name) && declared.has(name));
    return {
      title: entry === 'index' ? packageName : `${packageName}/${entry}`,
      html: again.length > 0 ? `<p>Also exports ${again.map(linked).join(', ')}.</p>` : '',
      parts: own
        .toSorted((a, b) => order(declared.get(a)) - order(declared.get(b)))
        .map((name) => ({
          title: name,
          id: idOf(name),
          html: declarationHtml(/** @type {ts.Statement} */ (declared.get(name)), declared),
        })),
    };
  });
}

/** @param {string} name */
function entryOf(name) {
  return name.replace(/_d_exports$/, '');
}

/** @param {ts.ModuleDeclaration} namespace */
function exportedBy(namespace) {
  const names = namespace.body?.getText() ?? '';
  return [...(/export \{([^}]*)\}/.exec(names)?.[1] ?? '').matchAll(/[\w$]+/g)].map(([name]) => name);
}

/** @param {ts.Statement} statement */
function namesOf(statement) {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return 'name' in statement && statement.name ? [/** @type {ts.Identifier} */ (statement.name).text] : [];
}

/** Functions first, then errors, then options and other types. @param {ts.Statement | undefined} statement */
function order(statement) {
  if (statement === undefined) return 9;
  return (
    [ts.isFunctionDeclaration, ts.isVariableStatement, ts.isClassDeclaration].findIndex((is) => is(statement)) >>> 0
  );
}

/**
 * @param {ts.Statement} statement
 * @param {Map<string, ts.Statement>} declared
 */
function declarationHtml(statement, declared) {
  const { text, tags } = docsOf(statement);
  const thrown = table(['Throws', 'When'], rowsOf(tags, 'throws'));
  const parameters = table(['Parameter', ''], rowsOf(tags, 'param'));
  const returned = tags.filter(([tag]) => tag === 'returns').map(([, words]) => `<p>Returns ${cell(words)}</p>`);
  const members = membersOf(statement, declared);
  const rows = members.map((member) => [code(nameOf(member)), typeOf(member), cell(memberText(member))]);
  const isBody = ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement);
  const signature = isBody && rows.length > 0 ? heading(statement) : bare(statement);
  return [block(signature), markdown(text), parameters, ...returned, thrown, table(['Member', 'Type', ''], rows)].join(
    '\n',
  );
}

/**
 * The members of a declaration and of what it is made of, each name once: a reader wants every option in one table.
 * @param {ts.Statement} statement
 * @param {Map<string, ts.Statement>} declared
 */
function membersOf(statement, declared) {
  /** @type {Map<string, ts.TypeElement | ts.ClassElement>} */
  const found = new Map();
  collect(statement);
  return [...found.values()];

  /** @param {ts.Node} node */
  function collect(node) {
    if (ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node) || ts.isTypeLiteralNode(node)) {
      node.members.forEach(add);
      for (const clause of ('heritageClauses' in node && node.heritageClauses) || []) clause.types.forEach(follow);
    } else if (ts.isTypeAliasDeclaration(node)) collect(node.type);
    else if (ts.isUnionTypeNode(node) || ts.isIntersectionTypeNode(node)) node.types.forEach(collect);
    else if (ts.isParenthesizedTypeNode(node)) collect(node.type);
    else if (ts.isTypeReferenceNode(node)) follow(node);
  }

  /** A declaration by its name, or the one that `Omit<…>` takes. @param {ts.TypeReferenceNode | ts.ExpressionWithTypeArguments} node */
  function follow(node) {
    const name = ts.isTypeReferenceNode(node) ? node.typeName.getText() : node.expression.getText();
    const target = declared.get(name === 'Omit' ? String(node.typeArguments?.[0]?.getText()) : name);
    if (target !== undefined) collect(target);
  }

  /** @param {ts.TypeElement | ts.ClassElement} member */
  function add(member) {
    const isNamed = member.name !== undefined && !ts.isComputedPropertyName(member.name);
    const key = isNamed ? member.name.getText() : '';
    const forbidden = ts.isPropertySignature(member) && /^(never|undefined)$/.test(member.type?.getText() ?? '');
    if (isNamed && !forbidden && !found.has(key)) found.set(key, member);
  }
}

/** @param {ts.Statement} statement */
function heading(statement) {
  return `${bare(statement).split('{')[0]?.trim()}`;
}

/** @param {ts.Node} node */
function bare(node) {
  return ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
}

/** @param {ts.Node} member */
function nameOf(member) {
  const { name, questionToken } = /** @type {ts.TypeElement} */ (member);
  return `${name?.getText() ?? bare(member)}${questionToken ? '?' : ''}`;
}

/** @param {ts.Node} member */
function typeOf(member) {
  if (ts.isPropertySignature(member) || ts.isPropertyDeclaration(member))
    return code(member.type ? bare(member.type) : '');
  return code(
    bare(member)
      .replace(/^(readonly )?\w+\??/, '')
      .replace(/;$/, ''),
  );
}

/** @param {ts.Node} member */
function memberText(member) {
  const { text, tags } = docsOf(member);
  return [text, ...tags.map(([tag, words]) => `_${tag}_ ${words}`)].join('\n\n');
}

/**
 * @param {ts.Node} node
 * @returns {{ text: string, tags: [tag: string, text: string][] }}
 */
function docsOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const tags = (doc?.tags ?? []).map((tag) => {
    const name = 'name' in tag && tag.name ? `\`${/** @type {ts.Node} */ (tag.name).getText()}\` ` : '';
    const type =
      'typeExpression' in tag && tag.typeExpression
        ? `\`${/** @type {ts.Node} */ (tag.typeExpression).getText().slice(1, -1)}\` `
        : '';
    return /** @type {[string, string]} */ ([
      tag.tagName.text,
      `${type}${name}${ts.getTextOfJSDocComment(tag.comment) ?? ''}`,
    ]);
  });
  return { text: ts.getTextOfJSDocComment(doc?.comment) ?? '', tags };
}

/**
 * @param {[string, string][]} tags
 * @param {string} wanted
 */
function rowsOf(tags, wanted) {
  return tags
    .filter(([tag]) => tag === wanted)
    .map(([, text]) => {
      const [, subject = '', rest = text] = /^(`[^`]+`)\s*(?:-\s*)?([^]*)$/.exec(text) ?? [];
      return [cell(subject), cell(rest)];
    });
}

/** Apart from the ids of schemas, which often have the same name. @param {string} name */
function idOf(name) {
  return `api-${anchor(name)}`;
}

/** @param {string} name */
function linked(name) {
  return `<a href="#${idOf(name)}">${code(name)}</a>`;
}
