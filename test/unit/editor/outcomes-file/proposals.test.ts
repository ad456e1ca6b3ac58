import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { contextAt, jsonSchema, LineIndex, parseOutcomes } from '../../../../src/core';
import { fieldsOf } from '../../../../src/editor/outcomes-file/schema';
import { proposalsAt, type Proposal } from '../../../../src/editor/outcomes-file/proposals';
import { listIndentOf } from '../../../../src/editor/outcomes-file/skeletons';
import {
  checkInFields,
  fileFields,
  metricFields,
  outcomeFields,
  outputFields,
  policyFields,
} from '../../../../src/core/outcomes/schema';

const TODAY = '2026-11-22';
const schemaFile = path.join(import.meta.dirname, '../../../../syntaxes/outcomes.schema.json');
const fields = fieldsOf(JSON.parse(fs.readFileSync(schemaFile, 'utf8')));

interface Place {
  readonly text: string;
  readonly offset: number;
}

function placeOf(marked: string): Place {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function proposals({ text, offset }: Place, schemaIsServed = false): Proposal[] {
  const context = contextAt(text, new LineIndex(text).positionAt(offset));
  assert.ok(context, text);
  return proposalsAt(context, { fields, today: TODAY, listIndent: listIndentOf(text), schemaIsServed });
}

function labels(marked: string, schemaIsServed = false): string {
  return proposals(placeOf(marked), schemaIsServed)
    .map(({ label, note }) => (note === '' ? label : `${label} (${note})`))
    .join(', ');
}

/** The text once a proposal is accepted: the stops are empty, and the cursor `|` is at the last one. */
function accepted({ text, offset }: Place, { insert, tight }: Proposal): string {
  const lines = new LineIndex(text);
  const { range } = contextAt(text, lines.positionAt(offset))!;
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  return (
    text.slice(0, tight ? start - 1 : start) +
    insert.replace('$0', '|').replace(/\$\d/g, '') +
    text.slice(end)
  );
}

function accept(marked: string, label: string, schemaIsServed = false): string {
  const place = placeOf(marked);
  const proposal = proposals(place, schemaIsServed).find((each) => each.label === label);
  assert.ok(proposal, label);
  return accepted(place, proposal);
}

describe('the fields of an outcomes.yml', () => {
  it('are those of the schema, in its order, with their descriptions', () => {
    const shapes = {
      file: fileFields,
      policy: policyFields,
      outcome: outcomeFields,
      metric: metricFields,
      'check-in': checkInFields,
      output: outputFields,
    } as const;
    for (const [container, shape] of Object.entries(shapes))
      assert.deepEqual(
        fields[container as keyof typeof shapes].map(({ name }) => name),
        Object.keys(shape),
      );
    assert.deepEqual(fieldsOf(jsonSchema()), fields);
    for (const field of Object.values(fields).flat())
      assert.ok(field.about !== '' || fields.rules.includes(field), field.name);
    assert.ok(fields.rules.some(({ name, values }) => name === 'no-owner' && values.includes('off')));
  });

  it('are none of a schema that is another', () => {
    assert.deepEqual(
      Object.values(fieldsOf({ properties: { outcomes: 1 } }))
        .flat()
        .map(({ name }) => name),
      ['outcomes'],
    );
    assert.deepEqual(Object.values(fieldsOf(null)).flat(), []);
  });
});

describe('what is proposed in an outcomes.yml', () => {
  it('is what is not there yet, in the order of the format', () => {
    assert.equal(labels('|'), 'version, title, policy, outcomes');
    assert.equal(
      labels('outcomes:\n  - id: a\n    due: 2026-12-31\n    |\n    metrics: []\n').slice(0, 27),
      'title, why, owner, start, s',
    );
    assert.equal(
      labels('outcomes:\n  - id: a\n    outputs:\n      - { id: o, title: O, |}'),
      'status, shipped, instead, trade-off, serves, element',
    );
    assert.equal(labels('policy:\n  rules:\n    |').split(', ')[0], 'invalid-yaml');
  });

  it('is each choice of a field', () => {
    assert.equal(labels('outcomes:\n  - status: |'), 'draft, active, achieved, missed, dropped');
    assert.equal(labels('outcomes:\n  - effect: |'), 'adverse');
    assert.equal(labels('policy:\n  rules:\n    no-owner: |'), 'off, hint, info, warning, error');
    assert.equal(labels('outcomes:\n  - outputs: [{ element: | }]'), 'people, process, technology');
    assert.equal(
      labels('outcomes:\n  - metrics:\n    - check-ins: [{ confidence: | }]'),
      'on-track, at-risk, off-track',
    );
    for (const none of [
      'title: |',
      'policy:\n  tags: [|]',
      'outcomes:\n  - weight: |',
      'x: |',
      'policy:\n  - |',
    ])
      assert.equal(labels(none), '', none);
  });

  it('is the days that are likely meant', () => {
    assert.equal(
      labels('outcomes:\n  - due: |'),
      '2026-12-31 (end of this quarter), 2027-03-31 (end of the next quarter), 2026-11-22 (today)',
    );
    assert.equal(
      labels('outcomes:\n  - start: |'),
      '2026-11-22 (today), 2027-01-01 (start of the next quarter)',
    );
    assert.equal(labels('policy:\n  commits-since: "|"'), '2026-11-22 (today)');
    assert.equal(labels('outcomes:\n  - outputs: [{ shipped: | }]'), '2026-11-22 (today)');
  });

  it('leaves what the schema tells to another extension, and keeps the rest', () => {
    assert.equal(
      labels('outcomes:\n  - id: a\n    |', true),
      'metrics with a first metric, outputs with a first output, outcomes with a first outcome',
    );
    assert.equal(labels('outcomes:\n  - status: |', true), '');
    assert.equal(
      labels('outcomes:\n  - start: |', true),
      '2026-11-22 (today), 2027-01-01 (start of the next quarter)',
    );
    assert.equal(labels('outcomes:\n  |', true), 'new outcome');
  });
});

describe('what is typed when a proposal is accepted', () => {
  it('goes on with what is wanted next, indented as the file is', () => {
    assert.equal(
      accept('outcomes:\n  - id: a\n    st|\n', 'status'),
      'outcomes:\n  - id: a\n    status: |\n',
    );
    assert.equal(accept('outcomes:\n  - id: a\n    |', 'owner'), 'outcomes:\n  - id: a\n    owner: "|"');
    assert.equal(
      accept('outcomes:\n  - id: a\n    |', 'metrics'),
      'outcomes:\n  - id: a\n    metrics:\n      - id: \n        title: \n        baseline: \n        target: |',
    );
    assert.equal(
      accept('outcomes:\n- id: a\n  |', 'outputs'),
      'outcomes:\n- id: a\n  outputs:\n  - id: \n    title: |',
    );
    assert.equal(
      accept('outcomes:\n  - |', 'outputs'),
      'outcomes:\n  - outputs:\n      - id: \n        title: |',
    );
    assert.equal(accept('|', 'version'), 'version: 1|');
    assert.equal(accept('|', 'policy'), 'policy:\n  |');
    assert.equal(accept('outcomes: |\n', 'new outcome'), 'outcomes:\n  - id: \n    title: |\n');
    assert.equal(accept('outcomes:\n    |\n', 'new outcome'), 'outcomes:\n    - id: \n      title: |\n');
    assert.equal(
      accept('outcomes:\n  - metrics:\n      - |', 'check-ins'),
      `outcomes:\n  - metrics:\n      - check-ins:\n          - { date: ${TODAY}, value: | }`,
    );
  });

  it('stays in the style around it', () => {
    assert.equal(
      accept('outcomes: [{ id: a, |}]', 'metrics').slice(20),
      'metrics: [{ id: , title: , baseline: , target: | }]}]',
    );
    assert.equal(accept('outcomes: [|]', 'new outcome'), 'outcomes: [{ id: , title: | }]');
    assert.equal(accept('{ "version": 1, "ti|": "x" }', 'title'), '{ "version": 1, "title": "x" }');
    assert.equal(
      accept('outcomes:\n  - id: a\n    sta|tus: active', 'status'),
      'outcomes:\n  - id: a\n    status: active',
    );
    assert.equal(accept('outcomes:\n  - status:|', 'active'), 'outcomes:\n  - status: active');
    assert.equal(accept("outcomes:\n  - status: 'x|'", 'active'), "outcomes:\n  - status: 'active'");
    assert.equal(accept('outcomes:\n  -|', 'id'), 'outcomes:\n  - id: |');
  });

  it('is read as it is meant, at every place and for every proposal', () => {
    const places = [
      '|\nversion: 1\n',
      'version: 1\npolicy:\n  |\n',
      'version: 1\npolicy: { | }\n',
      'version: 1\npolicy:\n  rules:\n    |\n',
      'version: 1\noutcomes:\n  - |\n',
      'version: 1\noutcomes:\n  - id: a\n    |\n    title: A\n',
      'version: 1\noutcomes:\n- id: a\n  |\n',
      'version: 1\noutcomes:\n  - { id: a, | }\n',
      'version: 1\noutcomes: |\n',
      'version: 1\noutcomes:\n  |\n',
      'version: 1\noutcomes:\n  - id: a\n    metrics:\n      - |\n    title: A\n',
      'version: 1\noutcomes:\n    - id: a\n      metrics:\n          - id: m\n            |\n',
      'version: 1\noutcomes:\n  - id: a\n    metrics:\n      - id: m\n        check-ins:\n          - { | }\n',
      'version: 1\noutcomes:\n  - id: a\n    outputs:\n      - id: o\n        |\n',
      'version: 1\noutcomes:\n  - id: a\n    outputs: [|]\n',
      'version: 1\noutcomes:\n  - id: a\n    outputs: |\n    title: A\n',
    ];
    let count = 0;
    for (const marked of places) {
      const place = placeOf(marked);
      for (const proposal of proposals(place)) {
        const text = accepted(place, proposal).replace('|', '');
        const wrong = parseOutcomes('outcomes.yml', text).problems.filter(
          ({ code, message }) =>
            code === 'unknown-field' || (code === 'invalid-yaml' && !/empty|missing/.test(message)),
        );
        assert.deepEqual(wrong, [], text);
        count++;
      }
    }
    assert.ok(count > 100, String(count));
  });
});
