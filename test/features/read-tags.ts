/** Finds the ids that tests carry at the end of their titles: `test('a wrong code keeps the page [F73, C9]', …)`. */
import { createRequire } from 'node:module';
import type TypeScript from 'typescript';

// Not imported: the loader that runs this would read through all of the compiler first, which takes longer than the work.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

/** A title that says what it shows. */
export interface Tagged {
  readonly file: string;
  /** Without its ids; what is filled in stands as `…`. */
  readonly title: string;
  readonly ids: readonly string[];
}

export interface Tags {
  readonly tagged: readonly Tagged[];
  /** Ids where nobody would look for them, one sentence each. */
  readonly misplaced: readonly string[];
}

const tag = / \[([FC]\d+(?:, [FC]\d+)*)\]$/;
/** What somebody must have meant as one. */
const meant = /\[\s*[FC]\d+/;

/**
 * A title is the first thing that a test is called with, or stands in a table of titles: in a list or in a row. Ids
 * anywhere else, on a whole group of tests, or on a test that is skipped prove nothing.
 */
export function readTags(file: string, text: string): Tags {
  if (!meant.test(text)) return { tagged: [], misplaced: [] };
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const tagged: Tagged[] = [];
  const misplaced: string[] = [];
  const visit = (node: TypeScript.Node): void => {
    const words = wordsOf(node);
    if (words !== undefined && meant.test(words)) {
      const [bracket, ids = ''] = tag.exec(words) ?? [];
      const why = bracket === undefined ? 'cannot be read' : whyNoTitle(node);
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (why === undefined) tagged.push({ file, title: words.replace(tag, ''), ids: ids.split(', ') });
      else misplaced.push(`${file}:${String(line + 1)} “${words}” ${why}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { tagged, misplaced };
}

function wordsOf(node: TypeScript.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

function whyNoTitle(node: TypeScript.Node): string | undefined {
  const { parent } = node;
  if (ts.isArrayLiteralExpression(parent)) return undefined;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node ? undefined : 'is no title';
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return 'is no title';
  const names = parent.expression.getText().split('.');
  if (names.includes('describe') || names.includes('suite')) return 'is a group of tests, of which none says it';
  const isSkipped = names.includes('skip') || names.includes('todo') || parent.arguments.some(says('skip', 'todo'));
  return isSkipped ? 'is a test that is not run' : undefined;
}

/** Options that leave a test out in any case; one that depends on the machine counts. */
function says(...names: readonly string[]): (argument: TypeScript.Expression) => boolean {
  const isSaid = (property: TypeScript.ObjectLiteralElementLike): boolean =>
    ts.isPropertyAssignment(property) &&
    names.includes(property.name.getText()) &&
    (property.initializer.kind === ts.SyntaxKind.TrueKeyword || ts.isStringLiteralLike(property.initializer));
  return (argument) => ts.isObjectLiteralExpression(argument) && argument.properties.some(isSaid);
}
