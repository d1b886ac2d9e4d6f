/** Reads what the room rules ask of one source file: its imports, and the names it uses, comments and strings aside. */
import ts from 'typescript';

/** `type`: erased by the compiler. `augment`: `declare module '…'`, which adds to a type elsewhere. */
export type ImportKind = 'static' | 'dynamic' | 'type' | 'augment';

export interface Import {
  readonly from: string;
  readonly kind: ImportKind;
  readonly line: number;
}

export interface Use {
  /** An identifier that stands alone, `object.property` of two identifiers, `any`, or `style=` in a template. */
  readonly name: string;
  /** True when it runs as soon as the file is imported. */
  readonly atImport: boolean;
  readonly line: number;
}

export interface Source {
  /** Below `src/`, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly firstLine: string;
  readonly imports: readonly Import[];
  readonly uses: readonly Use[];
}

export function readSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const imports: Import[] = [];
  const uses: Use[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

  const addImport = (node: ts.Node, specifier: ts.Node | undefined, kind: ImportKind): void => {
    const from = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)';
    imports.push({ from, kind, line: lineOf(node) });
  };
  const visit = (node: ts.Node, atImport: boolean): void => {
    const imported = importOf(node);
    if (imported) addImport(node, ...imported);
    const name = nameOf(node, file);
    if (name) uses.push({ name, atImport, line: lineOf(node) });
    ts.forEachChild(node, (child) => visit(child, atImport && !runsLater(node, child)));
  };
  visit(file, true);

  const lines = text.split('\n');
  return {
    path,
    lines: lines.at(-1) === '' ? lines.length - 1 : lines.length,
    firstLine: lines[0] ?? '',
    imports,
    uses,
  };
}

function importOf(node: ts.Node): [specifier: ts.Node | undefined, kind: ImportKind] | undefined {
  if (ts.isImportDeclaration(node)) {
    return [node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'type' : 'static'];
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return [node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static'];
  }
  if (ts.isImportTypeNode(node))
    return [ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'type'];
  if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return [node.name, 'augment'];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return [node.arguments[0], 'dynamic'];
  }
  return undefined;
}

function nameOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isTaggedTemplateExpression(node) && /\sstyle\s*=/.test(node.template.getText(file))) return 'style=';
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}.${node.name.text}`;
  }
  if (!ts.isIdentifier(node) || isOnlyAName(node)) return undefined;
  return node.text;
}

/**
 * Names of members and of types call nothing: `clock.setTimeout`, `{ document: 1 }`, `field: Date`. Nor does a moment that
 * is given ask for the time: `new Date(0)`.
 */
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isTypeQueryNode(parent)) return true;
  if (ts.isNewExpression(parent) && node.text === 'Date') return Boolean(parent.arguments?.length);
  if (ts.isPropertyAccessExpression(parent)) {
    const owner = parent.expression;
    // `Date.now` is told as a whole.
    if (owner === node) return true;
    return !(ts.isIdentifier(owner) && /^(globalThis|window|self)$/.test(owner.text));
  }
  return 'name' in parent && parent.name === node && !ts.isShorthandPropertyAssignment(parent);
}

/** Bodies of functions and values of instance fields wait; static fields, decorators and heritage do not. */
function runsLater(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isFunctionLike(parent)) return !ts.isDecorator(child);
  if (!ts.isPropertyDeclaration(parent) || child !== parent.initializer) return false;
  return !parent.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);
}
