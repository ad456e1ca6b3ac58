import type { Language } from '../engine/language';
import { cFamily } from './c-family';
import { classic } from './classic';
import { config } from './config';
import { functional } from './functional';
import { indented } from './indented';
import { markup } from './markup';
import { perlRubyPhp } from './perl-ruby-php';
import { scripting } from './scripting';
import { shells } from './shell';
import { rarer } from './rarer';
import { styles } from './styles';

/** Every language whose comments are known. Where two claim an extension, the first has it; see detect.ts. */
export const languages: readonly Language[] = [
  ...cFamily,
  ...scripting,
  ...shells,
  ...perlRubyPhp,
  ...markup,
  ...styles,
  ...indented,
  ...functional,
  ...classic,
  ...config,
  ...rarer,
];
