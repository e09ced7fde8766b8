// All tables, one file per subject in tables/. Gathered here for drizzle and its migrations.
export * from './tables/access.ts';
export * from './tables/audit.ts';
export * from './tables/codes.ts';
export * from './tables/contacts.ts';
export * from './tables/figures-view.ts';
export * from './tables/follow-ups.ts';
export * from './tables/limits.ts';
export * from './tables/monitors.ts';
export * from './tables/notes.ts';
export * from './tables/people.ts';
export * from './tables/places.ts';
export * from './tables/reactions.ts';
export * from './tables/registers.ts';
export * from './tables/retention.ts';
export * from './tables/running-imports.ts';
export * from './tables/snapshots.ts';
export * from './tables/webhooks.ts';
