/** Marked sources: ✓ before a word that is in a comment, ✗ before one that is not. */
export const scriptSamples: Readonly<Record<string, string>> = {
  'a.js':
    String.raw`#!/usr/bin/env ✓node
// ✓a
const r = /[/*]"\/ ✗b/g; // ✓c
const d = x / y; /* ✓d */ const e = a++ / 2; // ✓e
if (x) /"✗f/.test(y); // ✓g
` +
    'const t = `a ${ b(`c ${ d /* ✓h */ } // ✗i`) } // ✗j`; // ✓k\n' +
    String.raw`return /'✗l/; // ✓m
x = a[0] / b / "✗n"; // ✓o
const s = 'it\'s // ✗p'; // ✓q
y = z
  / w; // ✓r
`,
  'a.jsx': String.raw`
const a = <p className="// ✗a">don't // ✗b {/* ✓c */} {x /* ✓d */} <b>it's</b></p>; // ✓e
const b = <><Foo on={() => y /* ✓f */} /* ✓g */ /> /* ✗h */</>; // ✓i
const c = i < j; // ✓k
`,
  'a.ts':
    String.raw`
const a = <Foo>bar; // ✓a
const f = <T,>(x: T) => x; // ✓b
type A = Map<string, '// ✗c'>; /* ✓d */
` + 'const t = `${ a ? `// ✗e` : "✗f" }`; // ✓g\n/** ✓h */\n',
  'a.tsx': `
const f = <T,>(x: T) => "it's // ✗a"; // ✓b
const g = <T extends U>(x: T) => x; // ✓c
const h = <div title='✗d'>isn't {/* ✓e */}</div>; // ✓f
`,
  'a.py': String.raw`#!/usr/bin/python
# ✓a
s = "# ✗b \" ✗c" # ✓d
"""docstring # ✗e
' " ✗f"""
t = r'\' # ✗g'  # ✓h
u = '''
# ✗i ''' # ✓j
v = f"{x['a']} # ✗k" # ✓l
w = 'unclosed # ✗m
x = 1 # ✓n
`,
  'a.rb': String.raw`
# ✓a
s = "x #{ f("# ✗b") } # ✗c" # ✓d
=begin
✓e
=end
foo(<<~ONE, <<-'TWO') # ✓f
  # ✗g
  ONE
  # ✗h #{x}
  TWO
r = /[#"] ✗i/ # ✓j
def /(x) # ✓A
def self.%(x) = x./(2) # ✓B
y.reduce(:/) # ✓C
h = {k:/# ✗D/} # ✓E
r.match(x)
%("# ✗u) # ✓v
r.match(x)
/'# ✗w/ =~ x # ✓y
q = %q{# ✗k {nested} # ✗l} # ✓m
w = %w[# ✗n] # ✓o
c = ?# # ✓p
d = a / b # ✓q
x = y << z # ✓r
g = $' # ✓s
__END__
# ✗t
`,
  'a.pl': String.raw`#!/usr/bin/perl
use strict; # ✓a
my $n = $#array; # ✓b
my $s = q{# ✗c {n} ✗d}; # ✓e
$x =~ s#a#✗f#; # ✓g
$x =~ m{"# ✗h}x; # ✓i
$y = $a / $b; # ✓j
$z = shift // 'x'; # ✓k
print <<"EOT", <<'E2'; # ✓l
# ✗m
EOT
# ✗n
E2
my %h = (s => 1, y => 2, q => 3); # ✓o
$h{s} = 1; # ✓p
tr/a-z#/✗q/; # ✓r
f([qr/'✗x/s], 'a', qr{#✗y}ix); # ✓z
my $c = qr,\s* (# ✗A " ),x; # ✓B
$x = [/'/s]; # ✓C
s{'# ✗D}{
  # ✓E
  f('# ✗F')
}ge; # ✓G
s{a}{# ✗H}g; # ✓I
if (not m,/$, ) { # ✓J
  print "a
# ✗K"; # ✓L
  s,/,\\,g; # ✓M
}
my ($a, %b) = @c{s, t}; # ✓N

=pod

✓s

=cut

my $d = qw(# ✗t); # ✓u
__END__
# ✗v

=head1 ✗w
`,
  'a.php': String.raw`<p># ✗a // ✗b <!-- ✓c --></p>
<?php // ✓d ?> ✗e
<?php
# ✓f
#[Attr("✗g")]
/* ✓h */ $a = "// ✗i"; $b = '# ✗j'; // ✓k
$c = <<<EOT
// ✗l
  EOT; // ✓m
$d = <<<'N'
# ✗n
N; # ✓o
?>
<script>// ✓p
</script>
`,
  'a.sh':
    String.raw`#!/bin/sh
# ✓a
echo $# x#✗b "# ✗c" '# ✗d' # ✓e
echo ` +
    '${x#✗f} ${y## *✗g} ${z:-"# ✗h"} # ✓i' +
    String.raw`
cat <<EOF # ✓j
# ✗k
EOF
cat <<-'E2'
	# ✗l
	E2
x="$(cmd "# ✗m" # ✓n
)" # ✓o
y=$((16#ff + 1)) # ✓p
echo \# ✗q; # ✓r
s='it'"'"'s # ✗s' # ✓t
cat <<< "# ✗u" # ✓v
z=$'\'# ✗w' # ✓x
`,
  '.bashrc': 'alias a="# ✗a" # ✓b\n# ✓c\nx=a#✗d\nPS1=\'\\$ # ✗e\' # ✓f\n',
  'a.fish': 'echo "# ✗a" # ✓b\n# ✓c\necho a#✗d\necho \'# ✗e\' \\# ✗f # ✓g\n',
  'a.ps1':
    'Get-X # ✓a\n<# ✓b\n✓c #> $x = "# ✗d `" # ✗e" # ✓f\n$y = @"\n# ✗g " ✗h\n"@ # ✓i\n$z = @\'\n# ✗j\n\'@ # ✓k\n$w = "$(f "# ✗l")" # ✓m\n',
  'a.bat': '@echo off\nREM ✓a\n:: ✓b\n@rem ✓c\necho rem✗d rem ✗e\nset x=1 & rem ✓f\n:label✗g\n',
  Makefile:
    'A = b # ✓a\n# ✓b \\\n  ✓c\nC = \\#✗d\nall:\n\techo "# ✗e" # ✓f\n\t@# ✓g\n\techo \'# ✗h\' \\\n\t  x#✗i # ✓j\nE = f\n',
  'Dockerfile.dev': 'FROM a\n# ✓a\nRUN echo "# ✗b" # ✗c\nRUN x \\\n  # ✓d\n  y\nRUN <<EOF\n# ✗e\nEOF\n# ✓f\n',
  'CMakeLists.txt':
    'set(a "# ✗a") # ✓b\n#[[ ✓c\n✓d ]] set(✗e)\n#[=[ ✓f ]] ✓g ]=] set(✗h)\nset(b [[# ✗i]]) # ✓j\n',
  'a.lua':
    '-- ✓a\n--[[ ✓b\n✓c ]] x = [[-- ✗d]] -- ✓e\n--[==[ ✓f ]] ✓g ]==] y = "-- ✗h" -- ✓i\nz = a - b ✗j\n',
  'a.r': '# ✓a\nx <- \'# ✗b\' # ✓c\ny <- "# ✗d" # ✓e\nz <- r"(# ✗f ")" # ✓g\nv <- `# ✗h`\n',
  'a.jl':
    'x = 1 # ✓a\n#= ✓b #= ✓c =# ✓d =# y = "# ✗e" # ✓f\nz = """\n# ✗g\n""" # ✓h\nw = a\' # ✓i\nc = \'#\' # ✓j\n',
  'a.ex':
    'x = 1 # ✓a\ny = "a #{ f("# ✗b") } # ✗c" # ✓d\n@doc """\n# ✗e\n""" # ✓f\nr = ~r/# ✗g/ # ✓h\nc = ?# # ✓i\ns = ~S(# ✗j) # ✓k\n',
  'a.coffee': 'x = 1 # ✓a\n### ✓b\n✓c ###\ny = "#{ f "✗d" } # ✗e" # ✓f\nz = \'# ✗g\' # ✓h\n',
  'a.nix':
    "{ a = 1; # ✓a\n/* ✓b */ s = ''\n  # ✗c ''${ \n  ${ f /* ✓d */ } ''' ✗e\n''; # ✓f\nt = \"# ✗g\"; # ✓h\n}\n",
  'a.nim': 'x = 1 # ✓a\n#[ ✓b #[ ✓c ]# ✓d ]# y = "# ✗e" # ✓f\nz = """\n# ✗g """ # ✓h\n## ✓i\n',
  'a.cr':
    'x = "#{y} # ✗a" # ✓b\n# ✓c\nz = \'#\' # ✓d\nw = ✗e # ✓f\nv = "\n# ✗g" # ✓h\nf <<-CR # ✓i\n  # ✗j "\n  CR\ng %w(# ✗k) # ✓l\n\'"\' # ✓m\n',
  'a.tcl': '# ✓a\nset x "# ✗b" ;# ✓c\nset y a#✗d\nproc p {} { # ✓e\n}\nset z #✗f\n# ✓g \\\n ✓h\n',
  'a.awk': '/# ✗a/ { x = 1 } # ✓b\n{ y = a / b } # ✓c\n{ z = "# ✗d" } # ✓e\n# ✓f\n',
};
