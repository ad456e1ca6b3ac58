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
    maker holder seeker goer dweller guardian pupil operator buyer country nation region district province city town sme lgu coop shop restaurant hotel clinic farm team  dad mum mom grandparent retiree pensioner neighbour neighbor immigrant newcomer inhabitant islander ally friend peer spouse couple
    user customer client consumer shopper buyer visitor guest member subscriber reader viewer listener player
    learner student pupil teacher parent child kid family household citizen resident voter taxpayer patient nurse
    doctor clinician physician midwife caregiver carer mother father woman man girl boy youth teenager adult people
    person population community village farmer fisher herder worker employee staff manager leader executive director
    officer official agent operator driver rider passenger traveller traveler developer engineer designer tester
    analyst scientist researcher admin administrator maintainer contributor committer reviewer author editor writer
    creator publisher advertiser marketer seller merchant vendor supplier partner reseller distributor retailer
    tenant landlord owner donor funder volunteer beneficiary stakeholder investor shareholder company firm business
    enterprise startup organisation organization institution agency ministry department council municipality
    government hospital clinic school university college charity ngo smallholder entrepreneur artisan applicant
    candidate recruit hire joiner newcomer starter intern graduate alumnus veteran claimant refugee migrant survivor
    colleague teammate team squad tribe group everyone everybody anyone anybody nobody individual human audience
    crowd fan follower lead prospect account payer attendee participant respondent delegate speaker trainer coach
    mentor mentee mediator lawyer judge soldier firefighter responder provider practitioner professional expert
    specialist technician mechanic electrician contractor freelancer consultant accountant auditor cashier clerk
    receptionist librarian pharmacist dentist therapist counsellor counselor peer newborn infant baby toddler senior
    elder dev devops sre pm ae csm ceo cto competitor rival someone cooperative co-operative association union
    network bank insurer utility lender borrower hiker commuter cyclist pedestrian motorist homeowner renter adopter
    evangelist champion advocate ambassador promoter detractor persona actor party host sponsor grantee fellow
    scholar apprentice trainee instructor educator principal supervisor foreman planner merchandiser producer grower
    breeder beekeeper trader miner`,
  measure: `
    smoking drinking obesity follow-up practice turnaround renewal habit compliance growth job opportunity leadtime saving cac payback ttfv ttv nrr grr fcf cogs opex capex ctor ltr wacc mape ces dora budget balance deposit donation contribution gift payment pledge vote endorsement rpo rto rps qps tps iops fps cpu ram size literacy numeracy consensus adherence  intake dropout repayment delinquency default arrears survival lifespan mobility employability readiness preparedness vigour vitality fitness bmi glucose pressure cholesterol suppression detection diagnosis cure remission prevalence burden use spending waiting
    hour minute day coverage
    recall consideration preference credit recognition popularity reputation standing deforestation conflict displacement readmission admission stay  survival fertility breastfeeding  vaccination immunisation immunization birth mark  capital liquidity solvency payback  fluency proficiency competence competency curiosity belonging cohesion  clarity fairness freshness correctness completeness consistency timeliness
    rate ratio share percentage percent proportion number amount volume level score rating index revenue income
    profit margin profitability sales turnover arr mrr gmv ebitda roi roas cash runway spend expense expenditure
    cost price saving waste loss debt value worth wealth earnings wage salary time duration delay latency lag wait
    downtime uptime availability reliability performance speed throughput capacity bandwidth frequency efficiency
    productivity accuracy precision recall quality safety security satisfaction happiness engagement retention churn
    attrition absenteeism loyalty trust confidence morale motivation wellbeing well-being health nps csat ces enps
    sus sentiment awareness visibility  adoption activation conversion usage utilisation utilization uptake
    consumption demand traffic visit session pageview impression click ctr signup sign-up registration download
    install purchase order booking reservation sale deal subscription renewal  upsell referral enquiry
    inquiry lead mql sql opportunity  win-rate basket cart aov ltv clv cac arpu dau mau wau mttr mtbf mttd
    sla slo error fault failure crash outage incident defect bug regression vulnerability complaint ticket call
    escalation refund return chargeback fraud theft abandonment drop-off bounce friction pain effort workload
    overhead rework backlog queue bottleneck risk exposure uncertainty confusion frustration stress burnout fatigue
    injury accident death mortality morbidity illness disease infection transmission incidence prevalence poverty
    hunger malnutrition stunting anaemia anemia violence crime inequality unemployment employment literacy enrolment
    enrollment attendance completion graduation dropout grade attainment achievement knowledge skill yield harvest
    production emission carbon footprint pollution energy electricity fuel temperature noise biodiversity 
    access reachability equity inclusion diversity parity representation participation turnout membership 
    dominance comfort convenience ease simplicity usability accessibility readability discoverability findability
    responsiveness stability resilience scalability maintainability interoperability transparency predictability
    velocity lifetime lead-time cycle-time age lifespan birth weight livelihood nutrition sanitation hygiene
    resistance tolerance density intensity power memory bill fee penalty fine claim no-show lateness shrinkage
    stockout overstock inventory occupancy vacancy footfall dwell tenure understanding comprehension behaviour
    behavior attitude perception belief habit willingness likelihood probability chance odds variance deviation
    spread gap distance step click-through ranking interaction transaction conversation reply stargazer star view
           dollar euro headcount efficacy effectiveness impact outcome result
    benefit interruption disruption intrusion breach toil flakiness spam abuse bias leakage leak dependence reliance
    congestion deforestation erosion flooding drought`,
  trouble: `
    problem issue pain friction waste barrier obstacle bottleneck blocker hurdle constraint delay confusion
    frustration error failure crash outage incident defect bug regression complaint risk fraud theft abuse spam
    noise toil rework duplication duplicate burden gap shortage stigma violence poverty hunger disease debt downtime
    churn loss injury death accident surprise misunderstanding distraction interruption leakage leak guesswork silo
    handoff hand-off mistake drop-off no-show stress burnout worry fear anxiety threat vulnerability discrimination
    inequality pollution congestion backlog queue lag jank flakiness dependency chaos ambiguity uncertainty emission
    misuse malnutrition suffering hassle inefficiency overhead`,
  movement: `
    increase decrease reduction rise drop decline fall growth gain improvement boost cut uplift jump acceleration
    shortening elimination eradication doubling halving tripling surge upturn downturn minimisation minimization
    maximisation maximization recovery slowdown uptick`,
  other: `water food land air house field place mark label patch position  trade transport stock staff spike split
    sequence target track trial view wire wrap feed start end lead cause case way point level area world country name
    term word part side end light sound look talk   fall break  fire hand face head back top bottom phase`,
  thing: `
    rotation checkout teardown council chat rollout voucher partnership wishlist cart basket receipt statement paywall sandbox starter theme skin avatar profile watchlist playlist digest roundup bulletin magazine journal atlas almanac primer cheatsheet cheat-sheet storyboard moodboard persona blueprint charter syllabus textbook exercise worksheet puzzle flashcard rubric portfolio showcase screening parade rally march vigil pledge petition lawsuit tender bid quote invoice ledger payroll pension insurance warranty guarantee certificate ui source bank control model cadence mode field action mention comment highlight annotation attachment signature watermark bookmark favourite favorite reaction thread inbox outbox folder file drive tab window pane panel card board list grid tree timeline calendar gantt kanban swimlane filter sort search autocomplete autosave undo redo clipboard keyboard mouse gesture  speech subtitle caption thumbnail preview rendering viewer zoom pan scroll pagination breadcrumb tooltip hint tour walkthrough onboarding wizard checklist quickstart scaffold boilerplate snippet macro formula expression regex variable placeholder token secret key certificate domain subdomain url redirect link backlink anchor tag label category taxonomy ontology vocabulary thesaurus corpus dataset leaderboard scoreboard heatmap funnel cohort segment quota limit cap throttle timeout heartbeat probe healthcheck fallback failover replica shard partition snapshot checkpoint rollback hook trigger event stream topic queue broker bus mesh ingress egress subnet vpc namespace pod node daemon sidecar cronjob binary executable installer wheel crate gem jar artifact artefact registry mirror cdn tarball patchset diff codeowner strategy
    request clinic group club operator sign-on edit code committee network merger  circle hub  memorandum mou importer exporter scheduler credential  caching  retry webhook encryption backfill cutover crawler indexer renderer emulator simulator debugger profiler linter formatter translator converter loader viewer browser explorer picker builder generator designer configurator composer cms crm erp hris lms siem iam vpn cdn etl bi ide orm rfp rfi sow nda dpa spa pwa ocr llm agent copilot bot landing microsite minisite blueprint manuscript dossier memo minutes glossary dictionary lexicon index leaderboard badge avatar emoji sticker gift reward perk bonus voucher raffle contest competition challenge award prize tournament exhibition gallery museum exhibit tour excursion trip  fellowship internship apprenticeship residency accelerator incubator camp clinic laboratory observatory station plant factory hatchery orchard garden park playground pitch court stadium pool gym theatre theater cinema kitchen canteen dormitory hostel house housing home flat apartment  workspace coworking desk chair uniform helmet glove mask ventilator incubator refrigerator fridge freezer generator battery charger cable fibre fiber antenna tower mast satellite pipe pipeline valve filter tank cistern reservoir well handpump irrigation canal terrace dyke levee wall fence gate door window roof floor ramp lift elevator escalator sidewalk pavement lane bikeshare track rail railway tram train metro subway airport harbour harbor port terminal pier ferry boat ship
    app application website site page homepage screen dialog modal form field button menu wizard widget banner popup
    notification alert reminder email newsletter mailing message sms letter post blog article story news
    press-release podcast video clip film movie spot jingle song radio show episode series webinar workshop seminar
    lecture talk keynote conference summit meetup hackathon event fair festival party retreat offsite town-hall
    townhall meeting session class course curriculum lesson module tutorial training bootcamp exam quiz certificate
    certification diploma guide guideline guidance handbook manual playbook runbook cookbook book ebook e-book
    booklet brochure leaflet flyer poster pamphlet factsheet kit toolkit toolbox template checklist worksheet
    document documentation doc readme changelog wiki faq paper whitepaper white-paper study report survey
    questionnaire poll interview assessment audit review analysis evaluation research findings recommendation
    proposal plan roadmap  policy procedure protocol standard specification spec rfc adr charter agreement
    contract mou licence license law regulation decree budget forecast schedule calendar agenda epic ticketing
    feature function functionality capability release version beta alpha mvp poc prototype mockup wireframe design
    redesign logo icon theme font palette component library framework sdk api cli plugin extension add-on addon
    integration connector adapter bridge webhook endpoint service microservice server cluster database warehouse
    lake table schema migration script  cron bot chatbot assistant  algorithm engine pipeline cache parser
    compiler linter editor viewer player console portal platform system software hardware firmware device sensor
    meter camera tablet laptop phone router dashboard chart graph map visualisation visualization tracker monitor
    monitoring logging alerting tracing observability telemetry backup sandbox environment staging prod
    infrastructure infra repo repository package bundle image container helm config configuration setting flag
    toggle switch login sso saml oauth mfa 2fa authentication authorization auth import export filter programme
    program project initiative campaign pilot scheme offer promotion discount coupon voucher ad advert advertisement
    billboard booth stand stall demo trial sample swag t-shirt merchandise centre center building classroom
    laboratory lab well borehole pump tap latrine toilet road dam canal greenhouse nursery shelter tent bed mattress
    net bednet vaccine drug medicine seed seedling tree tool fertiliser fertilizer stove lamp panel solar-panel
    turbine vehicle ambulance truck bus bicycle bike motorcycle drone equipment machinery machine material supply
    commodity ration meal aid stipend grant scholarship loan fund committee taskforce task-force board hotline
    helpdesk help-desk call-centre office branch store shop outlet line product catalogue catalog listing directory
    registry register archive list spreadsheet deck slide presentation pitch narrative statement manifesto
    announcement testimonial profile scorecard okr kpi objective baseline benchmark test suite fixture harness ci cd
    build deployment runner   mode option shortcut permission role tier paywall storefront
    marketplace flow layout navigation sidebar header footer sitemap landing content copy asset artwork illustration
    photo animation entity position jd process workflow routine ritual ceremony standup retro retrospective check-in
    one-on-one cadence structure forum channel milestone task deliverable item patch hotfix fix update upgrade
    refactor rewrite rota pager camp outreach pack packet box bag gateway proxy firewall vault encryption support vm
    disk driver format wallet card terminal kiosk pos scanner printer label barcode sku translation localisation
    localization parity subtitle transcript`,
  mechanism: `
    process workflow procedure pipeline tooling tool infrastructure infra architecture codebase code module
    attribution tracking instrumentation monitoring logging alerting reporting telemetry analytics documentation doc
    readme wiki handbook guide page site website app dashboard ui ux api sdk cli interface layout navigation feature
    functionality integration plugin extension setup configuration config schema database dataset data backend
    frontend server cluster environment build ci release template checklist policy strategy roadmap plan structure
    system platform test suite script automation scheduler parser engine library framework component algorithm model
    query endpoint form screen menu filter flow design branding content messaging newsletter catalogue catalog
    curriculum training programme program handling governance support handover permissions permission authentication
    auth login import export message notification email`,
  activity: `
    request
    pr mr pull-request merge-request merge commit push deploy deployment release sprint story-point point velocity
    line loc task card story epic feature issue test coverage meeting call interview workshop training session
    webinar event post article blog tweet video page view report document doc email newsletter campaign experiment
    build review standup retro demo presentation hour slo sli`,
  quality: `
    partnership ai ml  pillar making sharing thinking operation decision development approach growth spirit voice way passion respect inclusion
    excellence innovation culture alignment transformation leadership collaboration communication ownership agility
    transparency trust experience journey commerce future vision mission purpose identity brand 
    foundation mindset principle value focus clarity synergy sustainability  model readiness maturity 
     philosophy ecosystem  cooperation governance compliance accountability integrity craft
    craftsmanship delight joy pride autonomy  privacy    empowerment
    digitalisation digitalization modernisation modernization world`,
  delivery: `
    sign-off signoff management optimisation optimization enablement automation handling processing scheduling reporting tracking packaging rendering caching indexing profiling debugging discovery digitalisation digitalization demarcation excavation inoculation resettlement relocation mobilisation mobilization sensitisation sensitization capacity-building networking lobbying advocacy awareness-raising fundraising facilitation identification selection collection compilation categorisation categorization classification annotation moderation curation harmonisation harmonization approval signing negotiation ratification formulation elaboration articulation drafting editing proofreading implementation development creation construction introduction integration installation deployment rollout
    roll-out launch release migration redesign rewrite refactor refactoring overhaul revamp rebrand rebranding
    relaunch build-out buildout setup set-up configuration provision provisioning distribution delivery publication
    production procurement purchase preparation design drafting writing rewriting translation dissemination
    organisation organization coordination facilitation training establishment formation rehabilitation renovation
    repair replacement removal deprecation decommissioning upgrade update automation consolidation standardisation
    standardization centralisation centralization digitisation digitization documentation testing review audit
    analysis assessment evaluation survey research study investigation exploration planning scoping prioritisation
    prioritization hiring recruitment kickoff kick-off completion execution mapping modelling modeling mentoring
    coaching supervision monitoring support building customisation customization extension adaptation validation
    verification certification outreach conduct exchange visit promotion advertising marketing prototyping`,
} as const satisfies Record<string, string>;

export type NounClass = keyof typeof lists;

const classes = new Map<string, Set<NounClass>>();
for (const [kind, words] of Object.entries(lists) as [NounClass, string][]) {
  for (const word of words.trim().split(/\s+/)) {
    const known = classes.get(word);
    if (known) known.add(kind);
    else classes.set(word, new Set([kind]));
  }
}

/** The classes of a noun's singular; undefined for a word not known as a noun. */
export function nounClasses(singular: string): ReadonlySet<NounClass> | undefined {
  return classes.get(singular);
}
