// The registers that everyone may read: what is processed, and by which calculations.
import {
  type ActivityEntry,
  type AlgorithmEntry,
  listActivities,
  listAlgorithms,
} from '../server/registers/entries.ts';
import { builder } from './builder.ts';
import { AlgorithmStatus, Language, PublicationCategory } from './codes.ts';

const organisation = 'Responsible organisation; null while the gemeente has not filled it in.';
const contact = 'Where questions go; null while the gemeente has not filled it in.';

const ProcessingActivity = builder.objectRef<ActivityEntry>('ProcessingActivity').implement({
  description: 'One entry of the register of processing (AVG art. 30).',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Stable key of the entry.' }),
    uri: t.exposeString('uri', {
      description: 'Address with version: what the Logboek Dataverwerkingen names.',
    }),
    version: t.exposeString('version', { description: 'Version of the entry.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    purpose: t.exposeString('purpose', { description: 'Why it is done.' }),
    controller: t.exposeString('organisation', { nullable: true, description: organisation }),
    contact: t.exposeString('contact', { nullable: true, description: contact }),
    legalBasis: t.exposeString('legalBasis', { description: 'On which basis.' }),
    personCategories: t.exposeString('personCategories', { description: 'Whose data.' }),
    dataCategories: t.exposeString('dataCategories', { description: 'Which data.' }),
    recipients: t.exposeString('recipients', { description: 'Who receives them.' }),
    retention: t.exposeString('retention', { description: 'How long they are kept.' }),
    security: t.exposeString('security', { description: 'How they are protected.' }),
  }),
});

const AlgorithmRegisterEntry = builder
  .objectRef<AlgorithmEntry>('AlgorithmRegisterEntry')
  .implement({
    description:
      'One calculation that could steer policy, in the fields of the national Algoritmeregister publicatiestandaard.',
    fields: (t) => ({
      key: t.exposeString('key', { description: 'Stable key of the calculation.' }),
      version: t.exposeString('version', { description: 'Version of its rules.' }),
      name: t.exposeString('name', { description: 'Naam; below 100 characters.' }),
      shortDescription: t.exposeString('shortDescription', {
        description: 'Korte omschrijving, plain (B1); below 350 characters.',
      }),
      organisation: t.exposeString('organisation', { nullable: true, description: organisation }),
      theme: t.exposeString('theme', { description: 'Thema.' }),
      status: t.expose('status', { type: AlgorithmStatus, description: 'Status.' }),
      startedIn: t.exposeString('startedIn', {
        nullable: true,
        description: 'Begindatum, yyyy-mm; null while not filled in.',
      }),
      endedIn: t.exposeString('endedIn', {
        nullable: true,
        description: 'Einddatum, yyyy-mm; null while in use.',
      }),
      contact: t.exposeString('contact', { nullable: true, description: contact }),
      publicPage: t.exposeString('publicPage', {
        nullable: true,
        description: 'Publiekspagina; null where there is none.',
      }),
      category: t.expose('category', {
        type: PublicationCategory,
        description: 'Publicatiecategorie; the gemeente chooses.',
      }),
      sourceRegistration: t.exposeString('sourceRegistration', {
        nullable: true,
        description: 'Bronregistratie: the entry of the register of processing.',
      }),
      goalAndImpact: t.exposeString('goalAndImpact', {
        description: 'Doel en impact; below 2500 characters.',
      }),
      considerations: t.exposeString('considerations', { description: 'Afwegingen.' }),
      humanIntervention: t.exposeString('humanIntervention', {
        description: 'Menselijke tussenkomst.',
      }),
      riskManagement: t.exposeString('riskManagement', { description: 'Risicobeheer.' }),
      legalBasis: t.exposeString('legalBasis', { description: 'Wettelijke basis.' }),
      impactAssessments: t.exposeString('impactAssessments', { description: 'Impacttoetsen.' }),
      data: t.exposeString('data', { description: 'Gegevens.' }),
      workings: t.exposeString('workings', { description: 'Technische werking.' }),
      supplier: t.exposeString('supplier', { description: 'Leverancier.' }),
    }),
  });

builder.queryFields((t) => ({
  processingActivities: t.field({
    type: [ProcessingActivity],
    description: 'Register of processing of a gemeente, for everyone.',
    authScopes: { public: true },
    args: {
      within: t.arg({ type: 'PlaceCode', required: true, description: 'The gemeente.' }),
      language: t.arg({ type: Language, defaultValue: 'nl', description: 'Default: Dutch.' }),
    },
    resolve: (_root, { within, language }, { readDb }) =>
      listActivities(readDb, within, language ?? 'nl'),
  }),
  algorithmRegister: t.field({
    type: [AlgorithmRegisterEntry],
    description: 'Algorithm register of a gemeente, for everyone.',
    authScopes: { public: true },
    args: {
      within: t.arg({ type: 'PlaceCode', required: true, description: 'The gemeente.' }),
      language: t.arg({ type: Language, defaultValue: 'nl', description: 'Default: Dutch.' }),
    },
    resolve: (_root, { within, language }, { readDb }) =>
      listAlgorithms(readDb, within, language ?? 'nl'),
  }),
}));
