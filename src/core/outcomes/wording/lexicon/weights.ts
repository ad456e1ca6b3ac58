/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
built -1 clause
built 1 phrase
command -4 achieve become reduce
command 1 acquire break collect complete continue define drop enhance experiment market measure migrate resolve return share turn
command -3 add align drive ensure facilitate foster ship
command -1 address attract decrease double earn eliminate end exceed feel generate grow hit maintain mature maximize minimize move optimize retain stabilize start
command 2 allocate encourage expand have hire investigate offer publish support
command -5 be improve
command 4 better
command -8 build
command -2 close connect develop empower finish keep launch prevent strengthen win
command -6 create deliver help make
command 3 engage fill fix identify meet reach streamline
command 6 implement
command 7 onboard
does -7 act
does -5 change
does 3 deliver
does -2 enable
does 4 offer
does -3 serve
does-also -7 act
does-also -2 offer
done -9 act
done -4 change
done 1 clear
done 22 deliver
done 2 enable
done 3 offer
done -2 reach
done-also -4 act
first 1 a acquir annual break ci collect design digital drop experi further hir investig measur partner plan requir research resolv return shar terraform track turn voic we woman work writ youth
first -1 access address advanc attract audit checkout collabor customer doubl earn end everyone exc faster feel gener grow hit household in job market matur maxim newsletter nobody proport retain spe start strengthen unit veteran
first -3 achiev add align driv ensur facilit foster invest revamp ship zero
first 3 ai cach fill fix have identif launch meet of performanc point rust seller the tim
first 9 all
first 2 alloc api basic commun encourag engag expand featur gradu integr mobil organ publish quarter recruit seek team week
first -5 amount be class mak reduc successful
first -2 at clos connect continuous decreas elimin empower engineer finish increas keep minim month mov new our platform prevent sustain trust win
first -4 becom farmer improv number peerpad product project stabil
first 4 better candid impl onboard promot renewal usag
first -8 build
first -6 cre deliver fewer help to user
first -9 no
head 4 -ing a
head -1 -ity work
head 3 -s movement
head -13 comparative
head -6 counted
head 10 deliverable thing
head 5 delivery
head -12 measure
head -3 mechanism
head -5 none person trouble
head -8 number
head 2 percent
head -2 plural
head -7 quality
head-of -3 activity
head-of 1 delivery
head-of 4 measure mechanism other
head-of -1 movement quality
head-of 2 person thing trouble
head-of -8 praise
object 3 -ance
object 1 -er other the
object 8 -none
object 4 -s activity
object -2 a percent work
object -6 comparative none
object -7 counted
object 9 deliverable
object -10 measure
object 7 mechanism
object -1 number
object -5 person
object 2 plural trouble
object -4 quality
object 6 thing
object-of 4 activity
object-of 2 delivery
object-of 5 measure other
object-of 1 mechanism person
object-of -9 praise
object-of 6 quality
object-of -2 thing
said -8 active
said 5 activity
said -2 be measure other trouble
said 8 delivered
said 10 have
said -4 modal
said -5 not
said 4 participle
said -11 quality
said 1 thing
some 2 -ance -ity
some 3 -er -ing code
some 6 -ion name
some -1 -ment -none -s letters movement
some -2 -or
some 1 activity person
some -4 amount
some -10 comparison percent
some 8 delivery
some -6 measure quality
some -7 money
some 11 thing
some -3 threshold
some -14 vague
subject 6 -none
subject 3 -s deliverable number
subject 1 a other
subject -6 activity work
subject -1 comparative quality
subject -7 counted
subject -4 delivery none
subject -3 measure trouble
subject 2 mechanism
subject 5 percent thing
subject -9 person
subject -5 plural
subject-of -3 activity measure
subject-of 1 delivery quality
subject-of 5 mechanism
subject-of 2 person thing
verb 4 -s unknown
verb -7 act
verb -3 assure clear
verb -19 change
verb 29 deliver
verb -1 enable reach
verb -4 keep
verb 6 offer
verb 2 ours
verb 3 serve
verb-also -1 act
whole 1 capitals
whole -22 effect
whole -1 long
whole -10 measured
whole 12 purpose
whole -5 service
whole 4 short
whole -4 span
whole -2 tiny
whole -9 title
word -3 abl adopt age background boring cncf cod collect cre cultur cut deplo destin discover doubl effect elimin end first g2 girl goal good growth handl hiv hold keep largest learner loop mechanism new organizational pay percentag person posit prepar pull q1 reduct referenc releas reliabil repo retent revamp revenu root run shop small solid stabil stor stream structur thriv together trad typical univers zero
word 1 academic accountabil acquir area assign associ auth automatical availabil awar begin branch break browser bug calendar calibr capac cas changelog channel chart cheaper check checklist cit client collaborat command common comparison cond conferenc construct container control cur dark debt detail developer diff different disciplin distribut draft driver ear easi edg element emergenc engag enhanc entr equal essential eu evm failover featur flag folk framework functional furnitur further gather general googl gradu hall highlight hiring host instead interact iter jkr joint js-ipf knowledg latrin launch lead liv march material memor mod nic nod not notific official onlin order overall ownership p2 pack pav perform performanc persona physical plant plugin png popular potential pr preserv principl profil progress promot prompt proposal rais real refresh resolv resourc rollback runbook rust s3 sal sanit sdk secur seed senior separ ser server set spring startup stat styl system tabl talk technical terraform text theatr tool town track tre turn usage-bas view vision warn wast websit worker workflow world
word -2 acceler access agent answer author break-even brows campus car ci clon commit consistent contact content crop dach dataset db deliver employe escal exc finish flak focus food foster friend fundra go-ipf grant household ipf issu know last less lif llm ment metadata mhv miner minim openeb particip patient phon pipelin plac proport prov qualifi reach relationship resilienc resolut review rol safet see ship siz slow societ spe star stop strong tech technolog third trustworth va.gov win woman workspac x young
word 2 accredit add angular announc api app approach assist behavior beta cach canonical captur cluster communic comput continu cor cv data databas deal defin dependenc designer digital dns drop editor effectiv efficienc encourag equip establish estimator exampl experi flutter found funct fund gap group guid hackathon harden hero install institutional internal key letter low manufactur match migr modern mov navig offer offic optim organ paper partner pep pla plan portal proficienc provider prox publish push quer readm recruit regional replica research risk rout rpc runtim scop seek seller sensit session sidewalk social-emotional storag summer tab task tax team tenant ticket valu violenc well writ youth
word -9 achiev build program reduc
word -5 activ block cadenc connect day efficient empower ensur environ global half help hospital increas lin local los month oee quest reader saf secret singl traffic unblock
word -1 actor alert alpha alpha-omega alread analyst analytic applic aspect async attend bar best blog book center champion claim clos component confidenc connectiv consumer contentful continuous contract cultural damag decision declin doc domain donor driv duplic e.g ecosystem educator engin engineer enjo event exceptional facilit farmer faster feedback fit form frida ftw fuel full futur get go halv hardwar health higher hom homeless http human inclus inclusion incom individual instant intak invest invoic item januar kpi lcp leadership leav librar logo look lookout matur maxim meaningful member natural noth november nps nump onboard opportun other own p0 p95 paint pdp popul post problem product-market productiv protoschool q4 quarter quota rank rating recover relevant rep report requir responsibil result ris row rural satisf schem schema school scientist servic significant sigstor situ solv spend stockout strengthen surfac talent test threshold top transcript trial twic understand unit user ver visitor volum want web workplac year
word 3 additional annual appropri architectur astrop camp candid citizen commun current determin develop docker enterpr error examin export figur high hour identif inbound integr interop legal level mak manager next packag practic print read region replac repositor segment specific surve tourism tutorial up-to-d upd workshop
word 4 ae agre approv attendanc benefit better campaign conduct criminal epic expand fix histor improv list log measur path playbook proact public renewal roadmap round shar short stabl sur territor typ upload
word -4 agricultural align appoint artifact binar chang comfort contribut contributor cycl earn extension fami feed financ grow hav hit larg latenc miss mor oper partnership pattern peerpad product rat reli search successful target trust webhook
word 8 alloc complet docu enabl impl initiat
word 5 articl avail basic chao commcomm custom detect document effort formal if imag machin owner speak upgrad usag
word -6 averag b2b cost coverag customer decreas eas experienc feel fewer number predict q3 spac start student tak truth
word -7 becom compan platform sell
word -11 class sustain
word 7 collabor default implement larger meet monitor provid step valid
word 6 cours facil least messag modul present production-read templ train
word -10 design fast retain use
word 9 exist interfac
word -8 minut sourc
`;
