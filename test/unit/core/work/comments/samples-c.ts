/** Marked sources: ✓ before a word that is in a comment, ✗ before one that is not. */
export const cSamples: Readonly<Record<string, string>> = {
  'a.c': String.raw`
int a; // ✓line
/* ✓block
 * ✓inside */ int b = ✗code;
char *s = "// ✗string \" /* ✗still */";
char c = '"'; // ✓after a quote character
char d = '\''; /* ✓x */ char e[] = "'"; // ✓y
// spliced \
   ✓goes on
#define M(x) #x // ✓macro
int f = a /*✓*/ / b; // ✓division
char *t = "unclosed // ✗z
int g; // ✓after it
`,
  'a.cpp': String.raw`
auto r = R"x( // ✗raw )" /* ✗still )x"; // ✓after
auto u = u8R"(✗u8)"; // ✓u
int n = 1'000'000; // ✓separator
auto l = L'"'; // ✓wide
auto notraw = BAR"(" // ✓no raw string
/// ✓doc
/** ✓doc */
`,
  'a.h': 'int a; // ✓c\n#if 0\n✗dead\n#endif\n/* ✓b */\n"✗s"\nchar q = \'"\'; // ✓q\n',
  'a.m':
    '#import <Foundation/Foundation.h>\nNSString *s = @"// ✗s"; // ✓l\n/* ✓b */ @"✗"\n- (void)x; // ✓m\n',
  'a.mm': '@interface A // ✓a\n/* ✓ */ @"✗" "//✗"\n// ✓b\nid a = ✗b;\n',
  'kernel.cu':
    '__global__ void k() {} // ✓a\n/* ✓b */ k<<<1, 2>>>("//✗"); // ✓c\nint ✗d;\nchar e = \'/\'; // ✓f\n',
  'a.glsl': 'uniform vec4 a; // ✓a\n/* ✓ */ float ✗b;\n#version 300 // ✓b\n// ✓x /* ✓y\nfloat ✗c;\n',
  'a.go': `
package a // ✓a
var s = \`raw // ✗b
/* ✗c */ \\\` // ✓d
var r = '"' // ✓e
var t = "\\"//✗f" /* ✓g
✓h */ + ✗i
//go:generate ✓j
`,
  'A.java': String.raw`
int a; // ✓a
/** ✓b {@code */ String s = "/* ✗c */ // ✗d"; // ✓e
String t = """
  // ✗f " "" \""" ✗g
  """; // ✓h
char q = '"', r = '\''; // ✓i
`,
  'a.kt': String.raw`
/* ✓a /* ✓b */ ✓c */ val ✗d = 1
val s = "x £{'// ✗e' + f(/* ✓f */)} // ✗g" // ✓h
val t = """ // ✗i £{
    g() // ✓j
  } " ✗k """ // ✓l
val c = '"' // ✓m
`,
  'a.scala': String.raw`
/* ✓a /* ✓b */ ✓c */ val ✗d = 'sym // ✓e
val s = s"x £{y /* ✓f */} // ✗g" // ✓h
val t = """ // ✗i \""" // ✓j
val c = '"' // ✓k
`,
  'a.swift': String.raw`
/* ✓a /* ✓b */ ✓c */ let ✗d = 1
let s = "x \( f("// ✗e") /* ✓f */ ) // ✗g" // ✓h
let r = #"// ✗i " \" ✗j"# // ✓k
let m = """
 // ✗l "
 """ // ✓m
let n = #"""
 ✗n """ // ✗o
"""# // ✓p
`,
  'a.rs': String.raw`
/* ✓a /* ✓b */ ✓c */ fn f<'a>(x: &'a str) -> ✗d {} // ✓e
let r = r#"// ✗f " ✗g"#; // ✓h
let c = '"'; // ✓i
let e = '\''; let b = b'"'; // ✓j
let s = "multi
// ✗k \" ✗l"; /// ✓m
//! ✓n
let l: &'static str = "✗o"; // ✓p
`,
  'a.dart': String.raw`
var a = 'x £{f('// ✗a') /* ✓b */} // ✗c'; // ✓d
var b = r'\'; // ✓e
var c = '''
// ✗f
'''; /* ✓g /* ✓h */ ✓i */ ✗j
var d = "£{'nested // ✗k'}"; // ✓l
`,
  'a.zig': String.raw`
const a = 1; // ✓a
const s =
    \\ multi // ✗b
    \\ " ✗c
; // ✓d
const c = '"'; // ✓e
const t = "// ✗f"; /// ✓g
`,
  'a.cs': String.raw`
var v = @"c:\ // ✗a "" ✗b"; // ✓c
var i = $"x {f("// ✗d") /* ✓e */} // ✗f {{ ✗g"; // ✓h
var r = """
 // ✗i "" ✗j
 """; // ✓k
var w = $@"x\ {y} "" // ✗l"; /* ✓m */
#region don't ✗n
char c = '"'; /// ✓o
`,
  'a.d':
    '/+ ✓a /+ ✓b +/ ✓c +/ int ✗d;\nauto s = `// ✗e`; // ✓f\nauto t = r"\\"; // ✓g\n/* ✓h /* */ int ✗i;\n',
  'a.groovy': `def a = 'x // ✗a' // ✓b\ndef b = """ // ✗c \${ f() /* ✓d */ } ✗e """ // ✓f\ndef c = '''\n// ✗g\n''' /* ✓h */\n`,
  'build.gradle': `// ✓a\nx "http://✗b" // ✓c\n/* ✓d */ y '✗e'\n/** ✓f */\n`,
  'a.sol': '// ✓a\nstring s = "// ✗b"; // ✓c\n/* ✓d */ uint ✗e;\n/// ✓f\n',
  'a.proto': 'message A { // ✓a\n/* ✓b */ string s = 1 [default = "// ✗c"]; // ✓d\nint ✗e;\n// ✓f\n}\n',
  'a.thrift': '# ✓a\n// ✓b\n/* ✓c */ const string S = "# ✗d" # ✓e\ni32 ✗f\n',
  'a.v': 'module m; // ✓a\n/* ✓b */ $display("// ✗c"); // ✓d\nwire ✗e;\n// ✓f\n',
  'tsconfig.json': '{ // ✓a\n"a": "// ✗b", /* ✓c */\n"d": ✗e // ✓f\n}\n',
  'a.json': '{ "a": "// ✗b",\n"c": "✗d" }\n',
  'a.json5': "{ a: '// ✗b', // ✓c\n/* ✓d */ e: ✗f,\n// ✓g\n}\n",
};
