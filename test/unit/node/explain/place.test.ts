import assert from 'node:assert/strict';
import { explainReading, layOut, type Position } from '../../../../src/core';
import { explainPlace, type PlaceQuestion } from '../../../../src/node/explain/place';
import type { Snapshot } from '../../../../src/workspace/snapshot';
import { withBareGit } from '../../../support/git-facts';
import { makeRepository, type TestRepository } from '../../../support/repository';
import { snapshotOf } from '../../editor/support';

const OUTCOMES = `version: 1
policy:
  base: main
  ignore: [vendor/**]
  rules: { closed-outcome: info }
outcomes:
  - id: short-wait
    title: Callers wait two minutes less
    why: One in five hangs up
    paths: [desk/**]
  - { id: old-idea, title: Callers find the number sooner, status: dropped, titel: x }
`;

describe('why a place is flagged or missing', () => {
  withBareGit();
  let repository: TestRepository;
  const texts = new Map<string, string>();

  const write = (file: string, text: string) => {
    texts.set(file, text);
    repository.write(file, text);
  };
  before(() => {
    repository = makeRepository();
    write('outcomes.yml', OUTCOMES);
    write('src/old.ts', 'const a = 1;\n// TODO: old\n');
    write('desk/a.py', '# TODO: by its path\n');
    repository.commit('Begin');
    repository.git('switch', '-q', '-c', 'work');
    write(
      'src/new.ts',
      '// TODO: new\n//   and longer\nconst a = "TODO: not this";\n// see the TODO of Ana\n',
    );
    write('src/both.ts', 'const a = "TODO: not this"; // TODO: but this, and no FIXME\n');
    write(
      'src/closed.ts',
      '// TODO(old-idea): closed\n// TODO(short-wiat): misspelt\n// TODO(no-outcome: vendored) x\n',
    );
    write('vendor/x.ts', '// TODO: vendored\n');
    write('src/unheard.of', '# TODO: what is this\n');
    write('node_modules/a.ts', '// TODO: ignored\n');
    write('.gitignore', 'node_modules/\n');
    repository.commit('Work');
  });
  after(() => repository.remove());

  let snapshot: Snapshot;
  before(async () => {
    snapshot = await snapshotOf(repository.folder);
  });

  async function answer(
    file: string,
    position: Position,
    given: Partial<PlaceQuestion> = {},
  ): Promise<string> {
    const question: PlaceQuestion = {
      folder: repository.folder,
      snapshot,
      busy: false,
      file,
      text: texts.get(file)!,
      position,
      editor: null,
      processes: true,
      shown: () => [],
      signal: new AbortController().signal,
      ...given,
    };
    return layOut(await explainPlace(question)).text;
  }
  const at = (line: number, character: number): Position => ({ line: line - 1, character: character - 1 });

  it('names finding, severity, age, the evidence that was tried, and what to do', async () => {
    assert.equal(
      await answer('src/new.ts', at(2, 8)),
      `TODO, src/new.ts:1:4

Flagged as todo-without-why, a warning: This TODO states no why. Name the outcome it serves by its id, as in \`TODO(ID):\`, or say why it needs none: \`TODO(no-outcome: reason):\`.
The rule \`todo-without-why\` is a warning unless a policy says otherwise.
The policy's rules do not name it.

New or old
  It is new: its line was added after the merge base with \`main\`, or is not committed yet.

How its why was looked for
  1. The comment states no id, neither as \`TODO(ID)\` nor as \`outcome: ID\` or \`why: ID\`.
  2. No glob in \`paths\` holds the file; tried \`desk/**\` of \`short-wait\`. (outcomes.yml:10:13)

What to do
  todo-without-why: Name the outcome it serves, \`TODO(ID): …\`, or say why it needs none, \`TODO(no-outcome: reason): …\`. An outcome with \`paths\` gives a why to everything below them.
`,
    );
  });

  it('says what older work gets, by what, and since when it is there', async () => {
    const text = await answer('src/old.ts', at(2, 4));
    assert.match(text, /^Flagged as todo-without-why, a hint:/m);
    assert.match(text, /^Older work gets a hint instead: existing is `hint` by default\.$/m);
    assert.match(text, /It is old: .* The line is from 2026-03-02, commit [0-9a-f]{12}\./);
  });

  it('claims no age for a line that HEAD has otherwise', async () => {
    const text = await answer('src/old.ts', at(2, 4), { text: 'const a = 1;\n// TODO: other\n' });
    assert.doesNotMatch(text, /The line is from/);
  });

  it('names the path that gives a why, and where it stands', async () => {
    const text = await answer('desk/a.py', at(1, 3));
    assert.match(text, /^Not flagged: its why is known\.$/m);
    assert.match(
      text,
      /2\. The path `desk\/\*\*` of `short-wait` holds the file\..* \(outcomes\.yml:10:13\)$/m,
    );
  });

  it('says what a policy made of a rule, and what is stated', async () => {
    const closed = await answer('src/closed.ts', at(1, 4));
    assert.match(closed, /^Flagged as closed-outcome, an information:/m);
    assert.match(closed, /^The policy's rules set it to `info`\. \(outcomes\.yml:5:12\)$/m);
    assert.match(
      closed,
      /1\. The comment states `old-idea`: .*\(outcomes\.yml:11:11\)\n.*2\. Paths were not asked/,
    );
    const broken = await answer('src/closed.ts', at(2, 4));
    assert.match(broken, /^Flagged as unknown-outcome, an error/m);
    assert.match(
      broken,
      /1\. The comment states `short-wiat`, which is no id; the nearest is `short-wait`\./,
    );
    assert.match(await answer('src/closed.ts', at(3, 4)), /waives its why: `vendored`/);
  });

  it('explains what is found in an outcomes file', async () => {
    const text = await answer('outcomes.yml', at(11, 85));
    assert.match(text, /^Flagged as unknown-field, an error/m);
    assert.match(text, /The rule `unknown-field` is an error unless/);
  });

  it('gives the one reason why a tag word is not listed', async () => {
    assert.match(
      await answer('src/new.ts', at(3, 13)),
      /stands in a string that begins there \(src\/new\.ts:3:11\)/,
    );
    assert.match(await answer('src/new.ts', at(4, 12)), /only mentions `TODO`/);
    assert.match(await answer('src/both.ts', at(1, 13)), /stands in a string/);
    assert.match(await answer('src/both.ts', at(1, 8)), /^Flagged as todo-without-why/m);
    assert.match(await answer('src/both.ts', at(1, 33)), /^Flagged as todo-without-why/m);
    assert.match(await answer('src/both.ts', at(1, 56)), /only mentions `FIXME`/);
    assert.match(
      await answer('vendor/x.ts', at(1, 4)),
      /`vendor\/\*\*` in the policy's `ignore`.*\(outcomes\.yml:4:12\)/,
    );
    assert.match(await answer('src/unheard.of', at(1, 4)), /language of this file is not known/);
    assert.match(await answer('node_modules/a.ts', at(1, 4)), /`node_modules\/`.*\(\.gitignore:1:1\)/);
  });

  it('knows a TODO that is merely not read yet from one that is lost', async () => {
    const text = '// TODO: just typed\n';
    const unsaved = { language: 'typescript', encoding: 'utf8', unsaved: true };
    assert.match(
      await answer('src/b.ts', at(1, 4), { text, busy: true, editor: unsaved }),
      /being read at this moment/,
    );
    assert.match(await answer('src/b.ts', at(1, 4), { text, editor: unsaved }), /mistake of this extension/);
    assert.match(await answer('src/b.ts', at(1, 4), { text }), /no such file on the disk/);
    const moved = `\n\n${texts.get('src/new.ts')!}`;
    assert.match(
      await answer('src/new.ts', at(3, 4), { text: moved, busy: true, editor: unsaved }),
      /being read at this moment/,
    );
  });

  it('knows what was not asked where no process may run', async () => {
    assert.match(
      await answer('src/old.ts', at(2, 4), { processes: false }),
      /in Restricted Mode git is not asked/,
    );
    assert.match(
      await answer('node_modules/a.ts', at(1, 4), { processes: false }),
      /Whether it tracks this one is not known/,
    );
  });

  it('tells of the reading what was skipped', () => {
    const parts = explainReading({
      folder: 'w',
      busy: false,
      failure: null,
      restricted: false,
      known: {
        outcomesFiles: 1,
        files: snapshot.files.length,
        skipped: snapshot.skipped,
        unverified: snapshot.unverified,
        cost: null,
      },
    });
    assert.match(
      layOut({ subject: '', parts }).text,
      /1 file with tag words in a language that is not known/,
    );
  });
});
