import assert from 'node:assert/strict';
import { addCheckIn, addOutcome, addOutput } from '../../../../../src/core/outcomes/edit';
import type { NewCheckIn } from '../../../../../src/core/outcomes/edit';
import { starter } from '../../../../../src/core/outcomes/starter';
import { yaml } from '../../../../support/marked';
import { edited, metric, outcome } from './support/shown';

describe('addCheckIn', () => {
  const NEW: NewCheckIn = {
    date: '2026-11-16',
    value: 90,
    confidence: 'on-track',
    note: 'First sites, live',
  };
  /** A metric with these lines below it. */
  const checked = (lines: string, checkIn = NEW): string => {
    const text = `outcomes:\n- id: x\n  metrics:\n  - id: m\n    target: 60${lines}\n`;
    const made = edited(text, (file) => addCheckIn(file, metric(file, 'm'), checkIn));
    return made.replace('outcomes:\n- id: x\n  metrics:\n  - id: m\n    target: 60', '').replace(/[‹›]/g, '');
  };

  it('writes the first one in braces, below a key of its own', () => {
    for (const lines of ['', '\n    check-ins:', '\n    check-ins: []']) {
      assert.equal(
        checked(lines),
        '\n    check-ins:\n    - { date: 2026-11-16, value: 90, confidence: on-track, note: "First sites, live" }\n',
      );
    }
  });

  it('writes as the one next to it is written', () => {
    assert.equal(
      checked(
        '\n    check-ins:\n      -   value: "1,200"\n          date: \'2026-10-16\'\n          note: |\n            One\n',
      ),
      "\n    check-ins:\n      -   value: \"1,200\"\n          date: '2026-10-16'\n          note: |\n            One\n      -   value: 90\n          confidence: on-track\n          date: '2026-11-16'\n          note: First sites, live\n\n",
    );
    assert.equal(
      checked('\n    check-ins: [{date: 2026-10-16, value: 3}]', { date: '2026-11-16', value: '9.5%' }),
      '\n    check-ins: [{date: 2026-10-16, value: 3}, {date: 2026-11-16, value: 9.5%}]\n',
    );
    assert.equal(
      checked(
        '\n    check-ins: [\n      { date: 2026-10-16, value: 3 }, # October\n      { date: 2026-10-17, value: 3 } # a day\n      # later\n    ]',
        { date: '2026-11-16', value: 1 },
      ),
      '\n    check-ins: [\n      { date: 2026-10-16, value: 3 }, # October\n      { date: 2026-10-17, value: 3 }, # a day\n      { date: 2026-11-16, value: 1 }\n      # later\n    ]\n',
    );
  });

  it('keeps the dates in the order in which they are', () => {
    const one = (day: string): string => `    - { date: 2026-11-${day}, value: 1 }`;
    const days = (...written: string[]): string => `\n    check-ins:\n${written.map(one).join('\n')}`;
    const at = (day: string): NewCheckIn => ({ date: `2026-11-${day}`, value: 1 });
    assert.equal(checked(days('10', '20'), at('15')), `${days('10', '15', '20')}\n`);
    assert.equal(checked(days('10', '20'), at('05')), `${days('05', '10', '20')}\n`);
    assert.equal(checked(days('20', '10'), at('15')), `${days('20', '15', '10')}\n`);
    assert.equal(checked(days('20', '10'), at('25')), `${days('25', '20', '10')}\n`);
    assert.equal(checked(days('20', '10'), at('05')), `${days('20', '10', '05')}\n`);
    assert.equal(checked(days('20', '30', '10'), at('05')), `${days('20', '30', '10', '05')}\n`);
    assert.equal(checked(days('10', '10'), at('10')), `${days('10', '10', '10')}\n`);
  });

  it('does not mind entries that are no check-ins yet', () => {
    assert.equal(
      checked('\n    check-ins:\n    - { date: 2026-10-16, value: 3 }\n    - { value: 4 }\n    - soon', {
        date: '2026-11-16',
        value: 1,
      }),
      '\n    check-ins:\n    - { date: 2026-10-16, value: 3 }\n    - { date: 2026-11-16, value: 1 }\n    - { value: 4 }\n    - soon\n',
    );
  });

  it('refuses what is not a list', () => {
    assert.match(
      checked('\n    check-ins: { date: 2026-10-16, value: 3 }'),
      /^refused: `check-ins` is not written as a list/,
    );
  });
});

describe('addOutput', () => {
  it('keeps the comment of the last one with it, and comments that follow where they are', () => {
    const text = yaml`
      outcomes:
        - id: x
          outputs:
            - id: a   # the first
              title: A
              # and its story
            # nothing else yet
        - id: y
    `;
    assert.equal(
      edited(text, (file) =>
        addOutput(file, outcome(file, 'x'), { id: 'b', title: 'B: more', serves: ['y'] }),
      ),
      yaml`
        outcomes:
          - id: x
            outputs:
              - id: a   # the first
                title: A
                # and its story
              - id: b
                title: "‹B: more›"
                serves: [y]
              # nothing else yet
          - id: y
      `,
    );
  });
});

describe('addOutcome', () => {
  const NEW = { id: 'new', title: 'Fewer calls', outputs: [{ id: 'bot', title: 'Chatbot' }] };
  const added = (text: string, parent: string | null = null): string =>
    edited(text, (file) => addOutcome(file, parent === null ? null : outcome(file, parent), NEW));

  it('makes a file of nothing, below the comments that are there', () => {
    const made =
      'version: 1\noutcomes:\n  - id: new\n    title: ‹Fewer calls›\n    outputs:\n      - { id: bot, title: Chatbot }\n';
    assert.equal(added(''), made);
    assert.equal(added('\ufeff'), `\ufeff${made}`);
    assert.equal(added('# ours'), `# ours\n${made}`);
    assert.equal(added('# ours\r\n---\r\n'), `# ours\r\n---\r\n${made.replaceAll('\n', '\r\n')}`);
  });

  it('gives a file its first outcome, whatever stands for none', () => {
    const made = '\n  - id: new\n    title: ‹Fewer calls›\n    outputs:\n      - { id: bot, title: Chatbot }';
    for (const none of ['', '\noutcomes:', '\noutcomes: []', '\noutcomes: ~']) {
      assert.equal(added(`version: 1${none}`), `version: 1\noutcomes:${made}`);
    }
    assert.equal(
      added('outcomes: [] # none yet\n  # - id: example\ntitle: Ours\n'),
      `outcomes: # none yet\n  # - id: example${made}\ntitle: Ours\n`,
    );
    assert.equal(
      added('{version: 1}'),
      '{version: 1, outcomes: [{ id: new, title: ‹Fewer calls›, outputs: [{ id: bot, title: Chatbot }] }]}',
    );
  });

  it('follows the last one, apart from it by a blank line where the others are', () => {
    const text =
      'version: 1\noutcomes:\n\n- id: a\n  title: A\n\n# the second\n- id: b\n  title: B\n\ntitle: Ours\n';
    assert.equal(
      added(text),
      'version: 1\noutcomes:\n\n- id: a\n  title: A\n\n# the second\n- id: b\n  title: B\n\n- id: new\n  title: ‹Fewer calls›\n  outputs:\n  - { id: bot, title: Chatbot }\n\ntitle: Ours\n',
    );
  });

  it('becomes a child, with a list made for it', () => {
    assert.equal(
      added(
        yaml`
        outcomes:
          - id: a
            title: A
            outputs:
              - id: o
          - id: b
      `,
        'a',
      ),
      yaml`
        outcomes:
          - id: a
            title: A
            outputs:
              - id: o
            outcomes:
              - id: new
                title: ‹Fewer calls›
                outputs:
                  - id: bot
                    title: Chatbot
          - id: b
      `,
    );
  });

  it('leaves the rest of a new file as it was made', () => {
    const text = starter('Ours', '2026-11-22');
    const made = added(text);
    assert.ok(made.startsWith(text.trimEnd()));
    assert.equal(
      made.slice(text.trimEnd().length),
      '\n  - id: new\n    title: ‹Fewer calls›\n    outputs:\n      - { id: bot, title: Chatbot }\n',
    );
  });
});
