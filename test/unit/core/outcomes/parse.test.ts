import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileProblem, Outcome, OutcomesFile } from '../../../../src/core/outcomes/model';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { fileRules } from '../../../../src/core/rules/file';
import { smartRules } from '../../../../src/core/rules/smart';
import { yaml } from '../../../support/marked';
import { anyCharacter } from '../../../support/any-character';
import { effortOf } from '../../../support/effort';

const FULL = yaml`
  title: Voice migration
  policy:
    tags: [TODO, "@todo"]
    mentions: any
    ignore: [vendor/**, "**/*.min.js"]
    base: origin/main
    existing: same
    exempt-branches: []
    commits-since: 2026-01-01
    rules: { todo-without-why: error, vanity-metric: off }
  outcomes:
    - id: reliable-voice
      title: Customers keep reliable voice services
      why: The network is withdrawn
      owner: "@voice-team"
      start: 2026-01-05
      due: 2026-Q4
      check-in: monthly
      weight: 2
      paths: [services/voice/**]
      branches: [voip/**]
      assumptions: [Fibre reaches 90 % of the sites]
      effect: adverse
      metrics:
        - id: desk-calls
          title: Service desk calls
          unit: calls/week
          baseline: 1,200
          target: 60
          source: https://grafana.example/d/desk
          check-ins:
            - { date: 2026-11-16, value: 90, confidence: on-track, note: First sites }
            - { date: 2026-10-16, value: 100 }
      outputs:
        - { id: mpf, title: Stop-gap, status: rejected, instead: voip, trade-off: A few years }
        - { id: voip, title: VoIP, status: shipped, shipped: 2026-10-20, serves: [a, b], element: people }
      outcomes:
        - { id: child, title: A child }
        - { id: KEY-12, title: Another, due: 2026-06, status: dropped }
`;

describe('parseOutcomes', () => {
  const parse = (text: string): OutcomesFile => parseOutcomes('team/outcomes.yml', text);
  const only = (text: string): Outcome => {
    const [outcome] = parse(text).outcomes;
    assert.ok(outcome);
    return outcome;
  };

  it('reads every field', () => {
    const file = parse(FULL);
    assert.deepEqual(file.problems, []);
    assert.equal(file.title, 'Voice migration');
    const { at: policyAt, rules, ...policy } = file.policy!;
    assert.deepEqual(policy, {
      dir: 'team',
      tags: ['TODO', '@todo'],
      mentions: 'any',
      ignore: ['vendor/**', '**/*.min.js'],
      base: 'origin/main',
      existing: 'same',
      exemptBranches: [],
      commitsSince: '2026-01-01',
    });
    assert.ok(policyAt);
    assert.deepEqual(
      [...rules],
      [
        ['vanity-metric', 'off'],
        ['todo-without-why', 'error'],
      ],
    );
    const { at, metrics, outputs, outcomes, ...outcome } = file.outcomes[0]!;
    assert.deepEqual(outcome, {
      id: 'reliable-voice',
      title: 'Customers keep reliable voice services',
      why: 'The network is withdrawn',
      owner: '@voice-team',
      start: '2026-01-05',
      due: '2026-12-31',
      status: 'active',
      checkIn: 'monthly',
      weight: 2,
      paths: ['services/voice/**'],
      branches: ['voip/**'],
      assumptions: ['Fibre reaches 90 % of the sites'],
      adverse: true,
      parent: null,
      file: 'team/outcomes.yml',
    });
    assert.equal(FULL.slice(at.self.start, at.self.end), 'reliable-voice');
    assert.equal(metrics[0]!.baseline, 1200);
    assert.equal(metrics[0]!.goal, 'decrease');
    assert.deepEqual(
      metrics[0]!.checkIns.map(({ date, value }) => [date, value]),
      [
        ['2026-10-16', 100],
        ['2026-11-16', 90],
      ],
    );
    assert.deepEqual(
      outputs.map(({ status, instead, tradeOff, shipped, serves, element }) => [
        status,
        instead,
        tradeOff,
        shipped,
        serves,
        element,
      ]),
      [
        ['rejected', 'voip', 'A few years', null, [], null],
        ['shipped', null, null, '2026-10-20', ['a', 'b'], 'people'],
      ],
    );
    assert.deepEqual(
      outcomes.map(({ id, due, parent }) => [id, due, parent?.id]),
      [
        ['child', '2026-12-31', 'reliable-voice'],
        ['KEY-12', '2026-06-30', 'reliable-voice'],
      ],
    );
  });

  it('places keys, values and whole nodes exactly', () => {
    const text =
      'version: 1\noutcomes:\n  - id: "a-b"  # note\n    why: |\n      long\n      text\n    due:\n    owner: x\n\n  - title: T\n';
    const file = parse(text);
    const said = (span: { start: number; end: number }): string => text.slice(span.start, span.end);
    const { at } = file.outcomes[0]!;
    assert.equal(said(at.self), '"a-b"');
    assert.equal(said(at.keys.get('why')!.value), '|\n      long\n      text');
    assert.equal(said(at.keys.get('due')!.value), 'due');
    assert.ok(said(at.node).startsWith('id: "a-b"  # note'));
    assert.ok(said(at.node).endsWith('owner: x'));
    assert.equal(said(file.outcomes[1]!.at.self), 'T');
  });

  it('keeps numbers and dates as they are written where text is meant', () => {
    const outcome = only('version: 1\noutcomes: [{id: 2fa, title: 2026, owner: 007, why: 0x1F}]');
    assert.deepEqual([outcome.title, outcome.owner, outcome.why], ['2026', '007', '0x1F']);
  });

  it('reads YAML 1.2: on, yes and 1:30 are text', () => {
    const outcome = only('version: 1\noutcomes: [{id: a, title: on, why: yes, owner: 1:30}]');
    assert.deepEqual([outcome.title, outcome.why, outcome.owner], ['on', 'yes', '1:30']);
  });

  it('says of a number in quotes that the quotes are the mistake', () => {
    const said = (weight: string): string =>
      parse(`version: 1\noutcomes: [{id: a, title: t, weight: ${weight}}]`)
        .problems.map(({ message, suggestions }) => `${message} ${JSON.stringify(suggestions)}`)
        .join();
    assert.match(said('"2.5"'), /`weight` is the text `2\.5`; write it without quotes\. .*"value":2\.5/);
    assert.match(said('two'), /`weight` is `two`; it must be a number from 0 on\./);
    assert.match(said('-1'), /`weight` is `-1`; it must be a number from 0 on\./);
  });

  it('applies a change to the baseline', () => {
    const target = (fields: string) =>
      only(`version: 1\noutcomes: [{id: a, title: t, metrics: [{id: m, ${fields}}]}]`).metrics[0]!;
    assert.equal(target('baseline: 500, change: +20%').target, 600);
    assert.equal(target('baseline: 0.3, change: +10%').target, 0.33);
    assert.equal(target('baseline: 120, change: -40').target, 80);
    assert.equal(target('baseline: 120, change: -40').goal, 'decrease');
    assert.equal(target('baseline: 7.5%, change: +2pp').target, 9.5);
    assert.equal(target('baseline: 7.5%, change: +2pp').unit, '%');
    assert.equal(target('baseline: -10, change: +20%').target, -8);
    assert.equal(target('change: -20%').goal, 'decrease');
    assert.deepEqual(target('target: [40, 60]').goal, 'between');
    assert.equal(target('target: 5').goal, null);
  });

  describe('on broken text', () => {
    const ids = (text: string): string[] => parse(text).outcomes.map(({ id, title }) => `${id}=${title}`);
    const rest = '  - id: b\n    title: B\n';
    const half = (line: string): string => `version: 1\noutcomes:\n  - id: a\n    title: A\n${line}${rest}`;
    const cases: [what: string, text: string, expected: string[], marked: string][] = [
      ['a field name being typed', half('    wh\n'), ['a=A', 'b=B'], 'wh'],
      ['a field name being typed above another', half('    ow\n    why: x\n'), ['a=A', 'b=B'], 'ow'],
      [
        'a field name below a quoted text',
        half('    why: "x"\n    ow\n    start: 2026-01\n'),
        ['a=A', 'b=B'],
        'ow',
      ],
      ['an open bracket', half('    paths: [x, \n'), ['a=A', 'b=B'], '[x,'],
      ['an open brace', half('    metrics: [{ id: m\n'), ['a=A', 'b=B'], '[{ id: m'],
      ['an open quote', half('    why: "because\n'), ['a=A', 'b=B'], '"because'],
      ['an open quote closed by a later one', half("    why: 'it\n    owner: 'x'\n"), ['a=A', 'b=B'], "'it"],
      ['a colon in a text', half('    why: Calls: fewer\n'), ['a=A', 'b=B'], 'Calls: fewer'],
      ['an at sign', half('    owner: @team\n'), ['a=A', 'b=B'], '@team'],
      ['a glob without quotes', half('    paths: [**/*.ts]\n'), ['a=A', 'b=B'], '**/*.ts'],
      ['a line too deep', half('      why: x\n'), ['a=A', 'b=B'], 'why: x'],
      [
        'tabs',
        `version: 1\noutcomes:\n\t- id: a\n\t  title: A\n\t- id: b\n\t  title: B\n`,
        ['a=A', 'b=B'],
        '\t',
      ],
      ['a control character', half('    why: x\u0000y\n'), ['a=A', 'b=B'], '\u0000'],
      ['a second document', `${half('')}---\nx: 1\n`, ['a=A', 'b=B'], '---'],
    ];
    for (const [what, text, expected, marked] of cases) {
      it(`reports ${what} once and reads the rest`, () => {
        const { problems } = parse(text);
        assert.deepEqual(
          problems.map(({ code, span }) => [code, text.slice(span.start, span.end)]),
          [['invalid-yaml', marked]],
        );
        assert.deepEqual(ids(text), expected);
      });
    }

    it('reads "ours" of a merge conflict and reports each conflict once', () => {
      for (const eol of ['\n', '\r\n']) {
        const text = [
          'version: 1',
          'outcomes:',
          '<<<<<<< HEAD',
          '  - { id: ours, title: A }',
          '||||||| 0123abc',
          '  - { id: base, title: A }',
          '=======',
          '  - { id: theirs, title: A }',
          '>>>>>>> branch',
          '  - { id: both, title: A }',
          '<<<<<<< HEAD',
          '=======',
          '  - { id: added, title: A }',
          '>>>>>>> branch',
          '',
        ].join(eol);
        const { problems } = parse(text);
        assert.deepEqual(
          problems.map(({ code, span }) => [
            code,
            text.slice(span.start, span.end),
            text.slice(0, span.start).split('\n').length,
          ]),
          [
            ['invalid-yaml', '<<<<<<< HEAD', 3],
            ['invalid-yaml', '<<<<<<< HEAD', 11],
          ],
        );
        assert.deepEqual(ids(text), ['ours=A', 'both=A']);
      }
    });

    it('reads the same with LF, CRLF, a lone CR and a BOM', () => {
      for (const text of [FULL.replaceAll('\n', '\r\n'), FULL.replaceAll('\n', '\r'), `\ufeff${FULL}`]) {
        const file = parse(text);
        assert.deepEqual(file.problems, []);
        const { self } = file.outcomes[0]!.at;
        assert.equal(text.slice(self.start, self.end), 'reliable-voice');
        assert.equal(file.outcomes[0]!.outcomes.length, 2);
      }
    });

    it('says nothing of a text without content', () => {
      for (const text of ['', ' \n\n', '# only a comment\n', '---\n', '\ufeff'])
        assert.deepEqual(parse(text).problems, []);
    });

    it('explains a root that is no mapping', () => {
      for (const text of ['just text', '[1, 2]', '- a\n- b', '42', 'null', '"x"']) {
        assert.equal(parse(text).outcomes.length, 0);
      }
      assert.match(parse('- a').problems[0]!.message, /must have fields such as `version`/);
    });

    it('keeps ids that are names of object members apart', () => {
      const tree = mergeFiles([
        parse('version: 1\noutcomes: [{id: constructor, title: C}, {id: __proto__, title: P}]'),
      ]);
      assert.equal(tree.entries.get('constructor')?.outcome.title, 'C');
      assert.equal(tree.entries.get('__proto__')?.outcome.title, 'P');
      assert.equal(tree.entries.get('tostring'), undefined);
    });

    it('resolves aliases, and reports one that repeats too much or holds itself', () => {
      const text =
        'version: 1\noutcomes:\n  - { id: a, title: A, paths: &p [x/**] }\n  - { id: b, title: B, paths: *p }\n';
      assert.deepEqual(parse(text).problems, []);
      assert.deepEqual(parse(text).outcomes[1]!.paths, ['x/**']);
      assert.match(
        problem('version: 1\noutcomes: &o [{ id: a, title: A, outcomes: *o }]').message,
        /itself in/,
      );
    });

    const problem = (text: string): FileProblem => {
      const [first] = parse(text).problems;
      assert.ok(first);
      return first;
    };

    it('survives what is made to break parsers, each in a second', () => {
      const levels = Array.from(
        { length: 12 },
        (_, i) => `  - &l${i + 1} { id: l${i + 1}, title: T, outcomes: [${`*l${i}, `.repeat(9)}] }`,
      );
      const bomb = `version: 1\noutcomes:\n  - &l0 { id: l0, title: T }\n${levels.join('\n')}\n`;
      const chain = Array.from(
        { length: 3000 },
        (_, i) => `  - &c${i + 1} { id: c${i + 1}, title: T, outcomes: [*c${i}] }`,
      );
      const hostile: Record<string, string> = {
        'alias bomb': bomb,
        'alias chain': `version: 1\noutcomes:\n  - &c0 { id: c0, title: T }\n${chain.join('\n')}\n`,
        'flow nesting': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
        'unclosed nesting': `a: ${'{a: '.repeat(10_000)}`,
        'block nesting': Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
        dashes: `${'- '.repeat(10_000)}a`,
        'deep outcomes': `version: 1\n${Array.from({ length: 300 }, (_, i) => `${'  '.repeat(i)}outcomes:\n${'  '.repeat(i)}- id: o${i}\n`).join('')}`,
        'huge key': `${'k'.repeat(300_000)}: 1\n`,
        'huge id': `version: 1\noutcomes: [{ id: ${'x'.repeat(300_000)}, title: T }]`,
        'same key': 'a: 1\n'.repeat(10_000),
        NUL: '\0'.repeat(50_000),
        quotes: '"'.repeat(20_000),
        markers: '<<<<<<< a\n'.repeat(5_000),
        'broken lines': 'a: b: c\n'.repeat(5_000),
        'many lists': `version: 1\noutcomes:\n${'  - { id: [], title: {}, due: [1], metrics: x }\n'.repeat(500)}`,
      };
      for (const [what, text] of Object.entries(hostile)) {
        let file!: OutcomesFile;
        const effort = effortOf(() => {
          file = parse(text);
          runRules(file);
        });
        assert.ok(effort < 5_000, `${what} took ${Math.round(effort)} ms`);
        assert.ok(file.problems.length > 0, what);
        assert.ok(
          file.problems.every(({ message }) => message.length < 700),
          what,
        );
      }
    });
  });

  const runRules = (file: OutcomesFile): void => {
    const tree = mergeFiles([file]);
    for (const rule of [...fileRules, ...smartRules]) {
      for (const { span, related = [] } of rule.check({ tree, today: '2026-06-30' })) {
        for (const place of [span, ...related.map((r) => r.span)]) {
          assert.ok(place.start >= 0 && place.start <= place.end && place.end <= file.text.length, rule.code);
        }
      }
    }
  };

  it('never throws, and every place is inside the text, whatever is cut, doubled or changed', () => {
    const junk = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      ':',
      '- ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '#',
      '&a ',
      '*a',
      '|',
      '>',
      '!',
      '%',
      '@',
      '`',
      '<<<<<<< x\n',
      '=======\n',
      '\0',
      '\r',
      '\ufeff',
      '? ',
      ': ',
      '\n\n---\n',
      '!!map ',
      '\ud800',
      '<<: ',
      'null',
      '~',
      '[]',
      '{}',
      '1,5',
      '99999999999999999999',
      '.inf',
      '2026-02-30',
      '+20%',
      '\u2028',
    );
    const change = fc.record({ at: fc.nat(FULL.length), remove: fc.nat(40), junk });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = FULL;
        for (const { at, remove, junk: by } of changes)
          text = text.slice(0, at) + by + text.slice(at + remove);
        runRules(parse(text));
      }),
      { numRuns: 120 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => runRules(parse(text))),
      { numRuns: 200 },
    );
  });
});
