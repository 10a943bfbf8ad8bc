/**
 * What of FEEL (OMG DMN 1.3 §10) a guide may use, by the grammar's names for its parts. Left out is whatever can take
 * long or means something else than it seems to: loops, ranges that are counted out, functions of one's own, regular
 * expressions, and the moment at which it is read (`now()`), since a run must be able to tell why it went where it did.
 */
export const allowedParts: ReadonlySet<string> = new Set([
  ...['Expression', 'ParenthesizedExpression', 'IfExpression', 'if', 'then', 'else'],
  ...['Disjunction', 'or', 'Conjunction', 'and', 'Comparison', 'CompareOp', 'between', 'in'],
  ...['PositiveUnaryTest', 'PositiveUnaryTests', 'SimplePositiveUnaryTest', 'Interval', 'List'],
  ...['ArithmeticExpression', 'ArithOp', 'VariableName', 'Identifier', 'PathExpression', 'PathName'],
  ...['FunctionInvocation', 'SpecialFunctionName', 'PositionalParameters'],
  ...['null', 'NumericLiteral', 'StringLiteral', 'BooleanLiteral'],
  ...['DateTimeLiteral', 'DateTimeConstructor', 'AtLiteral', 'LineComment', 'BlockComment'],
  ...['(', ')', '[', ']', '.', '..', 'date', 'duration', 'years', 'months', 'days', 'time', 'and', 'not'],
])

/** `time(…)` is not among them, since `time` is what the clock says: a time of day is written `@"17:30:00"`. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  ...[
    'not',
    'contains',
    'starts with',
    'ends with',
    'upper case',
    'lower case',
    'string length',
    'substring',
  ],
  ...['date', 'date and time', 'duration', 'years and months duration', 'day of week', 'month of year'],
  ...['number', 'string', 'abs', 'floor', 'ceiling', 'modulo', 'get value'],
])

/** What a date, a time and a duration have (DMN 1.3, table 65). */
export const partsOfTime: ReadonlySet<string> = new Set([
  ...['year', 'month', 'day', 'weekday', 'hour', 'minute', 'second', 'years', 'months', 'days', 'hours'],
])

/** Names that a field cannot have: words of the language, of every condition, and of what is filled in. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...['for', 'in', 'return', 'if', 'then', 'else', 'some', 'every', 'satisfies', 'or', 'and', 'between'],
  ...['instance', 'of', 'function', 'external', 'null', 'true', 'false', 'not', 'list', 'context', 'item'],
  ...['date', 'time', 'duration', 'years', 'months', 'days', 'number', 'string', 'contains', 'substring'],
  ...['abs', 'floor', 'ceiling', 'modulo', 'channel', 'queue', 'today', 'mood', 'contact', 'case'],
  ...['customer', 'agent', 'ended'],
])
