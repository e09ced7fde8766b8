// The registers as documents (docs/), in Dutch: what a gemeente takes over. Made from the same data as the API.
import { algorithmStatuses, publicationCategories } from '../codes/registers.ts';
import { activities, activityUri } from './activities.ts';
import { algorithms, type BothWords } from './algorithms.ts';

const made =
  '<!-- Made by `npm run wijkbeeld -- registers docs`; change server/registers/ and make it again. -->';

const rows = (pairs: readonly (readonly [string, BothWords | string])[]) =>
  [
    '| veld | inhoud |',
    '|---|---|',
    ...pairs.map(([field, text]) => `| ${field} | ${typeof text === 'string' ? text : text.nl} |`),
  ].join('\n');

const toFill = '_in te vullen door de gemeente_';

/** docs/register-of-processing.md */
export function processingDocument(): string {
  const parts = activities.map((one) =>
    [
      `## ${one.name.nl}`,
      rows([
        ['Doel', one.purpose],
        ['Verwerkingsverantwoordelijke', toFill],
        ['Grondslag', one.legalBasis],
        ['Betrokkenen', one.personCategories],
        ['Gegevens', one.dataCategories],
        ['Ontvangers', one.recipients],
        ['Bewaartermijn', one.retention],
        ['Beveiliging', one.security],
        ['Versie', one.version],
        ['Adres', `\`${activityUri('GM0000', one.key)}\` (met de code van de gemeente)`],
      ]),
    ].join('\n\n'),
  );
  const head = 'Het register van verwerkingen (AVG art. 30). In de API: `processingActivities`.';
  return `${[made, '# Register van verwerkingen', head, ...parts].join('\n\n')}\n`;
}

/** docs/algorithm-register.md */
export function algorithmDocument(): string {
  const parts = algorithms.map((one) =>
    [
      `## ${one.name.nl}`,
      '### Algemeen',
      rows([
        ['Naam', one.name],
        ['Korte omschrijving', one.shortDescription],
        ['Organisatie', toFill],
        ['Thema', one.theme],
        ['Status', algorithmStatuses[one.status].nl],
        ['Begindatum', toFill],
        ['Einddatum', 'geen'],
        ['Contactgegevens', toFill],
        ['Publiekspagina', toFill],
        ['Publicatiecategorie', `${publicationCategories[one.category].nl} (de gemeente kiest)`],
        ['Bronregistratie', `\`${activityUri('GM0000', 'notes')}\``],
        ['Versie', one.version],
      ]),
      '### Verantwoord gebruik',
      rows([
        ['Doel en impact', one.goalAndImpact],
        ['Afwegingen', one.considerations],
        ['Menselijke tussenkomst', one.humanIntervention],
        ['Risicobeheer', one.riskManagement],
        ['Wettelijke basis', one.legalBasis],
        ['Impacttoetsen', one.impactAssessments],
      ]),
      '### Werking',
      rows([
        ['Gegevens', one.data],
        ['Technische werking', one.workings],
        ['Leverancier', one.supplier],
      ]),
    ].join('\n\n'),
  );
  const head =
    'De velden van de Algoritmeregister publicatiestandaard, per berekening. In de API: `algorithmRegister`.';
  return `${[made, '# Algoritmeregister', head, ...parts].join('\n\n')}\n`;
}
