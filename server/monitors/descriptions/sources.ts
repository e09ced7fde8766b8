// The monitors that Wijkbeeld knows by itself: titles, licences and attribution (domain chapters 5 and 7).
import type { SourceDefinition } from '../table.ts';

export const cbsKwb: SourceDefinition = {
  key: 'cbs-kwb',
  title: 'Kerncijfers wijken en buurten',
  publisher: 'CBS',
  licence: 'CC BY 4.0',
  attribution:
    'Bron: CBS (Kerncijfers wijken en buurten / Wijk- en buurtkaart), CC BY 4.0; bewerking eigen',
  address: 'https://opendata.cbs.nl/ODataApi/OData/',
};

export const rivmHealth: SourceDefinition = {
  key: 'rivm-health',
  title: 'Gezondheid per wijk en buurt',
  publisher: 'RIVM',
  licence: 'Open data met bronvermelding',
  attribution: "Bron: RIVM, GGD'en en CBS (Gezondheid per wijk en buurt)",
  address: 'https://dataderden.cbs.nl/ODataApi/OData/',
};

export const cbsGeometry: SourceDefinition = {
  key: 'cbs-geometry',
  title: 'Wijk- en buurtkaart',
  publisher: 'CBS en Kadaster',
  licence: 'CC BY 4.0',
  attribution:
    'Bron: CBS (Kerncijfers wijken en buurten / Wijk- en buurtkaart), CC BY 4.0; bewerking eigen',
  address: 'https://api.pdok.nl/cbs/',
};

/** Population that comes with a places file. */
export const importedPlaces: SourceDefinition = {
  key: 'places',
  title: 'Ingelezen plaatsen',
  publisher: 'unknown',
  licence: 'unknown',
  attribution: 'Bron: eigen plaatsenbestand',
  address: null,
};

/** A table of CBS beside KWB. */
export const cbsSource = (key: string, title: string): SourceDefinition => ({
  key,
  title,
  publisher: 'CBS',
  licence: 'CC BY 4.0',
  attribution: `Bron: CBS (${title}), CC BY 4.0; bewerking eigen`,
  address: 'https://opendata.cbs.nl/ODataApi/OData/',
});

/** A table of another publisher at the same service. */
export const openSource = (
  source: Pick<SourceDefinition, 'key' | 'title' | 'publisher' | 'licence'>,
): SourceDefinition => ({
  ...source,
  attribution: `Bron: ${source.publisher} (${source.title})`,
  address: 'https://dataderden.cbs.nl/ODataApi/OData/',
});
