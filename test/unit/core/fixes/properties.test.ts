import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/edits';
import { fixableCodes, fixesFor, fixSpelling, type FixContext } from '../../../../src/core/fixes';
import type { OutcomesFile, Written } from '../../../../src/core/outcomes/model';
import { parseOutcomes } from '../../../../src/core/outcomes/parse';
import { mergeFiles } from '../../../../src/core/outcomes/tree';
import { fileRules } from '../../../../src/core/rules/file';
import { after, commentsIn, file, outcomesOf, parse, pick } from '../outcomes/edit/support/files';
import { contextOf, type Found, markOf, problemsOf, TODAY } from './support';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 100) };

/** A place to be filled in is wrong until it is: a target that equals the baseline. Advice may always follow. */
const MAY_FOLLOW = ['not-measurable', 'vague-outcome', 'no-baseline'];
const ERRORS = new Set(fileRules.map(({ code }) => code));

function inTree(of: OutcomesFile): FixContext {
  return { tree: mergeFiles([of]), today: TODAY };
}

/** How often each code was found. */
function counts(found: readonly Found[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const { code } of found) all.set(code, (all.get(code) ?? 0) + 1);
  return all;
}

/** Two neighbours in another order. */
function swapped(word: string, n: number): string {
  const at = 1 + (n % Math.max(1, word.length - 2));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** Every mapping of the file that a fix may be about. */
function nodesOf(of: OutcomesFile): Written[] {
  return outcomesOf(of).flatMap(({ at, metrics, outputs }) => [
    at,
    ...metrics.map((m) => m.at),
    ...outputs.map((o) => o.at),
  ]);
}

describe('every fix in any outcomes.yml', () => {
  it('takes its finding away and adds no error, but for what is to be filled in', () => {
    let fixed = 0;
    fc.assert(
      fc.property(file, fc.nat(), (from, n) => {
        const context = inTree(from);
        const found = problemsOf(context);
        const before = counts(found);
        const problem = pick(
          found.filter(({ code }) => fixableCodes.includes(code)),
          n,
        );
        if (problem === undefined) return;
        for (const fix of fixesFor(markOf(context, problem), context)) {
          const result = fix.edits();
          assert.ok('files' in result, `${fix.title}: ${JSON.stringify(result)}`);
          const [own] = result.files;
          const made = after(from, own!.edits);
          const now = counts(problemsOf(inTree(made)));
          assert.ok(
            (now.get(problem.code) ?? 0) < before.get(problem.code)!,
            `${fix.title} left ${problem.code}`,
          );
          for (const [code, count] of now) {
            const follows = code === 'conflicting-target' && MAY_FOLLOW.includes(problem.code);
            if (ERRORS.has(code) && !follows)
              assert.ok(count <= (before.get(code) ?? 0), `${fix.title} brought ${code}`);
          }
          assert.deepEqual(commentsIn(made).sort(), commentsIn(from).sort());
          for (const { start, end } of own!.stops) assert.ok(start < end && end <= made.text.length);
          fixed++;
        }
      }),
      RUNS,
    );
    assert.ok(fixed > RUNS.numRuns / 2, `only ${fixed} fixes`);
  });

  it('gives a misspelt field back byte for byte', () => {
    let done = 0;
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(), fc.nat(), (from, n, m, l) => {
        const node = pick(nodesOf(from), n);
        const fields = [...(node?.keys ?? [])].filter(([word]) => word.length > 4);
        const [name, field] = pick(fields, m) ?? [];
        if (name === undefined || field === undefined) return;
        const { key } = field;
        const wrong = swapped(name, l);
        fc.pre(wrong !== name);
        const text =
          from.text.slice(0, key.start) +
          from.text.slice(key.start, key.end).replace(name, wrong) +
          from.text.slice(key.end);
        fc.pre(text !== from.text);
        const broken = parse(text);
        const problem = broken.problems.find(
          ({ code, span }) => code === 'unknown-field' && span.start === key.start,
        );
        assert.ok(problem, `${wrong} is known`);
        const [fix] = fixesFor({ code: 'unknown-field', file: broken, span: problem.span }, inTree(broken));
        const result = fix?.edits();
        assert.ok(result && 'files' in result, JSON.stringify(result));
        assert.equal(applyEdits(text, result.files[0]!.edits), from.text);
        done++;
        // What is misspelt in it from the start, as a reference may be, would be corrected too.
        const before = fixSpelling(from, inTree(from));
        const all = fixSpelling(broken, inTree(broken));
        assert.ok('files' in before && 'files' in all);
        if (before.files.length === 0) assert.equal(applyEdits(text, all.files[0]!.edits), from.text);
      }),
      RUNS,
    );
    assert.ok(done > RUNS.numRuns / 3, `only ${done} done`);
  });

  it('gives a misspelt choice back byte for byte', () => {
    let done = 0;
    fc.assert(
      fc.property(file, fc.nat(), fc.nat(), (from, n, l) => {
        const choices = nodesOf(from).flatMap(({ keys }) =>
          ['status', 'goal', 'element', 'check-in'].flatMap((name) => keys.get(name)?.value ?? []),
        );
        const span = pick(choices, n);
        if (span === undefined) return;
        const written = from.text.slice(span.start, span.end);
        const word = written.replace(/^["']|["']$/g, '');
        const wrong = swapped(word, l);
        fc.pre(/^[a-z-]{5,}$/.test(word) && wrong !== word);
        const text =
          from.text.slice(0, span.start) + written.replace(word, wrong) + from.text.slice(span.end);
        const broken = parseOutcomes('outcomes.yml', text);
        const [fix] = fixesFor({ code: 'invalid-field', file: broken, span }, inTree(broken));
        const result = fix?.edits();
        assert.ok(result && 'files' in result, `${wrong}: ${JSON.stringify(result)}`);
        assert.equal(applyEdits(text, result.files[0]!.edits), from.text);
        done++;
      }),
      RUNS,
    );
    assert.ok(done > RUNS.numRuns / 4, `only ${done} done`);
  });

  it('is found and made quickly among 2,000 outcomes', () => {
    const many = Array.from(
      { length: 2000 },
      (_, i) =>
        `  - id: outcome-${i}\n    title: Callers ${i} wait less\n    onwer: me\n    metrics:\n      - { id: m-${i}, title: Wait, baseline: 9 }\n    outputs:\n      - { id: o-${i}, title: Ship, serves: [outcmoe-${i}] }\n`,
    );
    const context = contextOf(`version: 1\noutcomes:\n${many.join('')}`);
    const found = problemsOf(context);
    const codes = new Set(found.map(({ code }) => code));
    assert.ok(codes.size >= 5, [...codes].join());
    for (const code of codes) {
      const marked = markOf(
        context,
        found.findLast((problem) => problem.code === code)!,
      );
      const times: number[] = [];
      for (let i = 0; i < 9; i++) {
        const before = process.cpuUsage();
        for (const fix of fixesFor(marked, context)) fix.edits();
        times.push(process.cpuUsage(before).user / 1000);
      }
      const median = times.sort((a, b) => a - b)[4]!;
      if (process.env['SHOW'] !== undefined) console.log(`${code}: ${median.toFixed(1)} ms`);
      assert.ok(median < 50, `${code}: ${median} ms`);
    }
  });
});
