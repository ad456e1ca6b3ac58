import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { assertGolden, type Printed, runOutcomes, transcript } from '../support/golden';

const TODAY = ['--today', '2026-11-22'];
const EXAMPLE = path.join(import.meta.dirname, '../../examples/voice-migration');

describe('outcomes check-in', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-check-in-'));
    file = path.join(folder, 'outcomes.yml');
    fs.copyFileSync(path.join(EXAMPLE, 'outcomes.yml'), file);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]): Printed => runOutcomes(folder, ['check-in', ...args, ...TODAY]);
  const text = (): string => fs.readFileSync(file, 'utf8');
  const lines = (from: string): string[] => from.split('\n');

  it('prints what it wrote, and what it cannot take', () => {
    const calls: readonly (readonly string[])[] = [
      ['desk-calls', '68', '--confidence', 'on track', '--note', 'It is: quiet', '--dry-run'],
      ['desk-calls', '68 calls/week', '--confidence', 'on-track', '--note', 'It is: quiet'],
      ['desk-calls', '67'],
      ['fewer-calls', '770', '--date', '2026-11-20'],
      ['fax-customers', '3'],
      ['porting-days', '4,5'],
      ['porting-days', '4.5 h'],
      ['lines-moved', '2pp'],
      ['desk-cals', '68'],
      ['reliable-voice', '68'],
      ['porting-days', '4', '--date', '2026-11-23'],
      ['porting-days', '4', '--date', '22.11.2026'],
      ['porting-days', '4', '--confidence', 'green'],
      ['porting-days'],
      ['porting-days', '-1'],
      ['support-calls=760', 'lines-moved=85 %', 'cost-per-line=25.50', '--confidence', 'at-risk'],
      ['support-calls=1', 'lines-moved'],
      ['sites-without-battery=7', 'sites-without-battery=8'],
    ];
    const printed = calls.map((args) => transcript(['check-in', ...args], run(...args)));
    assertGolden('check-in/text.txt', printed.join('\n'));
  });

  it('adds one line and changes no other byte, with a byte-order mark, Windows line ends and its own mode', () => {
    const before = `\ufeff${text().replaceAll('\n', '\r\n')}`;
    fs.writeFileSync(file, before, { mode: 0o640 });
    fs.chmodSync(file, 0o640);
    assert.equal(run('desk-calls', '68').code, 0);
    const after = text();
    const added = lines(after).filter((line) => !lines(before).includes(line));
    assert.deepEqual(added, ['          - { date: 2026-11-22, value: 68 }\r']);
    assert.equal(after.replace(`${added[0]!}\n`, ''), before);
    assert.equal(fs.statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(fs.readdirSync(folder), ['outcomes.yml']);
  });

  it('adds to several metrics in several files at once, or to none of them', () => {
    const other = path.join(folder, 'web/outcomes.yml');
    fs.mkdirSync(path.dirname(other));
    fs.copyFileSync(path.join(EXAMPLE, 'web/outcomes.yml'), other);
    const before = [text(), fs.readFileSync(other, 'utf8')];
    const added = () =>
      [text(), fs.readFileSync(other, 'utf8')].map((now, i) =>
        lines(now)
          .filter((line) => !lines(before[i]!).includes(line))
          .map((line) => line.trim()),
      );
    const { code, stderr } = run('desk-calls=68', 'signups=1,760', 'lines-moved=eighty');
    assert.deepEqual([code, added()], [2, [[], []]]);
    assert.match(stderr, /^outcomes: lines-moved: .*no number/);
    assert.equal(run('desk-calls=68', 'signups=1,760', 'lines-moved=85', '--date', '2026-11-20').code, 0);
    assert.deepEqual(added(), [
      ['- { date: 2026-11-20, value: 68 }', '- { date: 2026-11-20, value: 85 }'],
      ['- { date: 2026-11-20, value: 1760 }'],
    ]);
  });

  it('writes nothing in a dry run, or where it refuses', () => {
    const before = text();
    assert.equal(run('desk-calls', '68', '--dry-run').code, 0);
    assert.equal(run('desk-calls', '6,8').code, 2);
    assert.equal(text(), before);
  });

  it('leaves a read-only file alone', () => {
    const before = text();
    fs.chmodSync(file, 0o444);
    const { code, stderr } = run('desk-calls', '68');
    assert.deepEqual([code, text()], [2, before]);
    assert.match(stderr, /outcomes\.yml is read-only/);
  });
});
