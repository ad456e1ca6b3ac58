/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
outcome built 2 clause
outcome command 2 facilitate
outcome does 1 change deliver
outcome does 2 act
outcome done -2 deliver
outcome done 1 act
outcome first 2 facilit improv mak of reduc
outcome first 4 amount
outcome head -1 quality
outcome head -2 deliverable delivery mechanism
outcome head 1 movement person the
outcome head 2 number plural
outcome head-of -2 thing
outcome head-of -3 mechanism
outcome head-of 1 other
outcome head-of 3 person
outcome object -1 other work
outcome object -2 thing
outcome object -3 none
outcome object 1 person plural
outcome object 2 measure number
outcome object 4 delivery
outcome object-of -1 mechanism
outcome object-of -2 activity
outcome object-of 1 praise
outcome rules -1 outcome-clause
outcome rules -2 unclear-phrase
outcome rules -3 output-phrase
outcome rules -5 unclear
outcome rules -7 output
outcome rules 1 output-clause
outcome rules 13 outcome
outcome rules 2 unclear-clause
outcome rules 4 outcome-phrase
outcome said -1 activity delivered have
outcome said 1 measure person thing
outcome said 2 active quality
outcome some -1 -ing -ity delivery quality vague
outcome some -2 activity
outcome some -3 mechanism
outcome some 1 -none amount name trouble
outcome some 2 money movement percent person threshold
outcome some 6 measure
outcome some 7 comparison
outcome subject -1 counted thing work
outcome subject -2 none the
outcome subject 1 -s comparative delivery measure percent
outcome subject 2 movement
outcome subject 4 plural
outcome subject-of -2 other
outcome subject-of -3 measure
outcome verb -1 keep polish
outcome verb -2 -ing
outcome verb -8 deliver
outcome verb 1 change enable unknown
outcome verb 3 reach
outcome whole -1 purpose
outcome whole -2 capitals short
outcome whole -5 tiny
outcome whole 1 measured service
outcome whole 2 effect
outcome whole 3 middling
outcome whole 5 long
outcome word -2 autom bill chang channel clear cod complet docu hour initiat optim other practic process
outcome word -3 coverag train
outcome word -4 team
outcome word -5 work
outcome word 2 applicant center day developer facilit fil first go improv info mak performanc pipelin posit primar quick use
outcome word 3 adopt averag decreas enterpr faster tak tim user
outcome word 4 collabor
outcome word 6 reduc
output command -2 build facilitate use
output does -1 act
output does -3 deliver
output does-also -2 act
output done 1 clear polish
output done 4 deliver
output first -2 facilit use
output first 2 full we
output head -1 -ion -s person quality the
output head -2 counted
output head 1 a activity delivery other plural
output head 2 -none deliverable thing
output head-of -1 person quality
output head-of 1 measure
output head-of 2 mechanism thing
output object -1 -none activity counted delivery the work
output object -2 person
output object 2 deliverable
output object 3 other thing
output object-of -1 thing
output object-of 1 delivery person quality
output rules -2 outcome-phrase
output rules -3 unclear
output rules -9 outcome
output rules 1 output-phrase
output rules 12 output
output said -1 measure quality
output said -2 active modal
output said 1 activity delivered
output said 2 have participle
output some -1 money vague
output some -2 threshold
output some -3 measure quality
output some -4 comparison movement
output some -7 percent
output some 1 -ance -er -ity -s person trouble
output some 2 -ing -none letters mechanism name
output some 3 code delivery
output some 8 thing
output subject -1 comparative deliverable delivery movement
output subject -2 plural
output subject -3 percent
output subject 1 -none counted none other person
output subject-of 1 delivery person quality
output subject-of 2 other
output subject-of 3 measure
output verb -1 -ed assure enable reach unknown
output verb -3 change
output verb 1 -ing offer
output verb 2 polish
output verb 6 deliver
output whole -1 effect long tiny
output whole -2 service
output whole -4 measured
output whole 1 short
output whole 5 purpose
output word -2 adopt averag center ci class collabor compan cre enterpr facilit faster feedback get info mor platform product request requir resident scal school tak thing
output word -3 build decreas making use user
output word -4 reduc
output word -5 review
output word 2 bill channel clear complet data featur health impl optim person program villag
output word 3 chang
output word 4 practic train
unclear built -2 clause
unclear built 1 phrase verb
unclear command 2 become create raise
unclear does 1 deliver reach
unclear does-also 1 act
unclear done -1 deliver
unclear first -3 amount
unclear first 2 becom cre do rais
unclear head -1 -none a other thing trouble
unclear head -2 number
unclear head -4 plural
unclear head 1 -ion -s
unclear head 2 mechanism
unclear head 3 quality
unclear head-of 1 activity
unclear object -1 deliverable delivery
unclear object -2 mechanism plural
unclear object -3 measure number
unclear object 1 -none counted
unclear object 2 activity
unclear object 3 none work
unclear object-of -2 person
unclear object-of 1 activity
unclear rules -1 outcome-phrase output-clause unclear-clause
unclear rules -4 outcome
unclear rules -5 output
unclear rules 1 output-phrase unclear-phrase unclear-verb
unclear rules 8 unclear
unclear said -1 be participle
unclear some -1 delivery letters
unclear some -2 amount code comparison measure
unclear some -3 trouble
unclear some -4 name person
unclear some -5 -none
unclear some -7 thing
unclear some 1 activity
unclear some 3 vague
unclear some 4 percent
unclear some 5 quality
unclear subject -1 measure plural
unclear subject 1 percent the work
unclear subject-of -1 thing
unclear verb 1 change deliver keep
unclear whole -3 long purpose
unclear whole -4 middling
unclear whole 2 measured
unclear whole 7 tiny
unclear word -2 collabor new tim
unclear word 2 becom continuous cre feedback goal priorit qual rais releas requir standard stead
unclear word 3 class cod review thing
unclear word 4 coverag team
unclear word 7 work
`;
