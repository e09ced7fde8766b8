// Words of the links to files: apart from those that every page loads.
import { words } from '../words/words.ts';

export const downloadWords = words(
  {
    csv: 'Cijfers als csv',
    'themes-csv': 'Thema’s als csv',
    jsonstat: 'JSON-stat',
    geojson: 'GeoJSON met grenzen',
  },
  {
    csv: 'Figures as csv',
    'themes-csv': 'Themes as csv',
    jsonstat: 'JSON-stat',
    geojson: 'GeoJSON with borders',
  },
);
