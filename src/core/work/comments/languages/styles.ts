/** Style sheets. */
import { language, type Language } from '../engine/language';
import { block, line, text, trigger } from '../engine/rules';
import { startsWithAnyCase, ascii } from '../engine/bytes';
import { indentedComment } from './indented';
import { mode, NONE, type Mode, type Trigger } from '../engine/scan';

const strings = [text('"'), text("'")];

/** url(http://…) holds no comment. */
const url: Trigger = {
  on: 'uU',
  match: ({ bytes, end }, at) => {
    if (!startsWithAnyCase(bytes, ascii('url('), at, end)) return NONE;
    let i = at + 4;
    const first = bytes[i];
    if (first === 34 || first === 39) return i;
    while (i < end && bytes[i] !== 41 && bytes[i] !== 10 && bytes[i] !== 13) i++;
    return i;
  },
};

const block_ = block('/*', '*/');
/** http://… outside of url(): no comment. */
const protocol = (scan: { bytes: Uint8Array }, at: number): boolean => scan.bytes[at - 1] !== 58;

export const css: Mode = mode([block_, ...strings]);
/** CSS with // comments as well. */
export const lineCss: Mode = mode([block_, line('//', { when: protocol }), url, ...strings]);
export const sass = (): Mode => sassMode;
const sassMode: Mode = mode([
  indentedComment('//', { anywhere: true }),
  indentedComment('/*', { close: '*/' }),
  url,
  ...strings,
  trigger('/', () => NONE),
]);

export const styles: readonly Language[] = [
  language('css', { ext: 'css wxss qss pcss.css' }, () => css),
  language('scss', { ext: 'scss' }, () => lineCss),
  language('less', { ext: 'less' }, () => lineCss),
  language('postcss', { ext: 'pcss postcss sss' }, () => lineCss),
  language('stylus', { ext: 'styl stylus' }, () => lineCss),
  language('sass', { ext: 'sass' }, sass),
];
