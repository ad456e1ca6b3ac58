/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
outcome built -1 verb
outcome built 1 clause
outcome command 2 eliminate
outcome does -1 keep
outcome does 1 change deliver
outcome does 2 act
outcome does-also 1 act
outcome done -1 deliver
outcome done-also 1 act
outcome first 2 amount improv reduc
outcome head -1 activity deliverable quality
outcome head -2 delivery
outcome head 1 movement
outcome head 2 person
outcome head 3 number plural
outcome head-of -1 activity quality thing
outcome head-of -2 mechanism
outcome head-of 1 person
outcome lean -10 whole
outcome lean -8 early
outcome object -1 activity
outcome object -2 -none a none other thing
outcome object 1 -ing plural
outcome object 2 delivery measure
outcome object 3 number
outcome object-of -1 activity delivery mechanism
outcome object-of 1 person thing
outcome object-of 2 praise
outcome rules -1 outcome-clause output-phrase output-verb unclear-phrase
outcome rules -6 output unclear
outcome rules 1 output-clause unclear-clause
outcome rules 10 outcome
outcome rules 3 outcome-phrase
outcome said -1 have participle
outcome said 1 active measure
outcome said 2 modal quality
outcome some -1 -ity activity delivery quality
outcome some -2 mechanism
outcome some -4 vague
outcome some 1 -none -or money person threshold trouble
outcome some 3 amount comparison
outcome some 4 measure
outcome subject -1 activity none other the
outcome subject 1 movement percent
outcome subject 3 person
outcome subject 4 plural
outcome subject-of -1 measure
outcome subject-of -3 other
outcome verb -1 act clear keep
outcome verb -2 -ing
outcome verb -7 deliver
outcome verb 2 enable reach
outcome verb 3 change
outcome whole -1 capitals
outcome whole -2 purpose span title
outcome whole -4 tiny
outcome whole 2 effect long middling service
outcome whole 3 measured
outcome word -2 docu initiat overall practic qual
outcome word -3 coverag person team train
outcome word -4 work
outcome word 2 activ adopt collabor event faster first mak manual new posit quick rat tim
outcome word 3 minut pipelin user
outcome word 4 reduc use
output does -1 change
output does -2 deliver
output does-also -2 act
output done 1 clear
output done 3 deliver
output first -2 project
output head -1 -s counted none number person quality
output head -2 measure
output head 1 other
output head 2 -none activity deliverable thing
output head 3 delivery
output head-of 1 delivery
output head-of 2 measure other
output lean 11 early whole
output object -1 -s the
output object 1 deliverable plural
output object 2 mechanism
output object 3 thing
output object 4 other
output object-of -1 thing
output object-of 1 delivery mechanism quality
output rules -1 unclear
output rules -2 outcome-phrase
output rules -6 outcome
output rules 1 outcome-clause output-verb
output rules 10 output
output said -1 active measure quality thing
output said -3 modal
output said 1 delivered
output said 2 have participle
output some -1 -or threshold
output some -3 quality
output some -5 percent
output some 1 -ing -ity mechanism
output some 2 code delivery letters person trouble
output some 3 -none
output some 6 thing
output subject -1 deliverable measure movement
output subject -2 plural
output subject -3 percent
output subject 1 -none comparative counted none
output subject 2 other
output subject-of -1 activity
output subject-of 1 quality
output subject-of 2 measure other
output verb -1 assure enable
output verb -2 reach
output verb -4 change
output verb 1 -ing
output verb 2 clear polish
output verb 5 deliver
output whole -1 effect
output whole -2 service tiny
output whole -6 measured
output whole 1 middling
output whole 4 title
output whole 6 purpose
output word -2 build ci end environ minut pipelin platform request review servic sourc user
output word -3 project
output word -4 use
output word 2 chang enabl identif impl mentor person practic track year
output word 3 add
output word 4 train
unclear built -2 clause
unclear done -1 deliver
unclear first -2 improv
unclear first 2 project secur
unclear head -1 movement number other person thing
unclear head -3 plural
unclear head 3 quality
unclear head-of -1 other person
unclear head-of -2 measure
unclear head-of 1 activity quality
unclear lean -2 whole
unclear lean -3 early
unclear object -1 deliverable delivery mechanism other
unclear object -2 measure number
unclear object -3 plural
unclear object 1 -none counted person the work
unclear object 2 activity
unclear object 3 none
unclear object-of -1 measure person
unclear object-of 1 activity
unclear rules -1 unclear-clause
unclear rules -4 outcome output
unclear rules 1 unclear-verb
unclear rules 6 unclear
unclear said -1 be
unclear some -1 -s amount name
unclear some -2 code comparison letters
unclear some -3 measure
unclear some -4 person trouble
unclear some -5 -none thing
unclear some 1 activity
unclear some 4 percent
unclear some 5 quality vague
unclear subject -1 person plural
unclear subject 1 deliverable percent the
unclear verb -2 polish
unclear verb 1 deliver keep
unclear verb 2 act
unclear whole -2 title
unclear whole -3 long purpose
unclear whole -4 middling
unclear whole 1 capitals span
unclear whole 2 measured
unclear whole 7 tiny
unclear word -2 improv reduc shar tim
unclear word 2 becom class continuous thing
unclear word 3 cod project qual test
unclear word 4 coverag team work
`;
