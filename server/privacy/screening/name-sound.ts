// How much a word sounds like a name and how little like Dutch, for the names that no list knows. Weights of a
// logistic regression over the letters of a word by threes, "^" its start and "$" its end, learned from our lists
// of names against the words of the OpenTaal word list (BSD-3-Clause or CC BY 3.0) and rounded; none of those
// words is in here. On words and names kept apart while learning: of Dutch words 3 in 100 score above one,
// of names two thirds. So the score alone decides nothing; what stands around the word must fit too.
import { packedWords } from './packed-words.ts';

/** By weight: two letters and behind them every third, so "dijkm" stands for "dij", "dik" and "dim". */
const WEIGHTS: readonly (readonly [number, string])[] = [
  [
    -4,
    `
^ex aai abs aen agg bliu box cad dt$ dwe ealm ectu elp equ ext foo gekw gif iee ig$e isj kom kt$ lt$ md$
mt$ oei oir oke ooik oto plu por pro ps$ pt$ sau ss$ subp syn tt$ uif ulp unk upp uto ws$ yt$
`,
  ],
  [
    -3,
    `
^ec ^onp ^ps aagl acrtu age air ap$s atc azz bag bevw bom bus cet cliu com cra ct$i dba dec digv dop duw
eaku eco eee eiez elr eneluw eso evo fin flu fru ft$ gat gd$ geg gig gli gt$j hokp hyp icr idos iffi igs
ilj imb inb irm ismp ium jou kna kop kpa kwei lib lks locgp lub misx mod ndw ngl nt$r num ofd og$ oid
okst oodf ops ota padp picks pleio pot ptio rib ror rugk scr sdi sho sics spu sst tagx tba tdo tec tio
ttj tumu typ uee uie uld unn urfn usk uts uur uwdt vak vea via voe vul was won wt$ xen yst zignt zon zwo
`,
  ],
  [
    -2,
    `
^af ^cuy ^do ^ept ^gl ^hy ^in ^oemr ^pu ^skn ^wr aadkmnr aboy acac adestv afbdfgsvz agi aie aket
alfkmsuz ambt angkv apeio armp ast at$s axi aze baadn bebdgm bit blaeo botv buu canp cce cees cht cinrt
conu creo cte culr dagks dios dka dle docdet drou ds$lt dubc dvo eadrs eblu ecr edet eed egbs eids ekbt
elku embdou enmp eol eprsu erf es$dkt et$bgkpw eugkr exei ezu faclmns fba fd$e feens ffi ficl flaei
foert fro fs$ ftajs fus gams gba gecf gka glo gno goelnt gs$e heabcfmt hips hos ht$h ibu icaiu ide iefu
ifat iga ike ildk ingpz ios iplt irt iscdg itbgimuv izao jet js$ kabkn kbaeo kei kignpt kke klaeio koef
ks$ct ktejs kwa ldt letz lfadest liag llu loknsw ls$p lta luls lwe lys mag mbio mde mge mma mog mpilt
ms$ nbl ncot ndklmtz nenru ngt nimv nje nkt nla nma nont npl nreo nsacp ntmt nul nvai nwa obbes ocahikou
odeu oegp ofo oggir ok$ olbglmpvy ombgkpst onbdefotv oogln opbgikmv ormw os$e ot$eis oud ove oxi oze
pacgknrs pbao pen pge piaglrt pla poem pri ptj puin qua raps rch ril rklnt rm$t rofnw rps rrau rucilmn
rzo saps sceo sda seckst sfe sid sli sneou socr speil sro sso st$bgjkpst sur svo tafkt tber tch tda tent
tga ticpv tje tlaeo tne toceprt tpa treo ts$lpst tto tuik tval twe tyl tzai ubl uct uent uff ui$lmp ulkl
um$ams una uro use uw$ veg viglrs vleu vou vrao vui wd$ webg wor ys$ zagk zeet ziel zomr zwe
`,
  ],
  [
    -1,
    `
^aghmpuv ^beor ^co ^derw ^fou ^gae ^idm ^ju ^ken ^ly ^meo ^na ^oc ^po ^slmt ^taor ^uin ^vou ^zo aapst
abbr acehk ado af$ekrtw ag$s ailnst ajae akakls alagloptvwy amaeios anbdhlt apapt ardgiknswy as$bdegkmv
ateijklo audstw avaeo babkl bbe bdi behklpsuz bilnos bodelns brao buinr camrs ce$lnr cie cket clae
codost cums cyc dat dbo ddae de$dknu dge dhe diat dja dko dlo dmai doklm dra dsps duinu dwa dza eact
ebab ecaei eddio ee$lmnrtu ef$iorst eg$deikluv ehaeo ei$glt eja ekenrs el$degmnvwz emipt en$dgjkot
ep$eiot er$degjknoptvz escp etahimos eumstz evl ewa exacp ezeow fab fecl ffe fge fia fok fsct ftet fun
gadlr gderst gedhijnpstz ggei gha gin gla gne go$dr graiu gsclp gvo gwa gza hakp he$eilor hikmnt honw
hs$ htbgist humt ialt ibber icehkt idt iegklmprstw ife ignu ikaikost il$glms imipt inadforv ioelmn
ip$eps is$bekotv it$eks ivae jaks je$e jte kaaps kent kge kiel kka klu kneou kolst kraei ksp ktt kun kve
labcdprsty lbau ldis leadefgilnpruv lf$ lge lhe licdefkmnst lkt loez lst ltjort lumr lveo majpst mba
mdst me$glnt mha mign mko mmio moers mpaeo mscpt mtej muilu mve namu nba nch nddgi ne$empt nfo ngd nhae
ninst nkbers nlei nmeo nnay noegmpsv npo ns$mt ntisuwz nuit nzeo oar obaio ocer oddgist oedkm ofit
ogdeot oienst okako ol$diksu omadehmorvwz onagikw oomprst op$dhtwz oradfghklnprstz osgps othjt oupt ovi
owe oya paa pbe pdr pecdiklpu pino pje polp ppael pre psel ptest put pvo quei rabcdfghikntuy rbeo rceiu
rde reaefgklnprst rfest rhi riagmnoptuv rja rk$eo rlu rmdo roegklpv rpet rre rt$agit rubs rve rzw
sabfglt sbaor scah sdo sedeimnr sgae shiu siagort sja sklr slaeu smeou sna solou spor ssp stalmuy sukls
swei taabim tblo te$lrs tgr tigkmst tja tkalo tmo tonv tpl tri tsa ttar tudet twaio ualnr ubaei uch udeo
uer ugds uidgksz ukst ulat umeip uncdes ur$ekstv usahist ut$ht uve uwbks uzei vacdlnst ve$cinrt vident
vla voclnr vrei wadkmp wedeikmnrt wikns woe wtj yar ycl yen yla ype zaaln zegilnrsv zic zoe zuil zwa
`,
  ],
  [
    1,
    `
^abkz ^ed ^fr ^gu ^ir ^jaio ^klw ^liu ^ni ^olos ^pl ^qu ^ru ^se ^thjwy ^ul ^vir ^wio ^yaou ^zuw ab$di
ae$ afal agln ahaer ai$dkm ako amd anjnsu ar$hjlu asr athr awi ayel azi ba$ bbi bde ben bogo bre chnu
cia co$ dacd dbe demvw dhao diru do$nru dsce dwi dy$ ebr edgw efl egh ehi ekikmo elhi enbhz eor erc esu
ettu eulw evr ewio fat fer fou fti ga$ gbe geaeru git goo gte gul haimt heu hij hogo hrae hta hulsu iaan
iba if$ igo in$chl iqu ir$e ishlr itjr ize ja$agny jelnr jke jn$ jolr jur kay khaou kirs kje koo kru kto
la$ahvz lbr lga lipz lka lli lmei lo$mu lpe lra lse lthi luk lvi lwa ly$ lze maahrz mbr meku miklt mla
monotu mra mse muns naagjn nbru nci ndoy nebdikl nghr nic nkaio nno no$ow nrai nsik ntghjo nues oe$bv
ogl olt opl oru osclm otr ousz ova ows pe$s phi pie pma ppo pru rarv rbr rdau rgaor rho ri$c rka rlo
rn$e ro$b rplo rri rshlu rtjrsu rvo rwo ry$ rza sa$anr sbel sdr sev sfa sin sje smi soenp sum sve sze
tebduv tia toi tsj tun tvo ty$ tze ud$ uel ugg uka un$ urlm ves vic voos wa$a wigl wro yans yse zai
`,
  ],
  [
    2,
    `
^ay ^ev ^gh ^ils ^kh ^oku ^ph ^sw ^ye ael agh ahi an$ asop au$lr ay$ad bba ber bi$ ca$ ci$ cob da$ deg
di$ dzi ea$ edh eff egt ekl ey$ fdr hafy hi$dl ia$km ib$ ijb im$ ius iye izi jk$ jma jul kac kem koc kta
kur lalw leoy li$ lke lmao lsi lyn ma$e meh mi$cr ndr new nga nk$ nou ntv nur nvo ny$ ou$abk pta ra$ rbu
rg$ rli sadhi sew sh$ ssc str ta$h tew ti$ tsi ugt va$ wacg wou ye$ yle you za$ zi$a
`,
  ],
  [
    3,
    `
^bh ^ot aa$ ah$m aou az$ dij eh$ ff$ fi$ ha$eg hmi hov hri ic$ ijdmst iz$ jai ka$ ke$s ki$ kow lij moh
na$ ni$j nn$ oufhi raj rtl ru$ si$ tef th$ tij uha wes wsk ya$ yk$
`,
  ],
  [
    4,
    `
^oz aij cu$ eij ev$ ez$ fa$ gh$ ij$ekln jos ko$ lu$ oij oum ov$ rij uij wij
`,
  ],
];
const BIAS = 2.3;

let weights: ReadonlyMap<string, number> | undefined;

function unpack(): ReadonlyMap<string, number> {
  const unpacked = new Map<string, number>();
  for (const [weight, groups] of WEIGHTS) {
    for (const group of packedWords(groups)) {
      for (const letter of group.slice(2)) unpacked.set(group.slice(0, 2) + letter, weight);
    }
  }
  return unpacked;
}

/** Above 1 a word is rather a name, above 2 hardly Dutch; short or long words score below any threshold. */
export function nameSound(key: string): number {
  if (!/^[a-z]{4,14}$/.test(key) || /(?:erij|lijke?|boerderij.*)$/.test(key)) return -9;
  weights ??= unpack();
  const framed = `^${key}$`;
  let score = BIAS;
  for (let at = 0; at + 3 <= framed.length; at += 1)
    score += weights.get(framed.slice(at, at + 3)) ?? 0;
  return score;
}
