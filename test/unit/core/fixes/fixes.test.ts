import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/edits';
import { fixableCodes, fixesFor, fixSpelling } from '../../../../src/core/fixes';
import { RULE_CODES } from '../../../../src/core/outcomes/codes';
import { yaml } from '../../../support/marked';
import { applied, contextOf, fixed, fixesOf, markOf, problemsOf, titlesOf } from './support';

/** A file with one outcome that has these fields, and what it needs not to be asked for more. */
function one(fields: string): string {
  return `version: 1\noutcomes:\n  - id: fast-answers\n    title: Callers wait less\n${fields.replace(/^/gm, '    ')}\n`;
}

/** The same with one metric. */
function metric(fields: string): string {
  return one(`metrics:\n  - { id: wait, ${fields} }`);
}

describe('fixes of an outcomes.yml', () => {
  it('are for codes that exist', () => {
    for (const code of fixableCodes) assert.ok((RULE_CODES as readonly string[]).includes(code), code);
  });

  describe('of what is misspelt', () => {
    it('rename a field', () => {
      assert.equal(
        fixed(one('check_in: weekly # on Mondays'), 'unknown-field', 'Rename to `check-in`'),
        one('check-in: weekly # on Mondays'),
      );
      assert.equal(
        fixed('version: 1\npolicy: { "mention": any, base: x }\n', 'unknown-field', 'Rename to `mentions`'),
        'version: 1\npolicy: { "mentions": any, base: x }\n',
      );
    });

    it('leave a field alone that the mapping has already, and one that is like no other', () => {
      assert.deepEqual(titlesOf(one('titel: Again'), 'unknown-field'), []);
      assert.deepEqual(titlesOf(one('favourite: blue'), 'unknown-field'), []);
      const twice = contextOf(one('onwer: a\nowenr: b'));
      assert.deepEqual(
        problemsOf(twice)
          .filter(({ code }) => code === 'unknown-field')
          .map((problem) => fixesFor(markOf(twice, problem), twice).length),
        [1, 0],
      );
    });

    it('write a choice, a number, a list and a text as they are read', () => {
      const cases: [string, string, string][] = [
        ['status: actve', 'Change to `active`', 'status: active'],
        ['status: "Actve" # now', 'Change to `active`', 'status: "active" # now'],
        ['paths: services/voice/**', 'Change to `[services/voice/**]`', 'paths: [services/voice/**]'],
        ['branches: a, b', 'Change to `[a, b]`', 'branches: [a, b]'],
        [
          'assumptions: It holds, or not',
          'Change to `[It holds, or not]`',
          'assumptions: ["It holds, or not"]',
        ],
        ['owner: true', 'Change to `true`', 'owner: "true"'],
        ['due: Q4 2026', 'Change to `2026-Q4`', 'due: 2026-Q4'],
        ["start: '2026/1/5'", 'Change to `2026-01-05`', "start: '2026-01-05'"],
        ['paths: [/src/**, b]', 'Change to `src/**`', 'paths: [src/**, b]'],
        ["paths: ['.\\src\\a*']", 'Change to `./src/a*`', ''],
        ['paths: [./src/**]', 'Change to `src/**`', 'paths: [src/**]'],
      ];
      for (const [before, title, after] of cases)
        if (after !== '') assert.equal(fixed(one(before), 'invalid-field', title), one(after), before);
    });

    it('never suggest a glob that is no better', () => {
      assert.deepEqual(titlesOf(one("paths: ['.\\src\\a*']"), 'invalid-field'), []);
    });

    it('correct an id together with what names it in the file', () => {
      const text = yaml`
        outcomes:
          - id: fast_answers
            title: T
            outputs: [{ id: x, title: X, serves: [fast_answers] }]
      `;
      assert.equal(
        fixed(text, 'invalid-field', 'Change to `fast-answers`'),
        text.replaceAll('fast_answers', 'fast-answers'),
      );
    });

    it('name the id that a reference means', () => {
      const text = one(
        'outputs:\n  - { id: voip, title: X }\n  - { id: old, status: rejected, instead: "vopi" }',
      );
      assert.equal(fixed(text, 'unknown-reference', 'Change to `voip`'), text.replace('"vopi"', '"voip"'));
      const output = one("outputs:\n  - { id: voip, title: X }\n  - { id: b, title: Y, serves: [ 'voip' ] }");
      assert.equal(
        fixed(output, 'unknown-reference', 'Change to `fast-answers`'),
        output.replace("'voip'", "'fast-answers'"),
      );
      assert.deepEqual(
        titlesOf(one('outputs: [{ id: a, title: X, instead: zebra }]'), 'unknown-reference'),
        [],
      );
      const measure = one(
        'metrics: [{ id: wait, title: W }]\noutputs: [{ id: b, title: Y, serves: [wait] }]',
      );
      assert.deepEqual(titlesOf(measure, 'unknown-reference'), ['Change to `fast-answers`']);
      // The output nearest to what it names is the output itself.
      assert.deepEqual(
        titlesOf(one('outputs: [{ id: voip, title: X, instead: vopi }]'), 'unknown-reference'),
        [],
      );
    });

    it('give a repeated id a free one, and only where it is defined', () => {
      const text = one(
        'outputs:\n  - { id: x, title: A, serves: [] }\n  - { id: X, title: B, instead: x }\n  - { id: x-2, title: C }',
      );
      assert.equal(
        fixed(text, 'duplicate-id', 'Give it another id: `X-3`'),
        text.replace('id: X,', 'id: X-3,'),
      );
      assert.deepEqual(titlesOf({ 'a/outcomes.yml': one(''), 'outcomes.yml': one('') }, 'duplicate-id'), [
        'Give it another id: `fast-answers-2`',
      ]);
    });

    it('leave alone what an alias repeats', () => {
      const text = 'version: 1\noutcomes:\n  - &a { id: a, title: T }\n  - *a\n';
      assert.deepEqual(titlesOf(text, 'duplicate-id'), []);
      const owner =
        'version: 1\noutcomes:\n  - { id: a, title: T, status: &s actve }\n  - { id: b, title: U, status: *s }\n';
      const context = contextOf(owner);
      const marks = problemsOf(context).filter(({ code }) => code === 'invalid-field');
      for (const problem of marks)
        for (const fix of fixesFor(markOf(context, problem), context)) {
          const result = fix.edits();
          assert.ok('refused' in result || !applied(context.tree.files[0]!, result).includes('&s active'));
        }
    });

    it('are done all at once, but for ids', () => {
      const text = yaml`
        policy: { existng: hnt }
        outcomes:
          - id: fast_answers
            title: T
            onwer: me
            due: Q4 2026
            status: actve
            outputs:
              - { id: voip, title: X }
              - { id: old, status: rejected, instead: vopi }
      `;
      const context = contextOf(text);
      const [file] = context.tree.files;
      const result = fixSpelling(file!, context);
      assert.equal(
        applied(file!, result),
        text
          .replace('existng', 'existing')
          .replace('onwer', 'owner')
          .replace('Q4 2026', '2026-Q4')
          .replace('actve', 'active')
          .replace('vopi', 'voip'),
      );
      // What a renamed field holds shows only then.
      const again = contextOf(applied(file!, result));
      assert.match(applied(again.tree.files[0]!, fixSpelling(again.tree.files[0]!, again)), /existing: hint/);
    });

    it('do not take one number for another unseen', () => {
      const text = one('outputs:\n  - { id: key-1, title: X }\n  - { id: b, title: Y, instead: key-8 }');
      assert.deepEqual(titlesOf(text, 'unknown-reference'), ['Change to `key-1`']);
      const context = contextOf(text);
      assert.deepEqual(fixSpelling(context.tree.files[0]!, context), { files: [] });
    });

    it('follow the policy in what is done at once', () => {
      const context = contextOf(
        'version: 1\npolicy: { rules: { unknown-field: off } }\noutcomes: [{ id: a, titel: A }]\n',
      );
      assert.deepEqual(fixSpelling(context.tree.files[0]!, context), { files: [] });
    });
  });

  describe('of numbers', () => {
    it('write what a percentage can mean', () => {
      const calls = 'unit: calls, baseline: 120';
      assert.deepEqual(titlesOf(metric(`${calls}, target: "20%"`), 'ambiguous-percent'), [
        'Write `change: +20%` instead',
      ]);
      assert.equal(
        fixed(metric(`${calls}, target: "20%"`), 'ambiguous-percent', 'Write `change: +20%` instead'),
        metric(`${calls}, change: "+20%"`),
      );
      assert.equal(
        fixed(metric(`${calls}, change: 20%`), 'ambiguous-percent', 'Change to `-20%`'),
        metric(`${calls}, change: "-20%"`),
      );
      const share = 'unit: "%", baseline: 40';
      assert.deepEqual(titlesOf(metric(`${share}, change: "+10%"`), 'ambiguous-percent'), [
        'Change to `+10pp`',
        'Write `target: 44%` instead',
      ]);
      assert.equal(
        fixed(metric(`${share}, change: "+10%"`), 'ambiguous-percent', 'Write `target: 44%` instead'),
        metric(`${share}, target: "44%"`),
      );
      assert.deepEqual(titlesOf(metric('baseline: 40, target: 20%'), 'ambiguous-percent'), [
        'Write `change: +20%` instead',
        'Add `unit: %`',
      ]);
      const added = fixed(metric('baseline: 40, target: 20%'), 'ambiguous-percent', 'Add `unit: %`');
      assert.deepEqual(
        problemsOf(contextOf(added)).filter(({ code }) => code === 'ambiguous-percent'),
        [],
      );
    });

    it('leave out what would state the change twice', () => {
      assert.deepEqual(
        titlesOf(metric('unit: calls, baseline: 9, target: "20%", change: -2'), 'ambiguous-percent'),
        [],
      );
    });

    it('write a decimal point, and numbers in their order', () => {
      assert.equal(
        fixed(metric('baseline: "1,5", target: 3'), 'invalid-field', 'Change to `1.5`'),
        metric('baseline: 1.5, target: 3'),
      );
      assert.equal(
        fixed(
          metric('goal: between, target: [60, "40 calls"]'),
          'conflicting-target',
          'Change to `[40 calls, 60]`',
        ),
        metric('goal: between, target: [40 calls, 60]'),
      );
    });

    it('write the goal that the numbers speak of', () => {
      assert.equal(
        fixed(
          metric('goal: increase, baseline: 9, target: 3'),
          'conflicting-target',
          'Write `goal: decrease`',
        ),
        metric('goal: decrease, baseline: 9, target: 3'),
      );
      assert.equal(
        fixed(metric('goal: increase, target: [3, 9]'), 'conflicting-target', 'Write `goal: between`'),
        metric('goal: between, target: [3, 9]'),
      );
      assert.deepEqual(titlesOf(metric('baseline: 9, target: 9'), 'conflicting-target'), [
        'Keep this level: write `goal: at-least`',
        'Keep this level: write `goal: at-most`',
      ]);
    });
  });

  describe('of what is missing', () => {
    it('add a metric whose numbers are asked for until they are true', () => {
      const text = fixed(one('why: W # kept'), 'not-measurable', 'Add a metric');
      assert.equal(
        text,
        one(
          [
            'why: W # kept',
            'metrics:',
            '  - id: fast-answers-metric',
            '    title: «What is counted»',
            '    unit: «unit»',
            '    baseline: «0»',
            '    target: «0»',
          ].join('\n'),
        ),
      );
      const codes = problemsOf(contextOf(text.replace(/[«»]/g, ''))).map(({ code }) => code);
      assert.ok(codes.includes('conflicting-target') && !codes.includes('not-measurable'), codes.join());
    });

    it('add a target, or a baseline', () => {
      assert.match(
        fixed(metric('baseline: 9'), 'not-measurable', 'Add `target`'),
        /baseline: 9, target: «9»/,
      );
      const measured = metric('target: 9, check-ins: [{ date: 2026-11-01, value: 30 }]');
      assert.deepEqual(titlesOf(measured, 'no-baseline'), [
        'Add `baseline: 30`, the first check-in',
        'Add `baseline`',
        'Keep a level: add `goal: at-least`',
        'Keep a level: add `goal: at-most`',
      ]);
      assert.match(fixed(measured, 'no-baseline', 'Add `baseline`'), /baseline: «9», target: 9/);
      for (const { title } of fixesOf(measured, 'no-baseline')) {
        const text = fixed(measured, 'no-baseline', title).replace(/[«»]/g, '');
        assert.deepEqual(
          problemsOf(contextOf(text)).filter(({ code }) => code === 'no-baseline'),
          [],
          title,
        );
      }
    });

    it('add a due date that nothing below it exceeds', () => {
      assert.equal(
        fixed(one('why: W'), 'not-time-bound', 'Add `due: 2027-Q2`'),
        one('why: W\ndue: «2027-Q2»'),
      );
      assert.deepEqual(titlesOf(one('start: 2028-02'), 'not-time-bound'), ['Add `due: 2028-Q3`']);
      const parts = one('metrics: []\noutcomes: [{ id: b, title: B, due: 2029-12 }, { id: c, title: C }]');
      assert.deepEqual(titlesOf(parts, 'not-time-bound'), ['Add `due: 2029-12-31`']);
    });

    it('name those who answer for other outcomes', () => {
      const text = `${one('why: W')}  - { id: b, title: B, owner: "@voice" }\n`;
      assert.deepEqual(titlesOf(text, 'no-owner'), ['Add `owner: @voice`', 'Add `owner`']);
      assert.match(fixed(text, 'no-owner', 'Add `owner: @voice`'), / {4}why: W\n {4}owner: "@voice"\n/);
      assert.match(fixed(text, 'no-owner', 'Add `owner`'), /owner: "«@team»"/);
    });

    it('add a why, also where only blanks are', () => {
      assert.equal(
        fixed(one('due: 2027'), 'root-without-why', 'Add `why`'),
        one('why: «What is lost if it does not come about»\ndue: 2027'),
      );
      assert.match(fixed(one('why: "  "'), 'root-without-why', 'Add `why`'), /why: "«What is lost/);
      assert.match(fixed(one('why:'), 'root-without-why', 'Add `why`'), /why: «What is lost/);
    });

    it('add the id, title and version that a file needs', () => {
      assert.equal(
        fixed(
          'version: 1\noutcomes:\n  - title: Callers of the desk wait less\n',
          'invalid-field',
          'Add `id: callers-desk-wait-less`',
        ),
        'version: 1\noutcomes:\n  - id: «callers-desk-wait-less»\n    title: Callers of the desk wait less\n',
      );
      assert.match(
        fixed('version: 1\noutcomes:\n  - id: a\n', 'invalid-field', 'Add `title`'),
        /title: «The change/,
      );
      assert.equal(
        fixed('# All\r\ntitle: T\r\n', 'invalid-field', 'Add `version: 1`'),
        '# All\r\nversion: 1\r\ntitle: T\r\n',
      );
      assert.equal(fixed('{ title: T }', 'invalid-field', 'Add `version: 1`'), '{ version: 1, title: T }');
      assert.equal(
        fixed('---\n  title: T\n', 'invalid-field', 'Add `version: 1`'),
        '---\n  version: 1\n  title: T\n',
      );
    });
  });

  describe('of dates', () => {
    it('follow the outcome above, and what a day of shipping says', () => {
      const text = one('due: 2026-12\noutcomes:\n  - { id: b, title: B, due: 2027-02-01 }');
      assert.equal(
        fixed(text, 'invalid-dates', 'Change to `2026-12-31`, as of `fast-answers`'),
        text.replace('2027-02-01', '2026-12-31'),
      );
      assert.equal(
        fixed(
          one('outputs:\n  - { id: x, title: X, shipped: 2026-10-01 }'),
          'invalid-dates',
          'Write `status: shipped`',
        ),
        one('outputs:\n  - { id: x, title: X, status: shipped, shipped: 2026-10-01 }'),
      );
    });
  });

  describe('of wording', () => {
    it('make an outcome that names a delivery an output of a new one', () => {
      const text = yaml`
        outcomes:
          - id: chatbot # links stay
            title: Launch the chatbot
            why: W
      `;
      const after = fixed(text, 'output-as-outcome', 'Make it an output under a new outcome');
      assert.match(
        after,
        /id: «new-outcome» # links stay\n {4}title: «The change that is wanted, and for whom»\n/,
      );
      assert.match(after, /outputs:\n\s+- \{ id: chatbot, title: Launch the chatbot \}/);
      const codes = problemsOf(contextOf(after.replace(/[«»]/g, ''))).map(({ code }) => code);
      assert.ok(!codes.includes('output-as-outcome'), codes.join());
    });

    it('let outputs of other files serve the new one', () => {
      const files = {
        'a/outcomes.yml':
          'version: 1\noutcomes:\n  - { id: b, title: B, outputs: [{ id: y, title: Y, serves: [chatbot] }] }\n',
        'outcomes.yml': 'version: 1\noutcomes:\n  - { id: chatbot, title: Launch the chatbot }\n',
      };
      const context = contextOf(files);
      const result = fixesOf(files, 'output-as-outcome')[0]!.edits();
      assert.ok('files' in result);
      const after = Object.fromEntries(
        result.files.map(({ path, edits }) => [path, applyEdits(files[path as keyof typeof files], edits)]),
      );
      assert.deepEqual(Object.keys(after).sort(), Object.keys(files));
      assert.match(after['a/outcomes.yml']!, /serves: \[new-outcome\]/);
      assert.deepEqual(
        problemsOf({ ...contextOf(after), today: context.today }).filter(({ code }) =>
          /id|reference/.test(code),
        ),
        [],
      );
    });

    it('add the metric that a vague title lacks', () => {
      assert.deepEqual(
        titlesOf('version: 1\noutcomes: [{ id: a, title: Better customer experience }]\n', 'vague-outcome'),
        ['Add a metric'],
      );
    });
  });

  it('give nothing for a place that is not what it was', () => {
    const context = contextOf(one('why: W'));
    const [file] = context.tree.files;
    for (const code of fixableCodes)
      for (const span of [
        { start: 0, end: 0 },
        { start: 3, end: 900 },
        { start: -1, end: 2 },
      ])
        assert.deepEqual(fixesFor({ code, file: file!, span }, context), [], code);
  });
});
