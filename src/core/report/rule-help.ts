/** What to do about a finding of each rule and why, by code, as Markdown; for tools that show a rule on its own. */
export const RULE_HELP: Readonly<Record<string, string>> = {
  'invalid-yaml':
    'Repair the YAML at the marked place, or resolve the merge conflict there. What can be read of the rest is used all the same.',
  'invalid-field':
    'Write a value of the kind that the field takes, or add the field that is missing. `outcomes schema` prints the whole format.',
  'unknown-field':
    'The format has no such field, so it has no effect. Use the name that the message suggests, or remove it.',
  'duplicate-id':
    'Ids are unique over all files of the folder, whatever the case. Give one of the two another id; work that links to the old one follows the first.',
  'unknown-reference':
    'Name an output or an outcome that is there, or remove the reference. The message suggests the nearest id.',
  'invalid-dates':
    'Put the days right: a start comes before its due date, and nothing has shipped or was measured in the future.',
  'conflicting-target':
    'A target, a change, a goal and a baseline must tell one story. Keep the one that is meant and remove or correct the other.',
  'ambiguous-percent':
    'Say which percentage is meant: `+20%` is of the baseline, `+2pp` are points, `"9.5%"` is a value.',
  'output-as-outcome':
    'An outcome is a change for people or the business; a delivery is how to get there. State the change and for whom, and list the delivery under `outputs`.',
  'outcome-as-output':
    'This reads as a change, not as a thing to deliver. Make it an outcome with a measure, and list under `outputs` what is to bring it about.',
  'vanity-metric':
    'Counting deliverables shows that work was done, not that it helped. Measure what they change for people.',
  'vague-outcome':
    'Without a measure nobody can tell when this has come about. Say what changes, for whom and by how much, or add a metric.',
  'root-without-why':
    'State in `why` what happens when this outcome does not come about: it is what every piece of work below is for.',
  'number-mismatch': 'The title and the metric name different numbers. Correct the one that is out of date.',
  'not-measurable':
    'Add a metric: what is counted, from what (`baseline`), to what (`target`), and where the number comes from (`source`).',
  'no-baseline': 'Add the `baseline`: the value before the work began. Without it progress cannot be told.',
  'not-time-bound': 'Add `due`, a date, a month `2026-12` or a quarter `2026-Q4`; children inherit it.',
  'no-owner': 'Add `owner`: the person or the team that answers for the outcome.',
  'unreachable-pace':
    'The pace that is needed is more than twice the best seen so far. Change what is done, the target or the date, while there is time.',
  'one-sided-outputs':
    'Outcomes rarely come from people, process or technology alone. Ask what the other two need to change.',
  'stale-check-in':
    'Check in: a value that is older than the agreed rhythm says nothing of today. `outcomes check-in METRIC VALUE` writes one.',
  'shipped-not-moved':
    'Everything chosen has shipped and the measure has hardly moved. Find out why before more is built: the assumption may be wrong.',
  regressed: 'The value is worse than where it began. Find out what changed.',
  overdue:
    'The day has passed and the target is not reached. Decide: a new date, another way, or closing it as missed.',
  'guardrail-broken': 'A level that must be kept is not kept. What improves elsewhere may be paid for here.',
  'achieved-unmet':
    'It is called achieved, and its numbers say that it is not. Correct the status, or check in the value that shows it.',
  'confidence-mismatch':
    'What was said at the last check-in and what the numbers say differ. Talk about it: one of them knows something.',
  'moved-goalpost':
    'What was promised when work began is not what is measured now. If that was agreed, say in `why` what was learnt; if not, put it back. It is read from the history of the outcomes files: fetch all of it in CI.',
  'outcome-without-work':
    'Nothing that was found serves this outcome. Start work on it, link what is under way, or drop it.',
  'unknown-outcome':
    'Name the id of an outcome or output that is in an outcomes file; the message suggests the nearest.',
  'todo-without-why':
    'Name the outcome it serves, `TODO(ID): …`, or say why it needs none, `TODO(no-outcome: reason): …`. An outcome with `paths` gives a why to everything below them.',
  'closed-outcome':
    'Work goes on for an outcome that is achieved, missed or dropped. Link it to one that is open, or let it go.',
  'branch-without-why':
    'Set `git config branch.NAME.outcome ID`, put the id into the name, or end a commit with `Outcome: ID`.',
  'commit-without-why': 'End the message with a trailer `Outcome: ID`, or with `Outcome: none (reason)`.',
  'waiver-without-reason':
    'Say in a few words why this serves no outcome, so that the next reader need not ask.',
  'mixed-branch':
    'Consider a branch for each outcome, so that each can be reviewed, shipped or dropped for its own why.',
};
