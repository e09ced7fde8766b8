// Parts of the answer to the profile query by name.
import type { ProfileQuery } from '../generated/graphql.ts';

export type Profile = NonNullable<ProfileQuery['wijkProfile']>;
export type Theme = Profile['themes'][number];
export type Figure = Theme['figures'][number];
export type Source = Profile['sources'][number];
export type Reaction = Theme['reactions'][number];
