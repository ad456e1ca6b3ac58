import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languages } from '../../../../../src/core/work/comments';
import { changeBetween } from '../../../../../src/core/work/comments/change';
import type { Language } from '../../../../../src/core/work/comments/engine/language';
import { type Walk, walkOver } from '../../../../../src/core/work/comments/walk';
import { effortOf } from '../../../../support/effort';

const encoder = new TextEncoder();
const resyncing = languages.filter(({ resync }) => resync !== null);
const scripts = resyncing.filter(({ name }) => name === 'typescript' || name === 'javascript');

/** What begins or ends something, in code of these languages. */
const PIECES =
  '/* */ // " \' ` """ ${ { } ( ) [ ] < > </ /> <a> <a/> </a> R"x( )x" \\ / /[/] /x/ a TODO 😀 return if(a) x = , ; : 1 / 2 => #if ++ )'.split(
    ' ',
  );
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n', '\r\n', '\r', ' ', '\t', '\\\n') },
);
const soup = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
/** Code in which nothing is open at the end; comments alone in some, so that to look back is to look far. */
const calm = fc.constantFrom(
  'let a = f(b) / 2; // TODO\n'.repeat(12),
  '  /* TODO: why */\n\n'.repeat(20),
  // Whether the first slash divides is decided far above.
  `${'  /* TODO: why */\n\n'.repeat(30)}/"/ // TODO\n${'  // TODO\n'.repeat(40)}`,
  `${'if (\n'.repeat(20)})/'/ // TODO\n${'let b; // TODO\n'.repeat(30)}`,
  'call("TODO", /re/);\nif (x) /re/.test(y) // TODO\n'.repeat(6),
  `const long = ${'x + '.repeat(80)}1;\n`,
  '\n'.repeat(300),
);
const text = fc
  .array(fc.oneof(calm, calm, soup), { minLength: 4, maxLength: 14 })
  .map((parts) => parts.join(''));
const edit = fc.record({
  at: fc.integer({ min: 0, max: 99_999 }),
  length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 900 })),
  by: fc.oneof(soup, soup, calm),
  /** Other words are asked for than before. */
  asked: fc.constantFrom(1, 1, 1, 2),
});

function edited(
  before: string,
  { at, length, by }: { readonly at: number; readonly length: number; readonly by: string },
): string {
  const from = at % (before.length + 1);
  return before.slice(0, from) + by + before.slice(from + length);
}

/** Where the tag words are; of every byte a hit in some texts would hide how the walk ends behind the last one. */
function hitsIn(all: string, asked = 1): number[] {
  const hits: number[] = [];
  const bytes = Buffer.from(all);
  for (let at = bytes.indexOf('TODO'); at >= 0; at = bytes.indexOf('TODO', at + 1)) hits.push(at);
  return hits.filter((_, i) => i % asked === 0);
}

function walk(all: string, language: Language, asked: number, before?: Walk): Walk {
  return walkOver(encoder.encode(all), language, hitsIn(all, asked), before, 64);
}

describe('a walk over a text that was edited', () => {
  it('meets what one over the whole text meets, whatever was edited and however often', () => {
    let begunLater = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...resyncing), fc.constantFrom(...scripts)),
        text,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (language, start, edits) => {
          let all = start;
          let before = walk(all, language, 1);
          for (const each of edits) {
            all = edited(all, each);
            const again = walk(all, language, each.asked, before);
            assert.deepEqual(again.found, walk(all, language, each.asked).found);
            if (again.waypoints[0] === before.waypoints[0] && again.waypoints.length > 1) begunLater++;
            before = again;
          }
        },
      ),
      { numRuns: 1500 },
    );
    assert.ok(begunLater > 1000, `only ${begunLater} began later`);
  });

  it('sees that a slash far behind the edit divides by now', () => {
    const language = scripts[0]!;
    const above = `${'let a = 1;\n'.repeat(40)}b`;
    const below = `${'\n  // TODO: why'.repeat(60)}\n/"/ // TODO\n${'// TODO\n'.repeat(30)}`;
    const before = walk(`${above} =${below}`, language, 1);
    const now = walk(`${above}  ${below}`, language, 1, before);
    assert.equal(now.waypoints[0], before.waypoints[0]);
    assert.equal(before.found.length - now.found.length, 1);
  });

  it('knows of a comment that an earlier edit put far above this one', () => {
    const language = scripts[0]!;
    const above = 'let a = 1;\n'.repeat(40);
    const below = ' // TODO\n'.repeat(2) + '// TODO\n'.repeat(90);
    const blank = '\n'.repeat(1200);
    for (const [first, then] of [
      ['x', 'x /* c */'],
      ['x /* c */', 'x'],
      ['/* c */', '/* c */ x'],
      ['/* c */ x', '/* c */'],
      ['x /* c */', 'x /* c */ ='],
      ['x /* c */ =', 'x /* c */'],
    ] as const)
      for (const between of [blank, `${blank}/* d */${blank}`]) {
        const before = walk(`${above}${first}${between}y${below}`, language, 1);
        const once = walk(`${above}${then}${between}y${below}`, language, 1, before);
        const text = `${above}${then}${between}/"/${below}`;
        assert.deepEqual(walk(text, language, 1, once).found, walk(text, language, 1).found, then);
      }
  });

  it('goes neither to what comes before the edit nor on to the end', () => {
    const language = resyncing.find(({ name }) => name === 'typescript')!;
    const line = (n: number) =>
      `const a${n} = b / ${n}; // TODO: take \`this\` ${n} out\nconst c = \`\${a${n}} /* \`;\n`;
    const all = Array.from({ length: 20_000 }, (_, n) => line(n)).join('');
    const middle = all.indexOf('a9000');
    const texts = ['x', '/', "'"].map((key) => all.slice(0, middle) + key + all.slice(middle));
    const before = walkOver(encoder.encode(all), language, hitsIn(all));
    const inputs = texts.map((each) => ({ bytes: encoder.encode(each), hits: hitsIn(each) }));
    const run = (known?: Walk) => () => {
      for (const { bytes, hits } of inputs) walkOver(bytes, language, hits, known);
    };
    // The first rounds go to the engine's compiling.
    const least = (work: () => void) => Math.min(...Array.from({ length: 30 }, () => effortOf(work)));
    const [again, whole] = [least(run(before)), least(run())];
    assert.ok(again * 4 < whole, `${again} for ${whole} ms`);
  });
});

describe('what an edit changed', () => {
  it('is as little as there is', () => {
    const bytes = fc
      .array(fc.integer({ min: 0, max: 2 }), { maxLength: 60 })
      .map((all) => Uint8Array.from(all));
    fc.assert(
      fc.property(bytes, bytes, bytes, bytes, (start, old, anew, end) => {
        const before = Uint8Array.of(...start, ...old, ...end);
        const now = Uint8Array.of(...start, ...anew, ...end);
        const change = changeBetween(before, now);
        assert.deepEqual(before.subarray(0, change.start), now.subarray(0, change.start));
        assert.deepEqual(before.subarray(change.end), now.subarray(change.end + change.moved));
        assert.ok(change.start <= change.end && change.start <= change.end + change.moved);
        assert.ok(change.start >= start.length || change.start === Math.min(before.length, now.length));
        const isAll = change.start === change.end || change.start === change.end + change.moved;
        assert.ok(isAll || before[change.start] !== now[change.start]);
        assert.ok(isAll || before[change.end - 1] !== now[change.end + change.moved - 1]);
      }),
    );
  });
});
