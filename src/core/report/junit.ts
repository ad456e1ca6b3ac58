import type { Finding, Severity } from '../rules/finding';
import type { Family, Rule } from '../rules/rule';
import { rules } from '../rules/table';
import { inert } from './inert';
import { type MachineOptions, nameOfSubject, pathInRepository } from './machine';

/**
 * JUnit XML, valid by the schema of Ant and by that of Jenkins: a suite a family of rules, in it a test a rule that
 * passed, and in place of it a failed test for each finding at or above `failOn`. What is below fails nothing and stands in
 * the suite's output; hints are left out. The time is the start of `today`, so that the same state gives the same bytes.
 */
export function findingsJunit(findings: readonly Finding[], options: MachineOptions): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const suites = families.map((family, id) => suite(family, id, findings, options));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

const LEVELS: readonly Severity[] = ['hint', 'info', 'warning', 'error'];

function suite(family: Family, id: number, findings: readonly Finding[], options: MachineOptions): string {
  const own = rules.filter((rule) => rule.family === family);
  const codes = new Set(own.map(({ code }) => code));
  const found = findings.filter(({ code }) => codes.has(code));
  const fails = ({ severity }: Finding) => LEVELS.indexOf(severity) >= LEVELS.indexOf(options.failOn);
  const failed = found.filter(fails);
  const noted = found.filter((finding) => !fails(finding) && finding.severity !== 'hint');
  const cases = own.flatMap((rule) => {
    const failures = failed.filter(({ code }) => code === rule.code);
    return failures.length === 0 ? [passed(rule)] : failures.map((finding) => failure(finding, options));
  });
  const head = attributes({
    name: `outcomes.${family}`,
    package: 'outcomes',
    id,
    timestamp: `${options.today}T00:00:00`,
    hostname: 'localhost',
    tests: cases.length,
    failures: failed.length,
    errors: 0,
    time: 0,
  });
  const version = attributes({ name: 'outcomes.version', value: options.version });
  return [
    `  <testsuite ${head}>`,
    `    <properties><property ${version}/></properties>`,
    ...cases,
    `    <system-out>${escape(noted.map((finding) => `${describe(finding, options)}\n`).join(''))}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
    '',
  ].join('\n');
}

function passed({ code, family }: Rule): string {
  return `    <testcase ${attributes({ name: code, classname: `outcomes.${family}`, time: 0 })}/>`;
}

function failure(finding: Finding, options: MachineOptions): string {
  const { code, severity, subject, message } = finding;
  const place = placeOf(subject, options);
  const classname = subject.kind === 'file' ? pathInRepository(subject.file, options) : place;
  const head = attributes({ name: `${code} ${place}`, classname, time: 0 });
  const what = attributes({ type: code, message });
  const related = finding.related.map(
    ({ file, range, message: said }) =>
      `${inert(placeOf({ kind: 'file', file, range }, options))} ${inert(said)}\n`,
  );
  const body = escape(`${severity}: ${describe(finding, options)}\n${related.join('')}`);
  return `    <testcase ${head}>\n      <failure ${what}>${body}</failure>\n    </testcase>`;
}

function describe({ code, subject, message }: Finding, options: MachineOptions): string {
  return `${inert(placeOf(subject, options))} ${inert(message)} (${code})`;
}

function placeOf(subject: Finding['subject'], options: MachineOptions): string {
  if (subject.kind !== 'file') return nameOfSubject(subject);
  const { line, character } = subject.range.start;
  return `${pathInRepository(subject.file, options)}:${line + 1}:${character + 1}`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escape(inert(String(value)))}"`)
    .join(' ');
}

/** For text and attributes; characters that XML 1.0 cannot hold are gone before, by `inert`. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
