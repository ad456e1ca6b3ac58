import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { version } from '../../package.json';
import { assertGolden, goldenText, runOutcomes, sampleToRead, transcript } from '../support/golden';
import { junitProblems, sarifProblems } from '../support/schemas';

const here = import.meta.dirname;
const TODAY = ['--today', '2026-11-22'];

/** Copies a case's workspace out of this repository, so that git finds none around it. */
function copyWorkspace(name: string, to: string): string {
  fs.cpSync(path.join(here, name, 'workspace'), to, { recursive: true });
  return to;
}

describe('golden', () => {
  let temp: string;
  before(() => {
    temp = fs.mkdtempSync(path.join(os.tmpdir(), 'outcomes-golden-'));
  });
  after(() => fs.rmSync(temp, { recursive: true, force: true }));

  for (const name of ['monorepo', 'broken-file', 'languages'])
    for (const command of ['check', 'work', 'tree']) {
      it(`${name}: ${command}`, () => {
        const folder = copyWorkspace(name, path.join(temp, `${name}-${command}`));
        const args = [command, ...TODAY];
        assertGolden(`${name}/${command}.txt`, transcript(args, runOutcomes(folder, args)));
      });
    }

  describe('the sample', () => {
    let sample: string;
    before(async () => {
      sample = await sampleToRead();
    });

    for (const command of ['check', 'work', 'tree']) {
      it(`${command} as text`, () => {
        const args = [command, ...TODAY];
        assertGolden(`sample/${command}.txt`, transcript(args, runOutcomes(sample, args)));
      });

      it(`${command} as JSON`, () => {
        const { stdout } = runOutcomes(sample, [command, '--format', 'json', ...TODAY]);
        assert.equal((JSON.parse(stdout) as { version: number }).version, 1);
        assertGolden(`sample/${command}.json`, stdout);
      });

      it(`${command} prints the same bytes again`, () => {
        const args = [command, '--format', 'json', ...TODAY];
        assert.equal(runOutcomes(sample, args).stdout, goldenText(`sample/${command}.json`));
      });
    }

    it('check as SARIF, valid by its schema', () => {
      const { stdout } = runOutcomes(sample, ['check', '--format', 'sarif', ...TODAY]);
      assert.deepEqual(sarifProblems(stdout), []);
      assertGolden('sample/check.sarif.json', stdout.replace(version, 'VERSION'));
    });

    it('check as JUnit XML, valid by its schemas', async () => {
      const { stdout } = runOutcomes(sample, ['check', '--format', 'junit', ...TODAY]);
      assert.deepEqual(await junitProblems(stdout), []);
      assertGolden('sample/check.junit.xml', stdout.replaceAll(version, 'VERSION'));
    });

    it('check as GitHub commands, from the top of the repository', () => {
      const args = ['check', '--format', 'github', '--since', 'main', ...TODAY];
      assertGolden('sample/check.github.txt', transcript(args, runOutcomes(sample, args)));
      assert.match(
        runOutcomes(path.join(sample, 'web'), args.slice(0, 3)).stdout,
        / file=web\/outcomes.yml,/,
      );
    });

    it('the review as Markdown and as JSON, the same bytes each time', () => {
      for (const [format, golden] of [
        ['md', 'sample/report.md.txt'],
        ['json', 'sample/report.json'],
      ] as const) {
        const args = ['report', '--format', format, ...TODAY];
        const { stdout } = runOutcomes(sample, args);
        assertGolden(golden, stdout);
        assert.equal(runOutcomes(sample, args).stdout, stdout);
      }
    });

    it('check as JUnit XML and as GitHub commands prints the same bytes again', () => {
      const junit = runOutcomes(sample, ['check', '--format', 'junit', ...TODAY]).stdout;
      assert.equal(junit.replaceAll(version, 'VERSION'), goldenText('sample/check.junit.xml'));
      const args = ['check', '--format', 'github', '--since', 'main', ...TODAY];
      assert.equal(transcript(args, runOutcomes(sample, args)), goldenText('sample/check.github.txt'));
    });

    describe('prints the same bytes', () => {
      interface Place {
        readonly where: string;
        readonly environment: Readonly<Record<string, string>>;
        /** What `--cwd` names from a folder below; nobody names anything in the sample itself. */
        readonly cwd?: () => string;
      }
      const PLACES: readonly Place[] = [
        { where: 'where the day begins first', environment: { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' } },
        {
          where: 'where it begins last, from the folder above',
          environment: { TZ: 'Pacific/Pago_Pago', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
          cwd: () => '..',
        },
        {
          where: 'in Turkish, by an absolute path',
          environment: { TZ: 'Europe/Istanbul', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
          cwd: () => sample,
        },
      ];
      const COMMANDS = [
        ['report', '--format', 'json', '--since', '2026-08-01'],
        ['report', '--format', 'md', '--since', 'HEAD~2'],
        ['check', '--format', 'text'],
        ['check', '--format', 'sarif'],
      ];
      for (const command of COMMANDS)
        it(`of \`${command.join(' ')}\` at any place, in any language and from any folder`, () => {
          const args = [...command, ...TODAY];
          const { stdout } = runOutcomes(sample, args, { TZ: 'UTC', LC_ALL: 'C.UTF-8' });
          assert.ok(stdout.length > 1000);
          for (const { where, environment, cwd } of PLACES) {
            const [folder, more] = cwd ? [path.join(sample, 'web'), ['--cwd', cwd()]] : [sample, []];
            assert.equal(runOutcomes(folder, [...args, ...more], environment).stdout, stdout, where);
          }
        });
    });

    it('judges a branch on its own work with --since', () => {
      const args = ['check', '--since', 'main', ...TODAY];
      assertGolden('sample/since.txt', transcript(args, runOutcomes(sample, args)));
    });

    it('looks only below the named paths', () => {
      const args = ['check', '--format', 'json', ...TODAY, 'outcomes.yml'];
      const { findings } = JSON.parse(runOutcomes(sample, args).stdout) as { findings: { file: string }[] };
      assert.ok(findings.length > 0);
      assert.deepEqual([...new Set(findings.map(({ file }) => file))], ['outcomes.yml']);
    });
  });
});
