/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
built -2 clause
built 1 verb
command -3 achieve align become ensure make ship
command -2 add close connect finish reduce
command 1 allocate collect enable enhance expand fill have hire identify increase market resolve share turn
command -4 be
command 3 better fix
command -9 build
command -6 create deliver
command -1 decrease drive end facilitate foster keep launch mature prevent retain stabilize strengthen win
command 2 encourage engage measure meet publish reach support
command -5 help improve
command 4 implement
command 8 onboard
does -6 act
does -4 change
does -1 enable reach
does 3 offer
does -2 serve
does-also -7 act
done -6 act
done -3 change
done 16 deliver
done 2 enable offer
done -2 reach
done-also -4 act
first -1 achiev customer decreas driv elimin empower facilit foster invest keep matur month new our prevent public retain win
first -2 add amount clos connect engineer finish improv mak platform reduc revamp sustain
first 2 ai basic encourag featur have launch measur meet mobil of publish renewal usag
first -3 align becom ensur farmer fewer number peerpad project ship stabil successful to
first 6 all
first 1 alloc cach collect commun digital enabl engag enhanc expand fill gradu hir identif impl integr point quarter resolv rust seller shar team the turn voic we week woman
first -4 be user zero
first 3 better fix performanc promot tim
first -9 build no
first 4 candid
first -6 class cre deliver
first -5 help product
first 5 onboard
head 2 -ing -s activity
head 1 -ment
head -1 -none plural
head 3 a
head -9 comparative
head -3 counted
head 9 deliverable
head 6 delivery
head -10 measure
head -2 mechanism the
head -5 none quality trouble
head -7 number
head -4 person
head 8 thing
head-of -1 activity movement
head-of 3 measure
head-of 4 mechanism other
head-of 1 person thing trouble
head-of -5 praise
next 1 #_$ %_of +_Ac +_os ,_q ?_for ?_m Ac_o Ac_vs Ch_J Cl_? De_# De_De De_Po De_T De_ms De_of De_os En_by En_for M_Of Of_? P_De P_y Po_r T_Of T_os Ts_En Ts_M Ts_m Ts_of ^_T ^_a ^_as and_d and_with by_m for_? j_+ j_? j_r m_Ts m_in m_r o_d of_j of_o p_? p_d p_o p_of ps_$ ps_and ps_ps q_and q_ms r_by to_? to_J to_j to_m to_ps vs_for vs_in vs_to with_? with_Ac with_De with_J y_? y_of
next -2 #_+ %_$ +_Ts +_m ?_Ac ?_Se ?_ms Ac_De Ac_and Ac_m Ac_ps Ac_to Ch_j En_ps J_$ J_, J_for M_Po P_# Po_Ac Po_p Re_$ Re_o T_y Ts_? Ts_with ^_M ^_Re and_Ch and_Ke and_Re and_m d_q j_and m_$ m_% m_, m_rs ms_? ms_Ac o_De of_ps p_and ps_Ac q_T to_M v_$ y_P
next 4 #_, #_p #_ps ?_ps ?_to Ac_j P_to Po_? Re_De Re_P T_, T_for T_in T_vs Ts_T ^_% ^_ms and_Ac d_T d_rs in_m j_De j_p m_? m_q m_vs m_with to_Ch
next -1 #_? +_De ,_$ ,_and ?_by ?_of ?_v Ac_T Ac_in As_J Ch_rs Cl_in En_o M_+ M_Ac M_Cl M_M M_Se M_y P_P P_o Po_De Po_q Re_, Se_? Se_by T_J T_P T_as T_p Ts_, Ts_De Ts_and ^_Cl ^_P ^_of ^_rs and_J by_Ac by_Cl by_T by_ps d_$ d_, d_m in_Ac in_p j_, j_in m_Ac m_Re m_and m_by m_v ms_j o_? o_M o_o o_ps of_# of_Ts p_Ac p_j p_ps ps_, ps_Re ps_m ps_with q_? q_P q_q r_P rs_P that_j that_p that_vs with_Ts with_m with_p y_in
next 3 #_De +_ms ,_# ,_j ?_$ ?_, ?_J ?_d Ac_ms De_Ac De_Ts De_and De_m M_T M_j P_Po P_in Po_T Po_and Re_with T_Cl T_j T_of Ts_$ ^_Of d_P d_and for_T for_ps m_T o_q p_$ p_p ps_P q_in vs_, y_+
next -5 #_P #_in ,_J ?_j Ac_Ts De_J P_% Re_m T_that Ts_Re and_Po j_ps m_ps ps_to
next 9 #_Ts M_De T_to d_of
next -3 #_m +_P ,_Ts ?_and ?_o Ch_Ac J_Ts P_Ac Po_j Re_for Re_in T_m ^_# ^_Ac ^_As ^_J ^_Po ^_to and_ps in_? m_m ms_P ms_T ps_d ps_y q_$ y_De
next -4 #_ms #_of +_T Ac_$ Ac_J De_ps J_? M_P M_m P_j Ts_that in_j of_? p_m
next 6 +_j ?_? ?_De ?_M De_in Ts_for p_T with_T
next 2 ,_T ?_with Ch_De Cl_o De_P De_for De_o De_p De_r De_with En_De P_q Po_of Re_J Sh_P T_Re T_ps T_with Ts_P ^_Se ^_d ^_m ^_r ^_y and_# and_T and_j for_Ts for_j for_m j_Ac j_d j_m m_De ms_in o_and o_for os_for p_, p_P p_Re p_to q_to r_T r_Ts to_De to_En y_# y_Re
next -6 ?_P ?_Re ?_in Ch_T M_J ^_+ ^_ps that_Ch
next 5 ?_y De_? T_$ T_d ^_j ^_p and_? by_p in_# ms_, ms_M of_T
next -7 Ch_m De_y P_J P_T j_q ps_M y_Ac
next 8 De_$ T_T for_#
next -8 J_to by_? m_P
next -11 Re_#
next 7 Ts_to ^_? and_De
next -10 ^_Ch
next 11 ^_De
next -12 m_of
object 2 -ance -er -s other
object 7 -none
object 3 activity
object -7 comparative measure
object -2 counted
object 9 deliverable
object 8 mechanism
object -6 none
object -1 percent
object -5 person
object 4 plural
object -3 quality
object 1 the trouble
object 5 thing
object-of 4 activity
object-of 2 delivery
object-of 5 measure quality
object-of 3 other
object-of 1 person
object-of -7 praise
object-of -3 thing
said -9 active
said 4 activity
said -3 be not other
said 6 delivered
said 7 have participle
said -5 modal
said -7 quality
said 1 thing
said -1 trouble
some 1 -ance -er person trouble
some 3 -ing code
some 5 -ion name
some -3 -none -or
some -1 -s letters
some -5 amount quality
some -8 comparison percent
some 7 delivery
some -4 measure money
some 11 thing
some -2 threshold
some -13 vague
subject 3 -none
subject -5 activity person work
subject -4 counted delivery
subject 5 deliverable thing
subject -2 measure
subject 2 mechanism number percent the
subject -1 none
subject -3 plural trouble
subject-of -1 activity
subject-of 1 delivery thing
subject-of -2 measure
subject-of 4 mechanism
verb -1 -ing clear
verb 1 -s reach
verb -7 act
verb -3 assure
verb -12 change
verb 19 deliver
verb -2 keep
verb 4 offer
verb 3 ours
verb 2 serve unknown
whole -17 effect
whole -1 long
whole -11 measured
whole 10 purpose
whole -3 service
whole 5 short
whole -2 span
whole -14 title
word 2 academic accredit approv benefit channel citizen cond conduct cor data digital dns effort encourag equip error examin exampl high identif internal interop liv machin mak manager next optim organ path physical plant playbook portal print proact provider public replica research runtim segment session specific sur tab team tenant tourism tutorial upgrad upload usag view youth
word -1 access adopt also analyst analytic answer async author best book boring break-even car cd clos closer cncf comfort commit contact contributor crop cultur cycl dataset db decision destin doubl duplic e.g easier elimin employe end engin event farm farmer faster first focus forum foster friend girl go good grant hardwar hav hiv hom household inclus intervent kpi largest last lcp learn lif look matur mechanism ment metadata mhv miner natural network new nump open opportun organizational p0 pay pdp posit problem process prov q1 qualifi referenc releas relevant retent rol safet see slow softwar star stockout stop stor strateg strategic surfac test third top trad transcript trustworth typical univers win workspac
word -8 achiev compan design minut retain
word -2 activ alert appoint artifact binar chang ci cod consistent earn effect efficient engineer escal exc flak g2 go-ipf half increas ipf issu keep latenc librar local los other person pipelin rat relationship reliabil repo resolut revamp saf search servic ship sigstor strong together
word 1 additional angular api app appropri area astrop availabil awar beta branch bug cach camp client cluster communic current cv defin dependenc developer docker drop edg educ engag enhanc equal estimator figur flag formal funct fund gap general gradu group guid harden hiring inbound instead integr interact key launch least letter level log manufactur match material migr modern nod offer offic onlin paper perform performanc pla png potential progress push readm recruit regional replac repositor resolv risk rollback runbook sanit seed sensit show social-emotional staff storefront success surve talk text theatr ticket track tre up-to-d upd valu violenc volunteer warn well
word 3 ae agre architectur attendanc campaign candid capac chao commun databas document epic expand export fix histor improv legal list measur production-read renewal roadmap round shar short stabl territor workshop
word -3 agricultural decreas deplo feed fewer financ finish grow growth handl hold hospital larg lin loop miss mor number oper partnership pattern prepar product pull quest revenu review shop small stabil stream structur successful target trust zero
word -4 align averag contribut coverag cre day deliver eas empower environ extension fami feel global goal hit month peerpad platform q3 reli run secret sell singl solid spac start student traffic unblock webhook young
word 7 alloc collabor complet enabl exist
word 4 articl avail basic better commcomm cours hour if imag messag present provid speak templ
word -5 b2b block cadenc connect ensur fast help oee predict tak truth
word -6 becom customer experienc reader
word -7 build cost program reduc sourc
word -11 class use
word 5 custom docu facil implement meet modul monitor owner step train typ valid
word 6 default impl initiat larger
word 8 interfac
word -9 sustain
`;
