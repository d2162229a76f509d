const LITERAL = '(-?\\d{1,9}(?:\\.\\d{1,9})?|"[^"]{0,99}"|true|false)';
const COMPARISON = new RegExp(`^${LITERAL}(?:\\s{0,9}(==|!=|<=|>=|<|>|eq|neq|leq|geq|l|g)\\s{0,9}${LITERAL})?$`, 'i');
const LONGEST = 200;

/** What a condition comes to that names nothing which could change, such as `ooow:1==1`; undefined for others. */
export function constantCondition(condition: string): boolean | undefined {
  const formula = condition.slice(0, LONGEST).replace(/^\w{1,9}:/, '');
  const [, left, operator, right] = COMPARISON.exec(formula.trim()) ?? [];
  if (left === undefined) return undefined;
  if (operator === undefined || right === undefined) return Boolean(literalValue(left));
  return compare(literalValue(left), operator.toLowerCase(), literalValue(right));
}

function compare(left: number | string, operator: string, right: number | string): boolean {
  switch (operator) {
    case '==':
    case 'eq':
      return left === right;
    case '!=':
    case 'neq':
      return left !== right;
    case '<=':
    case 'leq':
      return left <= right;
    case '>=':
    case 'geq':
      return left >= right;
    case '<':
    case 'l':
      return left < right;
    default:
      return left > right;
  }
}

function literalValue(literal: string): number | string {
  if (literal.startsWith('"')) return literal.slice(1, -1);
  return /^[tf]/i.test(literal) ? Number(literal.toLowerCase() === 'true') : Number(literal);
}
