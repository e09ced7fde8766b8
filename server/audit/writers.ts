/** Roles (and voices of reactions) of people who write: what they do is known by the day only. */
const writingRoles: readonly string[] = ['OBSERVER', 'RESIDENT', 'PROFESSIONAL'];

export const isWriter = (role: string): boolean => writingRoles.includes(role);
