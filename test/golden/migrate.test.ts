import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assertGolden, runOutcomes, transcript } from '../support/golden';

const workspace = path.join(import.meta.dirname, 'migrate', 'workspace');

describe('outcomes migrate', () => {
  let folder: string;
  beforeEach(() => {
    const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-migrate-'));
    folder = path.join(temp, 'voice');
    fs.cpSync(workspace, folder, { recursive: true });
  });
  afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

  const files = () => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const texts = () => files().map((name) => read(name));
  const read = (name: string) => {
    const file = path.join(folder, name);
    return fs.statSync(file).isFile() ? fs.readFileSync(file, 'utf8') : '';
  };
  const apply = (diff: string) =>
    spawnSync('git', ['apply', '-'], { cwd: folder, input: diff, encoding: 'utf8' });

  it('prints what it found and the diff, and writes nothing', () => {
    const before = [files(), texts()];
    const args = ['migrate'];
    assertGolden('migrate/text.txt', transcript(args, runOutcomes(folder, args)));
    const json = runOutcomes(folder, ['migrate', '--format', 'json']).stdout;
    assertGolden('migrate/migrate.json', json);
    assert.deepEqual([files(), texts()], before);
  });

  it('writes a file that is not there, and only that one', () => {
    const before = files();
    const { code, stdout } = runOutcomes(folder, ['migrate', '--write']);
    assert.equal(code, 0);
    assert.match(stdout, /\nWrote .*outcomes\.yml\. The comments were left alone: change them as shown\.\n$/);
    assert.deepEqual(files(), [...before, 'outcomes.yml'].sort());
    const { stdout: found, code: checked } = runOutcomes(folder, [
      'check',
      '--format',
      'json',
      '--fail-on',
      'error',
    ]);
    const { findings } = JSON.parse(found) as { findings: { file?: string }[] };
    assert.equal(checked, 0, found);
    assert.deepEqual(
      findings.filter(({ file }) => file === 'outcomes.yml'),
      [],
    );
  });

  it('refuses to write over a file, shows the proposal all the same, and keeps what is there', () => {
    const text = 'version: 1\r\n# ours\r\npolicy:\r\n  tags: [TODO] # only these\r\noutcomes: []\r\n';
    fs.writeFileSync(path.join(folder, 'outcomes.yml'), text);
    const { code, stdout, stderr } = runOutcomes(folder, ['migrate', '--write']);
    assert.equal(code, 2);
    assert.match(stderr, /^outcomes: .*outcomes\.yml exists already and was left alone;[^\n]*\n$/);
    assert.match(stdout, /^\+ {2}- id: VOICE-12/m);
    assert.equal(read('outcomes.yml'), text);
  });

  it('has a diff that git applies, after which every TODO with an issue is linked and nothing is left to do', () => {
    const { diff } = JSON.parse(runOutcomes(folder, ['migrate', '--format', 'json']).stdout) as {
      diff: string;
    };
    const applied = apply(diff);
    assert.equal(applied.status, 0, applied.stderr);
    const { work } = JSON.parse(runOutcomes(folder, ['work', '--format', 'json']).stdout) as {
      work: { file: string; line: number; links: { outcome: string }[] }[];
    };
    const links = work.flatMap(({ file, line, links: all }) =>
      all.map(({ outcome }) => `${file}:${line} ${outcome}`),
    );
    assert.deepEqual(links, [
      'src/answers.py:1 VOICE-12',
      'src/answers.py:2 issue-123',
      'src/gateway.ts:1 issue-123',
      'src/gateway.ts:2 VOICE-12',
      'src/gateway.ts:4 VOICE-12',
      'src/gateway.ts:5 shop-7',
    ]);
    const again = JSON.parse(runOutcomes(folder, ['migrate', '--format', 'json']).stdout) as {
      changed: boolean;
      edits: [];
    };
    assert.deepEqual([again.changed, again.edits], [false, []]);
  });

  it('adds to a file that is there what it lacks, and git applies that too', () => {
    const text =
      'version: 1\n# ours\npolicy:\n  existing: same # yes\noutcomes:\n  - id: voice-12\n    title: Callers wait less\n';
    fs.writeFileSync(path.join(folder, 'outcomes.yml'), text);
    const { stdout } = runOutcomes(folder, ['migrate']);
    assert.equal(apply(stdout).status, 0);
    const lines = new Set(read('outcomes.yml').split('\n'));
    for (const line of text.split('\n')) assert.ok(lines.has(line), line);
    assert.match(read('outcomes.yml'), /existing: same # yes\n {2}tags: \[/);
    assert.doesNotMatch(read('outcomes.yml'), /id: VOICE-12/);
    assert.match(read('src/gateway.ts'), /TODO\(issue-123\): answer/);
  });

  it('has something to say of an empty folder', () => {
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { recursive: true });
    assertGolden('migrate/empty.txt', transcript(['migrate'], runOutcomes(folder, ['migrate'])));
  });
});
