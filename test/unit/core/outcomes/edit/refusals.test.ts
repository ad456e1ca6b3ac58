import assert from 'node:assert/strict';
import { addCheckIn, addField, addOutcome, addOutput, setField } from '../../../../../src/core/outcomes/edit';
import type { EditResult } from '../../../../../src/core/edits';
import { addDays } from '../../../../../src/core/outcomes/day';
import { effortOf } from '../../../../support/effort';
import { parse } from './support/files';
import { edited, metric, outcome } from './support/shown';

const addOwner = (text: string, id: string): string =>
  edited(text, (file) => addField(file, outcome(file, id), 'owner', 'me'));

describe('edits of what YAML shares', () => {
  it('are refused where an alias would repeat them, and made elsewhere', () => {
    const text =
      'outcomes:\n- &a\n  id: x\n  metrics: &m\n  - id: m\n- id: y\n  metrics: *m\n- *a\n- id: z\n';
    assert.match(addOwner(text, 'x'), /^refused: `\*a` repeats this part of the file elsewhere/);
    assert.match(
      edited(text, (file) => addCheckIn(file, metric(file, 'm'), { date: '2026-01-01', value: 1 })),
      /^refused: `\*[am]` repeats this part/,
    );
    assert.match(
      edited(text, (file) => addField(file, file.outcomes[2]!, 'owner', 'me')),
      /^refused: This part of the file is written as a YAML alias/,
    );
    assert.match(
      edited(text, (file) => addField(file, outcome(file, 'y'), 'metrics', [{ id: 'n' }])),
      /^refused: `metrics` is there already/,
    );
    assert.equal(addOwner(text, 'y'), text.replace('- id: y\n', '- id: y\n  owner: ‹me›\n'));
    assert.equal(addOwner(text, 'z'), text.replace('- id: z\n', '- id: z\n  owner: ‹me›\n'));
    assert.match(
      edited(text, (file) => addOutcome(file, null, { id: 'n', title: 'N' })),
      /- id: z\n- id: n\n {2}title: ‹N›\n$/,
    );
  });

  it('are made where an anchor is never used, and where an alias is replaced as a whole', () => {
    assert.equal(addOwner('outcomes:\n- &a\n  id: x\n', 'x'), 'outcomes:\n- &a\n  id: x\n  owner: ‹me›\n');
    const text = 'outcomes:\n- id: x\n  due: &d 2026-Q1\n- id: y\n  due: *d\n';
    assert.equal(
      edited(text, (file) => setField(file, outcome(file, 'y'), 'due', '2026-Q4')),
      'outcomes:\n- id: x\n  due: &d 2026-Q1\n- id: y\n  due: ‹2026-Q4›\n',
    );
    assert.match(
      edited(text, (file) => setField(file, outcome(file, 'x'), 'due', '2026-Q4')),
      /^refused: `\*d` repeats/,
    );
  });
});

describe('edits of a broken file', () => {
  it('are made where it is intact, and say what is broken where it is not', () => {
    const text = 'outcomes:\n- id: x\n  title: [never closed\n- id: y\n  title: Y\n- id: z\n  titl\n';
    assert.equal(addOwner(text, 'y'), text.replace('title: Y\n', 'title: Y\n  owner: ‹me›\n'));
    assert.match(addOwner(text, 'x'), /^refused: This part of the file is broken\. /);
    assert.match(addOwner(text, 'z'), /^refused: This part of the file is broken\. `titl` is not finished/);
  });

  it('are made beside a merge conflict, not in one', () => {
    const text =
      'outcomes:\n- id: x\n<<<<<<< HEAD\n  title: X\n=======\n  title: Z\n>>>>>>> other\n- id: y\n';
    assert.equal(addOwner(text, 'y'), text.replace('- id: y\n', '- id: y\n  owner: ‹me›\n'));
    assert.match(addOwner(text, 'x'), /^refused: /);
  });

  it('are refused where tabs indent, and made where they only separate', () => {
    assert.match(
      addOwner('outcomes:\n- id: x\n\ttitle: X\n', 'x'),
      /^refused: This part of the file is broken\. .*tab/,
    );
    assert.equal(
      addOwner('outcomes:\n- id:\tx\t# c\n  title: X\t\n', 'x'),
      'outcomes:\n- id:\tx\t# c\n  title: X\t\n  owner: ‹me›\n',
    );
  });

  it('are refused in a file of several documents, unless the rest is empty', () => {
    const several = /^refused: The file holds several YAML documents/;
    assert.match(addOwner('outcomes:\n- id: x\n---\noutcomes:\n- id: y\n', 'x'), several);
    assert.match(addOwner('outcomes:\n- id: x\n...\nversion: 1\n', 'x'), several);
    assert.equal(
      addOwner('%YAML 1.2\n---\noutcomes:\n- id: x\n...\n# end\n', 'x'),
      '%YAML 1.2\n---\noutcomes:\n- id: x\n  owner: ‹me›\n...\n# end\n',
    );
    assert.match(
      edited('outcomes:\n- id: x\n---\na: 1', (file) => addOutcome(file, null, { id: 'n' })),
      several,
    );
  });

  it('are refused where the file is no mapping, or a part of it no entry of a list', () => {
    for (const text of ['- id: x\n', 'text', '[]']) {
      assert.match(
        edited(text, (file) => addOutcome(file, null, { id: 'n' })),
        /^refused: The file does not start with fields/,
      );
    }
    assert.match(
      addOwner('outcomes:\n  id: x\n', 'x'),
      /^refused: This part of the file is not written as an entry/,
    );
    assert.match(addOwner('outcomes: [ id: x ]\n', 'x'), /^refused: /);
  });

  it('are refused for a number that cannot be written', () => {
    assert.match(
      edited('outcomes: [{id: x}]', (file) => addField(file, outcome(file, 'x'), 'weight', Infinity)),
      /^refused: Infinity is no number/,
    );
  });

  it('never throw, however deep the file is', () => {
    const deep = `${'{a: '.repeat(300)}1${'}'.repeat(300)}`;
    assert.match(
      addOwner(`outcomes:\n- id: x\n  extra: ${deep}\n`, 'x'),
      /^refused: This part of the file is nested too deep/,
    );
  });
});

describe('edits of a large file', () => {
  const many = 'version: 1\noutcomes:\n'.concat(
    ...Array.from(
      { length: 2000 },
      (_, i) =>
        `  - id: outcome-${i}\n    title: People reach ${i}\n    owner: "@team"\n    due: 2026-Q4\n    metrics:\n      - id: m-${i}\n        baseline: 9\n        target: 4\n        check-ins:\n          - { date: 2026-01-01, value: 3 }\n    outputs:\n      - { id: o-${i}, title: Thing ${i}, serves: [outcome-${i % 50}] }\n`,
    ),
  );

  it('take milliseconds in a list of check-ins that has grown for five years', () => {
    const days = Array.from({ length: 260 }, (_, week) => addDays('2021-01-04', week * 7));
    const lines = days.map(
      (date) => `        - { date: ${date}, value: 3, confidence: on-track, note: As it was }\n`,
    );
    const text = `outcomes:\n  - id: x\n    metrics:\n      - id: m\n        check-ins:\n${lines.join('')}`;
    const file = parse(text);
    for (const [date, before] of [
      ['2021-01-01', 0],
      ['2023-06-15', 128],
      ['2026-01-01', 260],
    ] as const) {
      const add = (): EditResult => addCheckIn(file, metric(file, 'm'), { date, value: 2 });
      const made = edited(text, add).replace(/[‹›]/g, '').split('\n');
      assert.equal(made[5 + before], `        - { date: ${date}, value: 2 }`);
      const efforts = Array.from({ length: 9 }, () => effortOf(add)).sort((a, b) => a - b);
      assert.ok(efforts[4]! < 16, `${efforts[4]!} ms`);
    }
  });

  it('take milliseconds', () => {
    const file = parse(many);
    const last = file.outcomes.at(-1)!;
    const edits: (() => unknown)[] = [
      () => addField(file, last, 'why', 'It matters'),
      () => addOutput(file, last, { id: 'new', title: 'New' }),
      () => addCheckIn(file, last.metrics[0]!, { date: '2026-02-01', value: 2 }),
      () => addOutcome(file, null, { id: 'new', title: 'New' }),
    ];
    for (const edit of edits) {
      edit();
      const efforts = Array.from({ length: 9 }, () => effortOf(edit)).sort((a, b) => a - b);
      assert.ok(efforts[4]! < 16, `${efforts[4]!} ms`);
    }
  });
});
