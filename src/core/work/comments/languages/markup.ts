/** Markup, templates and prose. */
import {
  ascii,
  atLineStart,
  find,
  firstOnLine,
  lineEnd,
  nextLine,
  skipBlanks,
  startsWith,
} from '../engine/bytes';
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
import { isEol, isWord, mode, NONE, type Scan, type Trigger } from '../engine/scan';
import { component, html, xml } from './html';
import { javascript, javascriptInBraces, typescript } from './javascript';
import { perlRubyPhp } from './perl-ruby-php';
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
  if (
    !startsWith(bytes, ascii('---'), at, end) ||
    find(bytes, ascii('<'), 0, at) >= 0 ||
    !atLineStart(scan, at)
  )
    return NONE;
  if (skipSpaceBack(bytes, at) > 0) return NONE;
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

/** A fenced block of Markdown: to the fence that is at least as long, or to the end. */
const fence: Trigger = {
  on: '`~',
  match: (scan, at) => {
    const { bytes, end } = scan;
    const mark = bytes[at]!;
    let open = at;
    while (open < end && bytes[open] === mark) open++;
    const length = open - at;
    if (length >= 3 && firstOnLine(scan, at)) {
      for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
        const start = skipBlanks(bytes, next, end);
        let i = start;
        while (i < end && bytes[i] === mark) i++;
        if (i - start >= length && skipBlanks(bytes, i, end) === lineEnd(bytes, i, end)) return i;
      }
      return end;
    }
    if (mark !== 96) return open;
    return codeSpanEnd(scan, open, length);
  },
};

/** A code span ends at a row of as many backticks; rows that have no partner are text. */
function codeSpanEnd(scan: Scan, from: number, length: number): number {
  const { bytes, end } = scan;
  if (length > 16 || !scan.mayFail()) return from;
  for (let i = from; i < end; i++) {
    if (isEol(bytes[i]!)) {
      const next = skipBlanks(bytes, bytes[i] === 13 && bytes[i + 1] === 10 ? i + 2 : i + 1, end);
      if (next >= end || isEol(bytes[next]!)) {
        // A span does not cross a blank line; what was searched is bounded by the paragraph.
        if (i - from > 2000) scan.failed();
        return from;
      }
    }
    if (bytes[i] !== 96) continue;
    let row = i;
    while (row < end && bytes[row] === 96) row++;
    if (row - i === length) return row;
    i = row - 1;
  }
  scan.failed();
  return from;
}

/** `.. ` in reStructuredText, where it is no directive, target, footnote or substitution; with what is indented below. */
const rstComment: Trigger = trigger('.', (scan, at) => {
  const { bytes, end } = scan;
  if (bytes[at + 1] !== 46 || !firstOnLine(scan, at)) return NONE;
  const after = bytes[at + 2];
  if (after !== undefined && after !== 32 && after !== 9 && !isEol(after)) return NONE;
  const to = lineEnd(bytes, at, end);
  const first = skipBlanks(bytes, at + 2, end);
  const head = String.fromCharCode(...bytes.subarray(first, Math.min(to, first + 200)));
  if (/^(?:_|\[[^\]]*\]|\||[\w.+:-]+ ?::)/.test(head)) return to;
  let start = at;
  while (start > 0 && !isEol(bytes[start - 1]!)) start--;
  const indent = at - start;
  let last = to;
  let blank = head === '';
  for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
    const content = skipBlanks(bytes, next, end);
    if (content >= end || isEol(bytes[content]!)) {
      // An empty comment followed by a blank line does not take what is below.
      if (blank) break;
      continue;
    }
    if (content - next <= indent) break;
    blank = false;
    last = lineEnd(bytes, next, end);
  }
  scan.comment(at, Math.min(at + 2, to), last, last, true);
  return last;
});

/** `////` … `////` in AsciiDoc, and `//` lines. */
const asciidocBlock: Trigger = trigger('/', (scan, at) => {
  const { bytes, end } = scan;
  if (!atLineStart(scan, at)) return NONE;
  let open = at;
  while (open < end && bytes[open] === 47) open++;
  if (open - at < 4) {
    if (open - at !== 2) return NONE;
    const to = lineEnd(bytes, open, end);
    scan.comment(at, open, to, to, false);
    return to;
  }
  const fenceBytes = bytes.subarray(at, open);
  for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
    if (!startsWith(bytes, fenceBytes, next, end) || bytes[next + fenceBytes.length] === 47) continue;
    scan.comment(at, open, next, next + fenceBytes.length, true);
    return next + fenceBytes.length;
  }
  scan.comment(at, open, end, end, true);
  return end;
});

/** ---- and .... blocks of AsciiDoc are listings. */
const asciidocListing: Trigger = {
  on: '-.',
  match: (scan, at) => {
    const { bytes, end } = scan;
    let open = at;
    while (open < end && bytes[open] === bytes[at]) open++;
    if (!atLineStart(scan, at) || open - at < 4 || skipBlanks(bytes, open, end) !== lineEnd(bytes, open, end))
      return open;
    const delimiter = bytes.subarray(at, open);
    if (!scan.mayFail()) return open;
    for (let next = nextLine(bytes, at, end); next < end; next = nextLine(bytes, next, end)) {
      if (startsWith(bytes, delimiter, next, end)) return next + delimiter.length;
    }
    scan.failed();
    return open;
  },
};

/** LaTeX environments whose text is not LaTeX, and the one that is a comment. */
const environment: Trigger = trigger('\\', (scan, at) => {
  const { bytes, end } = scan;
  const head = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 40)));
  const verb = /^\\(?:verb|lstinline)\*?([^A-Za-z\s*{])/.exec(head);
  if (verb) {
    const stop = lineEnd(bytes, at, end);
    const to = find(bytes, ascii(verb[1]!), at + verb[0].length, stop);
    return to < 0 ? at + verb[0].length : to + 1;
  }
  const begin = /^\\begin\{(comment|verbatim\*?|lstlisting|minted|Verbatim\*?|alltt|filecontents\*?)\}/.exec(
    head,
  );
  if (!begin) return at + 2;
  const from = at + begin[0].length;
  if (!scan.mayFail()) return from;
  const close = ascii(`\\end{${begin[1]!}}`);
  const to = find(bytes, close, from, end);
  if (to < 0) {
    scan.failed();
    return from;
  }
  if (begin[1] === 'comment') scan.comment(at, from, to, to + close.length, true);
  return to + close.length;
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

/** #+BEGIN_COMMENT … #+END_COMMENT. */
function orgBlock(): Trigger {
  const open = ascii('#+begin_comment');
  return trigger('#', (scan, at) => {
    const { bytes, end } = scan;
    const head = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + open.length))).toLowerCase();
    if (head !== '#+begin_comment' || !firstOnLine(scan, at)) return NONE;
    let next = nextLine(bytes, at, end);
    for (; next < end; next = nextLine(bytes, next, end)) {
      const start = skipBlanks(bytes, next, end);
      if (bytes[start] !== 35 || bytes[start + 1] !== 43) continue;
      const word = String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 13)));
      if (word.toLowerCase() === '#+end_comment') break;
    }
    scan.comment(at, at + open.length, Math.max(at + open.length, next), next, true);
    return next;
  });
}
