import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runOutcomes, sampleToRead } from '../support/golden';

const TODAY = ['--today', '2026-11-22'];

describe('outcomes why', () => {
  let temp: string;
  let sample: string;
  before(async () => {
    temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-why-'));
    sample = path.join(temp, 'sample');
    // Written to below.
    fs.cpSync(await sampleToRead(), sample, { recursive: true });
  });
  after(() => fs.rmSync(temp, { recursive: true, force: true }));

  const why = (...args: string[]) => runOutcomes(sample, ['why', ...args, ...TODAY]);

  it('explains each finding of `check` at the place that `check` prints', () => {
    const { stdout } = runOutcomes(sample, ['check', '--format', 'json', '--fail-on', 'error', ...TODAY]);
    const { findings } = JSON.parse(stdout) as {
      findings: { code: string; file?: string; range?: { start: { line: number; column: number } } }[];
    };
    const inFiles = findings.filter(({ file }) => file !== undefined);
    // One of each kind: every run reads the whole sample again.
    const each = [...new Map(inFiles.map((one) => [one.code, one])).values()].slice(0, 6);
    assert.ok(each.length >= 4, each.map(({ code }) => code).join());
    for (const { code, file, range } of each) {
      const place = `${file!}:${range!.start.line}:${range!.start.column}`;
      const said = why(place);
      assert.deepEqual([said.code, said.stderr], [0, ''], place);
      assert.match(said.stdout, new RegExp(`^Flagged as ${code}, `, 'm'), place);
    }
  });

  it('says why something is not listed', () => {
    assert.match(
      why('vendor/sip/parse.ts').stdout,
      /`vendor\/\*\*` in the policy's `ignore`.*\(outcomes\.yml:7:12\)/,
    );
    fs.mkdirSync(path.join(sample, 'dist'));
    fs.writeFileSync(path.join(sample, 'dist/a.ts'), '// TODO: x\n');
    assert.match(
      why('dist/a.ts:1:4').stdout,
      /`dist\/`, an ignore rule of git, leaves the folder `dist` out\. \(\.gitignore:2:1\)/,
    );
  });

  it('takes a file whose name ends like a place for that file', () => {
    fs.writeFileSync(path.join(sample, 'a.ts:2'), '// TODO: x\n');
    assert.match(why('a.ts:2').stdout, /^`TODO`, a\.ts:2:1:4$/m);
  });

  it('refuses what is no place in one line', () => {
    const refusals: readonly (readonly [args: string[], says: RegExp])[] = [
      [[], /name one place/],
      [['a.ts', 'b.ts'], /name one place/],
      [['gone.ts:3'], /no such file/],
      [['services'], /is a folder/],
      [['../elsewhere.ts'], /no file inside of/],
    ];
    for (const [args, says] of refusals) {
      const { code, stdout, stderr } = why(...args);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, /^outcomes: [^\n]+\n$/);
      assert.match(stderr, says);
    }
  });
});
