// The lists of screening are large: loaded beside the form, never before it can be used.
export { findingExplanations, maskText, screenText } from '../../server/privacy/screening.ts';
export { Findings } from './findings.tsx';
