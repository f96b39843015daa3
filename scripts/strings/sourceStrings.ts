import ts from 'typescript';
import type { StringRole } from './userString.ts';

/** A string in a call of `l10n.t`, whatever name `@vscode/l10n` is imported by. */
export interface SourceString {
  readonly role: StringRole;
  readonly text: string;
  /** The source text of the arguments. */
  readonly callArguments: string;
}

const titleProperties: ReadonlySet<string> = new Set(['title', 'label']);
const messageProperties: ReadonlySet<string> = new Set(['message', 'reason', 'advice']);

/**
 * Returns the strings that a TypeScript file passes to `l10n.t`, in their order.
 * @throws for a call if its first argument isn't a string literal, which can't be translated
 */
export function sourceStrings(file: string, content: string): SourceString[] {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const functions = new Set(source.statements.flatMap(localName).map((name) => `${name}.t`));
  const found: SourceString[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && functions.has(node.expression.getText(source))) {
      const [text] = node.arguments;
      if (text === undefined || !ts.isStringLiteralLike(text)) {
        throw new Error(`${file}: l10n.t needs a string literal, not ${text?.getText(source) ?? 'nothing'}.`);
      }
      const callArguments = node.arguments.map((argument) => argument.getText(source)).join(', ');
      found.push({ role: roleOf(node, source), text: text.text, callArguments });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Returns the name by which a statement imports `@vscode/l10n`. */
function localName(statement: ts.Statement): string[] {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const bindings = statement.importClause?.namedBindings;
  const isL10n = statement.moduleSpecifier.text === '@vscode/l10n' && bindings && ts.isNamespaceImport(bindings);
  return isL10n === true ? [bindings.name.text] : [];
}

/** Returns the role of a call's result: that of the property, function, or argument that it becomes. */
function roleOf(call: ts.CallExpression, source: ts.SourceFile): StringRole {
  for (let node: ts.Node = call; !ts.isSourceFile(node); node = node.parent) {
    const { parent } = node;
    if (ts.isPropertyAssignment(parent)) return roleOfProperty(parent, source);
    if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
      const isMessage = /(?:\.(?:error|warn|info)|NotReadyError)$/.test(parent.expression.getText(source));
      return isMessage && parent.arguments?.[0] === node ? 'message' : 'other';
    }
    if (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent)) {
      return /sentence|message/i.test(parent.name?.getText(source) ?? '') ? 'message' : 'other';
    }
    // A part of a longer text.
    if (ts.isArrayLiteralExpression(parent) || ts.isTemplateSpan(parent)) return 'other';
    if (ts.isVariableDeclaration(parent)) return 'other';
  }
  return 'other';
}

function roleOfProperty(property: ts.PropertyAssignment, source: ts.SourceFile): StringRole {
  const name = property.name.getText(source);
  if (titleProperties.has(name)) return 'title';
  return messageProperties.has(name) && !isRelated(property, source) ? 'message' : 'other';
}

/** Whether a property is in the related places of a diagnostic: their messages are labels of places. */
function isRelated(property: ts.PropertyAssignment, source: ts.SourceFile): boolean {
  for (let node: ts.Node = property.parent; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertyAssignment(node) && node.name.getText(source) === 'related') return true;
  }
  return false;
}
