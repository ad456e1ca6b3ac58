import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsJunit } from '../../../../src/core/report/junit';
import { rules } from '../../../../src/core/rules/table';
import { junitProblems } from '../../../support/schemas';
import { findingAt, hostileFindings, machineOptions } from './findings';

describe('findings as JUnit XML', function () {
  this.timeout(30_000);

  it('passes a test for each rule when nothing was found', async () => {
    const text = findingsJunit([], machineOptions());
    assert.deepEqual(await junitProblems(text), []);
    assert.equal(text.match(/<testcase /g)?.length, rules.length);
    assert.doesNotMatch(text, /<failure/);
  });

  it('fails a test for each finding that fails, in the suite of its family', async () => {
    const text = findingsJunit(
      [findingAt('src/a.ts'), findingAt('src/b.ts')],
      machineOptions({ folder: 'lib' }),
    );
    assert.deepEqual(await junitProblems(text), []);
    assert.match(text, /name="outcomes.work"[^>]* tests="\d+" failures="2" errors="0"/);
    assert.match(
      text,
      /<testcase name="todo-without-why lib\/src\/a.ts:3:4" classname="lib\/src\/a.ts" time="0">\n *<failure type="todo-without-why" message="This TODO states no why.">/,
    );
    assert.doesNotMatch(text, /<testcase name="todo-without-why" /);
  });

  it('counts as failure what --fail-on counts, and keeps the rest as output', () => {
    const info = findingAt('a', { severity: 'info', message: 'Some advice' });
    const below = findingsJunit([info], machineOptions());
    assert.doesNotMatch(below, /<failure/);
    assert.match(below, /<system-out>a:3:4 Some advice \(todo-without-why\)\n<\/system-out>/);
    assert.match(findingsJunit([info], machineOptions({ failOn: 'info' })), /<failure /);
    assert.doesNotMatch(findingsJunit([{ ...info, severity: 'hint' }], machineOptions()), /Some advice/);
  });

  it('stays valid, whatever people write', async () => {
    const samples = fc.sample(hostileFindings, { numRuns: 150, seed: 7 });
    const texts = samples.map((findings) => findingsJunit(findings, machineOptions()));
    assert.deepEqual(await junitProblems(...texts), []);
    samples.forEach((findings, i) => {
      const failing = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.equal(texts[i]!.match(/<failure /g)?.length ?? 0, failing.length);
    });
  });

  it('is told apart from broken XML by the schemas', async () => {
    const text = findingsJunit([], machineOptions());
    assert.notDeepEqual(await junitProblems(text.replace('hostname="localhost"', '')), []);
    assert.notDeepEqual(await junitProblems(text.replace('<system-out>', '<system-out>\u0000')), []);
  });
});
