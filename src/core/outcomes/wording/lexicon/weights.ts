/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
outcome built 1 clause
outcome does -1 keep
outcome does 1 act change
outcome does-also 1 act
outcome done-also 1 act
outcome first 2 amount improv reduc
outcome head -1 activity delivery mechanism other quality thing
outcome head -2 deliverable
outcome head 1 measure movement none person
outcome head 2 number
outcome head 4 plural
outcome head-of -1 activity measure mechanism praise
outcome head-of -3 thing
outcome head-of 1 person
outcome object -1 activity deliverable movement other the thing
outcome object 1 number percent
outcome object 2 measure
outcome object-of -1 activity mechanism
outcome object-of 1 praise
outcome rules -1 outcome-clause output-phrase output-verb
outcome rules -2 unclear-phrase
outcome rules -5 unclear
outcome rules -7 output
outcome rules 1 output-clause
outcome rules 14 outcome
outcome rules 4 outcome-phrase
outcome said -1 activity have person
outcome said 1 active modal thing
outcome some -1 -ion mechanism quality
outcome some -2 activity name vague
outcome some 1 -er movement
outcome some 2 amount threshold
outcome some 3 person
outcome some 4 comparison measure
outcome subject -1 deliverable percent the thing
outcome subject -3 number
outcome subject 2 person
outcome subject 3 plural
outcome subject-of -1 other thing
outcome verb -1 -ing act keep
outcome verb -5 deliver
outcome verb 1 serve
outcome verb 3 reach
outcome verb 4 change
outcome whole -1 purpose short
outcome whole -2 capitals
outcome whole -4 tiny
outcome whole 2 middling title
outcome whole 4 long
outcome word -2 docu focus initiat track train
outcome word -3 coverag team
outcome word 2 build day feel improv minut new pipelin
outcome word 3 reduc tim
output does-also -1 act
output done 1 clear
output done 3 deliver
output first -2 get
output head -1 none number plural quality
output head 1 -none deliverable delivery
output head 2 thing
output head 4 other
output head-of 1 other praise
output head-of 2 delivery measure thing
output object -1 -none
output object -2 none
output object 1 mechanism
output object 2 deliverable plural thing
output object 3 other
output object-of -1 thing
output object-of -2 praise
output object-of 1 delivery measure mechanism quality
output rules -10 outcome
output rules -2 outcome-phrase unclear-verb
output rules -6 unclear
output rules 1 output-verb
output rules 14 output
output rules 2 output-phrase
output said -1 active be modal
output said -2 thing
output said 1 have person
output said 2 participle
output some -1 -er measure threshold vague
output some -2 quality
output some -3 comparison
output some -4 percent
output some 1 -ion -s letters name
output some 2 code mechanism
output some 3 delivery trouble
output some 4 -none
output some 6 thing
output subject -1 person plural
output subject 1 -none number other
output subject-of 1 delivery measure other person thing
output verb -1 serve
output verb -2 reach
output verb -3 change
output verb 1 clear polish
output verb 4 deliver
output whole -1 tiny title
output whole -3 measured
output whole 1 middling
output whole 3 purpose
output word -2 build test
output word 2 add complet docu shar track
output word 4 train
unclear built 2 verb
unclear done -2 deliver
unclear head -1 other
unclear head -2 person plural
unclear head 1 work
unclear head 2 mechanism
unclear head 3 quality
unclear head-of -1 measure person
unclear head-of 1 activity
unclear object -1 measure mechanism other
unclear object -2 number
unclear object -3 plural
unclear object 1 movement the work
unclear object 2 -none activity none
unclear object-of -1 measure person
unclear object-of 1 activity
unclear rules -1 outcome-phrase
unclear rules -4 outcome
unclear rules -7 output
unclear rules 1 unclear-phrase unclear-verb
unclear rules 10 unclear
unclear said -1 participle
unclear some -1 code measure trouble
unclear some -2 amount delivery
unclear some -4 person
unclear some -5 -none thing
unclear some 1 activity
unclear some 3 percent
unclear some 4 quality vague
unclear subject -1 person plural
unclear subject 1 activity deliverable number
unclear subject 2 percent
unclear verb 1 keep
unclear verb 2 act
unclear whole -1 title
unclear whole -2 purpose
unclear whole -3 long middling
unclear whole 1 capitals short
unclear whole 2 measured
unclear whole 5 tiny
unclear word 2 class maintain qual work
unclear word 3 cod
unclear word 4 coverag team test
`;
