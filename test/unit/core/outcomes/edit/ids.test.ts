import assert from 'node:assert/strict';
import { outputFromOutcome, renameId } from '../../../../../src/core/outcomes/edit';
import { yaml } from '../../../../support/marked';
import { edited, outcome } from './support/shown';

describe('renameId', () => {
  const rename = (text: string, from: string, to: string): string =>
    edited(text, (file) => renameId(file, from, to));

  it('renames an outcome and all that serves it, in the quotes that are there', () => {
    assert.equal(
      rename(
        yaml`
          outcomes:
            - id: lower-cost   # lower-cost is what we call it
              title: lower-cost
            - id: voice
              outputs:
                - { id: voip, serves: ["lower-cost", 'lower-cost', lower-cost, lower-costs] }
                - id: mpf
                  serves:
                    - Lower-Cost
                - { id: x, serves: [ &c lower-cost, *c ], instead: voip }
        `,
        'lower-cost',
        'COST-12',
      ),
      yaml`
        outcomes:
          - id: COST-12   # lower-cost is what we call it
            title: lower-cost
          - id: voice
            outputs:
              - { id: voip, serves: ["COST-12", 'COST-12', COST-12, lower-costs] }
              - id: mpf
                serves:
                  - COST-12
              - { id: x, serves: [ &c COST-12, *c ], instead: voip }
      `,
    );
  });

  it('renames an output, what was chosen instead, and a metric', () => {
    const text = 'outcomes: [{"id":"a",outputs: [{id: o},{id: p, instead: O}],metrics: [{id: m}]}]';
    assert.equal(
      rename(text, 'o', 'voip'),
      'outcomes: [{"id":"a",outputs: [{id: voip},{id: p, instead: voip}],metrics: [{id: m}]}]',
    );
    assert.equal(rename(text, 'm', 'calls'), text.replace('id: m', 'id: calls'));
    assert.equal(rename(text, 'A', 'b'), text.replace('"a"', '"b"'));
    assert.equal(rename(text, 'none-such', 'b'), text);
  });

  it('quotes an id that YAML would not take for text', () => {
    assert.equal(rename('outcomes: [{id: x}]', 'x', 'true'), 'outcomes: [{id: "true"}]');
  });

  it('may change no more than the case', () => {
    assert.equal(rename('outcomes: [{id: voice}]', 'voice', 'Voice'), 'outcomes: [{id: Voice}]');
  });

  it('refuses an id that is taken, or is none', () => {
    const text = 'outcomes: [{id: a, outputs: [{id: b}], metrics: [{id: c}]}]';
    assert.equal(rename(text, 'a', 'B'), 'refused: `B` is already an id of this file.');
    assert.equal(rename(text, 'a', 'C'), 'refused: `C` is already an id of this file.');
    assert.match(rename(text, 'a', 'two words'), /^refused: `two words` is no id/);
    assert.match(rename(text, 'a', '12'), /^refused: `12` is no id/);
    assert.match(rename(text, 'a', 'none'), /^refused: `none` in a link means/);
  });

  it('refuses to rename half of what an anchor stands for', () => {
    assert.match(
      rename('outcomes: [{id: &a x, title: *a}]', 'x', 'y'),
      /^refused: `\*a` repeats a text for an id and for something else/,
    );
    assert.match(rename('outcomes: [{title: &a x, id: *a}]', 'x', 'y'), /^refused: `\*a` repeats/);
  });
});

describe('outputFromOutcome', () => {
  it('puts a new outcome in its place, which keeps the other fields and gets it as its first output', () => {
    const text = yaml`
      outcomes:
        - id: chatbot
          title: Launch the chatbot     # by spring
          owner: ana
          status: achieved
          paths: [bot/**]
          outputs:
            # a first version
            - { id: faq, title: FAQ, status: shipped }
        - id: other
          title: Fewer calls
          outputs:
            - { id: o, serves: [chatbot] }
    `;
    assert.equal(
      edited(text, (file) => outputFromOutcome(file, outcome(file, 'chatbot'))),
      yaml`
        outcomes:
          - id: new-outcome
            title: ‹The change that is wanted, and for whom›     # by spring
            owner: ana
            status: active
            paths: [bot/**]
            outputs:
              - { id: chatbot, title: Launch the chatbot, status: shipped }
              # a first version
              - { id: faq, title: FAQ, status: shipped }
          - id: other
            title: Fewer calls
            outputs:
              - { id: o, serves: [new-outcome] }
      `,
    );
  });

  it('finds the title to select behind what it renames before it, and an id that is free', () => {
    assert.equal(
      edited(
        'outcomes: [{id: new-outcome, outputs: [{id: o, serves: [x]}]}, {id: x, title: Build it}]',
        (file) => outputFromOutcome(file, outcome(file, 'x'), { title: 'Less waiting' }),
      ),
      'outcomes: [{id: new-outcome, outputs: [{id: o, serves: [new-outcome-2]}]}, {id: new-outcome-2, title: ‹Less waiting›, outputs: [{id: x, title: Build it}]}]',
    );
  });

  it('makes the fields that are missing', () => {
    assert.equal(
      edited('outcomes:\n- id: x\n', (file) =>
        outputFromOutcome(file, outcome(file, 'x'), { id: 'n', title: 'T' }),
      ),
      'outcomes:\n- id: n\n  title: ‹T›\n  outputs:\n  - { id: x, title: x }\n',
    );
    assert.match(
      edited('outcomes:\n- title: Build it\n', (file) => outputFromOutcome(file, file.outcomes[0]!)),
      /^refused: This outcome has no id/,
    );
  });
});
