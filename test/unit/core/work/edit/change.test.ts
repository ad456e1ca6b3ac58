import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/core/edits';
import { findTodosInText } from '../../../../../src/core/work/comments';
import { createTodoEdits, type TodoSource, type TodoChange } from '../../../../../src/core/work/edit';
import { TAGS } from '../../../../support/todos';
import { treeOf } from '../../../../support/tree';

const tree = treeOf(`
outcomes:
  - { id: reliable-voice, title: Voice stays, outputs: [{ id: fibre, title: Fibre }] }
  - { id: lower-cost, title: Cost falls }
  - { id: KEY-12, title: Keys }
`);
const edits = createTodoEdits(tree);
const sourceOf = (text: string, path = 'a.ts'): TodoSource => ({
  text,
  path,
  tags: TAGS,
  mentions: 'marker',
});

/** The text after a change of the last TODO, or why it was refused. */
function changed(text: string, change: TodoChange, path = 'a.ts'): string {
  const source = sourceOf(text, path);
  const result = edits.change(source, lastTodo(source), change);
  return 'refused' in result ? `refused: ${result.refused}` : applyEdits(text, result.edits);
}

function lastTodo({ text, path }: TodoSource) {
  const found = findTodosInText(text, path, { tags: TAGS, mentions: 'marker' });
  assert.ok(typeof found !== 'string' && found.length > 0, text);
  return found.at(-1)!.range.start;
}

const link = (id: string): TodoChange => ({ kind: 'link', id });
const waive = (reason: string): TodoChange => ({ kind: 'waive', reason });
const unlink: TodoChange = { kind: 'unlink' };

describe('linking a TODO', () => {
  for (const [before, after] of [
    ['// TODO: a', '// TODO(lower-cost): a'],
    ['// TODO a', '// TODO(lower-cost) a'],
    ['// TODO', '// TODO(lower-cost)'],
    ['// TODO - a', '// TODO(lower-cost) - a'],
    ['// [TODO] a', '// [TODO(lower-cost)] a'],
    ['// **TODO**: a', '// **TODO(lower-cost)**: a'],
    ['// - [ ] TODO: a', '// - [ ] TODO(lower-cost): a'],
    ['// @TODO a', '// @TODO(lower-cost) a'],
    ['// TODO(ana): a', '// TODO(ana, lower-cost): a'],
    ['// TODO(#12): a', '// TODO(#12, lower-cost): a'],
    ['// TODO[ana]: a', '// TODO[ana, lower-cost]: a'],
    ['// TODO (@ana) a', '// TODO (@ana, lower-cost) a'],
    ['// TODO（小明）：修复', '// TODO（小明, lower-cost）：修复'],
    ['// TODO(`ana`): a', '// TODO(`ana`, lower-cost): a'],
    ['// TODO @ana: a', '// TODO(lower-cost) @ana: a'],
    ['// TODO/FIXME: a', '// TODO/FIXME(lower-cost): a'],
    ['// TODO: a. FIXME: b', '// TODO: a. FIXME(lower-cost): b'],
    ['// TODO(when Node 22 is out)', '// TODO(when Node 22 is out) (outcome: lower-cost)'],
    ['/* TODO: a */ b();', '/* TODO(lower-cost): a */ b();'],
    ['/*TODO*/ b();', '/*TODO(lower-cost)*/ b();'],
  ] as const)
    it(JSON.stringify(before), () => assert.equal(changed(before, link('lower-cost')), after));

  it('takes the place of what is stated already', () => {
    for (const [before, after] of [
      ['// TODO(reliable-voice): a', '// TODO(lower-cost): a'],
      ['// TODO(relaible-voice): a', '// TODO(lower-cost): a'],
      ['// TODO(@ana reliable-voice): a', '// TODO(@ana lower-cost): a'],
      ['// TODO(reliable-voice, ana, fibre): a', '// TODO(lower-cost, ana): a'],
      ['// TODO(reliable-voice, ana, lower-cost): a', '// TODO(ana, lower-cost): a'],
      ['// TODO(LOWER-COST): a', '// TODO(LOWER-COST): a'],
      ['// TODO(no-outcome: vendored): a', '// TODO(lower-cost): a'],
      ['// TODO: a. Outcome: none (vendored)', '// TODO: a. Outcome: lower-cost'],
      ['// TODO: a, outcome: reliable-voice', '// TODO: a, outcome: lower-cost'],
      ['/**\n * TODO: a\n * why: reliable-voice\n */', '/**\n * TODO: a\n * why: lower-cost\n */'],
    ] as const)
      assert.equal(changed(before, link('lower-cost')), after);
  });

  it('takes an id that is yet to be written', () => {
    assert.equal(changed('// TODO: a', link('newer')), '// TODO(newer): a');
    assert.equal(changed('// TODO(reliable-voic): a', link('reliable-voic')), '// TODO(reliable-voic): a');
  });

  describe('in the style of the file', () => {
    for (const [before, after] of [
      ['// TODO[fibre]: a\nb();\n// TODO: c', '// TODO[fibre]: a\nb();\n// TODO[lower-cost]: c'],
      [
        '// TODO(fibre, ana): a\n// TODO(bo): b\n// TODO(@cy): c',
        '// TODO(fibre, ana): a\n// TODO(bo): b\n// TODO(lower-cost, @cy): c',
      ],
      [
        '// TODO: a (outcome: fibre)\nb();\n// TODO: c',
        '// TODO: a (outcome: fibre)\nb();\n// TODO: c (outcome: lower-cost)',
      ],
      [
        '// TODO: a; outcome: fibre\nb();\n/* TODO: c */',
        '// TODO: a; outcome: fibre\nb();\n/* TODO: c; outcome: lower-cost */',
      ],
      [
        '// TODO: a\n// Outcome: fibre\n\n  // TODO: c\n  // and d\n  e();',
        '// TODO: a\n// Outcome: fibre\n\n  // TODO: c\n  // and d\n  // Outcome: lower-cost\n  e();',
      ],
      [
        '/**\r\n * TODO: a\r\n * outcome: fibre\r\n */\r\n/**\r\n * TODO: b\r\n */',
        '/**\r\n * TODO: a\r\n * outcome: fibre\r\n */\r\n/**\r\n * TODO: b\r\n * outcome: lower-cost\r\n */',
      ],
      [
        '// TODO: a\n// outcome: fibre\n\nb(); // TODO: c',
        '// TODO: a\n// outcome: fibre\n\nb(); // TODO: c (outcome: lower-cost)',
      ],
    ] as const)
      it(JSON.stringify(before), () => assert.equal(changed(before, link('lower-cost')), after));
  });

  it('marks the id in the new text', () => {
    const text = '// TODO(ana): a';
    const result = edits.change(sourceOf(text), { line: 0, character: 3 }, link('KEY-12'));
    assert.ok('edits' in result && result.reveal);
    assert.equal(applyEdits(text, result.edits).slice(result.reveal.start, result.reveal.end), 'KEY-12');
  });

  it('refuses where what is stated belongs to others too', () => {
    const text = '// outcome: reliable-voice\n// TODO: one\n// TODO: two';
    assert.match(changed(text, link('lower-cost')), /^refused: .*this comment.*by hand/);
    assert.match(changed(text, unlink), /^refused: .*this comment.*by hand/);
  });

  it('refuses a TODO that is gone, a language that is not known and a file that is no text', () => {
    const at = { line: 0, character: 3 };
    const refusal = (text: string, path: string) => {
      const result = edits.change(sourceOf(text, path), at, link('KEY-12'));
      return 'refused' in result ? result.refused : '';
    };
    assert.match(refusal('let a; // TODO: a', 'a.ts'), /changed since/);
    assert.match(refusal('// TODO: a', 'a.unheard-of'), /language/);
    assert.match(refusal('// TODO: a\0', 'a.ts'), /no text/);
  });

  it('replaces one id and leaves the others', () => {
    const text = '// TODO(reliable-voic, KEY-12): a';
    const result = edits.change(
      sourceOf(text),
      { line: 0, character: 3 },
      { kind: 'replace', at: { line: 0, character: 8 }, id: 'reliable-voice' },
    );
    assert.ok('edits' in result);
    assert.equal(applyEdits(text, result.edits), '// TODO(reliable-voice, KEY-12): a');
  });
});

describe('unlinking a TODO', () => {
  for (const [before, after] of [
    ['// TODO(reliable-voice): a', '// TODO: a'],
    ['// TODO (reliable-voice): a', '// TODO: a'],
    ['// TODO(ana, reliable-voice): a', '// TODO(ana): a'],
    ['// TODO(reliable-voice; ana): a', '// TODO(ana): a'],
    ['// TODO(reliable-voice, fibre): a', '// TODO: a'],
    ['// TODO("reliable-voice"): a', '// TODO: a'],
    ['// TODO(@ana reliable-voice): a', '// TODO(@ana): a'],
    ['// TODO(ana)[reliable-voice]: a', '// TODO(ana): a'],
    ['// TODO(outcome: reliable-voice): a', '// TODO: a'],
    ['// TODO: a (outcome: reliable-voice)', '// TODO: a'],
    ['// TODO: a - outcome: reliable-voice', '// TODO: a'],
    ['// TODO: a, outcome: fibre, KEY-12; b', '// TODO: a; b'],
    ['// TODO: a\n// outcome: reliable-voice\n// b', '// TODO: a\n// b'],
    ['/*\n * TODO: a\n * outcome: fibre.\n */', '/*\n * TODO: a\n */'],
    ['// TODO: a\n// outcome: reliable-voice', '// TODO: a'],
    ['// TODO(no-outcome: vendored, by us): a', '// TODO: a'],
    ['// TODO(ana, no-outcome): a', '// TODO(ana): a'],
    ['// TODO(ana): why: performance', '// TODO(ana): why: performance'],
  ] as const)
    it(JSON.stringify(before), () => assert.equal(changed(before, unlink), after));
});

describe('waiving the why of a TODO', () => {
  for (const [before, reason, after] of [
    ['// TODO: a', 'vendored', '// TODO(no-outcome: vendored): a'],
    ['// TODO(ana): a', 'it is vendored, by us', '// TODO(ana, no-outcome: it is vendored, by us): a'],
    ['// TODO(reliable-voic): a', 'vendored', '// TODO(no-outcome: vendored): a'],
    ['// TODO(reliable-voice, ana): a', 'vendored', '// TODO(ana, no-outcome: vendored): a'],
    ['// TODO(no-outcome): a', 'vendored', '// TODO(no-outcome: vendored): a'],
    ['// TODO: a. Outcome: none', 'vendored', '// TODO: a. Outcome: none (vendored)'],
    ['// TODO: a', ' see\n\t(2) below ', '// TODO(no-outcome: see (2) below): a'],
    ['// TODO: a', 'fixed :) for now', '// TODO(no-outcome: fixed :] for now): a'],
    ['// TODO: a', 'like TODO: b', '// TODO(no-outcome: like todo: b): a'],
    ['/* TODO: a */', 'a */ b', '/* TODO(no-outcome: a * / b): a */'],
  ] as const)
    it(`${JSON.stringify(before)} ${JSON.stringify(reason)}`, () =>
      assert.equal(changed(before, waive(reason)), after));

  it('keeps comments of every kind closed where they were', () => {
    assert.equal(
      changed('<!-- TODO: a -->', waive('--> x'), 'a.html'),
      '<!-- TODO(no-outcome: - - > x): a -->',
    );
    assert.equal(changed('(* TODO: a *)', waive('x (*) y'), 'a.ml'), '(* TODO(no-outcome: x ( * ) y): a *)');
    assert.equal(
      changed('/* TODO: a */ b();', waive('/* x'), 'a.rs'),
      '/* TODO(no-outcome: / * x): a */ b();',
    );
    assert.equal(
      changed('<?php // TODO: a\nb();', waive('?> x'), 'a.php'),
      '<?php // TODO(no-outcome: ? > x): a\nb();',
    );
  });

  it('refuses a reason that says nothing', () => {
    assert.match(changed('// TODO: a', waive(' - ')), /^refused: .*reason/);
  });
});

describe('changing many TODOs', () => {
  it('changes all at once, side by side ones too', () => {
    const text = '// TODO: a\nb();\n/* TODO/FIXME: c */\n// TODO(KEY-12): d\n';
    const source = sourceOf(text);
    const found = findTodosInText(text, 'a.ts', { tags: TAGS, mentions: 'marker' });
    assert.ok(typeof found !== 'string');
    const result = edits.changeAll(
      source,
      found.map(({ range }) => range.start),
      link('fibre'),
    );
    assert.deepEqual(result.refused, []);
    assert.equal(
      applyEdits(text, result.edits),
      '// TODO(fibre): a\nb();\n/* TODO/FIXME(fibre): c */\n// TODO(fibre): d\n',
    );
  });

  it('leaves alone what it cannot change, and tells why', () => {
    const text = '// outcome: fibre\n// TODO: a\n// TODO: b\n\n// TODO: c\n';
    const places = [1, 2, 4, 9].map((line) => ({ line, character: 3 }));
    const result = edits.changeAll(sourceOf(text), places, link('KEY-12'));
    assert.deepEqual(
      result.refused.map(({ at }) => at.line),
      [1, 2, 9],
    );
    assert.equal(applyEdits(text, result.edits), text.replace('TODO: c', 'TODO: c\n// outcome: KEY-12'));
  });
});
