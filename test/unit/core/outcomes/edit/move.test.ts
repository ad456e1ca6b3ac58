import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/core/edits';
import { moveOutput } from '../../../../../src/core/outcomes/edit';
import { parseOutcomes } from '../../../../../src/core/outcomes/parse';
import { yaml } from '../../../../support/marked';
import { parse } from './support/files';
import { outcome, output } from './support/shown';

/** The file after moving an output, with ‹› around what is selected, or why it is refused. */
function moved(text: string, id: string, to: string): string {
  const file = parse(text);
  const result = moveOutput({ file, output: output(file, id) }, { file, outcome: outcome(file, to) });
  if ('refused' in result) return `refused: ${result.refused}`;
  const [made] = result.files;
  if (made === undefined) return text;
  const after = applyEdits(text, made.edits);
  const { start, end } = made.reveal!;
  return `${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`;
}

describe('moveOutput', () => {
  it('takes the comments along that belong to the output', () => {
    assert.equal(
      moved(
        yaml`
          outcomes:
            - id: a
              outputs:
                # the first
                - { id: one, title: One }   # and only
                # why this one:
                # it is quick
                - id: two   # later
                  # in two steps
                  title: Two
                  trade-off: |
                    Cost
                      and time
                  # all said
                # loose
            - id: b
              outputs:
              - id: three
        `,
        'two',
        'b',
      ),
      yaml`
        outcomes:
          - id: a
            outputs:
              # the first
              - { id: one, title: One }   # and only
              # loose
          - id: b
            outputs:
            - id: three
            # why this one:
            # it is quick
            - id: two   # later
              # in two steps
              title: ‹Two›
              trade-off: |
                Cost
                  and time
              # all said
      `,
    );
  });

  it('leaves an empty list where it was the only one, and makes one where there is none', () => {
    assert.equal(
      moved('outcomes:\n- id: a\n  outputs: # to do\n  - id: o\n    title: O\n- id: b\n', 'o', 'b'),
      'outcomes:\n- id: a\n  outputs: [] # to do\n- id: b\n  outputs:\n  - id: o\n    title: ‹O›\n',
    );
    assert.equal(
      moved('outcomes:\n- id: b\n- id: a\n  outputs:\n  - id: o', 'o', 'b'),
      'outcomes:\n- id: b\n  outputs:\n  - id: ‹o›\n- id: a\n  outputs: []',
    );
  });

  it('goes from brackets to lines and back', () => {
    assert.equal(
      moved(
        'outcomes:\n- id: a\n  outputs: [\n    # the best\n    { id: o,\n      title: O }, # today\n    { id: p }\n  ]\n- id: b\n  outputs:\n      - id: q\n',
        'o',
        'b',
      ),
      'outcomes:\n- id: a\n  outputs: [\n    { id: p }\n  ]\n- id: b\n  outputs:\n      - id: q\n      # the best\n      - { id: o,\n          title: ‹O› } # today\n',
    );
    assert.equal(
      moved(
        'outcomes:\n- {id: a, outputs: [{id: p}]}\n- id: b\n  outputs:\n  - id: o\n    serves: [a]\n    title: "O: more"\n  - id: q\n',
        'o',
        'a',
      ),
      'outcomes:\n- {id: a, outputs: [{id: p}, {id: o, title: "‹O: more›", serves: [a]}]}\n- id: b\n  outputs:\n  - id: q\n',
    );
    assert.equal(
      moved('outcomes: [{id: a, outputs: [{id: o}, {id: p}, {id: q}]}, {id: b}]', 'q', 'b'),
      'outcomes: [{id: a, outputs: [{id: o}, {id: p}]}, {id: b, outputs: [{id: ‹q›}]}]',
    );
  });

  it('moves between an outcome and the one that it is part of', () => {
    assert.equal(
      moved('outcomes:\n- id: a\n  outcomes:\n  - id: b\n    outputs:\n    - id: o\n', 'o', 'a'),
      'outcomes:\n- id: a\n  outputs:\n  - id: ‹o›\n  outcomes:\n  - id: b\n    outputs: []\n',
    );
    assert.equal(
      moved('outcomes:\n- id: a\n  outputs: [{id: o}]\n  outcomes:\n  - id: b\n', 'o', 'b'),
      'outcomes:\n- id: a\n  outputs: []\n  outcomes:\n  - id: b\n    outputs:\n    - {id: ‹o›}\n',
    );
  });

  it('moves to another file, in the way that file is written', () => {
    const from = parseOutcomes(
      'a/outcomes.yml',
      'outcomes:\n  - id: a\n    outputs:\n      - id: o\n        title: O\n      - id: p\n',
    );
    const to = parseOutcomes('b/outcomes.yml', 'outcomes:\r\n-   id: b\r\n');
    const result = moveOutput(
      { file: from, output: output(from, 'o') },
      { file: to, outcome: outcome(to, 'b') },
    );
    assert.ok('files' in result);
    const [source, target] = result.files;
    assert.deepEqual([source!.path, target!.path], ['a/outcomes.yml', 'b/outcomes.yml']);
    assert.equal(applyEdits(from.text, source!.edits), 'outcomes:\n  - id: a\n    outputs:\n      - id: p\n');
    const made = applyEdits(to.text, target!.edits);
    assert.equal(
      made,
      'outcomes:\r\n-   id: b\r\n    outputs:\r\n    - id: o\r\n      title: O\r\n'.replace(
        '    - id',
        '    - id',
      ),
    );
    assert.equal(made.slice(target!.reveal!.start, target!.reveal!.end), 'O');
  });

  it('has nothing to do where the output is already', () => {
    assert.equal(
      moved('outcomes: [{id: a, outputs: [{id: o}]}]', 'o', 'a'),
      'outcomes: [{id: a, outputs: [{id: o}]}]',
    );
  });

  it('refuses what would lose a comment or an anchor', () => {
    assert.match(
      moved('outcomes:\n- {id: a}\n- id: b\n  outputs:\n  - id: o # soon\n', 'o', 'a'),
      /^refused: The comments of this entry have no place in/,
    );
    assert.match(
      moved('outcomes:\n- id: a\n- id: b\n  outputs:\n  - id: o\n    title: &t T\n', 'o', 'a'),
      /^refused: This entry holds a YAML anchor or alias/,
    );
    assert.match(
      moved(
        'outcomes:\n- id: a\n- id: b\n  outputs:\n  - &o { id: o }\n- id: c\n  outputs: [*o]\n',
        'o',
        'a',
      ),
      /^refused: /,
    );
  });
});
