// Surnames common in the Netherlands, for the name rules of screening. We composed the list ourselves,
// by hand and from general knowledge; it is copied from no register and knows a small part of all
// surnames: detection is never complete. Lower case, without accents and without "van der".
import { frontCodedWords, packedWords } from './packed-words.ts';

/** Surnames that mean nothing else in Dutch; written with a capital they count on their own. */
export const surnames = frontCodedWords(`
AaboutalebBcarBhmadiBkhtarCsoyCtasBlaouiCtunBmraniBndradeBrslanBsanteClanBvciBzzouziAbakemaDkaliCldewsinghBena
liDnaniCrgmanEsmaDishaBianchiCharieCjlsmaCsessarBoatengCedhoeDrsmaCndarenkoCogaardCsmaFnGsCualiDkhariDmaDzidCz
kurtBroekmanDuwersCugmanDijnEnsGmaDynBulutCrgersAcakirBelikCtinBhanDouiCenDrkaouiDungBornelissenCskunAdabrowsk
iCmenCoudiBemirFciFelCrksenCvriesBialloCjkemaEstraCmitrovCopBoergaCganBriessenDouchBuijnCmanAeijkBlzingaBngele
nBspositoCsersBversAfaberBeenstraCrnandesIzDreiraBokkemaBrankenEsenFsenCederiksAgangaramDpatCrciaBeertsCorgiev
CrritsHenCurtsBhebremariamBinkelBomesEzCnzalezCossensBraaffDbowskiDvenberchCoenendijkGveldGwegenBunduzDesDgorC
ptaAhaanstraCddadEouCileCjjiCmdaouiCnsenCrtmanCssaniBendriksCrmansEsenCsselsBiemstraBoangCdzicCekstraCfmanGsCl
tropCogendoornCsseiniBuangCijbersEgenDzingaCssainAidrissiBonescuBqbalBsikBvanovGaAjabriCcobsCgroepCnseFnEsenHs
CspersBohnsonCngsmaDkersCostenCvanovicAkaddouriClloeCminskiCnhaiCplanCracaEdagDimiDstenDtalCurBeijzerDtaCmperB
hattabiBilicBlaassenCeijnCinkertCoostermanBocDakCoistraDlenDpmansCrkmazCseDtersCvalFenkoCwalczykFskaHiCzlowski
BramersDsniqiDvchenkoDwczykCoezeCuijfBucukCijpersDpersCmarCrtCypersAlachmanChlouCmersDmersCtuheruBeeuwenCwando
wskiBimCnssenCuBopesEzBuijtenAmaartensCduroCesChabierGrCjdoubCrkovicDtensEinezGsCsoudiCthijssenDulessyCzurBeij
erGinkGsClnykCnsahCrtensCssaoudiCursCyerBiedemaBoermanChammadiClenaarsCnteiroCrabetCussaouiBullerCnteanuAnacir
iCnhoeCzariBguyenBiessenDuwenhuisCjlandCkolovBooriCwakAokaforBldenburgCiveiraBosterhuisGomBseiBttenBuahbiDliDr
ghiCdshoornBverbeekBwusuBzdemirCerCkanCturkApandayCtelDtinamaCwlakBeetersCreiraCtersGenDrovGaGicBhamBietersHeI
nCnasCotrowskiBolmanCortmanCpaDescuCstmaBrinsenArahimiDmaniCmautarDcharanDdhaniEinDlalDpersadDsaranBeijndersDn
dersDtsmaCzaeiBicciCemersmaDtveldBodriguesIzCelofsCoijCssiBuijterCtgersDtenCyterAsahinCidiClhiCnchezDdersBchel
temaDippersDmidtDneiderDoltenEutenDreuderGrsDuurmanBeedorfCgersCwnathBhahDrmaCevchenkoGukBimonsDsekCnghCtalBme
etsCitEsBnijdersBoekhoeBpieringsBtevensCratenBzymanskiAtahiriClbiCmmingaCvaresBekinCmizCrpstraCunissenBhijssen
BiemessenCmmermansBkachenkoBopalDrakCuzaniBranDoreBuncerCranAuijlBnalBzunAveenstraCldkampEmanCnemaCrbeekEoomEr
uggenEurgDdonkDhageHnEeijenFulEoefGvenEulstDkerkDmeerFulenEueDschurenEteegDvoortDweijBisscherEersBreugdenhilAw
agnerClravenBesselsDterhofGveldBieczorekDgersDringaEsmaCjnenCllemsHenCsniewskiBojcikClffDtersCngCudstraDtersCz
niakBrobelBuAyacoubiClcinCsarBildirimFzDmazBukselAzandstraCouiBhangCouBianiCelinskaIiCjlmansEstraBuidemaBwiers
`);

/** Also a trade, an animal, a colour or a town: only after a first name, initials or a title. */
export const ambiguousSurnames = packedWords(`
aarts abdi abels adam adams ahmed akkerman akkermans ali altena amante amiri appel arends asselt
baars baba bah baker bakker bakkers barry bast batenburg beek beer beers bemmel berg bergen berkel
berkhout bloem bloemen bloemendaal blokland blom boer boers bogaard boom boot borst bos bosch
boskamp bots bouwman braak braam brand brandenburg brands brandt brink broek broekhuizen broers
bronkhorst brouwer brown bruin bui buis buitenhuis bunschoten buurman clark clement cornelis costa
cox cramer daalder dalen dam dekker deursen deventer dijk dirks domburg dongen donker doorn doornbos
dorst driesen drost duin duivenvoorde eck elders engels engelsman es farah franke geel geelen gelder
gil goedkoop gorter graaf graven grinten groen groenen groenendaal groot groothuis gul haag haak
haan haas hagen hagens hall hamer hanse hanssen hart hassan heemskerk heer hees heinen hemert hengst
heusden heuvel hoek hoekman hof hofland hofstede hofstee hoogendijk hoogeveen hoogland hoogvliet
hoorn horst hout houten huisman hul huls hulst hussein ibrahim islam jaber jager jama jol jong jonk
jonker jonkman jordaan juliana kamp kampen kara karim kat keizer kempen kerkhof khan king klaver
klein klerk knap knol koene koens koets kok kolk koning konings kool koopman koper korver koster
kozak kraai kraan kramer kramp kranenburg kroes krol kroon kuiken kuiper kuster kwakkel kwant laan
laar lam landman lange langedijk langenberg langeveld lansink lau lee leenen leeuw lent leusden lier
lieshout ligtenberg linden linders loef loenen lok lommers loon loos lucas maas maassen maat
mansouri martin medina meer meesters mierlo mohamed mol molen molenaar molendijk monster mooij moore
mulder mulders nagel nes ngo nieuwland nobel noordhoek noort obi olieman omar ommen ommeren oord
oost oosten oostendorp oosterhof oosterhout oosterveld oosterwijk osman otter overduin paans palm
parker pauw peer pelgrim pen petit pieper pijnacker pijnenburg pina plas ploeg poel polak polder
pool post pot prins pronk put raap ras raven richter richters ridder rijk rijn rijswijk ring robben
robert roemer ronde roode rook roos roosendaal ros rossum rozendaal ruiter rus rutte santos sari sas
schaap schaik schalkwijk schep schilder schipper schoenmaker schoonhoven schot schrijver schut
schutte schutter sen sener silva slager sloot slot sluis sluiter smeding smid smith snel snijder
snoek soest sow spaans spijker spit spoor staal staats stam stap staphorst steen steenbergen
steenwijk stein sterk stok stolk storm swager swart tang tas thomas timmer timmerman tol tromp
troost tuin tuit turner urban valk valkenburg veen veenendaal veenhof veenhuizen veer veerman velde
velden veldhoven veldhuis veldhuizen velzen ven verbaas verhaar verkuil versluis vet vink vinke vis
visser vlieger vliet vo voermans vogel vogelaar vogels vonk voogd voorn vos voskuilen vreede vriends
vries vroom vugt vuuren waal wagter wal walker wang waterman weber weerd weide wensink westendorp
wester wever white wielens wiersema wijk wijngaard wilde winkel winkels winter wit witte witteveen
wolf wolfs wolthuis wortel woude yang zaal zagers zand zanden zandt zanten zee zeeman zevenbergen
zijderveld zoet zomer zomers zonneveld zwaan zwager zwart zwarts
`);
