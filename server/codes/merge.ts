// Code lists of the merge: signal, coverage and concordance (domain chapters 13 and 14).
import { codeList } from './code-list.ts';

/** From weak to strong; adding a source never lowers it. */
export const corroborations = codeList({
  SINGLE: ['Eén bron', 'One source'],
  SAME_ORGANISATION: ['Eén organisatie, meer notities', 'One organisation, several notes'],
  MULTIPLE_ORGANISATIONS: ['Meer organisaties', 'Several organisations'],
  MULTIPLE_DISCIPLINES: [
    'Meer organisaties en beroepsgroepen',
    'Several organisations and professions',
  ],
});
export type Corroboration = keyof typeof corroborations;

export const signalDisplays = codeList({
  SHOWN: ['Signalen', 'Signals shown'],
  TOO_FEW: ['Signalen aanwezig, te weinig om te tonen', 'Signals present, too few to show'],
  NONE: ['Geen signalen, wel meegekeken', 'No signals, though people were looking'],
  NOBODY_LOOKING: ['Niemand of te weinig gekeken', 'Nobody or too few looked'],
});
export type SignalDisplay = keyof typeof signalDisplays;

export const coverageLevels = codeList({
  SUFFICIENT: ['Voldoende', 'Sufficient'],
  THIN: ['Mager', 'Thin'],
  NONE: ['Geen', 'None'],
});
export type CoverageLevel = keyof typeof coverageLevels;

export const monitorPositions = codeList({
  RAISED: ['Verhoogd', 'Raised'],
  NORMAL: ['Gewoon', 'Normal'],
  FAVOURABLE: ['Gunstig', 'Favourable'],
  UNKNOWN: ['Onbekend', 'Unknown'],
});
export type MonitorPositionCode = keyof typeof monitorPositions;

export const groundPositions = codeList({
  RAISED: ['Verhoogd', 'Raised'],
  QUIET: ['Rustig', 'Quiet'],
  UNKNOWN: ['Onbekend', 'Unknown'],
});
export type GroundPositionCode = keyof typeof groundPositions;

export const concordanceOutcomes = codeList({
  CONFIRMED: ['Bevestigd', 'Both raise concern'],
  SIGNAL_ABOVE_FIGURE: ['Signaal sterker dan cijfer', 'The ground sees more: likely blind spot'],
  SIGNAL_WITHOUT_FIGURE: ['Signaal zonder cijfer', 'No figure to compare: blind spot'],
  FIGURE_ABOVE_SIGNAL: ['Cijfer sterker dan signaal', 'Figure high, ground quiet: ask the actors'],
  NO_CONCERN: ['Geen zorg zichtbaar', 'Both quiet and coverage sufficient'],
  INSUFFICIENT_COVERAGE: ['Onvoldoende dekking', 'Too few observers to conclude'],
  NO_DATA: ['Geen gegevens', 'Nothing to compare'],
});
export type ConcordanceOutcome = keyof typeof concordanceOutcomes;

/** A count that is shown in a band only, so that a small number never stands on the page. */
export const countBands = codeList({
  N1: ['1', '1'],
  N2_4: ['2 tot 4', '2 to 4'],
  N5_9: ['5 tot 9', '5 to 9'],
  N10_24: ['10 tot 24', '10 to 24'],
  N25_PLUS: ['25 of meer', '25 or more'],
});
export type CountBand = keyof typeof countBands;
