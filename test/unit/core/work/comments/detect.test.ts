import assert from 'node:assert/strict';
import { languageOf, languages } from '../../../../../src/core/work/comments';

const named = (path: string, head = ''): string | undefined =>
  languageOf(path, new TextEncoder().encode(head))?.name;

describe('language of a file', () => {
  const byName: Readonly<Record<string, string | undefined>> = {
    'src/a.ts': 'typescript',
    'a.d.ts': 'typescript',
    'A.TS': 'typescript',
    'view.blade.php': 'blade',
    'page.html.erb': 'erb',
    'x.test.spec.js': 'javascript',
    Makefile: 'makefile',
    'Makefile.am': 'makefile',
    'docker/Dockerfile.dev': 'dockerfile',
    'Dockerfile.py': 'dockerfile',
    'dockerfile.dev': 'dockerfile',
    'DOCKERFILE.DEV': 'dockerfile',
    'syntax/dockerfile.vim': 'vim',
    'Kconfig.cpp': 'kconfig',
    'syntax/kconfig.vim': 'vim',
    'requirements-dev.TXT': 'requirements',
    'CMakeLists.txt': 'cmake',
    '.bashrc': 'shell',
    '.gitignore': 'ignore-list',
    'tsconfig.build.json': 'jsonc',
    'package.json': 'json',
    'config.h.in': 'cpp',
    'C:\\src\\a.go': 'go',
    'notes.txt': undefined,
    'task.rb.tt': 'ruby',
    'Pipfile.lock': 'json',
    'release-1.2': undefined,
  };
  for (const [path, name] of Object.entries(byName)) it(path, () => assert.equal(named(path), name));

  it('asks the first line of a file without an extension', () => {
    assert.equal(named('run', '#!/bin/sh -e\n'), 'shell');
    assert.equal(named('run', '#!/usr/bin/env python3.11\n'), 'python');
    assert.equal(named('run', '#!/usr/bin/env -S A=b node --x\n'), 'javascript');
    assert.equal(named('vector', '// <vector> -*- C++ -*-\n'), 'cpp');
    assert.equal(named('x', '# vim: set ft=ruby :\n'), 'ruby');
    assert.equal(named('x', 'no hint\n'), undefined);
    assert.equal(named('a.txt', '#!/bin/sh\n'), undefined);
  });

  it('looks into files whose extension means several languages', () => {
    assert.equal(named('a.m', '#import <A.h>\n'), 'objective-c');
    assert.equal(named('a.m', '% help\nfunction y = f(x)\n'), 'matlab');
    assert.equal(named('a.pl', 'use strict;\n'), 'perl');
    assert.equal(named('a.pl', ':- module(a, [b/1]).\n'), 'prolog');
    assert.equal(named('a.ts', '<?xml version="1.0"?><TS>'), 'xml');
    assert.equal(named('a.cls', '\\ProvidesClass{a}\n'), 'latex');
    assert.equal(named('a.inc', '<?php\n'), 'php');
    assert.equal(named('a.inc', '// a\nbegin\n  x := 1; // b\n'), 'pascal');
    assert.equal(named('a.inc', '// a\n#include <b>\n'), 'cpp');
    assert.equal(named('a.pp', '{ licence }\n'), 'pascal');
    assert.equal(named('a.pp', '# a\nclass a {\n  x => {$y => 1},\n}\n'), 'puppet');
    assert.equal(named('a.v', 'module m;\n'), 'verilog');
    assert.equal(named('a.v', '(* blackbox *)\nmodule m;\n'), 'verilog');
    assert.equal(named('a.v', '(* keep *) module m;\n'), 'verilog');
    assert.equal(named('a.v', '// by hand\n(* keep *)\n'), 'verilog');
    assert.equal(named('a.v', '(* Module m *)\nGoal True.\n'), 'coq');
    assert.equal(named('a.v', 'From Coq Require Import List.\n'), 'coq');
    assert.equal(named('a.v', 'Module Type M.\nParameter T: Type.\n'), 'coq');
    assert.equal(named('a.d', '// RUN: %ldc a.o : b \\\nvoid main() {}\n'), 'd');
    assert.equal(named('a.d', 'src/a.o: src/a.c \\\n a.h\n'), 'makefile');
    assert.equal(named('a.d', 'out/a: b \\\n c\n'), 'makefile');
    assert.equal(named('a.ll', '; ModuleID = 1\n'), 'llvm');
    assert.equal(named('a.ll', '@x = global i32 0\n'), 'llvm');
    assert.equal(named('a.ll', '/* c */\n%{\n#include <a.h>\n%}\n%option reentrant\n'), 'c');
    assert.equal(named('a.g', '# GAP\nf := 1;\n'), 'gap');
    assert.equal(named('a.g', '// by ANTLR\ngrammar A;\n'), 'antlr');
    assert.equal(named('a.n', '.TH a n\n'), 'roff');
  });

  it('has one entry a language, and at least 55 of them', () => {
    assert.equal(new Set(languages.map((l) => l.name)).size, languages.length);
    assert.ok(languages.length >= 55);
    for (const { name, extensions, files } of languages) {
      assert.ok(extensions.length + files.length > 0, `${name} has no file`);
    }
  });
});
