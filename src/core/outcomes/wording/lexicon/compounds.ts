import type { NounClass } from './nouns';

/** Pairs of nouns that name something which their last noun alone does not, each noun in its singular. */
export const compounds = new Map<string, ReadonlySet<NounClass>>();
const compound = (pairs: string, ...classes: NounClass[]): void => {
  for (const pair of pairs.split(',')) compounds.set(pair.trim().replace(/\s+/g, ' '), new Set(classes));
};
compound(
  `pull request, merge request, story point, test coverage, code coverage, branch coverage, line coverage,
   statement coverage, documentation coverage, doc coverage, unit test, code review, design review, user
   interview, customer interview, test case, blog post, social post, case study, code line, pr rate, mr
   rate, merge rate, commit rate, review rate`,
  'activity',
  'thing',
);
compound(
  `market share, cash flow, blood pressure, foot traffic, bounce rate, customer acquisition, user
   acquisition, lead time, cycle time, user base, customer base, open rate, page view, watch time, wait
   time, technical debt, tech debt, sales pipeline, qualified pipeline, waiting list, error budget, team
   spirit, net promoter, job creation, community development, economic development,
   service level, water use, energy use, test score, exam score, life expectancy,
   school attendance`,
  'measure',
);
compound('page load, inventory turn, stock turn, audit finding', 'measure');
compound('waiting list, technical debt, tech debt', 'measure', 'trouble');
compound(
  'general availability, supply chain, real-time collaboration, live collaboration, open day, hack day',
  'thing',
  'mechanism',
);
compound('hardware acceleration, gpu acceleration, open day, action day, volunteer day, family day', 'thing');
compound(
  `money account, savings account, bank account, family account, email account, staff account, password
   manager, package manager, file manager, task manager, session manager, state manager, window manager,
   secret manager, office hour, exchange visit`,
  'thing',
);
compound('home visit, site visit, field visit, study visit, farm visit, school visit', 'thing', 'activity');
compound('business line, product line, service desk, help desk, support group, user group', 'thing');
compound('sales team, support team, product team, engineering team, platform team', 'person');
