/** The part of HTML that templates share: comments, CDATA, and script and style read as what they are. */
import { ascii, find, findAnyCase, startsWithAnyCase, textOf } from '../engine/bytes';
import { block, skipTo, trigger } from '../engine/rules';
import { isWord, mode, NONE, type Mode, type Scan, type Trigger } from '../engine/scan';
import { javascript, typescript } from './javascript';
import { pug } from './indented';
import { coffeeMode } from './scripting';
import { css, lineCss, sass } from './styles';

/** What an element's text is read as, by its `lang` or `type`; null for what holds no comments that we know. */
function scriptMode(attributes: string): Mode | null {
  const kind = attribute(attributes, 'lang') ?? attribute(attributes, 'type') ?? 'js';
  if (/json|importmap|speculationrules|markdown|plain/.test(kind)) return null;
  if (/^(?:ts|tsx|typescript|(?:text|application)\/typescript)$/.test(kind)) {
    return kind === 'tsx' ? javascript : typescript;
  }
  if (/coffee/.test(kind)) return coffeeMode();
  if (/x-shader|glsl/.test(kind)) return lineCss;
  if (/html|template|handlebars|mustache|ng-template|x-tmpl|jsrender/.test(kind)) return htmlMode;
  return javascript;
}

function styleMode(attributes: string): Mode | null {
  const kind = attribute(attributes, 'lang') ?? attribute(attributes, 'type') ?? 'css';
  if (/sass/.test(kind)) return sass();
  return /scss|less|stylus|postcss/.test(kind) ? lineCss : css;
}

function templateMode(attributes: string): Mode | null {
  return attribute(attributes, 'lang') === 'pug' ? pug() : null;
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\b${name}\\s*=\\s*["']?([^"'\\s>]*)`, 'i').exec(attributes)?.[1]?.toLowerCase();
}

const CLOSE = ascii('>');

/** `<name …>…</name>`: its text read in the mode that its attributes choose; NONE leaves it to the markup. */
function element(name: string, choose: (attributes: string) => Mode | null, orMarkup = false): Trigger {
  const open = ascii(`<${name}`);
  const close = ascii(`</${name}`);
  return trigger('<', (scan: Scan, at: number) => {
    const { bytes, end } = scan;
    if (!startsWithAnyCase(bytes, open, at, end)) return NONE;
    const after = bytes[at + open.length];
    if (after === undefined || isWord(after) || after === 45) return NONE;
    const tagEnd = find(bytes, CLOSE, at, end);
    if (tagEnd < 0) return end;
    if (bytes[tagEnd - 1] === 47) return tagEnd + 1;
    const inner = choose(textOf(bytes, at + open.length, tagEnd));
    if (!inner && orMarkup) return tagEnd + 1;
    const to = findAnyCase(bytes, close, tagEnd + 1, end);
    if (inner) scan.within(inner, tagEnd + 1, to < 0 ? end : to);
    return to < 0 ? end : to;
  });
}

export const xml: readonly Trigger[] = [block('<!--', '-->'), skipTo('<![CDATA[', ']]>')];

export const html: readonly Trigger[] = [
  ...xml,
  element('script', scriptMode),
  element('style', styleMode),
  element('textarea', () => null),
];

/** Vue's and Svelte's top level may hold a template in another language. */
export const component: readonly Trigger[] = [...html, element('template', templateMode, true)];

const htmlMode: Mode = mode([...html]);
