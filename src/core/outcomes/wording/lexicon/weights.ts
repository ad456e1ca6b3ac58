/**
 * Written by scripts/wording/fit.mjs: a feature of a title, and in hundredths how much it speaks for an outcome, an
 * output, and for neither. The line without a name is for every title; "~" goes before a single word.
 */
export const weightLines = `
a comparison|78|-70|-2
a percentage|-2|-34|42
a threshold|10|-2|-2
an amount|61|-30|-24
built as clause|19|12|-38
built as phrase|-29|1|21
built as verb|4|-20|9
effect|104|-88|-9
from … to …|0|-13|17
head activity|-22|5|11
head compared|44|-43|0
head counts work|-17|0|23
head delivery|-2|24|-15
head measure|63|-73|3
head mechanism|13|-2|-3
head movement|-2|21|-13
head only a thing|-41|66|-18
head person|43|-39|0
head plural|30|0|-25
head quality|-36|-16|59
head thing|-32|45|-6
head trouble|31|-15|-9
head unknown -ion|10|0|-16
head unknown -ity|-13|-19|39
head unknown -s|-23|22|0
head with number|42|-35|0
head with percent|4|-11|1
head ~coverage|0|-22|29
head ~improvement|-15|30|-8
long|42|-19|-16
measured|61|-42|-12
middling|26|0|-26
money|43|-23|-14
no object|8|-10|0
no subject|16|-11|0
object activity|-34|1|27
object compared|-2|-5|14
object counted|12|-26|7
object counts work|-15|0|20
object delivery|-21|20|0
object measure|35|-50|8
object mechanism|0|26|-28
object only a thing|-51|55|0
object person|21|-32|4
object plural|-4|17|-6
object quality|10|-20|3
object thing|-25|34|-2
object unknown -er|-3|-13|23
object unknown -ing|16|0|-9
object unknown -none|-3|11|-1
object unknown -s|-41|22|12
object with number|0|24|-28
object with percent|8|-12|0
object ~dashboard|0|-21|24
object ~policy|-5|12|-1
object ~review|0|-8|10
predicate active + measured|-16|26|-3
predicate active + subject activity|15|-13|0
predicate active + subject counts work|15|-13|0
predicate active + subject delivery|-6|10|0
predicate active + subject measure|12|-8|0
predicate active + subject mechanism|-14|0|12
predicate active + subject person|17|-10|-1
predicate active + subject plural|18|-5|-6
predicate active + subject thing|15|-25|2
predicate active + subject unknown -none|0|-11|14
predicate active + subject with percent|-8|12|0
predicate active|20|-32|5
predicate be + subject only a thing|-7|15|-2
predicate be + subject person|13|-11|0
predicate be + subject thing|-8|16|-2
predicate be|10|2|-19
predicate does act + measured|-15|17|0
predicate does act + subject person|10|0|-3
predicate does act + subject thing|4|-21|10
predicate does act + subject with the|0|-13|11
predicate does act|24|-17|0
predicate does change|21|-15|0
predicate does deliver + subject mechanism|-5|11|0
predicate does deliver + subject only a thing|-5|14|-3
predicate does deliver + subject person|11|-12|0
predicate does deliver + subject thing|-5|16|-3
predicate does deliver + subject with number|-13|17|0
predicate does deliver + subject with percent|-10|13|0
predicate does deliver|-26|14|4
predicate does offer|-18|23|0
predicate does reach|11|-11|0
predicate done change|8|-13|0
predicate done deliver + subject activity|-2|-4|13
predicate done deliver + subject counted|13|-17|0
predicate done deliver + subject counts work|-2|-4|13
predicate done deliver + subject delivery|2|-16|7
predicate done deliver + subject measure|-12|20|-1
predicate done deliver + subject person|-13|23|-2
predicate done deliver + subject thing|-30|22|1
predicate done deliver + subject with number|-21|17|0
predicate done deliver|-53|75|-16
predicate have + subject only a thing|-4|11|0
predicate have + subject person|-6|10|0
predicate have + subject thing|-6|13|0
predicate have|-23|39|-9
predicate modal + subject person|21|-17|0
predicate modal + subject plural|23|-18|0
predicate modal|31|-24|-1
predicate participle + subject activity|-10|-5|22
predicate participle + subject counted|16|-19|0
predicate participle + subject counts work|-10|-5|22
predicate participle + subject delivery|22|-36|6
predicate participle + subject measure|0|13|-6
predicate participle + subject person|-5|15|-4
predicate participle + subject plural|-3|-3|13
predicate participle + subject thing|-11|10|0
predicate participle + subject with number|0|-15|13
predicate participle|-20|28|-1
purpose|-16|29|-5
service level|34|-18|-9
short|-10|27|-10
some activity|-25|0|29
some delivery|-22|28|0
some measure|51|-12|-32
some mechanism|-12|-9|27
some movement|15|-22|0
some person|20|18|-45
some quality|-17|-25|49
some thing|-17|75|-52
some trouble|4|4|-15
subject activity|5|-28|17
subject counted|16|-20|0
subject counts work|5|-28|17
subject delivery|10|-19|2
subject measure|28|-7|-15
subject mechanism|-21|14|0
subject only a thing|-10|21|-5
subject person|41|-13|-21
subject plural|28|-19|-2
subject thing|-19|26|-1
subject unknown -none|-26|19|0
subject unknown -s|-34|23|4
subject with number|-13|1|5
subject with percent|-18|26|0
subject ~user|22|-18|0
vague|-3|-66|76
verb act + no object|10|-2|-1
verb act + object activity|-4|-7|18
verb act + object counts work|-4|-7|18
verb act + object measure|-9|14|0
verb act + object mechanism|0|12|-10
verb act + object only a thing|14|-25|5
verb act + object plural|5|3|-15
verb act + object thing|14|-25|5
verb act + object unknown -none|-40|8|25
verb act + object with a|-10|14|0
verb act + object with number|0|-6|12
verb act + object with the|0|-31|28
verb act|-15|-33|55
verb also act|-7|22|-8
verb assure + object plural|0|-8|16
verb assure|14|-24|3
verb change + measured|-13|0|6
verb change + no object|0|-11|7
verb change + object activity|-24|0|22
verb change + object counted|8|-24|9
verb change + object counts work|-13|-1|21
verb change + object measure|19|-26|0
verb change + object only a thing|-21|7|7
verb change + object person|23|-6|-10
verb change + object trouble|-12|0|15
verb change + object with the|2|-11|1
verb change|44|-86|35
verb clear + object measure|-19|0|18
verb clear + object plural|-21|2|12
verb clear + object with the|-3|13|-3
verb deliver + measured|-25|23|0
verb deliver + no object|-10|24|-7
verb deliver + object activity|0|7|-12
verb deliver + object counts work|0|5|-11
verb deliver + object other|-1|12|-4
verb deliver + object person|-19|1|11
verb deliver + object plural|-5|38|-25
verb deliver + object unknown -s|-14|36|-15
verb deliver + object with a|0|-15|10
verb deliver + object with number|6|2|-15
verb deliver + object with the|-12|8|0
verb deliver|-113|129|-9
verb enable + object person|0|-15|14
verb enable + object plural|0|-14|13
verb keep + object measure|15|-6|-2
verb offer + object plural|-8|15|0
verb offer|-4|21|-10
verb polish + object measure|16|-4|-5
verb polish + object only a thing|-15|13|0
verb polish + object quality|-8|-5|20
verb polish + object with the|-5|13|-1
verb polish|40|-8|-26
verb reach + object measure|8|-16|1
verb reach + object only a thing|-10|18|-2
verb reach + object other|13|-7|0
verb reach + object plural|17|-4|-7
verb reach + object quality|14|0|-8
verb reach + object thing|-2|10|-1
verb reach + object with number|11|0|-6
verb reach|47|-21|-19
verb shift|-11|13|0
verb ~achieve|22|-25|0
verb ~become|30|-22|-1
verb ~build|13|-51|31
verb ~close|0|-17|19
verb ~create|21|-11|-3
verb ~decrease|0|-8|11
verb ~deliver|14|-24|3
verb ~enable|0|12|-5
verb ~ensure|14|-24|3
verb ~establish|-4|-1|13
verb ~grow|12|-1|-5
verb ~implement|-20|27|-1
verb ~improve|27|-1|-19
verb ~launch|-1|-4|13
verb ~make|-3|-2|11
verb ~reduce|2|-14|5
verb ~scale|-10|9|0
verb ~strengthen|16|-7|-2
very short|-57|-1|65
word ~access|10|0|-6
word ~account|-12|20|-2
word ~achieve|24|-26|0
word ~active|35|-22|-6
word ~add|-3|20|-10
word ~ai|-4|10|0
word ~alert|25|-21|0
word ~api|-19|18|0
word ~available|-10|20|-4
word ~average|16|-5|-5
word ~become|25|-42|10
word ~better|-3|16|-6
word ~build|17|-42|18
word ~campaign|-9|21|-5
word ~candidate|-15|21|0
word ~capacity|0|7|-10
word ~change|10|-4|0
word ~child|11|-4|0
word ~ci|30|-16|-7
word ~class|-7|-40|55
word ~code|-33|0|28
word ~collaboration|-3|21|-12
word ~community|10|-34|17
word ~company|24|-17|0
word ~complete|-15|11|0
word ~control|-10|17|-1
word ~coverage|-52|-12|71
word ~create|29|-9|-13
word ~customer|0|-19|15
word ~custom|-8|16|-1
word ~cut|24|-10|-7
word ~cycle|0|-13|17
word ~dashboard|-1|-4|12
word ~data|0|18|-13
word ~day|26|-19|0
word ~decision|17|-3|-7
word ~decrease|0|-11|9
word ~deliver|5|-11|0
word ~design|0|-15|19
word ~documentation|-43|14|23
word ~document|-32|14|11
word ~draft|-2|10|-1
word ~enable|-16|36|-14
word ~end|22|-12|-2
word ~engagement|-9|0|13
word ~ensure|14|-22|1
word ~environment|16|-7|-2
word ~establish|-8|0|11
word ~exist|-23|34|-4
word ~experience|11|-42|24
word ~export|-3|10|-1
word ~extension|31|-23|-1
word ~family|0|-27|31
word ~faster|17|-4|-6
word ~feature|0|15|-21
word ~feel|39|-19|-13
word ~fewer|34|-24|-4
word ~first|-6|-4|17
word ~girl|11|-8|0
word ~grow|18|-5|-6
word ~half|14|-11|0
word ~health|0|11|-11
word ~help|15|-10|0
word ~higher|16|-6|-3
word ~hold|10|-9|0
word ~image|-14|22|-2
word ~implementation|-21|32|-5
word ~implement|-19|38|-12
word ~improvement|-15|38|-16
word ~improve|52|-23|-23
word ~increase|15|-18|0
word ~initiative|-34|37|0
word ~integrate|-27|42|-8
word ~invoice|10|-2|-1
word ~keep|11|-3|-1
word ~key|-4|13|-2
word ~knowledge|-34|27|0
word ~kpi|-7|-8|22
word ~latency|22|-15|0
word ~launch|-14|3|3
word ~legacy|-7|0|13
word ~list|-7|15|-1
word ~local|11|-23|5
word ~maintain|-10|7|0
word ~meeting|12|-2|-3
word ~message|-11|16|0
word ~metric|-10|-7|24
word ~minutes|19|-16|0
word ~module|-24|15|3
word ~monitoring|0|10|-4
word ~month|15|-8|0
word ~more|0|-14|20
word ~need|13|0|-6
word ~network|-8|0|15
word ~new|0|-13|7
word ~number|0|-17|17
word ~offer|-9|-4|20
word ~onboarding|32|-16|-9
word ~optimize|-16|5|4
word ~page|2|7|-16
word ~partnership|-30|-3|39
word ~pipeline|43|-26|-10
word ~plan|0|10|-7
word ~point|-12|-12|31
word ~policy|0|13|-7
word ~practice|-3|15|-5
word ~prepare|-2|-11|20
word ~pricing|0|13|-12
word ~process|-1|-5|13
word ~production|0|14|-15
word ~product|-9|-26|42
word ~program|0|-14|12
word ~progres|-14|0|14
word ~project|-29|0|29
word ~proportion|22|-7|-8
word ~public|3|5|-14
word ~publish|-1|15|-8
word ~quality|0|-31|26
word ~quarter|-37|0|42
word ~question|17|-13|0
word ~rate|6|-17|4
word ~reach|10|-4|0
word ~reduce|50|-60|2
word ~release|14|-5|-1
word ~retain|55|-50|0
word ~retention|13|-1|-5
word ~return|-1|11|-3
word ~revenue|13|0|-9
word ~review|-3|-18|28
word ~roadmap|-4|10|0
word ~run|24|-7|-9
word ~safe|12|-1|-4
word ~sales|-14|1|6
word ~scale|-3|-3|13
word ~search|12|-2|-2
word ~security|-26|0|21
word ~serve|-3|11|-1
word ~service|-11|0|4
word ~session|0|15|-10
word ~share|-7|0|10
word ~ship|13|-5|-1
word ~source|0|-25|30
word ~start|-8|-23|38
word ~story|-1|-2|10
word ~strategic|-13|0|21
word ~strategy|-20|12|1
word ~strengthen|7|-17|2
word ~student|-14|-13|34
word ~support|24|-6|-12
word ~sustainable|-24|-39|70
word ~system|11|0|-5
word ~take|14|-6|-1
word ~target|21|-6|-8
word ~team|-15|-3|25
word ~technical|-32|10|16
word ~test|0|-23|18
word ~ticket|-8|11|0
word ~time|28|5|-41
word ~top|24|-3|-14
word ~track|-19|25|0
word ~training|0|10|-5
word ~train|-16|22|0
word ~understand|12|-2|-3
word ~unit|-21|-3|30
word ~update|-4|10|0
word ~upgrade|-6|12|0
word ~usage|-13|19|0
word ~use|35|-31|0
word ~web|-15|0|11
word ~work|-16|10|0
word ~zero|14|-3|-4
|26|17|-43
`;
