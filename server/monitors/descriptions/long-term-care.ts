// Personal budgets of the Wlz (domain 7.2): national, per quarter, from the administration of SVB. What is awarded is not what
// is spent; of pgb per wijk no open file is known.
import type { SourceDescription } from './description.ts';

export const longTermCare: SourceDescription = {
  source: {
    key: 'mlz-pgb',
    title: 'Persoonsgebonden budget Wlz',
    publisher: 'MLZ',
    licence: 'CC BY 4.0',
    attribution: 'Bron: MLZ (Persoonsgebonden budget Wlz, gegevens van SVB), CC BY 4.0',
    address: 'https://mlzopendata.cbs.nl/ODataApi/OData/',
  },
  prefix: 'mlz-pgb',
  provenance: 'MEASURED',
  service: 'MLZ',
  dataSet: 'TypedDataSet',
  cadence: 'each quarter',
  tables: [{ id: '40028NED', title: 'Persoonsgebonden budget Wlz, Nederland' }],
  columns: [],
  derived: [],
  contextRules: [{ path: /./, baseKey: null }],
  sensitivePaths: null,
  sensitiveBreakYears: [],
  population: 'toegekende budgetten, niet wat is uitgegeven',
  dimensions: [],
  definesPlaces: false,
  isNational: true,
  emptyColumn: 'NOT_YET',
  blank: 'UNKNOWN',
};
