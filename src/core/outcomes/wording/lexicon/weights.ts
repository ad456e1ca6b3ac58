/**
 * Written by scripts/wording/fit.mjs. Each line: a kind of feature, how much it speaks for an output in tenths of the
 * logarithm of the odds (below zero: against it), and the features of that kind which weigh so much.
 */
export const weightLines = `
built -3 clause
built 2 verb
command -1 access close connect contribute decrease facilitate finish foster grow hit keep mature prevent prioritize promote provide win
command -3 achieve become establish improve take transform
command -2 add align reduce retain ship
command 1 allocate collect define eliminate enable enhance evaluate migrate reach resolve share turn
command 2 assist encourage fix have hire identify market measure publish
command -4 be ensure
command 3 better engage expand offer understand
command -9 build
command -6 create
command -5 deliver help make
command 5 implement
command -8 invest
command 4 meet
command 7 onboard
does -7 act
does -4 change
does -1 enable serve
does 3 offer
does-also -7 act
done -6 act
done -3 change
done 17 deliver
done 5 enable
done 3 offer
done -1 reach
done-also -2 act
first -1 achiev amount clos connect contribut customer decreas engineer facilit finish foster grow hit improv keep matur month platform prevent priorit provid sustain win
first -2 add align end farmer patron project reduc retain ship stabil
first 1 after alloc api basic cach collect design digital enabl enhanc featur hir impl mobil offer organ resolv seller shar team turn voic week
first 2 ai assist commun encourag engag fix identif integr launch measur multi-tenanc of performanc proact publish renewal rust usag we
first 6 all
first -4 be ensur peerpad product
first -3 becom establish fewer mak new successful to transform user zero
first 3 better candid expand have person tim understand
first -9 build
first -6 class number
first -5 cre deliver help nail
first -8 invest no
first 4 meet
first 5 onboard
head 3 -ing a
head 1 -ment
head -9 comparative
head -4 counted person
head 10 deliverable
head 7 delivery thing
head -11 measure
head -1 mechanism
head -3 none
head -7 number
head -5 quality trouble
head -2 the
head-of -1 activity movement
head-of 1 delivery
head-of 3 measure
head-of 4 mechanism
head-of 2 person thing
head-of -6 praise
next -1 #_# #_? #_j #_m +_De +_for +_m +_to ,_$ ,_M ,_Ts ,_and ?_Ch ?_by ?_ms ?_of ?_r ?_that Ac_d Ac_ds Ac_in Ac_with As_that Ch_j Ch_r Ch_rs Cl_T En_J En_o J_p Ke_j M_Po M_q P_P P_Ts Po_d Re_$ Re_% Se_by T_? T_M Ts_+ Ts_in Ts_that ^_Ac ^_M ^_Sh ^_rs ^_v and_J by_Cl by_De by_T by_ps d_m in_? in_Ac j_in j_of m_$ m_% m_, m_Re m_by m_j m_ms ms_$ ms_Ac ms_De o_M o_Ts o_ps o_to o_y of_, of_Ts of_ps p_ps p_q ps_Ac ps_Re ps_Se ps_T ps_that q_$ q_T q_q r_P rs_P that_p to_M to_p v_j v_m y_T y_in y_j
next 1 #_$ #_T +_os ,_q Ac_M As_Ts Ch_? Ch_J Cl_? Cl_o De_Po De_T De_o De_r De_with En_by En_p Ke_? M_Of M_j Of_j P_? P_m P_p P_with Po_Ts Po_and Po_r Re_T Se_r Ts_m ^_a and_with by_# by_m d_j for_T in_P j_by j_m j_r m_De m_and m_for m_o m_r ms_to o_$ o_d p_Ts p_to ps_En q_ms q_p qs_to r_$ r_of to_Po vs_for vs_in vs_to with_% with_? with_Ac with_J y_Re y_and y_to
next -2 #_+ +_Ts ,_y ?_Ac ?_and ?_in ?_q Ac_$ Ac_and Ac_m Ac_ps Cl_in Cl_y J_, J_P J_for M_Ac M_Se M_m P_# Po_Ac Po_De Po_j Po_p Re_, Re_o Re_ps Sh_T T_m Ts_? Ts_J Ts_with and_En and_Ts and_p and_v d_q in_p m_rs m_v ms_? o_o p_Ac ps_, ps_y q_P q_of that_j v_$
next 4 #_, #_De ?_? ?_y Ac_j Ac_ms De_? De_and De_for M_T P_q Re_De Re_with T_, T_d T_j T_ps Ts_$ Ts_T ^_% ^_Se ^_j ^_ms by_p in_m j_y m_q ms_M o_P p_$ ps_P ps_ps
next -4 #_P #_in #_ms +_P ,_J ?_o Ac_J Ac_to Ch_T J_? J_Ts M_P T_that ^_# ^_As and_Po in_j m_ps of_? p_m ps_m
next 10 #_Ts
next -5 #_of +_T ?_Re ?_Se Ch_m M_J P_% Re_m Ts_Re ^_Po ^_ps j_ps ms_P of_p ps_to that_Ch
next 2 #_p +_ms ,_T ?_J ?_m Ac_P Ac_vs As_j Ch_De De_# De_Ac De_De De_P De_Ts De_m De_ms De_of En_to P_De P_Po Po_of Re_J Sh_P T_Re T_with ^_d ^_p ^_r and_Ac for_De for_Ts for_j for_ps in_T j_? j_Ac j_De j_P j_p m_T m_in m_with o_T o_for o_q p_? p_Re p_p q_, q_in q_to r_T r_Ts to_? to_Ac to_De vs_$ vs_, with_q y_+
next 5 #_ps ?_De ?_M ?_d ?_to De_p P_in Po_? Re_P and_De and_j in_# ms_, of_T
next -3 %_$ ?_P Ac_Ts As_? Ch_Ac De_, De_J J_$ M_M M_y P_j Re_for Re_in Se_? T_and T_y Ts_De ^_J ^_Re ^_to and_Ch and_Ke by_? d_$ m_Ac m_m ms_T ps_d that_vs with_p y_, y_De
next 8 +_j d_of
next 3 ,_# ?_$ ?_, ?_p ?_ps ?_with En_De P_to Po_T T_Cl T_in T_of Ts_P ^_Of ^_y and_# and_T and_d d_P d_T d_rs j_d m_? m_vs ms_in of_j that_De with_T with_ps y_#
next 6 De_$ T_$ T_for T_vs ^_? and_?
next -6 De_ps in_d j_q m_P
next -7 De_y J_to P_J ^_+ j_and
next 9 M_De T_to
next -8 P_T ps_M y_Ac
next -10 Re_#
next 7 T_T Ts_for Ts_to for_# p_T to_Ch
next -9 ^_Ch
next 11 ^_De
next -11 m_of
object 2 -ance -er -s activity trouble
object 6 -none mechanism
object -1 a
object -8 comparative
object 7 deliverable
object -9 measure
object -4 none quality
object 1 other the
object -7 person
object 5 plural
object 4 thing
object-of 5 activity measure
object-of 3 other
object-of 2 person
object-of -4 praise
object-of 7 quality
object-of -2 thing
said -10 active
said 4 activity
said -1 be trouble
said 8 delivered have participle
said 1 delivery
said -7 modal
said -3 not other person
said -6 quality
said 2 thing
some 1 -ance -er -ing activity trouble
some 3 -ion
some -2 -ity -s letters movement
some -3 -none measure threshold
some -4 amount
some 4 code
some -6 comparison quality
some 6 delivery
some -8 money
some 5 name
some -7 percent
some 9 thing
some -10 vague
subject 3 -none percent
subject -4 activity
subject -8 counted
subject 5 deliverable
subject -5 delivery work
subject -3 measure plural trouble
subject 2 mechanism number
subject -2 none person
subject 1 the
subject 7 thing
subject-of 2 delivery
subject-of -1 measure
subject-of 6 mechanism
verb 1 -ed -s
verb -8 act
verb -4 assure
verb -11 change
verb 16 deliver
verb 4 offer serve
verb 3 ours
verb 2 reach unknown
verb -1 shift
whole -2 capitals
whole -17 effect
whole -10 measured
whole 10 purpose
whole -3 service
whole 5 short
whole -1 span
whole -14 title
word -1 abl adopt alread american analyst analytic answer book break-even brows cd ci cic clim cncf cod comfort critical cultur cycl dashboard dataset db dedic destin dev diversif doc doubl duplic engin entrepreneurial escal exc farmer flak food foster friend fundra g2 girl govern grant half hardwar hiv inclus infrastructur input kpi lcp learn learner less llm logo look loop matur ment metadata mhv miner month network new nps nump organizational p0 percentag pipelin posit posthog project prov rank reach rehabilit requir result retent rol scal see select ship sidewalk sigstor slow small softwar star stat stor support surfac third top topic trad trustworth typical wcag win woman
word -3 access align applic champion chang clos contributor cre deplo devic easier efficient empower ensur environ feed fewer finish global help hous incremental ipf larg lin los mor oee oper partner partnership pay pull q3 quest reli review run secret singl smb solid strong transform trust unblock webhook x
word 1 account accountabil additional appropri area assign astrop async attend back branch capac certif cohort crd current cv develop developer dns docker edg enhanc enterpr estimator examin fac flag formal funct general graphsync guid hackathon hiring improv inbound interact internal lead letter liv log machin manager manufactur market navig offic order organ png poss potential practic purchas push quarter readm regular repositor resolv rest risk rollback rout runbook seed show specific storefront success surve text theatr thread ticket tre tutorial upd upgrad usabil violenc volunteer well youth
word 2 accredit api approv architectur cach captur channel chao commun cor databas defin dependenc drop effort equip error export fix framework group identif infinit interop key legal list mak membership model multi-tenanc next optim performanc plant playbook portal print production-read progress provider replica roadmap round runtim scienc segment sensit session shar short team tenant tourism track up-to-d usag valu view
word -8 achiev design minut number tak
word -2 activ appoint artifact best bik binar busi connect consistent contact decision earn effect emplo employe engineer even financ flat go-ipf good hav hold hospital interest issu joy know largest latenc lif linkedin mil miss natural newsletter open openeb other patron person priorit process propos qual reduct referenc releas reliabil render repo resolut revenu saf school search shop sourcegraph stabil start stop stream structur subscriber successful twitter univers veloc young zero
word 3 ae agre alumnus attendanc campaign candid cas cluster commcomm conduct default ear epic exampl facilitator imag institutional messag need nod offer onlin renewal speak stabl sur templ territor upload valid workshop
word -4 agricultural averag baselin block cadenc contribut eas economic extension feel hit pattern peerpad platform predict rat reader sell sourc target traffic truth workforc
word 7 alloc collabor enabl
word 4 articl avail bas basic benefit complet custom document hour measur migr present public research tab
word 5 assist better citizen cours data educ expand if impl implement larger meet modul monitor owner provid replac typ
word -5 b2b becom customer day end experienc fast goal grow increas keep nail prepar product program servic
word -7 build reduc retain use
word -11 class
word -6 compan cost coverag decreas deliver invest spac student
word 6 docu histor initiat step train
word 8 exist interfac
word -10 sustain
`;
