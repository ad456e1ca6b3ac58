/** Markup, templates and prose. */
import { ascii, atLineStart, find, firstOnLine, nextLine, skipBlanks, startsWith } from '../engine/bytes';
import { language, type Language } from '../engine/language';
import {
  block,
  escaped,
  island,
  lazy,
  line,
  literal,
  skipTo,
  text,
  trigger,
  unescaped,
} from '../engine/rules';
import { isWord, mode, NONE, type Trigger } from '../engine/scan';
import { component, html, xml } from './html';
import { javascript, javascriptInBraces, typescript } from './javascript';
import { perlRubyPhp } from './perl-ruby-php';
import { asciidocBlock, asciidocListing, environment, fence, orgBlock, rstComment } from './prose';
import { scripting } from './scripting';

const mustaches = [block('{{!--', '--}}'), block('{{!', '}}')];
const jinja = [block('{#', '#}', { closed: true }), tagged('comment', 'endcomment')];

/** `{% comment %} … {% endcomment %}` of Django and Liquid, `{%- … -%}` as well. */
function tagged(open: string, close: string): Trigger {
  const from = ascii(open);
  const to = ascii(close);
  return trigger('{', (scan, at) => {
    const { bytes, end } = scan;
    if (bytes[at + 1] !== 37) return NONE;
    const name = skipBlanks(bytes, bytes[at + 2] === 45 ? at + 3 : at + 2, end);
    if (!startsWith(bytes, from, name, end) || !scan.mayFail()) return NONE;
    if (isWord(bytes[name + from.length] ?? 32)) return NONE;
    const body = find(bytes, ascii('%}'), name, end);
    const stop = body < 0 ? -1 : find(bytes, to, body, end);
    if (stop < 0) {
      scan.failed();
      return NONE;
    }
    const after = find(bytes, ascii('%}'), stop, end);
    scan.comment(at, body + 2, lastTag(bytes, stop), after < 0 ? end : after + 2, true);
    return after < 0 ? end : after + 2;
  });
}

function lastTag(bytes: Uint8Array, at: number): number {
  while (at > 0 && bytes[at] !== 123) at--;
  return at;
}

const named = (name: string) => (): ReturnType<Language['start']> =>
  [...perlRubyPhp, ...scripting].find((entry) => entry.name === name)!.start();

/** Astro: JavaScript between --- lines at the top, then markup with {code}. */
const frontmatter: Trigger = trigger('-', (scan, at) => {
  const { bytes, end } = scan;
  const isFirst = atLineStart(scan, at) && skipSpaceBack(bytes, at) === 0;
  if (!isFirst || !startsWith(bytes, ascii('---'), at, end)) return NONE;
  for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
    if (!startsWith(bytes, ascii('---'), next, end)) continue;
    scan.within(typescript, at + 3, next);
    return next + 3;
  }
  return NONE;
});

function skipSpaceBack(bytes: Uint8Array, at: number): number {
  while (at > 0 && bytes[at - 1]! <= 32) at--;
  return at;
}

const braces: Trigger = trigger('{', (scan, at) => {
  scan.push(javascriptInBraces());
  return at + 1;
});

export const markup: readonly Language[] = [
  language('html', { ext: 'html htm xhtml shtml html.hl hta' }, html),
  language(
    'xml',
    {
      ext: 'xml xsl xslt xsd xul rss atom wsdl plist csproj vbproj fsproj vcxproj props targets nuspec resx xaml axml storyboard xib rng dtd ent kml gpx tei ui qrc glade gir fxml jelly tld wxs wxi wxl mxml iml launch urdf dae xacro opml xliff xlf ts.xml pom ant ivy nmap xmi vcxproj.filters sln.xml docbook dbk rdf owl jnlp config manifest appxmanifest ditamap dita',
    },
    xml,
  ),
  language('coldfusion', { ext: 'cfm cfml cfc' }, [block('<!---', '--->'), ...html]),
  language('svg', { ext: 'svg' }, html),
  language('vue', { ext: 'vue' }, component),
  language('svelte', { ext: 'svelte' }, [...component, braces]),
  language('astro', { ext: 'astro' }, [frontmatter, ...html, braces]),
  language('markdown', { ext: 'md markdown mkd mkdn mdown mdwn ronn rmd qmd mdc livemd' }, [
    fence,
    literal('\\', 2),
    block('<!--', '-->'),
  ]),
  language('mdx', { ext: 'mdx' }, [fence, block('<!--', '-->'), block('{/*', '*/}')]),
  language('asciidoc', { ext: 'adoc asciidoc asc' }, [asciidocBlock, asciidocListing]),
  language('rst', { ext: 'rst rest' }, [rstComment]),
  language('latex', { ext: 'tex sty cls.tex ltx dtx ins latex tikz pgf bbx cbx lbx def.tex' }, [
    environment,
    line('%', { when: unescaped }),
  ]),
  language('bibtex', { ext: 'bib bst' }, [line('%', { when: unescaped })]),
  language('handlebars', { ext: 'hbs handlebars mustache hogan' }, [...mustaches, ...html]),
  language('jinja', { ext: 'j2 jinja jinja2 njk nunjucks twig html.j2 djhtml tera askama' }, [
    ...jinja,
    ...html,
  ]),
  language('liquid', { ext: 'liquid' }, [...jinja, ...html]),
  language('blade', { ext: 'blade.php' }, [
    block('{{--', '--}}'),
    skipTo('{{', '}}'),
    island(
      '<?php',
      '?>',
      lazy(() => mode([line('//'), line('#'), block('/*', '*/'), text('"'), text("'")])),
    ),
    island(
      '@php',
      '@endphp',
      lazy(() => mode([line('//'), line('#'), block('/*', '*/'), text('"'), text("'")])),
    ),
    ...html,
  ]),
  language('erb', { ext: 'erb rhtml html.erb eex leex heex' }, [
    block('<%#', '%>'),
    block('<%!--', '--%>'),
    literal('<%%'),
    island('<%', '%>', named('ruby')),
    ...html,
  ]),
  language('ejs', { ext: 'ejs jst ect' }, [
    block('<%#', '%>'),
    literal('<%%'),
    island('<%', '%>', () => javascript),
    ...html,
  ]),
  language('jsp', { ext: 'jsp jspx jspf gsp' }, [
    block('<%--', '--%>'),
    island(
      '<%',
      '%>',
      lazy(() => mode([line('//'), block('/*', '*/'), text('"'), text("'")])),
    ),
    ...html,
  ]),
  language('razor', { ext: 'cshtml razor vbhtml' }, [block('@*', '*@'), ...html]),
  language('aspx', { ext: 'aspx ascx asax master ashx asmx' }, [
    block('<%--', '--%>'),
    island(
      '<%',
      '%>',
      lazy(() => mode([line('//'), block('/*', '*/'), text('"'), text("'")])),
    ),
    ...html,
  ]),
  language('go-template', { ext: 'tmpl gotmpl gohtml tpl gotext' }, [
    block('{{/*', '*/}}'),
    block('{{- /*', '*/ -}}'),
    ...html,
  ]),
  language('mako', { ext: 'mako mak.html' }, [line('##', { when: firstOnLine }), ...html]),
  language('freemarker', { ext: 'ftl' }, [block('<#--', '-->'), ...html]),
  language('velocity', { ext: 'vm vtl' }, [line('##'), block('#*', '*#'), ...html]),
  language('org', { ext: 'org' }, [line('# ', { when: firstOnLine }), orgBlock()]),
  language('roff', { ext: '1 2 3 4 5 6 7 8 9 man mdoc roff troff ms me tmac groff 3pm 1m 3x 3ssl 3perl' }, [
    line('.\\"', { when: atLineStart }),
    line('\'\\"', { when: atLineStart }),
    line('\\"'),
    escaped,
  ]),
  language('typst', { ext: 'typ' }, [
    line('//', { when: ({ bytes }, at) => bytes[at - 1] !== 58 }),
    block('/*', '*/'),
    text('"', '"', { lines: true }),
  ]),
  language('texinfo', { ext: 'texi texinfo txi' }, [
    line('@c ', { when: firstOnLine }),
    line('@comment', { when: firstOnLine }),
  ]),
];
