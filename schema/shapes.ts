import type { MultiPolygon, Polygon } from 'geojson';
import { listShapes, type PlaceShape as ShapeView } from '../server/places/shapes.ts';
import { builder } from './builder.ts';
import { PlaceLevel } from './codes.ts';

builder.scalarType('GeoJSON', {
  description: 'A GeoJSON geometry: Polygon or MultiPolygon, WGS84, longitude first.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc7946',
  serialize: (value: Polygon | MultiPolygon) => value,
  parseValue: () => {
    throw new TypeError('GeoJSON is not an input.');
  },
});

const PlaceShape = builder.objectRef<ShapeView>('PlaceShape').implement({
  description: 'The border of a place in one division year.',
  fields: (t) => ({
    code: t.expose('code', { type: 'PlaceCode', description: 'CBS code.' }),
    geometry: t.expose('geometry', {
      type: 'GeoJSON',
      description: 'Border, rounded to a metre.',
    }),
  }),
});

builder.queryField('placeShapes', (t) =>
  t.field({
    type: [PlaceShape],
    description:
      'Borders of the places of a level in a gemeente, by code; empty when none were imported. A phone keeps them to find its wijk by itself.',
    authScopes: { public: true },
    args: {
      within: t.arg({ type: 'PlaceCode', required: true, description: 'Gemeente.' }),
      level: t.arg({ type: PlaceLevel, required: true, description: 'Kind of place.' }),
      year: t.arg.int({ description: 'Division year; default: the newest.' }),
    },
    resolve: (_root, { within, level, year }, { readDb }) =>
      listShapes(readDb, within, level, year ?? undefined),
  }),
);
