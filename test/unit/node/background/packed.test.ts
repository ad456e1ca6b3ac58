import assert from 'node:assert/strict';
import v8 from 'node:v8';
import fc from 'fast-check';
import { mergeFiles, parseOutcomes, type Finding, type Todo } from '../../../../src/core';
import { packChunks, unpackChunks } from '../../../../src/node/background/chunks';
import { packOutcomesFile, unpackOutcomesFile } from '../../../../src/node/background/packed-tree';
import { packWork, unpackWork } from '../../../../src/node/background/packed-work';
import { KnownFileWork } from '../../../../src/workspace/file-work';
import { atOnce } from '../../../support/steps';
import { anyCharacter } from '../../../support/any-character';

const FILE = 'src/a\u2028b "c".ts';

// Every kind of character: quotes, line ends, emoji, halves of emoji.
const text = fc.string({
  unit: fc.oneof(fc.string({ unit: anyCharacter, maxLength: 3 }), fc.constant('\ud83d')),
});
const position = fc.record({ line: fc.nat(), character: fc.nat() });
const range = fc.record({ start: position, end: position });
const named = fc.record(
  { text, range, loose: fc.constant(true as const) },
  { requiredKeys: ['text', 'range'] },
);
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const link = fc.record(
  { outcome: text, output: text, evidence: fc.constantFrom('stated' as const, 'path' as const) },
  { requiredKeys: ['outcome', 'evidence'] },
);
const todo: fc.Arbitrary<Todo> = fc
  .record({
    kind: fc.constant('todo' as const),
    file: fc.constant(FILE),
    range,
    tag: text,
    text,
    endLine: fc.nat(),
    assignee: nullable(text),
    isNew: fc.boolean(),
    waiver: nullable(fc.record({ reason: text, range })),
    links: fc.array(link, { maxLength: 3 }),
    statedAt: fc.array(named, { maxLength: 3 }),
    broken: fc.array(fc.record({ text, range: nullable(range), suggestion: nullable(text) }), {
      maxLength: 3,
    }),
    key: text,
  })
  .chain((made) =>
    fc.constantFrom(made, { ...made, key: `${FILE}\0${made.tag}\0${made.text}\0${made.endLine}` }),
  );
const finding: fc.Arbitrary<Finding> = fc.record({
  code: fc.constantFrom('todo-without-why', 'unknown-outcome'),
  severity: fc.constantFrom('error' as const, 'hint' as const),
  message: fc.oneof(fc.constant('This TODO states no why.'), text),
  subject: fc.record({ kind: fc.constant('file' as const), file: fc.constant(FILE), range }),
  related: fc.array(fc.record({ file: text, range, message: text }), { maxLength: 2 }),
  outcome: nullable(text),
});

describe('work on its way to another process', () => {
  it('comes out as it went in', () => {
    const plain = <T>(values: readonly T[]) => v8.deserialize(v8.serialize(values)) as T[];
    fc.assert(
      fc.property(
        fc.array(todo, { maxLength: 5 }),
        fc.array(finding, { maxLength: 5 }),
        (todos, findings) => {
          const bytes = new TextEncoder().encode(packWork(new KnownFileWork(FILE, todos, findings)));
          const unpacked = unpackWork(FILE, new TextDecoder().decode(bytes));
          assert.deepEqual(unpacked, { todos: plain(todos), findings: plain(findings) });
        },
      ),
    );
  });

  it('takes no finding of another file for one of this', () => {
    const [one] = fc.sample(finding, 1);
    const elsewhere: Finding = { ...one!, subject: { kind: 'branch', repository: '', branch: 'b' } };
    assert.throws(() => packWork(new KnownFileWork(FILE, [], [elsewhere])));
  });

  it('is small: findings that say the same say it once', () => {
    const message = 'This TODO states no why. '.repeat(10);
    const many = Array.from({ length: 1000 }, (_, line): Finding => ({
      code: 'todo-without-why',
      severity: 'hint',
      message,
      subject: {
        kind: 'file',
        file: FILE,
        range: { start: { line, character: 3 }, end: { line, character: 7 } },
      },
      related: [],
      outcome: null,
    }));
    assert.ok(packWork(new KnownFileWork(FILE, [], many)).length < 40 * many.length);
  });
});

describe('values on their way', () => {
  it('come out in order, a few at a time', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ withMap: true, withSet: true }), { maxLength: 90 }), (values) => {
        const packed = packChunks(values);
        assert.deepEqual(atOnce(unpackChunks(packed)), v8.deserialize(v8.serialize(values)));
        assert.equal(packed.ends.length, Math.ceil(values.length / 25));
      }),
    );
  });
});

describe('an outcomes.yml on its way', () => {
  const sameTree = (text: string) => {
    const file = parseOutcomes('a/outcomes.yml', text);
    const received = atOnce(
      unpackOutcomesFile(
        v8.deserialize(v8.serialize(packOutcomesFile(file))) as ReturnType<typeof packOutcomesFile>,
      ),
    );
    assert.deepEqual(received, file);
    assert.deepEqual(mergeFiles([received]), mergeFiles([file]));
    assert.deepEqual(received.lines.positionAt(text.length >> 1), file.lines.positionAt(text.length >> 1));
  };

  it('comes out as it went in: children know their parents, spans and policy are there', () => {
    sameTree(`version: 1
title: T
policy: { tags: [TODO], rules: { vague-outcome: off }, base: main }
outcomes:
  - id: a
    title: A
    metrics: [{ id: m, target: [1, 2], check-ins: [{ date: 2026-01-01, value: 3 }] }]
    outcomes: [{ id: b, outcomes: [{ id: c }, { id: d, outputs: [{ id: o, serves: [a] }] }] }, { id: e }]
  - { id: f, nonsense: 1 }
`);
  });

  it('does so broken, empty or large', () => {
    sameTree('');
    sameTree('outcomes: [\n<<<<<<< HEAD\n- {');
    sameTree(
      `outcomes:\n${Array.from({ length: 500 }, (_, i) => `  - { id: o-${i}, title: T${i} }\n`).join('')}`,
    );
    const deep = Array.from(
      { length: 40 },
      (_, i) => `${'  '.repeat(i)}- id: d-${i}\n${'  '.repeat(i)}  outcomes:\n`,
    );
    sameTree(`outcomes:\n${deep.join('')}`);
  });
});
