import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findRipgrep } from '../../../../src/node/scan/program';
import { createScanner, type ScannerOptions } from '../../../../src/node/scan/scanner';
import type { Scanner } from '../../../../src/workspace/ports';
import { waitFor } from '../../../support/waitFor';
import {
  bundle,
  bundledWorker,
  git,
  lines,
  recorder,
  request,
  scanAll,
  temporaryFolder,
  writeTree,
  type Scanned,
} from './support';

const utf16 = (text: string, bigEndian = false): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** Names, encodings and rules that a scan meets in the wild. */
const NASTY: Readonly<Record<string, string | Uint8Array>> = {
  'plain.ts': '// TODO: plain\nconst s = "TODO: in a string";\n',
  'crlf.c': '/* TODO: one\r\n * goes on\r\n */\r\nint x; // FIXME: two\r\n',
  'cr.c': 'int a;\r// TODO: after a lone CR\rint b;\r',
  'bom.ts': '\uFEFF// TODO: after a mark\n',
  'u16le.ts': utf16('// \u00e9 TODO: little\nx;\n'.repeat(2)),
  'u16be.ts': utf16('\n\n// TODO: big \u{1F600}\n', true),
  'u16-long.ts': utf16(`// ${'\u00e9'.repeat(20_000)}\n`.repeat(2) + '// TODO: far\n'),
  'latin1.c': Buffer.from('// caf\xe9 TODO: accents \xe9\xe8\n', 'latin1'),
  'umlaut.ts': '// \u00e4TODO no word\n// TODO\u00e4 no word\n// \u00e4 TODO: a word\n',
  'marked\u0301.ts': '// TODO: combining name\n',
  'new\nline.ts': '// TODO: in a name of two lines\n',
  'tab\there.ts': '// TODO: tab\n',
  '"quoted" \'name\'.ts': '// TODO: quotes\n',
  ' space .ts': '// TODO: space\n',
  '-e.ts': '// TODO: like an option\n',
  '$(touch x).ts': '// TODO: like a command\n',
  '__proto__.ts': '// TODO: prototype\n',
  'latin1:bad\xff.ts': '// TODO: name without an encoding\n',
  'empty.ts': '',
  'no-newline.py': 'x = 1  # TODO: at the end',
  'early.bin': Buffer.from('\0\0 TODO: binary'),
  'quiet.bin': Buffer.from('\0\0 nothing'),
  'late-nul.ts': `// TODO: a NUL comes late\n${'x;\n'.repeat(5000)}'\0';\n// TODO: after it\n`,
  'unknown.zzz': 'TODO unknown language\n',
  'outcomes.yml': 'version: 1 # TODO: in YAML\n',
  'many.c': `// TODO: x\n`.repeat(700),
  'one-line.js': `var a=1;/* TODO: far right */`.padStart(300_000, 'a();'),
  '.hidden/a.ts': '// TODO: hidden\n',
  '.gitignore': 'ignored/\n*.gen.ts\n!kept.gen.ts\n# TODO: in an ignore file\n',
  'ignored/a.ts': '// TODO: ignored\n',
  'ignored/tracked.ts': '// TODO: tracked though ignored\n',
  'a.gen.ts': '// TODO: ignored by name\n',
  'kept.gen.ts': '// TODO: kept\n',
  'sub/.gitignore': '/only-here.ts\n',
  'sub/only-here.ts': '// TODO: ignored below\n',
  'sub/deep/only-here.ts': '// TODO: not ignored deeper\n',
  '.ignore': 'vendored/\n',
  'vendored/a.ts': '// TODO: vendored\n',
};

describe('scanner', function () {
  this.timeout(60_000);
  let folder: string;
  let remove: () => void;
  let workerPath: string;
  const scanners: Scanner[] = [];

  before(async () => {
    workerPath = await bundledWorker();
  });
  beforeEach(() => ({ folder, remove } = temporaryFolder()));
  afterEach(() => {
    for (const scanner of scanners.splice(0)) scanner.dispose();
    remove();
  });

  const make = (options: Partial<ScannerOptions> = {}): Scanner => {
    const scanner = createScanner(folder, { logger: recorder(), workerPath, ...options });
    scanners.push(scanner);
    return scanner;
  };
  /** A program that stands in for ripgrep. */
  const program = (script: string): string => {
    const file = path.join(folder, '.git-rg');
    fs.writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  };
  const repository = (): void => {
    git(folder, 'init', '-q');
    writeTree(folder, NASTY);
    git(folder, 'add', '-f', 'ignored/tracked.ts');
  };

  describe('in a tree of nasty files', () => {
    let expected: Scanned;
    beforeEach(async () => {
      repository();
      expected = await scanAll(make());
    });

    it('finds every comment, whatever name or encoding the file has', () => {
      const found = lines(expected).filter((line) => !line.startsWith('many.c'));
      assert.deepEqual(found, [
        ' space .ts:1 TODO space',
        '"quoted" \'name\'.ts:1 TODO quotes',
        '$(touch x).ts:1 TODO like a command',
        '-e.ts:1 TODO like an option',
        '.gitignore:4 TODO in an ignore file',
        '.hidden/a.ts:1 TODO hidden',
        '__proto__.ts:1 TODO prototype',
        'bad\uFFFD.ts:1 TODO name without an encoding',
        'bom.ts:1 TODO after a mark',
        'cr.c:2 TODO after a lone CR',
        'crlf.c:1 TODO one goes on',
        'crlf.c:4 FIXME two',
        'ignored/tracked.ts:1 TODO tracked though ignored',
        'kept.gen.ts:1 TODO kept',
        'late-nul.ts:1 TODO a NUL comes late',
        'late-nul.ts:5003 TODO after it',
        'latin1.c:1 TODO accents \uFFFD\uFFFD',
        'marked\u0301.ts:1 TODO combining name',
        'new\nline.ts:1 TODO in a name of two lines',
        'no-newline.py:1 TODO at the end',
        'one-line.js:1 TODO far right',
        'outcomes.yml:1 TODO in YAML',
        'plain.ts:1 TODO plain',
        'sub/deep/only-here.ts:1 TODO not ignored deeper',
        'tab\there.ts:1 TODO tab',
        'u16-long.ts:3 TODO far',
        'u16be.ts:3 TODO big \u{1F600}',
        'u16le.ts:1 TODO little',
        'u16le.ts:3 TODO little',
        'umlaut.ts:3 TODO a word',
      ]);
      assert.equal(expected.files.find((f) => f.file === 'many.c')?.todos.length, 700);
    });

    it('reports what it did not read and counts what it cannot judge', () => {
      assert.deepEqual(expected.summary, {
        skipped: [{ file: 'early.bin', reason: 'binary' }],
        unverified: 1,
      });
    });

    it('gives columns in UTF-16 units, without the byte order mark', () => {
      const column = (file: string): number | undefined =>
        expected.files.find((f) => f.file === file)?.todos[0]?.range.start.character;
      assert.deepEqual(
        [column('bom.ts'), column('u16le.ts'), column('umlaut.ts'), column('one-line.js')],
        [3, 5, 5, 300_000 - '/* TODO: far right */'.length + 3],
      );
    });

    it('finds the same on the calling thread', async () => {
      assert.deepEqual(await scanAll(make({ thread: 'caller' })), expected);
    });

    it('finds the same without ripgrep', async () => {
      const logger = recorder();
      assert.deepEqual(await scanAll(make({ ripgrep: null, logger })), expected);
      assert.deepEqual(await scanAll(make({ ripgrep: null, thread: 'caller' })), expected);
    });

    it('finds the same again', async () => {
      const scanner = make();
      for (let i = 0; i < 3; i++) assert.deepEqual(await scanAll(scanner), expected);
    });

    it('finds the same when ripgrep dies half-way, and says that it did', async () => {
      const logger = recorder();
      const rg = program(`"${findRipgrep()!}" "$@" | head -c 300\nkill -s SEGV $$`);
      assert.deepEqual(await scanAll(make({ ripgrep: rg, logger })), expected);
      assert.deepEqual(
        logger.lines.filter((l) => !l.startsWith('debug')),
        ['error: ripgrep ended with signal SIGSEGV. Every file is read instead.'],
      );
    });

    it('finds the same when ripgrep cannot be started', async () => {
      const logger = recorder();
      assert.deepEqual(await scanAll(make({ ripgrep: path.join(folder, 'no-rg'), logger })), expected);
      assert.match(logger.lines.join('\n'), /error: Could not start .*no-rg: the program was not found/);
    });

    it('runs no process where none may be', async () => {
      const witness = path.join(folder, '..', `${path.basename(folder)}-ran`);
      const rg = program(`touch "${witness}"`);
      const { files } = await scanAll(make({ processes: false, ripgrep: rg }));
      assert.ok(!fs.existsSync(witness));
      // Only git knows what is tracked.
      assert.deepEqual(
        files.map((f) => f.file),
        expected.files.map((f) => f.file).filter((f) => f !== 'ignored/tracked.ts'),
      );
    });
  });

  it('works without git and in an empty folder', async () => {
    assert.deepEqual(await scanAll(make()), { files: [], summary: { skipped: [], unverified: 0 } });
    writeTree(folder, { 'a.ts': '// TODO: a\n' });
    assert.deepEqual(lines(await scanAll(make())), ['a.ts:1 TODO a']);
  });

  it('reports files that are too large and those with too many tag words', async () => {
    const line = '// TODO: z\n';
    const limit = 20 * 1024 * 1024;
    writeTree(folder, {
      'large.c': line.padEnd(limit + 1, '\n'),
      'just-fits.c': line.padEnd(limit, '\n'),
      'many.c': line.repeat(12_345),
      'ignored/large.c': line.padEnd(limit + 1, '\n'),
    });
    const asked = request({ ignore: ['ignored/**'] });
    const expected = [
      { file: 'large.c', reason: 'larger than 20 MB' },
      { file: 'many.c', reason: 'more than 10,000 tag words: the last 2,345 were left out' },
    ];
    for (const ripgrep of [undefined, null]) {
      const { files, summary } = await scanAll(make(ripgrep === null ? { ripgrep } : {}), asked);
      assert.deepEqual(summary.skipped, expected);
      assert.deepEqual(
        files.map((f) => [f.file, f.todos.length]),
        [
          ['just-fits.c', 1],
          ['many.c', 10_000],
        ],
      );
    }
  });

  it('loses nothing of 40,000 tag words, each file once, in batches that are quick to take', async () => {
    for (let i = 0; i < 100; i++) writeTree(folder, { [`d${i % 7}/f${i}.go`]: '// TODO: all\n'.repeat(400) });
    const batches: number[] = [];
    const seen: string[] = [];
    await make().scan(
      request(),
      (batch) => {
        batches.push(batch.reduce((n, f) => n + f.todos.length, 0));
        seen.push(...batch.map((f) => f.file));
      },
      new AbortController().signal,
    );
    assert.equal(
      batches.reduce((a, b) => a + b, 0),
      40_000,
    );
    assert.equal(new Set(seen).size, 100);
    assert.equal(seen.length, 100);
    assert.ok(Math.max(...batches) <= 1000, `largest batch: ${Math.max(...batches)}`);
  });

  it('lets the deepest scope decide on tags, mentions and what is ignored', async () => {
    const text = '// TODO: todo\n// see the TODO there\n// NOTE: note\n';
    writeTree(folder, {
      'a.ts': text,
      'a.min.js': text,
      'team/b.ts': text,
      'team/b.min.js': text,
      'team/own/c.ts': text,
      'teams/d.ts': text,
      'vendor/e.ts': text,
      'vendor/kept/f.ts': text,
    });
    const asked = request(
      { ignore: ['**/*.min.js', 'vendor/**'] },
      { dir: 'team', tags: ['NOTE', 'TODO'], mentions: 'any', ignore: ['own/**'] },
      { dir: 'vendor/kept', tags: ['NOTE'], mentions: 'marker', ignore: [] },
    );
    const expected = [
      'a.ts:1 TODO',
      'team/b.min.js:1 TODO',
      'team/b.min.js:2 TODO',
      'team/b.min.js:3 NOTE',
      'team/b.ts:1 TODO',
      'team/b.ts:2 TODO',
      'team/b.ts:3 NOTE',
      'teams/d.ts:1 TODO',
      'vendor/kept/f.ts:3 NOTE',
    ];
    for (const options of [{}, { ripgrep: null }]) {
      const found = await scanAll(make(options), asked);
      assert.deepEqual(
        lines(found).map((l) => l.split(' ').slice(0, 2).join(' ')),
        expected,
      );
    }
  });

  it('finds tags of any form', async () => {
    writeTree(folder, { 'a.ts': '// NOTE! first\n// @todo second\n// [ ] third\n// xNOTE! TODOS @todos\n' });
    const asked = request({ tags: ['NOTE!', '@todo', '[ ]', '', ' ', 'a\nb'], mentions: 'any' });
    for (const options of [{}, { ripgrep: null }]) {
      assert.deepEqual(
        lines(await scanAll(make(options), asked)).map((l) => l.slice(0, 8).trim()),
        ['a.ts:1 N', 'a.ts:2 @', 'a.ts:3 ['],
      );
    }
    assert.deepEqual(
      await scanAll(make(), request({ tags: [] })),
      await scanAll(make({ ripgrep: null }), request({ tags: [] })),
    );
  });

  it('follows no link out of the folder, also where git tracks one', async () => {
    git(folder, 'init', '-q');
    const outside = temporaryFolder();
    try {
      writeTree(outside.folder, { 'secret.ts': '// TODO: secret\n' });
      writeTree(folder, { '.gitignore': 'dir/\n*.link.ts\n', 'dir/secret.ts': '' });
      fs.symlinkSync(path.join(outside.folder, 'secret.ts'), path.join(folder, 'a.link.ts'));
      git(folder, 'add', '-f', '.');
      fs.rmSync(path.join(folder, 'dir'), { recursive: true });
      fs.symlinkSync(outside.folder, path.join(folder, 'dir'));
      for (const options of [{}, { ripgrep: null }]) {
        assert.deepEqual((await scanAll(make(options))).files, []);
      }
    } finally {
      outside.remove();
    }
  });

  it('finds nothing under an absolute path', async () => {
    writeTree(folder, { 'a.ts': '// TODO: here\n' });
    const { signal } = new AbortController();
    const names = ['/', '/a.ts', path.join(folder, 'a.ts'), 'a.ts'];
    const { files } = await make().scanFiles(request(), names, signal);
    assert.deepEqual(
      files.map(({ file }) => file),
      ['a.ts'],
    );
  });

  describe('of a text', () => {
    const signal = new AbortController().signal;

    it('finds what the file would have', async () => {
      const scanner = make();
      const text = 'const a = "TODO";\n// TODO: unsaved\n';
      const found = await scanner.scanText(request(), 'new/file.ts', text, signal);
      assert.equal(found?.file, 'new/file.ts');
      assert.deepEqual(
        found.todos.map((t) => [t.range.start, t.text]),
        [[{ line: 1, character: 3 }, 'unsaved']],
      );
      writeTree(folder, { 'new/file.ts': text });
      assert.deepEqual((await scanAll(scanner)).files, [found]);
    });

    it('tells a file without TODOs from one that is not looked at', async () => {
      const scanner = make();
      assert.deepEqual(await scanner.scanText(request(), 'a.ts', 'x;', signal), { file: 'a.ts', todos: [] });
      assert.equal(await scanner.scanText(request(), 'a.zzz', 'TODO', signal), undefined);
      const ignoring = request({ ignore: ['gen/**'] });
      assert.equal(await scanner.scanText(ignoring, 'gen/a.ts', '// TODO', signal), undefined);
    });

    it('knows what git ignores, and what it tracks nevertheless', async () => {
      repository();
      const scanner = make();
      const todos = async (file: string): Promise<number | undefined> =>
        (await scanner.scanText(request(), file, '// TODO: x\n', signal))?.todos.length;
      assert.equal(await todos('ignored/new.ts'), undefined);
      assert.equal(await todos('sub/only-here.ts'), undefined);
      assert.equal(await todos('sub/deep/only-here.ts'), 1);
      await scanAll(scanner);
      assert.equal(await todos('ignored/tracked.ts'), 1);
      assert.equal(await todos('ignored/new.ts'), undefined);
    });

    it('is answered while a folder is scanned', async () => {
      const scanner = make({ ripgrep: program('sleep 20') });
      const abort = new AbortController();
      const scanning = scanAll(scanner, request(), abort.signal);
      const found = await scanner.scanText(request(), 'a.ts', '// TODO: x\n', signal);
      assert.equal(found?.todos.length, 1);
      abort.abort(new Error('enough'));
      await assert.rejects(scanning, /enough/);
    });
  });

  describe('when told to stop', () => {
    const alive = (pid: number): boolean => {
      try {
        process.kill(pid, 0);
        return true;
      } catch {
        return false;
      }
    };
    /** A ripgrep that finds one TODO and then goes on for ever; gives its process id. */
    const endless = (): { rg: string; pid: () => number } => {
      writeTree(folder, { 'a.ts': '// TODO: a\n' });
      const file = path.join(folder, '.pid');
      const rg = program(`echo $$ > "${file}"\nprintf './a.ts\\0001:3:TODO\\n\\n'\nexec sleep 60`);
      return { rg, pid: () => Number(fs.readFileSync(file, 'utf8')) };
    };

    for (const thread of ['worker', 'caller'] as const) {
      it(`rejects with the reason, ends ripgrep and can scan again (${thread})`, async () => {
        const { rg, pid } = endless();
        const scanner = make({ ripgrep: rg, thread });
        const abort = new AbortController();
        const scanning = scanner.scan(request(), () => abort.abort(new Error('enough')), abort.signal);
        await assert.rejects(scanning, /^Error: enough$/);
        fs.writeFileSync(rg, `#!/bin/sh\nexec "${findRipgrep()!}" "$@"\n`);
        const again = await scanAll(scanner);
        assert.ok(!alive(pid()), 'the second scan starts when the first is over');
        assert.deepEqual(lines(again), ['a.ts:1 TODO a']);
      });
    }

    it('does not start at all', async () => {
      const scanning = scanAll(make(), request(), AbortSignal.abort(new Error('early')));
      await assert.rejects(scanning, /^Error: early$/);
    });

    it('ends ripgrep when disposed of', async () => {
      const { rg, pid } = endless();
      const scanner = make({ ripgrep: rg });
      const scanning = scanner.scan(request(), () => scanner.dispose(), new AbortController().signal);
      await assert.rejects(scanning, /disposed of/);
      await waitFor('ripgrep to end', () => !alive(pid()));
      await assert.rejects(scanAll(scanner), /disposed of/);
    });

    it('rejects with what the receiver throws', async () => {
      writeTree(folder, { 'a.ts': '// TODO: a\n' });
      const scanner = make();
      const scanning = scanner.scan(
        request(),
        () => {
          throw new Error('bad receiver');
        },
        new AbortController().signal,
      );
      await assert.rejects(scanning, /bad receiver/);
      assert.equal((await scanAll(scanner)).files.length, 1);
    });

    it('scans one at a time', async () => {
      const file = path.join(folder, '.running');
      const rg = program(
        `if [ -e "${file}" ]; then kill -s SEGV $$; fi\ntouch "${file}"\nsleep 0.3\nrm "${file}"\nexec "${findRipgrep()!}" "$@"`,
      );
      const logger = recorder();
      const scanner = make({ ripgrep: rg, logger });
      await Promise.all([scanAll(scanner), scanAll(scanner), scanAll(scanner)]);
      assert.deepEqual(
        logger.lines.filter((l) => l.startsWith('error')),
        [],
      );
    });
  });

  it('survives the end of its thread', async () => {
    writeTree(folder, { 'a.ts': '// TODO: a\n' });
    const crashing = path.join(path.dirname(workerPath), 'crash.js');
    fs.writeFileSync(
      crashing,
      "require('node:worker_threads').parentPort.on('message', () => process.exit(3))",
    );
    await assert.rejects(scanAll(make({ workerPath: crashing })), /thread ended with exit code 3/);
  });

  it('keeps no process alive', async () => {
    writeTree(folder, { 'a.ts': '// TODO: a\n' });
    const module = await bundle('src/node/scan/scanner.ts', 'scanner.js');
    const script = `
      const { createScanner } = require(${JSON.stringify(module)});
      const log = () => {};
      const scanner = createScanner(${JSON.stringify(folder)}, {
        logger: { error: log, warn: log, info: log, debug: log },
        ripgrep: ${JSON.stringify(findRipgrep())},
      });
      const request = ${JSON.stringify(request())};
      scanner.scan(request, (b) => console.log(b[0].todos[0].text), new AbortController().signal);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { timeout: 10_000 });
    assert.equal(stdout, 'a\n');
  });
});
