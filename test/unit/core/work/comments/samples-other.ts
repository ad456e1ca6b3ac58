/** Marked sources: ✓ before a word that is in a comment, ✗ before one that is not. */
export const otherSamples: Readonly<Record<string, string>> = {
  'a.hs': String.raw`
x = 1 -- ✓a
{- ✓b {- ✓c -} ✓d -} y = "-- ✗e" -- ✓f
f = a --> ✗g
g = a |-- ✗h
c = '"' -- ✓i
d' = "\"{-" --- ✓j
-- | ✓k
`,
  'a.elm': 'x = 1 -- ✓a\n{- ✓b {- ✓c -} ✓d -} y = "-- ✗e" -- ✓f\nz = """\n-- ✗g """ -- ✓h\n',
  'a.purs': '-- ✓a\n{- ✓b -} x = "-- ✗c" -- ✓d\ny = """\n-- ✗e """ -- ✓f\n',
  'a.ml': String.raw`
(* ✓a (* ✓b *) ✓c *) let ✗d = "(* ✗e *)"
(* "*)" ✓f *) let c = '"' (* ✓g *)
let q = {|(* ✗h *)|} (* ✓i *)
let r = {id|(* ✗j |} ✗k *)|id}
(* it's ✓l *)
`,
  'a.sml': '(* ✓a (* ✓b *) "✓c *) val x = "(* ✗d *)" (* don\'t ✓e\n✓f *) val y = #"(" ✗g (* ✓h *)\n',
  'a.fs':
    'let a = 1 // ✓a\n(* ✓b (* ✓c *) ✓d *) let b = "// ✗e" // ✓f\nlet c = @"\\" // ✓g\nlet d = """// ✗h" """ // ✓i\nlet op = (*) // ✓j\n',
  'a.erl': '% ✓a\nx() -> "% ✗b", $%, $", \'% ✗c\'. %% ✓d\ny() -> $\\". % ✓e\nz() -> ✗f. % ✓g\n',
  'a.clj': '; ✓a\n(def a "; ✗b") ; ✓c\n(def b \\;) (def c \\") ; ✓d\n(def r #"; ✗e") ;; ✓f\n',
  'a.lisp': '; ✓a\n#| ✓b #| ✓c |# ✓d |# (setf x "; ✗e") ; ✓f\n(list #\\; #\\") ; ✓g\n',
  'a.scm': '; ✓a\n#| ✓b |# (define x "; ✗c") ; ✓d\n(list #\\; ✗e) ;; ✓f\n(define |; ✗g| 1)\n',
  'a.rkt': '#lang racket\n; ✓a\n#| ✓b #| ✓c |# |# (define x "; ✗d\n; ✗e") ; ✓f\n',
  'datum.rkt': String.raw`
(list #;(✓a "✓b)" #\) [✓c ; ) ✓d
 ✓e]) ✗f) ; ✓g
#;
(define (✓h) '(1)) (define ✗i 2)
(f #;'✓j ✗k #;"x" #;#;(✓l) y ✗m)
(define s #<<END
; ✗n " #| ✗o
END
  ) ; ✓p
(rxmatch #/|from/ x) ; ✓q
(f) ; ✓r
#;(never ✗s
`,
  'a.el': '; ✓a\n(setq x "; ✗b") ; ✓c\n(list ?\\; ?\\" ?") ; ✓d\n;;; ✓e\n(foo-?bar "✗f") ; ✓g\n',
  'a.f90':
    "program a ! ✓a\nx = '! ✗b' ! ✓c\ny = \"it''s ! ✗d\" ! ✓e\n! ✓f\nz = ✗g\nc = 'a ! ✗h &\n  &b! ✗i' ! ✓j\nd = 'open\n! ✓k\n",
  'a.f': "C ✓a\n* ✓b\nc ✓c\n      x = '! ✗d' ! ✓e\n      CALL ✗f\n! ✓g\n",
  'a.adb':
    'A : Character := \'"\'; -- ✓a\nB : String := "-- ✗b ""-- ✗c"; -- ✓d\nX := Y\'First; -- ✓e\nZ := A - B ✗f;\n-- ✓g\n',
  'a.pas': "{ ✓a\n✓b } x := '{ ✗c } it''s // ✗d'; // ✓e\n(* ✓f *) y := ✗g; { $R ✓h }\n",
  'a.vb': '\' ✓a\nRem ✓b\nx = "\' ✗c ""\' ✗d" \' ✓e\nx = 1 : REM ✓f\nRemove ✗g\n',
  'a.matlab': "x = a'; % ✓a\ny = '% ✗b'; % ✓c\n%{\n✓d\n%}\nz = [a' b']; % ✓e\nw = \"% ✗f\"; ... ✓g\n",
  'a.sql': `
-- ✓a
select '-- ✗b it''s', "-- ✗c" /* ✓d /* ✓e */ ✓f */ from ✗g; -- ✓h
create function f() as $$ -- ✓i '
  x := '-- ✗o'; /* ✓p */ $$; -- ✓j
select $$ -- ✗q ' $$; -- ✓r
do $_$ -- ✓s
$_$;
select $tag$ /* ✗k $$ $tag$; # ✗l
# ✓m
select '\\', '\\n'; -- ✓n
`,
  'a.vhd': 'x <= \'"\'; -- ✓a\ny <= "-- ✗b"; -- ✓c\n/* ✓d */ z <= a\'event; -- ✓e\nw <= ✗f;\n-- ✓g\n',
  'a.s': '# ✓a\n\tmov r0, #4 // ✓b\n/* ✓c */ .ascii "# ✗d" # ✓e\n#define X ✗f\n\tnop ; ✓g\n',
  'a.asm': 'mov ax, 1 ; ✓a\n; ✓b\ndb "; ✗c" ; ✓d\ndb \'; ✗e\' ; ✓f\n',
  'a.cob': "000100* ✓a\n       MOVE '* ✗b' TO ✗c *> ✓d\n000200* ✓e\n      / ✓f\n",
  'a.vim': '" ✓a\nlet x = "✗b" " ✓c\nset y \' " ✗d\'\n  " ✓e\nlet z = 1 " ✓f\n',
  'a.yaml': `
# ✓a
a: b # ✓b
c: "# ✗c" # ✓d
d: '# ✗e it''s' # ✓f
e: don't # ✓g
f: a#✗h
g: | # ✓i
  # ✗j

  # ✗k
# ✓l
h:
  - >-
    # ✗m
  - k: |2
      # ✗n
    l: x # ✓o
n:
  - grep "Ok,"
# ✓p
q: ["a","# ✗r"] # ✓s
  # ✓t "
`,
  'a.toml':
    'a = 1 # ✓a\nb = "# ✗b" # ✓c\nc = """\n# ✗d """ # ✓e\nd = \'# ✗f\\\' # ✓g\ne = \'\'\'\n# ✗h\'\'\' # ✓i\n',
  'a.ini': '; ✓a\n# ✓b\n[s]\na = b ; ✓c\nc = #✗d\n  # ✓e\n; ✓f\ng=h;✗g\ni = x # ✓h\n',
  '.editorconfig': '# ✓a\n; ✓b\n[*]\na = ✗c\n# ✓d\nb = "# ✗e"\n',
  '.gitignore': '# ✓a\n*.o # ✗b\n\\# ✗c\n# ✓d\n !x✗e\n#✓f\n',
  'a.properties': '# ✓a\n! ✓b\na = b # ✗c\nd = e \\\n# ✗f\n  ! ✓g\n',
  'a.tf': 'a = "# ✗a ${ f("# ✗b") } ✗c" # ✓d\n// ✓e\n/* ✓f */ b = <<-EOT\n# ✗g\n  EOT\n# ✓h\n',
  'a.graphql': '# ✓a\n"""\n# ✗b\n"""\ntype A { # ✓c\nb(c: String = "# ✗d"): ✗e # ✓f\n}\n',
  '.env': 'A=b # ✓a\n# ✓b\nC="# ✗c" # ✓d\nD=e#✗f\nE=\'# ✗g\'\n',
  'requirements-dev.txt': 'a==1 # ✓a\n# ✓b\nb @ git+https://x#✗c\nc ✗d\n  # ✓e\n-r x # ✓f\n',
  'go.mod': 'module a // ✓a\nrequire b ✗c // ✓d\n// ✓e\nreplace "// ✗f" => g // ✓h\n',
  'a.re':
    'let x = `none; // ✓a\n/* ✓b /* ✓c */ ✓d */ let y = "// ✗e"; // ✓f\nlet z = {j|// ✗g|j};\n| `on => () // ✓h\n',
  'a.res': '// ✓a\nlet x = `// ✗b\n// ✗c` /* ✓d */\nlet y = "// ✗e" // ✓f\n',
  'a.raku':
    "# ✓a\nmy $x = \"# ✗b\"; # ✓c\n#`(✓d\n✓e) say '# ✗f'; #| ✓g\n=begin pod\n✓h\n=end pod\nmy $isn't-it = 1; # ✓i\n",
  'a.nsi': '; ✓a\n# ✓b\n/* ✓c */ StrCpy $0 "; ✗d" ; ✓e\nDetailPrint ✗f\n',
  'a.thy': 'theory A (* ✓a (* ✓b *) ✓c *)\nlemma "x (* ✗d *)" (* ✓e *)\nby ✗f\n',
  'a.Rd': '% ✓a\n\\name{✗b} % ✓c\n100\\% ✗d\n% ✓e\n',
  'a.ly':
    '% ✓a\n%{ ✓b\n✓c %} c4 "% ✗d" % ✓e\nd ✗f ; ✗g\n#(define (f x) ; ✓h )\n  "% ✗i" #{ c4 % ✓j\n ; ✗k #} (g)) % ✓l\n',
  'a.lhs':
    '% ✓a\nProse -- ✗b 100\\% ✗c\n> x = "-- ✗d" -- ✓e\n\\begin{code}\n{- ✓f\n-} y = 1 -- ✓g\n\\end{code}\n-- ✗h\n',
  'a.cf': '# ✓a\nbody x { # ✓b\n  "# ✗c" => "a#✗d"; # ✓e\n}\nx = a#✗f\n',
  'a.xq': '(: ✓a (: ✓b :) ✓c :) let $x := "(: ✗d "" :)" return ✗e (: ✓f :)\n',
  'a.vcl': '# ✓a\n// ✓b\n/* ✓c */ set x = "# ✗d"; # ✓e\nsub ✗f {}\n',
  'a.i': '// ✓a\n%module ✗b\n/* ✓c */ #define X "// ✗d" // ✓e\n',
  'a.po': '# ✓a\n#: ✓b\nmsgid "# ✗c"\nmsgstr "✗d"\n#, ✓e\n#~ msgid "✓f"\n',
  'a.prolog': ":- a. % ✓a\n/* ✓b */ x :- \"% ✗c\", '% ✗d', 0'%, y. % ✓e\n% ✓f\n",
  'a.st': '"✓a" x := \'"✗b" it\'\'s\'. "✓c\n✓d" y := $". "✓e" ✗f\n',
  'nginx.conf': 'a b; # ✓a\n# ✓b\nc d#✗e;\nserver { # ✓f\n}\n  # ✓g\nx ✗h;\n',
  'a.service': '# ✓a\n; ✓b\n[Unit]\nA=# ✗c\n# ✓d\nB=✗e\n',
  'meson.build': "# ✓a\na = '# ✗b' # ✓c\nb = '''\n# ✗d\n''' # ✓e\nc = ✗f\n",
  'BUILD.bazel': '# ✓a\nx = "# ✗b" # ✓c\ny = """\n# ✗d""" # ✓e\nz = ✗f\n',
};
