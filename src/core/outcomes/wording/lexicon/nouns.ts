import { things } from './things';

/**
 * What a noun names. A noun may be in several lists.
 *
 * - person: somebody who can want or do something, organisations included
 * - measure: a quantity or quality that can rise and fall, troubles included
 * - thing: something that is made, held or handed over
 * - mechanism: inner workings; bettering them is work, not yet a change for anybody
 * - activity: counts of work done, vanity as a measure
 * - quality: an abstract state, too vague to be either
 * - delivery: the act of making something ("implementation")
 * - other: known as a noun, and no more
 * - trouble: what people are glad to be rid of
 * - movement: a change itself ("reduction"), of what follows "in" or "of"
 */
const lists = {
  person: `
    artist bride brother caller celebrity chief companion craftsman critic dancer daughter enemy downloader giant gang hero hobbyist husband keeper lady liaison minister musician nanny nonprofit novelist notetaker painter
    patroller peasant peacekeeper philosopher photographer pioneer poet policyholder politician preschooler proposer realtor recipient scout settler sibling singer sister son spokesperson stranger theorist thief troop uncle
    whistleblower wife witness youngster descendant constituent contender outsider policeman electorate homeworker coder coauthor tinkerer enthusiast downstreamer
    advisor alliance consortium tourist
    academic activist agronomist athlete attacker beginner bicyclist biologist bookkeeper bystander campaigner
    caretaker carrier caseworker chemist cofounder commissioner congress
    conservationist consultancy coordinator county coworker crew dean dependant dependent dietitian ecologist
    employer enumerator faculty founder freshman grad grader grandchild greeter housemate isv laborer labourer
    landowner lobbyist minor minority mobiliser mobilizer msp neighborhood neighbourhood newbie novice nutritionist
    offender ombudsman paralegal parliament patron pentester philanthropist physicist physiotherapist podcaster
    police presenter programmer psychiatrist registrar relative rep roommate salespeople salesperson scaleup
    schoolchild smoker spammer steward sysadmin triager vaccinator veterinarian victim villager workgroup
    representative attorney requester performer collaborator folk hygienist recruiter hacker coalition workforce talent changemaker bachelor undergraduate postgraduate superintendent returnee guild msme cso cbo fpo authority integrator
    rigger fisherman streamer gamer backer fundraiser staker regulator policymaker legislator prosecutor inmate prisoner orphan widow adolescent teen paramedic surgeon radiologist psychologist lecturer professor headteacher rancher forester pastoralist wholesaler manufacturer courier dispatcher sailor inspector surveyor architect plumber welder janitor chef cook waiter influencer blogger journalist moderator curator archivist historian diplomat senator mayor councillor secretary treasurer trustee president vp cfo cio ciso cpo cmo coo sdr bdr statistician economist facilitator maintainer regular household
    account accountant actor admin administrator adopter adult advertiser advocate ae agency agent ally alumnus
    ambassador analyst anybody anyone applicant apprentice artisan association attendee audience auditor author
    baby bank beekeeper beneficiary borrower boy breeder business buyer candidate caregiver carer cashier ceo
    champion charity child citizen city claimant clerk client clinic clinician coach colleague
    college committer community commuter company competitor consultant consumer contractor contributor coop
    cooperative council counsellor counselor country couple creator crowd csm cto customer cyclist dad delegate
    dentist department designer detractor dev developer devops director distributor district doctor donor driver
    dweller editor educator elder electrician employee engineer enterprise entrepreneur evangelist everybody
    everyone executive expert family fan farm farmer father fellow firefighter firm fisher follower foreman
    freelancer friend funder girl goer government graduate grandparent grantee group grower guardian guest
    herder hiker hire holder homeowner hospital host hotel human immigrant individual infant
    inhabitant institution instructor insurer intern investor islander joiner judge kid landlord lawyer lead
    leader learner lender lgu librarian listener maker man manager marketer mechanic mediator member
    mentee mentor merchandiser merchant midwife migrant miner ministry mom mother motorist mum municipality
    nation neighbor neighbour network newborn newcomer ngo nobody nurse officer official operator organisation
    owner parent participant partner party passenger patient payer pedestrian peer pensioner people
    person persona pharmacist physician planner player pm population practitioner principal producer
    professional promoter prospect provider province publisher pupil reader receptionist recruit refugee region
    renter researcher reseller resident respondent responder restaurant retailer retiree reviewer rider rival
    scholar school scientist seeker seller senior shareholder shop shopper smallholder sme soldier someone
    speaker specialist sponsor spouse squad sre staff stakeholder starter startup student subscriber supervisor
    supplier survivor taxpayer teacher team teammate technician teenager tenant tester therapist toddler town
    trader trainee trainer traveler traveller tribe union university user utility vendor veteran viewer village
    visitor volunteer voter woman worker writer youth`,
  measure: `
    appointment appetite calorie cancellation certainty circulation compensation count courage curve depth deficit diversion divergence dosage elevation enthusiasm headroom height interest interop interpretability investment
    kilogram kilometre length magnitude manageability money oxygen pace penetration perf persistence propensity protein receivable relevance repetition representativeness resiliency resolution searchability self-confidence
    self-efficacy sensitivity severity sensation temper tendency tension tonne trustworthiness urgency userbase volunteerism voltage warmth welcomingness width mood empathy arrival spectrum slope attention timing
    caseload citation disability pregnancy
    sleep breakeven cleanliness compatibility competitiveness complexity concentration connectivity
    contraception creativity determinism eligibility enjoyment equality ergonomics excitement expectancy expulsion
    fidelity freedom ghg homelessness idempotency illiteracy inclusiveness livability liveability
    longevity marketshare mastery modularity moisture opinion optimism parallelism punctuality readership recidivism
    reproducibility robustness self-esteem sickness sophistication tourism verbosity viewership
    wellness
    progress success volatility continuity acceptance recurrence adaptability debuggability testability portability durability affordability welfare dignity momentum traction prominence presence credibility prestige involvement
    wasting immunity positivity throughput acv tcv cpc cpm cpa reach esat spoilage breakage fatality near-miss jitter staleness drift hallucination toxicity co2 runoff rainfall famine hypertension diabetes depression loneliness isolation truancy gpa percentile underemployment remittance gdp inflation cashflow leverage dso deflection containment fcr flake stickiness deliverability violation damage
    abandonment absenteeism abuse access accessibility accident accuracy achievement activation adherence
    admission adoption age amount anaemia anemia aov arpu arr arrears attainment attendance attitude attrition
    availability awareness backlog balance bandwidth basket behavior behaviour belief belonging benefit bias
    bill biodiversity birth bmi booking bottleneck bounce breach breastfeeding budget bug burden burnout cac
    call capacity capex capital carbon cart cash ces chance chargeback cholesterol churn claim clarity click
    click-through clv cogs cohesion comfort competence competency complaint completeness completion compliance
    comprehension confidence conflict confusion congestion consensus consideration consistency consumption
    contribution convenience conversation conversion correctness cost coverage cpu crash credit crime csat ctor
    ctr cure curiosity dau day deal death debt default defect deforestation delay delinquency demand
    density dependence deposit detection deviation diagnosis discoverability disease displacement disruption
    distance diversity dollar dominance donation dora download downtime drinking drop-off dropout drought
    duration dwell earnings ease ebitda effectiveness efficacy efficiency effort electricity emission
    employability employment endorsement energy engagement enps enquiry enrollment enrolment equity erosion
    error escalation euro expenditure expense exposure failure fairness fatigue fault fcf fee fertility
    findability fine fitness flakiness flooding fluency follow-up footfall footprint fps fraud frequency
    freshness friction frustration fuel gap gift glucose gmv grade graduation growth grr habit happiness harvest
    headcount health hour hunger hygiene illness immunisation impact impression incidence incident
    inclusion income index inequality infection injury inquiry install intake intensity interaction
    interoperability interruption intrusion inventory iops job knowledge lag latency lateness lead
    leadtime leak leakage level lifespan lifetime likelihood liquidity literacy livelihood loss loyalty ltr ltv
    maintainability malnutrition mape margin mark mau membership memory minute mobility morale morbidity
    mortality motivation mql mrr mtbf mttd mttr no-show noise nps nrr number numeracy nutrition obesity
    occupancy odds opex opportunity order outage outcome overhead overstock pageview pain parity participation
    payback payment penalty percent percentage perception performance pledge pollution popularity poverty power
    practice precision predictability preference preparedness pressure prevalence price probability production
    productivity proficiency profit profitability proportion purchase qps quality queue ram ranking rate rating
    ratio reachability readability readiness readmission recall recognition referral refund registration
    regression reliability reliance remission renewal repayment reply representation reputation reservation
    resilience resistance responsiveness result retention return revenue rework risk roas roi rpo rps rto runway
    safety salary sale sales sanitation satisfaction saving scalability score security sentiment session share
    shrinkage signup simplicity size skill sla slo smoking solvency spam speed spend spending spread sql
    stability standing star stargazer stay step stockout stress stunting subscription suppression survival sus
    temperature tenure theft ticket time timeliness toil tolerance tps traffic transaction
    transmission transparency trust ttfv ttv turnaround turnout turnover uncertainty understanding unemployment
    upsell uptake uptime usability usage use utilisation vacancy vaccination value variance velocity
    view vigour violence visibility visit vitality volume vote vulnerability wacc wage wait waiting waste wau
    wealth weight wellbeing willingness workload worth yield`,
  trouble: `
    agony attack clog concern conflation contradiction crisis criticism danger debris decay deficiency deficit degradation despair difficulty dilemma disadvantage disagreement disappointment discomfort dispute drag earthquake
    enemy excess frost garbage grief guilt hardship headache hostility ignorance inconsistency infestation instability invasion jealousy limitation litter loophole mess miscalculation misery mismatch mud murder neglect omission
    outlier overlap panic paperwork pitfall plague poison prejudice roadblock scandal shame slowness smell smoke smog stain stagnation starvation stereotype storm strain sewage suspicion symptom tear terror thirst tragedy trap
    trash trouble upset virus warning weakness wreck wound pest mold dust unfairness
    deprivation eviction exploitation homicide hospitalisation
    injustice offence offense overdose racism
    robbery self-harm suicide suspension trauma truancy
    addiction bankruptcy blackout blight bloat brownout burglary clutter complication cruft cve deadlock distrust
    epidemic exploit fragmentation homelessness illiteracy indebtedness insecurity misconfiguration mistrust
    nuisance outbreak overcrowding pandemic recidivism segregation tampering vandalism
    malaria diarrhoea diarrhea cancer cleft caries tuberculosis hiv cholera measles polio pneumonia sepsis harassment exclusion corruption phishing malware ransomware impediment redundancy misinformation rumor overload typo double-charge contamination shock emergency hazard disaster flood poaching trafficking bullying inequity disparity
    spoilage breakage fatality near-miss jitter staleness drift hallucination toxicity runoff famine hypertension diabetes depression loneliness isolation underemployment violation damage flake leak
    abuse accident ambiguity anxiety backlog barrier blocker bottleneck bug burden burnout chaos churn complaint
    confusion congestion constraint crash death debt defect delay dependency discrimination disease distraction
    downtime drop-off duplicate duplication emission error failure fear flakiness fraud friction frustration gap
    guesswork handoff hassle hunger hurdle incident inefficiency inequality injury interruption issue
    jank lag leakage loss malnutrition mistake misunderstanding misuse no-show noise obstacle outage
    overhead pain pollution poverty problem queue regression rework risk shortage silo spam stigma stress
    suffering surprise theft threat toil uncertainty violence vulnerability waste worry`,
  movement: `
    speedup downsizing upswing
    acceleration boost cut decline decrease doubling downturn drop elimination eradication fall gain growth
    halving improvement increase jump maximisation minimisation recovery reduction
    rise shortening slowdown surge tripling uplift uptick upturn`,
  other: `
    ban sketch screenshot race protest patrol market finance transition cycle freeze embargo lockdown surface press
    web dimension year month week quarter season period date decade fortnight weekend morning afternoon midnight night noon century moment era semester interval trend manner sense means matter state north south east west occasion
    sector gender origin extent root edge middle half variety variation possibility circumstance consideration notion thought truth fact rationale sex
    background
    example information reference status type stage basis section portion zone corner detail element aspect factor reason consequence difference
    air area back bottom break case cause change country end face fall feed field fire food hand head house
    label land lead level light look mark name part patch phase place point position sequence side sound spike
    split staff start stock talk target term top track trade transport trial view water way wire word world wrap`,
  thing: things,
  mechanism: `
    cybersecurity ingestion metadata theming topology toolchain typography aesthetics signage pricing semantics internals search index
    alerting algorithm analytics api app architecture attribution auth authentication automation backend
    branding build catalog catalogue checklist ci cli cluster code codebase component config configuration
    content curriculum dashboard data database dataset design doc documentation email endpoint engine
    environment export extension feature filter flow form framework frontend functionality governance guide
    handbook handling handover import infra infrastructure instrumentation integration interface layout library
    logging login menu message messaging model module monitoring navigation newsletter notification page parser
    permission permissions pipeline plan platform plugin policy procedure process program programme query readme
    release reporting roadmap scheduler schema screen script sdk server setup site strategy structure suite
    support system telemetry template test tool tooling tracking training ui ux website wiki workflow`,
  activity: `
    iteration refactoring
    activity
    article blog build call campaign card commit coverage demo deploy deployment doc document email epic event
    experiment feature hour interview issue line loc meeting merge merge-request mr newsletter page point post
    pr presentation pull-request push release report request retro review session sli slo sprint standup story
    story-point task test training tweet velocity video view webinar workshop`,
  quality: `
    aspiration beauty camaraderie career charm childhood compassion courage destiny discipline elegance empathy essence faith fame friendship fulfillment fulfilment fun gameplay generosity glory goodwill grace gratitude harmony
    heritage honesty honour hope hospitality humanity humility humour imagination independence inclusivity individuality inspiration joyfulness kindness legacy liberty lifestyle luck luxury magic merit motive openness patience
    peacefulness pleasure prosperity rights romance sacrifice self-determination serenity sincerity solemnity tenacity teamwork truthfulness unity victory virtue wisdom wonder
    agriculture atmosphere choice commitment competitiveness connection democracy entrepreneurship ethics industry
    justice peace politics professionalism relation responsibility solidarity stewardship technology tradition
    context insight evidence intelligence perspective direction life tie bond workplace campus generation community city ambition ethos norm education science society economy climate nature landscape relationship
    accountability agility ai alignment approach autonomy brand clarity collaboration commerce communication
    compliance cooperation craft craftsmanship culture decision delight development digitalisation
    ecosystem empowerment excellence experience focus foundation future governance growth
    identity inclusion innovation integrity journey joy leadership making maturity mindset mission ml model
    modernisation operation ownership partnership passion philosophy pillar pride principle
    privacy purpose readiness respect sharing spirit sustainability synergy thinking transformation transparency
    trust value vision voice way world`,
  delivery: `
    limiting aggregation assistance autoscaling bootstrapping broadcasting calculation checking clarification coding compaction composing conservation cultivation dealing denormalisation distillation differentiation enrichment
    estimation examination farming fetching filing firefighting forecasting generation grouping ideation imputation incubation inference ingestion initialisation injection interfacing interpretation journalism linking measurement
    mediation mixing mobilising normalisation nursing outsourcing painting partitioning peacebuilding playtest polish pooling prevention prioritising projection protection publicity pumping purification rasterisation rehearsal
    reordering repackaging reproduction reskilling retrofit revision sanitisation screening searching separation sizing sorting stewarding summarising synthesis theming throttling transplantation transportation triaging trucking
    unwinding vetting visualising wayfinding weeding
    accounting acquisition administration allocation amendment archiving arrangement authoring batching benchmarking
    billing blogging bookkeeping bundling campaigning canvassing cataloging cataloguing checkpointing chunking
    clustering commissioning composting computation copywriting counseling counselling decomposition deduplication
    deliberation digitising digitizing dispatching diversification dockerisation expansion extraction filtering
    formatting invoicing labeling labelling landscaping licensing linting localising localizing minification
    mirroring mitigation modification modularisation operationalisation parallelisation
    parsing patching planting podcasting prefetching prep preservation purchasing rearchitecture
    reconfiguration reconstruction recycling refactorisation refinement refurbishment reintegration reorganisation
    reprocessing retrieval reuse routing sandboxing scanning scraping segmentation sequencing
    simulation sourcing staffing storytelling streaming subtitles subtitling summarisation supplementation
    synchronisation syndication tagging teaching transcribing tuning tutoring unification uploading
    vendoring versioning wiring
    remediation transcription reconciliation canonicalisation correction sequestration restoration personalisation gamification experimentation demonstration consultation intervention serialisation tokenisation containerisation virtualisation orchestration replication archival purge cleanup upkeep maintenance calibration inspection accreditation enforcement surveillance reforestation afforestation triage sponsorship
    adaptation advertising advocacy analysis annotation approval articulation assessment audit automation
    awareness-raising building buildout caching capacity-building categorisation
    centralisation certification classification coaching collection compilation completion
    conduct configuration consolidation construction coordination creation curation customisation
    debugging decommissioning delivery demarcation deployment deprecation design development digitalisation
    digitisation discovery dissemination distribution documentation drafting editing
    elaboration enablement establishment evaluation excavation exchange execution exploration extension
    facilitation formation formulation fundraising handling harmonisation hiring identification
    implementation indexing inoculation installation integration introduction investigation kickoff
    launch lobbying management mapping marketing mentoring migration mobilisation modeling
    modelling moderation monitoring negotiation networking optimisation organisation
    outreach overhaul packaging planning preparation prioritisation processing procurement
    production profiling promotion proofreading prototyping provision provisioning publication purchase
    ratification rebrand rebranding recruitment redesign refactor refactoring rehabilitation relaunch release
    relocation removal rendering renovation repair replacement reporting research resettlement revamp review
    rewrite rewriting roll-out rollout scheduling scoping selection sensitisation set-up setup
    signing signoff standardisation study supervision support survey testing tracking
    training translation update upgrade validation verification visit writing`,
} as const satisfies Record<string, string>;

export type NounClass = keyof typeof lists;

/** Made for the first word that is looked up: a window that is opened again may ask for none. */
let classes: ReadonlyMap<string, ReadonlySet<NounClass>> | undefined;

/** The classes of a noun's singular; undefined for a word not known as a noun. "-ization" is "-isation". */
export function nounClasses(singular: string): ReadonlySet<NounClass> | undefined {
  classes ??= classesByNoun();
  return classes.get(singular) ?? classes.get(singular.replace(/ization$/, 'isation'));
}

function classesByNoun(): ReadonlyMap<string, ReadonlySet<NounClass>> {
  const found = new Map<string, ReadonlySet<NounClass>>();
  for (const [kind, words] of Object.entries(lists) as [NounClass, string][]) {
    const alone = new Set([kind]);
    for (const word of words.trim().split(/\s+/)) {
      const known = found.get(word);
      found.set(word, known ? new Set([...known, kind]) : alone);
    }
  }
  return found;
}
