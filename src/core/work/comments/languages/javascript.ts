/** JavaScript and TypeScript, with or without JSX. */
import { skipSpace } from '../engine/bytes';
import { lastCode, openParenthesis, regex, wordBefore } from '../engine/operand';
import { block, brackets, enter, interpolated, leave, line, literal, text, lazy } from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Scan, type Trigger } from '../engine/scan';

/** Words after which an expression begins. */
const BEFORE_EXPRESSION = new Set(
  'return typeof case do else in instanceof new void delete throw yield await of extends default'.split(' '),
);
const WITH_CONDITION = new Set(['if', 'while', 'for', 'with']);

/** True when an operand ends before `at`. */
export function afterOperand(scan: Scan, at: number): boolean {
  const { bytes } = scan;
  const last = lastCode(scan, at);
  if (last < 0) return false;
  const byte = bytes[last]!;
  if (isWord(byte) || byte === 36) {
    const { word, before } = wordBefore(scan, last);
    return before === 46 || before === 36 || byte === 36 || !BEFORE_EXPRESSION.has(word);
  }
  switch (byte) {
    case 41: {
      const open = openParenthesis(scan, last);
      if (open < 0) return true;
      const word = lastCode(scan, open);
      return word < 0 || !WITH_CONDITION.has(wordBefore(scan, word).word);
    }
    case 93: // ]
    case 34: // "
    case 39: // '
    case 96: // `
      return true;
    case 43: // ++
    case 45: // --
      return bytes[last - 1] === byte;
    default:
      return false;
  }
}

interface Dialect {
  readonly jsx: boolean;
}

function script({ jsx }: Dialect): { readonly top: Mode; readonly nested: () => Mode } {
  const nested = lazy(() => mode([...triggers, ...brackets('{', '}')]));
  const triggers: Trigger[] = [
    line('//'),
    block('/*', '*/'),
    regex({ divides: afterOperand }),
    text("'"),
    text('"'),
    interpolated('`', '`', '${', nested),
    line('#!', { when: (_, at) => at === 0 }),
    ...(jsx ? [element(nested)] : []),
  ];
  return { top: mode(triggers), nested };
}

/** A JSX element: `<` where an expression may begin, and a name or `>` after it. */
function element(code: () => Mode): Trigger {
  const inTag: Mode = mode([
    text('"', '"', { escape: null, lines: true }),
    text("'", "'", { escape: null, lines: true }),
    enter('{', code),
    line('//'),
    block('/*', '*/'),
    leave('/>'),
    literal('=>'),
    {
      on: '<',
      match: (scan, at) => {
        scan.depth++;
        return at + 1;
      },
    },
    {
      on: '>',
      match: (scan, at) => {
        if (scan.depth > 0) scan.depth--;
        else scan.mode = children;
        return at + 1;
      },
    },
  ]);
  const children: Mode = mode([
    enter('{', code),
    {
      on: '<',
      match: (scan, at) => {
        const next = scan.bytes[at + 1]!;
        if (next === 47) {
          let i = at + 2;
          while (i < scan.end && scan.bytes[i] !== 62) i++;
          scan.pop();
          return Math.min(i + 1, scan.end);
        }
        return begin(scan, at);
      },
    },
  ]);
  const begin = (scan: Scan, at: number): number => {
    const next = scan.bytes[at + 1]!;
    if (next === 62) scan.push(children);
    else if (isName(next)) scan.push(inTag);
    else return NONE;
    return next === 62 ? at + 2 : at + 1;
  };
  return {
    on: '<',
    match: (scan, at) => {
      const next = scan.bytes[at + 1];
      if (next === undefined || !(isName(next) || next === 62)) return NONE;
      if (next !== 62 && isTypeParameter(scan, at + 1)) return NONE;
      // Markup that is never closed is none (a type parameter, half a sentence): it would swallow the rest of the file.
      return afterOperand(scan, at) || at > scan.elementEnd() ? NONE : begin(scan, at);
    },
  };
}

function isName(byte: number): boolean {
  return (isWord(byte) && !(byte >= 48 && byte <= 57)) || byte === 36;
}

/** `<T,>(…`, `<T extends U>`, `<T>(x: T) =>`, `<T: Object>`: type parameters of an arrow function. */
function isTypeParameter(scan: Scan, from: number): boolean {
  const { bytes, end } = scan;
  let i = from;
  while (i < end && i < from + 80 && isWord(bytes[i]!)) i++;
  const next = skipSpace(bytes, i, Math.min(end, i + 80));
  if (bytes[next] === 44) return true;
  if (bytes[next] === 58) return bytes[next + 1] === 32;
  if (bytes[next] === 62) return bytes[next + 1] === 40 && bytes[from]! < 97;
  const extended = 'extends ';
  for (let k = 0; k < extended.length; k++) if (bytes[next + k] !== extended.charCodeAt(k)) return false;
  return true;
}

const plain = script({ jsx: false });
const withJsx = script({ jsx: true });

export const typescript = plain.top;
export const javascript = withJsx.top;
/** Code between braces of a template: ends at the brace that closes it. */
export const javascriptInBraces = withJsx.nested;
