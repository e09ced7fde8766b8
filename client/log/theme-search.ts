// Themes by the words people use for them. Pure.
import { type ThemeCode, themes } from '../../server/codes/themes.ts';
import { allThemes } from './themes.ts';

/** Everyday words for a theme, Dutch and English. */
const synonyms: Readonly<Record<ThemeCode, string>> = {
  LIVELIHOOD: 'geld armoede schuld rekening energie uitkering inkomen money poverty debt',
  WORK_EDUCATION: 'baan werkloos school diploma leren job school',
  DAY_ACTIVITIES: 'dagbesteding verveling overdag tijd day',
  HOUSING: 'huis woning huur vocht schimmel dakloos home rent',
  FAMILY_PARENTING: 'kind ouder opvoeding gezin jeugd scheiding child parent',
  SAFETY_AT_HOME: 'geweld mishandeling thuis ruzie violence',
  MENTAL_HEALTH: 'psychisch stress somber depressie verward angst mental',
  PHYSICAL_HEALTH: 'ziek bewegen overgewicht eten roken pijn vallen health',
  SUBSTANCE_USE: 'alcohol drank drugs gokken verslaafd addiction',
  SELF_RELIANCE: 'zelfstandig huishouden vervuiling wassen hulp daily',
  PAPERWORK_DIGITAL: 'post formulier digid taal lezen schrijven computer internet forms language',
  SOCIAL_NETWORK: 'eenzaam alleen contact buren vrienden lonely',
  INFORMAL_CARE: 'mantelzorger zorgen overbelast carer',
  PARTICIPATION: 'vrijwilliger club vereniging meedoen activiteit volunteer',
  MEANING: 'zin geloof rouw verlies meaning grief',
  LIVING_ENVIRONMENT: 'straat overlast vuil onveilig verkeer groen geluid street nuisance',
  ACCESS_TO_SERVICES: 'huisarts winkel bus wachttijd loket voorziening services waiting',
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Themes whose name or everyday words begin like each word that was typed; all when nothing was. */
export function findThemes(typed: string): ThemeCode[] {
  const asked = plain(typed).split(/\s+/).filter(Boolean);
  return allThemes.filter((theme) => {
    const { nl, en } = themes[theme];
    const words = plain(`${nl} ${en} ${synonyms[theme]}`).split(/[^a-z]+/);
    return asked.every((word) => words.some((one) => one.startsWith(word)));
  });
}
