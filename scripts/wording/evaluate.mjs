// How well titles are told apart: `node --import tsx scripts/wording/evaluate.mjs [--wrong] FILE…`. A file is a JSON
// list of { text, label } with the labels outcome, output and unclear, or an object of such lists. `--wrong` also prints
// each statement that was read wrongly, with the reason given.
import fs from 'node:fs';
import { readTitle } from '../../src/core/outcomes/wording/index.ts';

const labels = ['outcome', 'output', 'unclear'];
const files = process.argv.slice(2).filter((argument) => argument !== '--wrong');
if (files.length === 0) {
  console.error('usage: node --import tsx scripts/wording/evaluate.mjs [--wrong] FILE…');
  process.exit(2);
}

for (const file of files) {
  const read = JSON.parse(fs.readFileSync(file, 'utf8'));
  const statements = Array.isArray(read) ? read : Object.values(read).flat();
  console.log(`\n${file}: ${statements.length} statements`);
  report(statements.map(({ text, label }) => ({ text, label, ...readTitle(text) })));
}

function report(readings) {
  const count = (label, verdict) =>
    readings.filter((reading) => reading.label === label && reading.verdict === verdict).length;
  console.log(`${'labelled'.padEnd(10)}${labels.map((verdict) => verdict.padStart(10)).join('')}`);
  for (const label of labels) {
    console.log(
      `${label.padEnd(10)}${labels.map((verdict) => String(count(label, verdict)).padStart(10)).join('')}`,
    );
  }
  const right = labels.reduce((sum, label) => sum + count(label, label), 0);
  const others = readings.filter(({ label }) => label !== 'output').length;
  const outcomes = readings.filter(({ label }) => label === 'outcome').length;
  const alarms = count('outcome', 'output') + count('unclear', 'output');
  const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  console.log(`right ${percent(right, readings.length)}`);
  console.log(
    `false alarms: ${percent(count('outcome', 'output'), outcomes)} of the outcomes, ${percent(alarms, others)} of all that are no outputs`,
  );
  if (!process.argv.includes('--wrong')) return;
  for (const { text, label, verdict, reason } of readings) {
    if (label !== verdict) console.log(`  ${label} read as ${verdict}: ${text} (${reason})`);
  }
}
