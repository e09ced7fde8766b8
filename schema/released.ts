// What integrators were promised: schema.graphql of the last release. A change that breaks it needs a new version.
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

const marker = /^# Release (\d+)\.(\d+)\.(\d+)\n/;

/** The text of released.graphql for a version. */
export const asReleased = (version: string, sdl: string): string => `# Release ${version}\n${sdl}`;

/** Whether a version may break what an older one promised (semantic versioning; before 1.0 the second number counts). */
export function mayBreak(released: readonly number[], version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldMajor = 0, oldMinor = 0] = released;
  return major > oldMajor || (major === 0 && oldMajor === 0 && minor > oldMinor);
}

/**
 * Changes between the released schema and this one that break what an integrator wrote, in words; none when the
 * version says that it may. What was marked as deprecated in the release may go.
 */
export async function brokenPromises(
  released: string,
  sdl: string,
  version: string,
): Promise<string[]> {
  const found = marker.exec(released);
  if (!found) throw new Error('released.graphql does not begin with its version.');
  if (mayBreak(found.slice(1).map(Number), version)) return [];
  const changes = await diff(buildSchema(released), buildSchema(sdl));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .filter(
      ({ meta }) => !(meta as { isRemovedFieldDeprecated?: boolean }).isRemovedFieldDeprecated,
    )
    .map(({ message }) => message);
}
