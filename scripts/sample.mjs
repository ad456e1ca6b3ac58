// Makes the sample repository: copies examples/voice-migration and gives it the same history each time.
// Usage: node scripts/sample.mjs DIR
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), '../examples/voice-migration');

/**
 * Makes the sample in `target`, a folder that is empty or does not exist, and gives its absolute path. Dates, authors
 * and so the commits' ids are the same on every machine; nobody's git configuration plays a part. Throws when the
 * folder holds something, or git is missing.
 */
export async function makeSample(target) {
  const folder = path.resolve(target);
  fs.mkdirSync(folder, { recursive: true });
  if (fs.readdirSync(folder).length > 0) throw new Error(`${folder} is not empty. Name a folder to be made.`);
  const sample = openSample(folder);
  makeMain(sample);
  makeBranches(sample);
  leaveWorkOpen(sample);
  return folder;
}

const ANA = 'Ana Duarte <ana@northline.example>';
const BEN = 'Ben Okafor <ben@northline.example>';
const LEA = 'Lea Brandt <lea@northline.example>';
const MIA = 'Mia Novak <mia@northline.example>';

function makeMain({ git, take, write, commit }) {
  take('README.md', '.gitignore');
  write('outcomes.yml', (text) => asPromised(checkedInUntil(text, '2026-01-12')));
  commit('2026-01-12', ANA, 'Write down what we want to change and how we will know');

  take('services/voice/routes.ts', 'services/voice/dialplan.yaml', 'vendor/sip/parse.ts');
  write('services/voice/gateway.ts', (text) => withoutFunction(text, 'portingBanner'));
  commit('2026-02-09', BEN, 'feat(voice): place calls over SIP trunks', 'Outcome: voip');

  take('services/billing/tariffs.sql');
  write('services/billing/invoice.go', (text) =>
    withoutFunction(withoutFunction(text, 'PortingFee'), 'Discount'),
  );
  commit('2026-03-03', LEA, 'Move invoices out of the old mainframe');

  take('training/modules.yaml', 'training/quiz.py', 'training/report.sql');
  commit('2026-04-06', MIA, 'Let new colleagues test what they learnt', 'Outcome: productive-teams');

  take('web/signup/SignupForm.vue');
  write('web/signup/validate.ts', (text) => withoutFunction(text, 'hintFor'));
  write('web/outcomes.yml', (text) => checkedInUntil(text, '2026-05-18'));
  commit('2026-05-18', MIA, 'feat(short-form): ask for four fields instead of nine');

  take('services/voice/schema.sql');
  write('outcomes.yml', (text) => asPromised(checkedInUntil(text, '2026-06-30')));
  commit(
    '2026-06-30',
    BEN,
    'Measure how many lines moved and how long porting takes',
    'Outcome: reliable-voice',
  );

  take('services/fax/relay.py');
  commit('2026-07-07', BEN, 'Forward received faxes as e-mail', 'Outcome: fax-gateway');

  take('web/pricing/index.html', 'web/pricing/pricing.css', 'web/pricing/experiment.ts');
  commit('2026-08-03', MIA, 'feat(plain-prices): show one price with everything in it');

  take('services/chatbot/answers.py', 'services/chatbot/bot.py', 'services/chatbot/handover.py');
  take('services/chatbot/intents.py');
  commit('2026-09-14', LEA, 'Release the chatbot on the help pages', 'Outcome: chatbot');

  take('services/voice/failover.go');
  commit('2026-09-22', ANA, 'feat(reliable-voice): leave out trunks that went silent');

  write('services/billing/invoice.go', (text) => withoutFunction(text, 'PortingFee'));
  commit('2026-10-05', LEA, 'Take a discount off an invoice');

  take('ops/deploy.sh', 'ops/backup.sh');
  commit('2026-10-12', MIA, 'Keep the scripts with the code', 'Outcome: none (housekeeping)');

  git('switch', '--quiet', '--create', 'growth/signup-address-check');
  take('web/signup/validate.ts');
  commit('2026-10-19', MIA, 'Say what is missing in an address', 'Outcome: address-check');
  git('switch', '--quiet', 'main');
  git('merge', '--quiet', '--no-ff', '--no-commit', 'growth/signup-address-check');
  commit('2026-10-20', ANA, 'Merge the address check');
}

/** One branch for each kind of evidence, and two that raise a question. */
function makeBranches({ git, write, commit, branch }) {
  branch('voice/emergency-location'); // by pattern
  write('services/voice/location.ts', () => LOCATION);
  commit('2026-10-27', ANA, 'Send the address along with emergency calls', 'Outcome: reliable-voice');

  branch('fewer-calls-handover'); // by name
  write('services/chatbot/callback.py', () => CALLBACK);
  commit('2026-11-03', LEA, 'feat(fewer-calls): call back instead of naming a number');

  branch('ana/order-poc'); // by configuration
  git('config', 'branch.ana/order-poc.outcome', 'conversion');
  write('web/pricing/order.html', () => ORDER);
  commit('2026-11-05', ANA, 'Try an order page with one question', 'Outcome: order-page');

  branch('spike/call-recordings'); // by its commits
  write('training/recordings.py', () => RECORDINGS);
  commit('2026-11-09', MIA, 'Pick recorded calls to practise with', 'Outcome: simulator');

  branch('autumn-batch'); // serves two outcomes
  write('services/billing/tariffs.sql', (text) => text.replace('1990', '1890'));
  commit('2026-11-10', LEA, 'Pass the lower cost of a line on', 'Outcome: lower-cost');
  write('web/signup/validate.ts', (text) => text.replace('house number', 'house number, such as 12a'));
  commit('2026-11-11', LEA, 'Give an example of a house number', 'Outcome: more-signups');

  branch('ben/misc-cleanup'); // says nothing of its why
  write('services/voice/routes.ts', (text) => text.replaceAll('ROUTES', 'KNOWN_ROUTES'));
  commit('2026-11-12', BEN, 'Rename a constant');

  branch('release/2026-11'); // never asked
  write('VERSION', () => '2026.11\n');
  commit('2026-11-13', ANA, 'Set the version', 'Outcome: none (release plumbing)');
}

/** Main's last commit, and the branch that is checked out: with uncommitted work and a file that git does not know. */
function leaveWorkOpen({ git, take, write, commit, branch }) {
  git('switch', '--quiet', 'main');
  take('outcomes.yml', 'web/outcomes.yml');
  commit('2026-11-16', ANA, 'Check in the numbers of November', 'Outcome: none (bookkeeping)');

  branch('voip/number-porting');
  take('services/voice/porting.ts');
  commit('2026-11-18', BEN, 'Ask other providers to release a number', 'Outcome: release-requests');
  take('services/voice/gateway.ts');
  commit('2026-11-19', BEN, 'Tell the service desk how long a number is on its way');
  write('services/billing/invoice.go', (text) => text);
  write('ops/check-lines.sh', (text) => text);
}

function openSample(folder) {
  let signature = {};
  let staged = [];
  const git = (...args) =>
    execFileSync('git', args, { cwd: folder, env: { ...environment(), ...signature }, stdio: 'pipe' });
  /** Writes what `change` makes of the file as it is in the end; it belongs to the next commit. */
  const write = (file, change) => {
    const final = path.join(source, file);
    const text = fs.existsSync(final) ? fs.readFileSync(final, 'utf8').replaceAll('\r\n', '\n') : '';
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), change(text), { mode: file.endsWith('.sh') ? 0o755 : 0o644 });
    staged.push(file);
  };
  const take = (...files) => files.forEach((file) => write(file, (text) => text));
  const commit = (day, author, ...paragraphs) => {
    signature = signed(author, `${day}T09:30:00+0000`);
    if (staged.length > 0) git('add', '--', ...staged);
    staged = [];
    const message = paragraphs.flatMap((paragraph) => ['--message', paragraph]);
    git('commit', '--quiet', ...message);
  };
  const branch = (name) => git('switch', '--quiet', '--create', name, 'main');
  git('init', '--quiet', '--template=');
  git('symbolic-ref', 'HEAD', 'refs/heads/main');
  git('config', 'core.autocrlf', 'false');
  git('config', 'core.fileMode', 'false'); // the same commits where files have no such bit
  git('config', 'commit.gpgSign', 'false');
  return { git, write, take, commit, branch };
}

/** Git as on a machine where nobody configured anything. */
function environment() {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1' };
}

/** @param author `Name <address>` */
function signed(author, date) {
  const [, name, email] = /^(.*) <(.*)>$/.exec(author);
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** An outcomes.yml as it was on a day: without the check-ins that came later. */
function checkedInUntil(text, day) {
  return text
    .split('\n')
    .filter((line) => (/\{ date: (\d{4}-\d\d-\d\d)/.exec(line)?.[1] ?? '') <= day)
    .filter((line, i, lines) => !/^ *check-ins:$/.test(line) || /\{ date: /.test(lines[i + 1] ?? ''))
    .join('\n');
}

/** As it was before November, when among new numbers a date was put off and a limit was raised. */
function asPromised(text) {
  return replaced(
    replaced(text, 'start: 2026-03-02\n    due: 2027-Q1', 'start: 2026-03-02\n    due: 2026-Q4'),
    'goal: at-most\n            target: 10',
    'goal: at-most\n            target: 5',
  );
}

function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`The sample has no ${from}.`);
  return text.replace(from, to);
}

/** Without the function of that name, from the comment above it to its closing brace at the line's start. */
function withoutFunction(text, name) {
  const shorter = text.replace(new RegExp(`\\n/[/*][^\\n]*\\n[^\\n]*\\b${name}\\([^]*?\\n\\}\\n`), '');
  if (shorter === text) throw new Error(`The sample has no function ${name}.`);
  return shorter;
}

const LOCATION = `/** The address of a line, as the emergency services want it. */
export function locationHeader(street: string, town: string): string {
  // TODO: flats need their floor
  return \`<\${street}, \${town}>\`;
}
`;

const CALLBACK = `"""Notes down who wants to be called back."""

waiting: list[str] = []


def call_back(number: str) -> str:
    waiting.append(number)
    return "We call you tomorrow before ten."
`;

const ORDER = `<!doctype html>
<title>Order</title>
<form><label>Where do you live? <input name="address" /></label></form>
`;

const RECORDINGS = `"""Picks recorded calls that are worth practising with."""


def worth_practising(minutes: float, solved: bool) -> bool:
    return 3 <= minutes <= 8 and not solved
`;

if (process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const target = process.argv[2];
  if (target === undefined) {
    process.stderr.write('Usage: node scripts/sample.mjs DIR\n');
    process.exitCode = 2;
  } else {
    void makeSample(target).then((made) => process.stdout.write(`${made}\n`));
  }
}
