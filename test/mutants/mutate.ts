import ts from 'typescript';

/** One change of the code that a test should notice. */
export interface Mutant {
  /** Its number; that of all of them is what the code is switched by. */
  id: number;
  file: string;
  line: number;
  /** The whole line as it is without the mutant. */
  code: string;
  from: string;
  to: string;
}

const SHOWN_CHARS = 70;

const OPERATORS: Partial<Record<ts.SyntaxKind, string[]>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
  [ts.SyntaxKind.AmpersandAmpersandToken]: ['||'],
  [ts.SyntaxKind.BarBarToken]: ['&&'],
  [ts.SyntaxKind.QuestionQuestionToken]: ['&&'],
  [ts.SyntaxKind.PlusToken]: ['-'],
  [ts.SyntaxKind.MinusToken]: ['+'],
  [ts.SyntaxKind.AsteriskToken]: ['/'],
  [ts.SyntaxKind.SlashToken]: ['*'],
};

/**
 * The source with every mutant in it, each switched on by `globalThis.mutant`, so that it is compiled once for all. A
 * loop that turns for ever under a mutant ends by an error.
 */
export function mutate(file: string, text: string, firstId: number): { text: string; mutants: Mutant[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const work = new Work(file, source, firstId);
  return { text: work.textOf(source), mutants: work.mutants };
}

class Work {
  readonly mutants: Mutant[] = [];

  constructor(
    private readonly file: string,
    private readonly source: ts.SourceFile,
    private readonly firstId: number,
  ) {}

  /** The node's text with the mutants of everything below it. */
  textOf(node: ts.Node): string {
    const { text } = this.source;
    let result = '';
    let at = node.getStart(this.source);
    node.forEachChild((child) => {
      const start = child.getStart(this.source);
      result += text.slice(at, start) + this.mutated(child);
      at = child.getEnd();
    });
    return result + text.slice(at, node.getEnd());
  }

  private mutated(node: ts.Node): string {
    if (isLeftAlone(node)) return node.getText(this.source);
    const inner = this.textOf(node);
    if (ts.isExpressionStatement(node)) {
      return `{ if (globalThis.mutant !== ${this.add(node, 'nothing')}) { ${inner} } }`;
    }
    if (ts.isReturnStatement(node)) return this.returned(node, inner);
    if (ts.isBlock(node) && ts.isIterationStatement(node.parent, false)) {
      return `{ globalThis.mutantTurn?.(); ${inner.slice(1)}`;
    }
    return ts.isExpression(node) ? this.switched(node, inner) : inner;
  }

  /** `inner` unless one of the node's alternatives is switched on. */
  private switched(node: ts.Expression, inner: string): string {
    return this.alternatives(node).reduce(
      (otherwise, to) => `(globalThis.mutant === ${this.add(node, to)} ? (${to}) : (${otherwise}))`,
      inner,
    );
  }

  private alternatives(node: ts.Expression): string[] {
    const { parent } = node;
    const isCondition = ts.isIfStatement(parent) && parent.expression === node;
    return [...this.others(node), ...(isCondition ? ['true', 'false'] : [])];
  }

  private others(node: ts.Expression): string[] {
    const plain = (each: ts.Node): string => each.getText(this.source);
    if (ts.isBinaryExpression(node)) {
      const operators = OPERATORS[node.operatorToken.kind] ?? [];
      return operators.map((operator) => `(${plain(node.left)}) ${operator} (${plain(node.right)})`);
    }
    if (ts.isConditionalExpression(node)) return [plain(node.whenTrue), plain(node.whenFalse)];
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      return [plain(node.operand)];
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) return ['false'];
    if (node.kind === ts.SyntaxKind.FalseKeyword) return ['true'];
    if (ts.isNumericLiteral(node)) return [`${plain(node)} + 1`];
    if (ts.isStringLiteral(node)) return [node.text === '' ? `'mutan'` : `''`];
    return [];
  }

  private returned(node: ts.ReturnStatement, inner: string): string {
    if (!node.expression || node.expression.getText(this.source) === 'undefined') return inner;
    return `{ if (globalThis.mutant === ${this.add(node, 'return undefined')}) return undefined as never; ${inner} }`;
  }

  private add(node: ts.Node, to: string): number {
    const id = this.firstId + this.mutants.length;
    const { line } = this.source.getLineAndCharacterOfPosition(node.getStart(this.source));
    const starts = this.source.getLineStarts();
    const code = this.source.text.slice(starts[line], starts[line + 1]).trim();
    const shown = (text: string) => text.replace(/\s+/g, ' ').slice(0, SHOWN_CHARS);
    const [from, changed] = [shown(node.getText(this.source)), shown(to)];
    this.mutants.push({ id, file: this.file, line: line + 1, code, from, to: changed });
    return id;
  }
}

/** Types and names, errors, and what people read: no test is to notice a changed sentence. */
function isLeftAlone(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isDecorator(node)) return true;
  if (ts.isThrowStatement(node) || (ts.isPropertyName(node) && ts.isPropertyAssignment(parent) && parent.name === node))
    return true;
  return ts.isStringLiteral(node) && (node.text.includes(' ') || ts.isCaseClause(parent) || isLiteralName(node));
}

const isLiteralName = ({ parent }: ts.StringLiteral): boolean =>
  ts.isElementAccessExpression(parent) ||
  (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword);
