/**
 * Written by scripts/wording/fit.mjs. Each line: a verdict, a kind of feature, how much it speaks for that verdict in tenths
 * of the logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
outcome does 1 change
outcome does 2 act
outcome done -1 clear deliver
outcome first -2 the
outcome first 2 improv reduc
outcome head -1 quality
outcome head -2 activity deliverable delivery
outcome head 1 -s
outcome head 2 none person
outcome head 4 plural
outcome head-of -1 mechanism quality
outcome head-of -3 thing
outcome head-of 1 person
outcome object -1 a activity
outcome object -2 other thing
outcome object 1 measure
outcome object 2 number plural
outcome object-of -1 activity delivery
outcome object-of -2 mechanism
outcome object-of 1 person thing
outcome object-of 2 praise
outcome rules -1 outcome-verb unclear-phrase
outcome rules -2 output-phrase
outcome rules -7 output unclear
outcome rules 1 output-verb
outcome rules 15 outcome
outcome rules 4 outcome-phrase
outcome said -1 have person
outcome said 1 active
outcome said 2 other thing
outcome said 3 quality
outcome some -1 -ing -s activity delivery
outcome some -2 vague
outcome some -3 mechanism
outcome some 1 -er money movement person
outcome some 2 amount threshold
outcome some 5 comparison measure
outcome subject -1 -none counted other the
outcome subject -2 none
outcome subject 1 measure
outcome subject 3 person plural
outcome subject-of -2 measure other
outcome verb -7 deliver
outcome verb 3 change reach
outcome whole -1 capitals purpose span
outcome whole -5 tiny
outcome whole 1 effect measured title
outcome whole 2 middling service
outcome whole 3 long
outcome word -2 chang cod docu practic qual train
outcome word -3 team
outcome word -4 work
outcome word 2 activ collabor consistent decreas first minut new quick rat setup use
outcome word 3 mak pipelin tim user
outcome word 4 reduc
output does -1 change
output done 1 clear
output done 3 deliver
output head -1 plural quality the
output head -2 -s none
output head 1 activity thing
output head 2 -none deliverable delivery
output head 3 other
output head-of 1 mechanism other thing
output head-of 2 measure
output object -1 -none -s counted none
output object 1 deliverable plural
output object 2 mechanism
output object 3 thing
output object 4 other
output object-of -1 thing
output object-of -2 praise
output object-of 1 delivery mechanism other quality
output rules -1 unclear-verb
output rules -10 outcome
output rules -2 outcome-phrase
output rules -3 unclear
output rules 1 outcome-verb output-clause output-phrase
output rules 13 output
output said -1 active mechanism modal other quality
output said -2 thing
output said 1 participle
output said 2 have
output some -1 movement threshold
output some -2 measure vague
output some -3 quality
output some -4 comparison
output some -5 percent
output some 1 -s person
output some 2 code delivery letters mechanism
output some 3 -none trouble
output some 7 thing
output subject -1 delivery measure percent person plural
output subject 1 counted other
output subject 2 -none
output subject-of -1 activity
output subject-of 1 delivery other
output subject-of 2 measure
output verb -2 reach
output verb -4 change
output verb 1 polish
output verb 6 deliver
output whole -1 tiny
output whole -2 service
output whole -4 measured
output whole 1 middling
output whole 4 purpose
output word -2 consistent contribut environ mak platform product reduc review use user
output word 2 add chang data docu enabl featur impl practic track
output word 3 train
unclear built -1 clause
unclear built 1 verb
unclear done -1 deliver
unclear first -2 improv
unclear first 2 project
unclear head -1 -none person
unclear head -2 other plural
unclear head 1 mechanism work
unclear head 2 quality
unclear head-of -1 measure other person
unclear head-of 1 activity thing
unclear head-of 2 quality
unclear object -1 measure mechanism number other
unclear object -4 plural
unclear object 1 -none counted person work
unclear object 2 activity none
unclear object-of -1 person
unclear object-of 1 activity
unclear rules -1 outcome-phrase output-clause
unclear rules -5 outcome
unclear rules -7 output
unclear rules 10 unclear
unclear rules 2 unclear-verb
unclear some -1 amount code letters name
unclear some -2 measure
unclear some -3 person
unclear some -4 trouble
unclear some -5 -none
unclear some -6 thing
unclear some 1 activity
unclear some 3 percent
unclear some 4 quality
unclear some 5 vague
unclear subject -1 person plural
unclear subject 1 percent
unclear verb -2 polish
unclear verb 1 act keep
unclear whole -1 title
unclear whole -2 purpose
unclear whole -3 long
unclear whole -4 middling
unclear whole 2 measured
unclear whole 7 tiny
unclear word 2 class continuous project valu
unclear word 3 cod coverag qual test work
unclear word 4 team
`;
