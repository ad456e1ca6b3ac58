/** Marked sources: ✓ before a word that is in a comment, ✗ before one that is not. */
export const markupSamples: Readonly<Record<string, string>> = {
  'a.html': `<!-- ✓a
✓b --> <p title="✗c">// ✗d /* ✗e */</p>
<script>var a = "// ✗f"; // ✓g
</script> // ✗h
<script type="application/json">// ✗i</script>
<script type="text/template"><!-- ✓j --> // ✗k</script>
<style>a { /* ✓l */ } // ✗m</style>
<style lang="scss">// ✓n
</style>
<textarea><!-- ✗o --></textarea>
`,
  'a.xml': '<!-- ✓a --><a b="✗c"><![CDATA[<!-- ✗d -->]]></a><!--\n✓e\n-->✗f <!-- ✓g --> ✗h\n',
  'a.svg': '<svg><!-- ✓a --><text>✗b</text><style>/* ✓c */ ✗d</style><!--✓e--></svg><!-- ✓f -->\n',
  'a.vue': `<template><!-- ✓a --><p>// ✗b</p></template>
<script lang="ts">
const a: string = "// ✗c"; // ✓d
</script>
<style lang="less">// ✓e
a { b: url(http://✗f) } /* ✓g */
</style>
`,
  'a.svelte': '<script>// ✓a\n</script>\n<!-- ✓b --><p>// ✗c {x /* ✓d */}</p>\n<style>/* ✓e */ ✗f</style>\n',
  'a.astro':
    '---\nconst a = "// ✗a"; // ✓b\n---\n<!-- ✓c --><p>don\'t // ✗d {/* ✓e */}</p>\n<style>/* ✓f */</style>\n',
  'a.css': '/* ✓a */ a::before { content: "/* ✗b */" } // ✗c\n/* ✓d\n✓e */ b { c: url(//✗f) }\n',
  'a.scss': '// ✓a\n/* ✓b */ a { b: url(http://✗c); d: "// ✗e" } // ✓f\n@import "http://✗g"; // ✓h\n',
  'a.less': "// ✓a\n/* ✓b */ @a: '// ✗c'; // ✓d\n.x { y: ✗e } /*\n✓f */\n",
  'a.sass': '// ✓a\n   ✓b\na\n  b: c // ✓d\n/* ✓e\n   ✓f\nx: ✗g\n',
  'a.md':
    '<!-- ✓a\n✓b -->\n`<!-- ✗c -->` ``<!-- ` ✗d -->``\n```html\n<!-- ✗e -->\n```\n# ✗f\n~~~\n<!-- ✗g -->\n~~~\n<!-- ✓h -->\n',
  'a.adoc': '// ✓a\n////\n✓b\n////\n✗c // ✗d\n----\n// ✗e\n----\n// ✓f\n',
  'a.rst':
    '.. ✓a\n   ✓b\n\n   ✓c\n\n✗d\n\n.. note:: ✗e\n.. _target: ✗f\n.. [1] ✗g\n.. |s| image:: ✗h\n\n..\n   ✓i\n\n✗j\n',
  'a.tex': String.raw`a % ✓a
10\% ✗b \\% ✓c
\begin{verbatim}
% ✗d
\end{verbatim} % ✓e
\verb|% ✗f| % ✓g
\begin{comment}
✓h
\end{comment} ✗i
`,
  'a.hbs': '{{! ✓a }} {{!-- ✓b }} ✓c --}} <!-- ✓d --> {{x}} ✗e\n<p>{{"✗f"}}</p>\n',
  'a.j2': '{# ✓a\n✓b #} {{ "✗c" }} {% comment %} ✓d {% endcomment %} <!-- ✓e --> ✗f\n',
  'a.blade.php': '{{-- ✓a --}} {{ "// ✗b" }} <!-- ✓c --> ✗d\n@php // ✓e\n@endphp ✗f\n<?php # ✓g\n?>\n',
  'a.html.erb': '<%# ✓a %> <% x # ✓b\n%> <%= "# ✗c" %> <!-- ✓d --> <%% # ✗e %> ✗f\n',
  'a.ejs': '<%# ✓a %> <% x() // ✓b\n%> <%= "// ✗c" %> <!-- ✓d --> // ✗e\n<script>// ✓f\n</script>',
  'a.pug': '//- ✓a\n   ✓b\np // ✗c\n// ✓d\n  ✓e\np= "✗f"\n',
};
