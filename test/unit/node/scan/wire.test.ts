import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ScannedTodo } from '../../../../src/core/work/model';
import { Assembler, Batches } from '../../../../src/node/scan/batches';
import type { FilePart, FromWorker } from '../../../../src/node/scan/messages';
import { pack, unpack } from '../../../../src/node/scan/wire';
import { anyCharacter } from '../../../support/any-character';

const position = fc.record({ line: fc.nat(), character: fc.nat() }, { noNullPrototype: true });
const range = fc.record({ start: position, end: position }, { noNullPrototype: true });
const named = fc.record(
  { text: fc.string({ unit: anyCharacter }), range, loose: fc.constant(true as const) },
  { requiredKeys: ['text', 'range'], noNullPrototype: true },
);
const todo: fc.Arbitrary<ScannedTodo> = fc.record(
  {
    range,
    tag: fc.string(),
    text: fc.string({ unit: anyCharacter }),
    endLine: fc.nat(),
    names: fc.array(named, { maxLength: 3 }),
    stated: fc.array(named, { maxLength: 3 }),
    waiver: fc.option(fc.record({ reason: fc.string(), range }, { noNullPrototype: true })),
  },
  { noNullPrototype: true },
);

describe('pack', () => {
  it('is undone by unpack', () => {
    const part = fc.record(
      {
        file: fc.string({ unit: anyCharacter }),
        todos: fc.array(todo, { maxLength: 4 }),
        last: fc.boolean(),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const message: FromWorker = { type: 'batch', id: 7, parts };
        assert.deepEqual(unpack(structuredClone(pack(message))), message);
      }),
    );
  });
});

describe('batches', () => {
  const sample = fc.sample(todo, { numRuns: 1, seed: 1 })[0]!;
  const numbered = (count: number): ScannedTodo[] =>
    Array.from({ length: count }, (_, endLine) => ({ ...sample, endLine }));

  it('hold few TODOs each, and files are whole again afterwards', async () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(counts, async (sizes) => {
        const sent: FilePart[][] = [];
        const batches = new Batches((parts) => {
          sent.push([...parts]);
          return Promise.resolve();
        });
        for (const [i, size] of sizes.entries()) {
          batches.add(`f${i}`, numbered(size));
          if (batches.isDue) await batches.sendDue();
        }
        await batches.sendAll();
        assert.equal(batches.isDue, false);
        for (const parts of sent) assert.ok(parts.reduce((n, p) => n + p.todos.length, 0) <= 400);
        const assembler = new Assembler();
        const files = sent.flatMap((parts) => assembler.take(parts));
        const expected = sizes.map((size, i) => ({ file: `f${i}`, todos: numbered(size) }));
        assert.deepEqual(
          files,
          expected.filter((f) => f.todos.length > 0),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('send the first file at once, and the next ones when they are many or have waited', async () => {
    const sent: number[] = [];
    const batches = new Batches((parts) => {
      sent.push(parts.reduce((sum, { todos }) => sum + todos.length, 0));
      return Promise.resolve();
    });
    batches.add('a', numbered(1));
    assert.equal(batches.isDue, true);
    await batches.sendDue();
    batches.add('b', numbered(1));
    await batches.sendDue();
    batches.add('c', numbered(500));
    await batches.sendDue();
    assert.deepEqual(sent, [1, 400]);
    assert.equal(batches.isDue, false);
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.equal(batches.isDue, true);
    await batches.sendDue();
    assert.deepEqual(sent, [1, 400, 101]);
  });

  it('wait until the receiver can take more', async () => {
    const takes: (() => void)[] = [];
    const batches = new Batches(() => new Promise((resolve) => takes.push(resolve)));
    batches.add('a', numbered(800));
    let ended = false;
    const sending = batches.sendAll().then(() => (ended = true));
    await new Promise(setImmediate);
    assert.equal(takes.length, 1);
    takes[0]!();
    await new Promise(setImmediate);
    assert.equal(takes.length, 2);
    assert.equal(ended, false);
    takes[1]!();
    await sending;
  });
});
