import assert from 'node:assert/strict';
import { addField, renameKey, setField } from '../../../../../src/core/outcomes/edit';
import { yaml } from '../../../../support/marked';
import { edited, metric, outcome, output } from './support/shown';

describe('addField', () => {
  it('puts a field where the documentation has it, before the comments of the next one', () => {
    const text = yaml`
      outcomes:
        - id: voice
          title: Calls get through   # as customers say
          # decided in the board
          due: 2026-Q4
    `;
    assert.equal(
      edited(text, (file) => addField(file, outcome(file, 'voice'), 'owner', '@voice-team')),
      yaml`
        outcomes:
          - id: voice
            title: Calls get through   # as customers say
            owner: "‹@voice-team›"
            # decided in the board
            due: 2026-Q4
      `,
    );
  });

  it('puts the first field of all before the others', () => {
    const text = 'outcomes:\n-   metrics: []\n    title: x\n';
    assert.equal(
      edited(text, (file) => addField(file, file.outcomes[0]!, 'id', 'voice')),
      'outcomes:\n-   id: ‹voice›\n    metrics: []\n    title: x\n',
    );
  });

  it('fills in an empty field, and keeps the comment behind it', () => {
    for (const [before, after] of [
      ['due:', 'due: ‹2026-Q4›'],
      ['due:   # when?', 'due: ‹2026-Q4›   # when?'],
      ['due: ~ # when?', 'due: ‹2026-Q4› # when?'],
      ['due: null', 'due: ‹2026-Q4›'],
    ] as const) {
      assert.equal(
        edited(`outcomes:\n- id: x\n  ${before}\n  weight: 1`, (file) =>
          addField(file, outcome(file, 'x'), 'due', '2026-Q4'),
        ),
        `outcomes:\n- id: x\n  ${after}\n  weight: 1`,
      );
    }
  });

  it('writes metrics below their key, indented as the file is', () => {
    const text =
      'outcomes:\n    -   id: x\n        title: X\n        outcomes:\n            -   id: y\n                title: Y\n';
    const added = [{ id: 'calls', title: 'Calls', baseline: 120, target: 60 }];
    assert.equal(
      edited(text, (file) => addField(file, outcome(file, 'x'), 'metrics', added)),
      'outcomes:\n    -   id: x\n        title: X\n        metrics:\n            -   id: calls\n                title: ‹Calls›\n                baseline: 120\n                target: 60\n        outcomes:\n            -   id: y\n                title: Y\n',
    );
  });

  it('writes them in place of an empty list, and in brackets where the outcome is', () => {
    const added = [{ id: 'calls', target: [40, 60] }];
    const add = (text: string): string =>
      edited(text, (file) => addField(file, outcome(file, 'x'), 'metrics', added));
    assert.equal(
      add('outcomes:\n- id: x\n  metrics: [] # none yet\n'),
      'outcomes:\n- id: x\n  metrics: # none yet\n  - id: ‹calls›\n    target: [40, 60]\n',
    );
    assert.equal(
      add('outcomes: [{id: x, outputs: []}]'),
      'outcomes: [{id: x, metrics: [{id: ‹calls›, target: [40, 60]}], outputs: []}]',
    );
  });

  it('takes a line for itself in brackets that are written so', () => {
    const text = yaml`
      outcomes:
        - id: x
          outputs:
            - {
                id: voip, # the way to go
                status: planned # soon
              }
    `;
    assert.equal(
      edited(text, (file) => addField(file, output(file, 'voip'), 'instead', 'mpf')),
      yaml`
        outcomes:
          - id: x
            outputs:
              - {
                  id: voip, # the way to go
                  status: planned, # soon
                  instead: ‹mpf›
                }
      `,
    );
  });

  it('refuses a field that has a value', () => {
    assert.equal(
      edited('outcomes:\n- {id: x, due: 2026-Q1}', (file) =>
        addField(file, outcome(file, 'x'), 'due', '2026-Q4'),
      ),
      'refused: `due` is there already.',
    );
  });

  it('keeps a block scalar that ends in blank lines as it is', () => {
    assert.equal(
      edited('outcomes:\n- id: x\n  why: |+\n    Because\n\n\n- id: y\n', (file) =>
        addField(file, outcome(file, 'x'), 'owner', 'me'),
      ),
      'outcomes:\n- id: x\n  why: |+\n    Because\n\n\n  owner: ‹me›\n- id: y\n',
    );
  });
});

describe('setField', () => {
  const set = (value: string): string =>
    edited(`outcomes:\n- id: x\n  ${value}\n  weight: 1\n`, (file) =>
      setField(file, outcome(file, 'x'), 'owner', "ana's"),
    );

  it('replaces the value and keeps quotes and comments', () => {
    assert.equal(set('owner: me # for now'), "outcomes:\n- id: x\n  owner: ‹ana's› # for now\n  weight: 1\n");
    assert.equal(set('owner: "me"'), 'outcomes:\n- id: x\n  owner: "‹ana\'s›"\n  weight: 1\n');
    assert.equal(set("owner: 'me'"), "outcomes:\n- id: x\n  owner: '‹ana''s›'\n  weight: 1\n");
    assert.equal(
      set('owner: >- # a list\n    me\n    too'),
      "outcomes:\n- id: x\n  owner: ‹ana's› # a list\n  weight: 1\n",
    );
    assert.equal(set('owner: &o me'), "outcomes:\n- id: x\n  owner: &o ‹ana's›\n  weight: 1\n");
  });

  it('adds a field that is not there', () => {
    assert.equal(
      set('start: 2026-Q1'),
      "outcomes:\n- id: x\n  owner: ‹ana's›\n  start: 2026-Q1\n  weight: 1\n",
    );
  });

  it('replaces a list in brackets, but none of several lines', () => {
    const target = (written: string): string =>
      edited(`outcomes: [{id: x, metrics: [{id: m, ${written}}]}]`, (file) =>
        setField(file, metric(file, 'm'), 'target', [1, 2.5]),
      );
    assert.equal(target('target: [40, 60]'), 'outcomes: [{id: x, metrics: [{id: m, target: [‹1›, 2.5]}]}]');
    assert.match(
      edited('outcomes:\n- id: x\n  paths:\n  - a/**\n', (file) =>
        setField(file, outcome(file, 'x'), 'paths', ['b/**']),
      ),
      /^refused: `paths` is written over several lines/,
    );
  });
});

describe('renameKey', () => {
  const rename = (text: string, from: string, to: string): string =>
    edited(text, (file) => {
      const start = text.indexOf(from);
      return renameKey(file, { start, end: start + from.length }, to);
    });

  it('changes a misspelt field wherever it is, and keeps its quotes', () => {
    assert.equal(
      rename('outcomes:\n- id: x\n  onwer : me\n', 'onwer', 'owner'),
      'outcomes:\n- id: x\n  owner : me\n',
    );
    assert.equal(
      rename('outcomes:\n- {id: x, "onwer":me}\n', '"onwer"', 'owner'),
      'outcomes:\n- {id: x, "owner":me}\n',
    );
    assert.equal(rename('outcome:\n- id: x\n', 'outcome', 'outcomes'), 'outcomes:\n- id: x\n');
    assert.equal(rename('policy: { tag: [A] }\n', 'tag', 'tags'), 'policy: { tags: [A] }\n');
    assert.equal(
      rename(
        'outcomes:\n- id: x\n  metrics:\n  - check-ins:\n    - {dat: 2026-01-01, value: 3}\n',
        'dat',
        'date',
      ),
      'outcomes:\n- id: x\n  metrics:\n  - check-ins:\n    - {date: 2026-01-01, value: 3}\n',
    );
  });

  it('refuses a name that is taken, and a place that holds no field', () => {
    assert.equal(
      rename('outcomes:\n- {id: x, onwer: a, owner: b}', 'onwer', 'owner'),
      'refused: `owner` is there already.',
    );
    assert.equal(
      rename('outcomes:\n- {id: x, owner: a}', 'wner', 'owner'),
      'refused: There is no field at this place of the file.',
    );
    assert.match(rename('outcomes:\n- {id: x}', 'id', 'a b'), /^refused: `a b` is no name of a field/);
  });
});
