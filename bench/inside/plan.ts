import { parseDocument } from 'yaml';
import { checkTree, measureTree, mergeFiles, parseOutcomes, treeRules } from '../../src/core';
import { sideBySide } from './side-by-side';

/**
 * ROUNDS: what an outcomes.yml costs to be read, judged and measured, for each number of outcomes that follows. Beside
 * it the YAML library alone, which reads the same text and knows nothing of outcomes.
 */
const [rounds = '9', ...counts] = process.argv.slice(2);
const TODAY = '2026-11-22';

function text(outcomes: number): string {
  const blocks = Array.from(
    { length: outcomes },
    (_, n) => `  - id: outcome-${n}
    title: Customers of kind ${n} wait ${n % 9} minutes less
    why: Every tenth of them hangs up before anybody answers
    owner: "@team-${n % 20}"
    start: 2026-01-05
    due: 2026-12-31
    check-in: monthly
    metrics:
      - id: metric-${n}
        title: Minutes until an answer
        unit: minutes
        baseline: 12
        target: 6
        check-ins:
          - { date: 2026-03-16, value: 11, confidence: on-track }
          - { date: 2026-10-16, value: 9, confidence: at-risk }
    outputs:
      - { id: output-${n}, title: Ship part ${n}, status: in-progress, serves: [outcome-${(n + 1) % outcomes}] }
`,
  );
  return Buffer.from(`version: 1\ntitle: Large\noutcomes:\n${blocks.join('')}`).toString();
}

const results = counts.map((count) => {
  const yaml = text(Number(count));
  let found = { outcomes: 0, findings: 0 };
  const times = sideBySide(
    Number(rounds),
    {
      own: () => {
        const file = parseOutcomes('outcomes.yml', yaml);
        const tree = mergeFiles([file]);
        const findings = checkTree({ tree, today: TODAY }, treeRules);
        measureTree(tree, TODAY);
        found = { outcomes: tree.entries.size, findings: findings.length };
      },
      yaml: () => parseDocument(yaml, { prettyErrors: false }),
    },
    4,
  );
  return { outcomes: Number(count), bytes: yaml.length, found, times };
});
process.stdout.write(JSON.stringify(results));
