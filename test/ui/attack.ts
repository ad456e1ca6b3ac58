import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Texts that would run, load, click or turn the line around where somebody forgot to escape them. */
export const ATTACKS = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror="window.pwned=2">',
  "' onmouseover='window.pwned=3' x='",
  '</title></style></script><svg onload="window.pwned=4">',
  '${window.pwned=5}{{constructor.constructor("window.pwned=6")()}}',
  '[click](command:workbench.action.quit) ![x](https://evil.example/x.png)',
  '<a href="javascript:window.pwned=7">x</a>',
  '\u202egnp.exe\u2066\u200b\u{e0041}',
  '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">',
  '&lt;script&gt;&#60;img src=x onerror=window.pwned=8&#62;',
  '`${alert(1)}`',
  '--><iframe srcdoc="<script>parent.pwned=9</script>">',
];

const SOURCES = [
  'javascript:window.pwned=10',
  'JaVaScRiPt:window.pwned=10',
  'data:text/html,<script>window.pwned=11</script>',
  'https://evil.example/" onclick="window.pwned=12',
  'https://user:pass@evil.example/',
  'http://fine.example/report?a=1&b=2',
  'file:///etc/passwd',
  'command:workbench.action.quit',
];

/** A repository in which every text that people write is an attack: outcomes, TODOs, branches, commits, authors. */
export function makeAttack(folder: string): string {
  const quoted = (text: string) => JSON.stringify(text).replaceAll('\u2066', '\\u2066');
  const outcome = (attack: string, i: number): string => `  - id: outcome-${i}
    title: ${quoted(attack)}
    why: ${quoted(attack)}
    owner: ${quoted(attack)}
    start: 2026-01-01
    due: 2026-12-31
    paths: [${quoted(`${i}/**`)}]
    assumptions: [${quoted(attack)}]
    metrics:
      - id: metric-${i}
        title: ${quoted(attack)}
        unit: ${quoted(attack)}
        goal: increase
        baseline: 0
        target: 10
        source: ${quoted(SOURCES[i % SOURCES.length]!)}
        check-ins:
          - { date: 2026-03-01, value: 1, confidence: on-track, note: ${quoted(attack)} }
          - { date: 2026-06-01, value: 2, confidence: off-track, note: ${quoted(attack)} }
          - { date: 2026-09-01, value: 2.5, confidence: at-risk }
    outputs:
      - { id: output-${i}, title: ${quoted(attack)}, status: shipped, shipped: 2026-10-01, trade-off: ${quoted(attack)} }
      - { id: other-${i}, title: ${quoted(attack)}, status: rejected, instead: output-${i}, trade-off: ${quoted(attack)}, serves: [outcome-0] }
`;
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: folder,
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: ATTACKS[1],
        GIT_AUTHOR_EMAIL: 'a@b.example',
        GIT_COMMITTER_NAME: ATTACKS[0],
        GIT_COMMITTER_EMAIL: 'a@b.example',
      },
    });
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  const yaml = (due: string) =>
    `version: 1\ntitle: ${quoted(ATTACKS[3]!)}\npolicy: { commits-since: 2020-01-01, base: main }\noutcomes:\n${ATTACKS.map(outcome).join('').replaceAll('2026-12-31', due)}`;
  git('init', '-q', '-b', 'main');
  write('outcomes.yml', yaml('2026-11-30'));
  git('add', '.');
  git('commit', '-q', '-m', ATTACKS[0]!);
  write('outcomes.yml', yaml('2026-12-31'));
  ATTACKS.forEach((attack, i) => {
    const line = attack.replaceAll('\n', ' ');
    write(`${i}/a.js`, `// TODO(outcome-${i}): ${line}\n`);
    write(`free/<img src=x onerror=pwned=${i}>.js`, `// TODO: ${line}\n`);
    git('add', '.');
    git('commit', '-q', '-m', attack, '-m', `Outcome: outcome-${i}`);
    git('commit', '-q', '--allow-empty', '-m', `${attack} again`);
  });
  git('checkout', '-q', '-b', '"><img/src=x/onerror=pwned=20>');
  git('commit', '-q', '--allow-empty', '-m', ATTACKS[2]!);
  git('tag', '<script>pwned=21</script>', 'HEAD~3');
  return folder;
}
