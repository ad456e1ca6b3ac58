import assert from 'node:assert/strict';
import { shownText, type Shown } from '../../../src/editor/explain/shown';
import { skippedGroup } from '../../../src/editor/view/skipped-rows';
import { withoutWhy } from '../../../src/editor/view/without-why-rows';
import { rows } from '../../../src/editor/view/rows';
import type { Snapshot } from '../../../src/workspace/snapshot';
import { withBareGit } from '../../support/git-facts';
import { makeRepository, type TestRepository } from '../../support/repository';
import { outline, snapshotOf } from './support';

const OUTCOMES = `version: 1
policy: { base: main }
outcomes:
  - { id: short-wait, title: Callers wait two minutes less }
`;

describe('where a TODO is listed and a finding shown', () => {
  withBareGit();
  let repository: TestRepository;
  let snapshot: Snapshot;
  before(async () => {
    repository = makeRepository();
    repository.write('outcomes.yml', OUTCOMES);
    repository.write('old.ts', '// TODO: old\n');
    repository.commit('Begin');
    repository.git('switch', '-q', '-c', 'work');
    repository.write(
      'new.ts',
      '// TODO: new\n// TODO(short-wait): served\n// TODO(no-outcome: vendored): waived\n',
    );
    repository.write('binary.ts', '// TODO: in no text\n\0');
    repository.commit('Work');
    snapshot = await snapshotOf(repository.folder);
  });
  after(() => repository.remove());

  function text(file: string, index: number, given: Partial<Shown> = {}): string {
    const work = snapshot.files.find((one) => one.file === file)!;
    const todo = work.todos[index]!;
    const findings = work.findings.filter(
      ({ subject }) => subject.kind === 'file' && subject.range.start.line === todo.range.start.line,
    );
    return shownText(findings, todo, snapshot, { problems: 'all', branchOnly: false, ...given }).join(' ');
  }

  it('is the view that lists it, if one does', () => {
    assert.equal(text('new.ts', 0), 'The view Without a Why lists it.');
    assert.equal(text('new.ts', 1), 'The view Outcomes lists it.');
    assert.match(text('new.ts', 2), /^No view lists it/);
    assert.match(text('old.ts', 0, { branchOnly: true }), /Without a Why leaves it out at the moment/);
    assert.equal(text('new.ts', 0, { branchOnly: true }), 'The view Without a Why lists it.');
  });

  it('is nowhere where a setting says so', () => {
    assert.match(text('new.ts', 0, { problems: 'none' }), /outcomes\.problems is `none`/);
    assert.match(text('old.ts', 0, { problems: 'warnings' }), /outcomes\.problems is `warnings`/);
    assert.doesNotMatch(text('new.ts', 0, { problems: 'warnings' }), /outcomes\.problems/);
    assert.match(text('old.ts', 0), /A hint is shown only in files that are open/);
  });

  it('is said of files that were not read, below everything else', () => {
    const listed = outline(withoutWhy(snapshot, 'file:///w', false).roots(''));
    assert.match(listed, /\n1 file was not read\n {2}binary\.ts {2}binary\n$/);
    assert.equal(skippedGroup({ skipped: [], unverified: 9 }, 'file:///w'), null);
  });

  it('offers to open only what can be read', () => {
    const skipped = [
      { file: 'big.log', reason: 'larger than 20 MB' },
      { file: 'secret', reason: 'unreadable: permission denied' },
    ];
    const [group] = rows('', [skippedGroup({ skipped, unverified: 2 }, 'file:///w')!], (one) => one);
    assert.equal(group!.label, '2 files were not read');
    assert.match(group!.tooltip(), /2 more files/);
    assert.deepEqual(
      group!.children!().map(({ label, place, spoken }) => [label, place === null, spoken]),
      [
        ['big.log', false, 'big.log, larger than 20 MB'],
        ['secret', true, 'secret, unreadable: permission denied'],
      ],
    );
  });
});
