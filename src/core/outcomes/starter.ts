import { addDays } from './day';
import type { Day } from './model';

/**
 * The text of a first outcomes.yml: one example outcome to be replaced, with a line on every part that a newcomer
 * needs. It is valid and has no finding on any day from `today` until the example is due, half a year on.
 */
export function starter(title: string, today: Day): string {
  return `# Why this repository changes: the outcomes that its work is for.
# An outcome is a change for a user or the business. An output is a thing delivered to get there.
version: 1
title: ${JSON.stringify(title.trim() || 'Our outcomes')}

# What the team agrees on; the editor and the command both follow it. These are the defaults:
# policy:
#   tags: [TODO, FIXME, HACK, XXX, BUG]
#   existing: hint            # what older TODOs without a why get: hint, off, or same (as new ones)
#   exempt-branches: [main, master, release/**, dependabot/**, renovate/**]
#   commits-since: ${today} # ask commits from this day on for a why

outcomes:
  # An example. Replace it by a change that you want, for whom, and how you will know.
  # Work links to it by its id:
  #   a comment   TAG(quick-start): what is left to do      (TAG is one of the tags above)
  #   a branch    quick-start-wizard
  #   a commit    Outcome: quick-start                      (at the end of its message)
  - id: quick-start
    title: New users get their first result within 10 minutes
    why: Who does not succeed in the first session rarely comes back
    owner: "@your-team"
    start: ${today}
    due: ${addDays(today, 182)}
    check-in: monthly
    # paths: [src/onboarding/**]   # work below these paths serves this outcome unless it says otherwise
    metrics:
      - id: minutes-to-first-result
        title: Time from sign-up to the first result
        unit: minutes
        baseline: 45
        target: 10
        source: Where the number comes from, a sentence or a link
        check-ins:
          - { date: ${today}, value: 45, note: Where we start }
    outputs:
      - { id: set-up-guide, title: Guided set-up, status: planned }
      - { id: sample-project, title: Sample project to try, status: proposed }
`;
}
