/** Texts by VS Code's language, with marks around what is to be highlighted: ‹id›, «word of a statement», ⟨none⟩. */
export const samples: Readonly<Record<string, string>> = {
  typescript: `
// TODO(‹reliable-voice›): retry
const a = 'TODO(reliable-voice)'; // FIXME(@ana, ‹reliable-voice›, ‹voip›): retry
const b = \`// TODO(voip) \${/* TODO(‹voip›) */ a} outcome: voip\`;
const c = /TODO(voip)/;
/* TODO(a */ TODO(b); // it ends where it ended
/**
 * XXX[‹KEY-12›]: text
 * BUG(‹voip›)(‹KEY-12›): two
 * @todo(‹voip›) as a tag of the documentation
 * «outcome»: ‹reliable-voice›
 * «Outcome»: ‹a›, ‹b-2›.
 * «why»: "‹reliable-voice›"; and so on
 * «outcome»: ‹reliable-voice› for the pilot
 * «outcome»: ⟨none⟩ (vendored)
 * outcome: unclear, see the page
 * the expected outcome: pass
 * the expected «outcome»: ‹lower-cost›
 * the outcome: a non-empty list
 * why: it is faster
 */
// TODO(«no-outcome»: vendored), and TODO(@ana, «no-outcome»: other)
// TODO(«outcome»: ‹voip›): spelt out
// TODO(when Node 22 is out): no name, TODO(#123), TODO(2026-01-01), TODO(https://a.b/c)
// TODO (‹ana›): apart; TODO (some words) are prose
// REVISIT(‹voip›): a tag of one team; calls like MAX(a, b) and HTTP(S) are none
// $outcome: voip, x.outcome: voip, outcomes: voip, my-why: voip
function TODO(voip: number) {} // «why»: ‹voip›`,
  javascriptreact: `const a = <p>TODO(voip) {/* TODO(‹voip›): x */}</p>;`,
  python: `
# TODO(‹reliable-voice›): retry
a = "# TODO(voip)"  # HACK[‹KEY-12›] «why»: ‹KEY-12›.
"""TODO(voip)"""`,
  go: `
// TODO(‹reliable-voice›): retry
/* «outcome»: ‹a-b›, ‹c› */ var s = "// TODO(voip)" + \`/* TODO(voip) */\``,
  yaml: `
# TODO(‹reliable-voice›): retry
why: reliable-voice
a: "# TODO(voip)" # TODO(‹voip›)
b: a#TODO(voip)`,
  html: `
<!-- TODO(‹reliable-voice›): «outcome»: ‹voip›--> TODO(voip) outcome: voip
<script>// TODO(‹voip›): x
const a = 'TODO(voip)';</script>
<style>/* TODO(‹voip›) */ a { content: "TODO(voip)" }</style>`,
  shellscript: `#!/bin/sh
# TODO(‹reliable-voice›): retry
echo "# TODO(voip)" '# TODO(voip)' a#TODO(voip) # TODO(‹voip›)
cat <<END
# TODO(voip)
END
if true; then # FIXME(‹voip›): x
fi # «why»: ‹voip›`,
  c: `
// TODO(‹reliable-voice›): retry
int a; /* HACK[‹voip›]: x */ char *s = "// TODO(voip)";
#if 0
TODO(voip) /* TODO(voip) */
#endif
/* TODO(a */ int b;`,
  cpp: `auto s = R"(// TODO(voip))"; // TODO(‹voip›)`,
  csharp: `
// TODO(‹voip›): x
/// <summary>TODO(‹voip›): x</summary>
var s = @"// TODO(voip)"; // «outcome»: ‹voip›`,
  rust: `
// TODO(‹voip›): x
/// TODO(‹voip›): x
//! «outcome»: ‹voip›
let s = "// TODO(voip)"; /* FIXME(‹voip›) */`,
  java: `String s = "// TODO(voip)"; // TODO(‹voip›): x`,
  php: `<?php
# TODO(‹voip›): x
$s = '// TODO(voip)'; // TODO(‹voip›): x`,
  ruby: `s = "# TODO(voip)" # TODO(‹voip›): x`,
  sql: `SELECT '-- TODO(voip)' -- TODO(‹voip›): x`,
  lua: `
--[[ TODO[a]] x = 1
--[==[ TODO[a]==] x = 1
--[[ TODO[‹a›] ]] x = 1
-- TODO(‹voip›)`,
  fsharp: `
(* TODO(a *) let x = 1 (* TODO(‹voip›) *)
// TODO(‹voip›)`,
  powershell: `<# TODO(‹voip›) #> $s = '# TODO(voip)' # TODO(‹voip›)`,
  dockerfile: `
# TODO(‹voip›): x
RUN echo "# TODO(voip)"`,
  jsonc: `{ "a": "// TODO(voip)" } // TODO(‹voip›)`,
  css: `a { content: "/* TODO(voip) */" } /* TODO(‹voip›) */`,
  scss: `// TODO(‹voip›)`,
  less: `// TODO(‹voip›)`,
  swift: `let s = "// TODO(voip)" // TODO(‹voip›)`,
  dart: `var s = '// TODO(voip)'; // TODO(‹voip›)`,
  groovy: `def s = "// TODO(voip)" // TODO(‹voip›)`,
  makefile: `# TODO(‹voip›)`,
  markdown: `TODO(voip) <!-- TODO(‹voip›) -->`,
  'git-commit': `Outcome: in the subject

TODO(voip) is text here, and so is the outcome: voip
«Outcome»: ‹reliable-voice›, ‹voip›
«outcome»: ⟨none⟩ (release plumbing)
Outcome: several words
# Outcome: voip
diff --git a/a b/a
+Outcome: voip`,
  scminput: `Outcome: in the subject

Text
«Outcome»: ‹reliable-voice› (a remark)
«Outcome»: ⟨none⟩`,
};
