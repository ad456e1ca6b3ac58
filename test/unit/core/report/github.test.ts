import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsGithub } from '../../../../src/core/report/github';
import { findingAt, hostileFindings } from './findings';

/** Reads a command as the runner does: properties up to the next `::`, then the data, both unescaped. */
function read(line: string) {
  const match = /^::(\w+) ([^]*?)::([^]*)$/.exec(line);
  assert.ok(match !== null, `no command: ${line}`);
  const properties = Object.fromEntries(
    match[2]!.split(',').map((pair) => {
      const at = pair.indexOf('=');
      return [
        pair.slice(0, at),
        unescaped(
          pair
            .slice(at + 1)
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ),
      ];
    }),
  );
  return { command: match[1]!, properties, data: unescaped(match[3]!) };
}

function unescaped(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

describe('findings as GitHub workflow commands', () => {
  it('places each at its line, from the top of the repository', () => {
    assert.equal(
      findingsGithub([findingAt('src/a.ts')], { folder: 'packages/b' }),
      '::warning file=packages/b/src/a.ts,line=3,col=4,endLine=3,endColumn=8,title=todo-without-why::This TODO states no why.\n',
    );
  });

  it('names no end column where the range runs over lines, which GitHub refuses', () => {
    const range = { start: { line: 0, character: 4 }, end: { line: 2, character: 1 } };
    const text = findingsGithub([findingAt('a', { subject: { kind: 'file', file: 'a', range } })], {
      folder: '',
    });
    assert.deepEqual(read(text.trimEnd()).properties, {
      file: 'a',
      line: '1',
      col: '5',
      endLine: '3',
      title: 'todo-without-why',
    });
  });

  it('says of a branch and of a commit which one, without a file', () => {
    const branch = findingAt('', { subject: { kind: 'branch', repository: 'lib', branch: 'a/b' } });
    const commit = findingAt('', {
      severity: 'error',
      subject: { kind: 'commit', repository: '..', commit: '0123456789abcdef' },
    });
    assert.equal(
      findingsGithub([branch, commit], { folder: '' }),
      '::warning title=todo-without-why::branch a/b in lib: This TODO states no why.\n' +
        '::error title=todo-without-why::commit 0123456789: This TODO states no why.\n',
    );
  });

  it('shows info as notice and leaves hints out', () => {
    const findings = [findingAt('a', { severity: 'info' }), findingAt('b', { severity: 'hint' })];
    assert.match(findingsGithub(findings, { folder: '' }), /^::notice file=a,[^\n]*\n$/);
  });

  it('escapes what separates in a file name', () => {
    const name = 'a,b:c=d%0A\ne::f';
    const text = findingsGithub([findingAt(name)], { folder: '' });
    assert.equal(text.match(/\n/g)?.length, 1);
    assert.equal(read(text.trimEnd()).properties['file'], name);
  });

  it('adds related places as lines of the message', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const finding = findingAt('a', { related: [{ file: 'o.yml', range, message: 'It is here' }] });
    assert.ok(
      findingsGithub([finding], { folder: '' }).endsWith('This TODO states no why.%0Ao.yml:1:1 It is here\n'),
    );
  });

  it('keeps to one command a finding, whatever people write', () => {
    fc.assert(
      fc.property(hostileFindings, (findings) => {
        const lines = findingsGithub(findings, { folder: '' }).split(/\r\n|\r|\n/);
        assert.equal(lines.pop(), '');
        const shown = findings.filter(({ severity }) => severity !== 'hint');
        assert.equal(lines.length, shown.length);
        lines.forEach((line, i) => {
          const { properties } = read(line);
          assert.equal(properties['title'], shown[i]!.code);
          assert.equal('file' in properties, shown[i]!.subject.kind === 'file');
        });
      }),
    );
  });
});
