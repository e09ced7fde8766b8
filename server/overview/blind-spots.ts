// What a gemeente does not see: groups that notes speak of and no figure measures, and wijken and themes where
// nobody looks. Groups are context, never a selection criterion (chapter 11).
import { sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import type { PopulationGroup, VisibilityReason } from '../codes/groups.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { isGroupDisplayable, thresholds } from '../privacy/disclosure.ts';
import type { Profile } from '../profiles/merge.ts';

/**
 * Words by which an indicator's title or population shows that it measures a group. A group without an entry is in
 * no monitor that Wijkbeeld knows. Product default, checked against the titles of KWB and 50090NED.
 */
const measuredBy: Partial<Record<PopulationGroup, RegExp>> = {
  ALL_RESIDENTS: /./,
  SOCIALLY_ISOLATED: /eenza/i,
  INFORMAL_CARERS: /mantelzorg/i,
  ADDICTION: /drinker|roker|alcohol|drugs|middelen/i,
  MENTALLY_VULNERABLE: /angst|depressie|psychi/i,
  FRAIL_OLDER_PEOPLE: /kwetsbare ouderen|65 jaar of ouder met|beperking.*65/i,
  SINGLE_PARENT_FAMILIES: /eenouder/i,
  YOUTH_OUT_OF_VIEW: /voortijdig|verzuim|thuiszit/i,
  LOW_LITERACY: /laaggeletterd|opleidingsniveau laag/i,
};

export interface BlindGroup {
  readonly group: PopulationGroup;
  /** Why observers say the group is not in the figures, those most named first. */
  readonly reasons: readonly VisibilityReason[];
  readonly themes: readonly ThemeCode[];
}

export interface BlindSpots {
  /** Groups that notes speak of and no live indicator measures. */
  readonly groups: readonly BlindGroup[];
  /** Wijken with too few observers, by name. */
  readonly wijken: readonly { readonly placeCode: string; readonly name: string }[];
  /** Themes on which nobody in the gemeente reported. */
  readonly silentThemes: readonly ThemeCode[];
}

interface GroupRow {
  readonly group: PopulationGroup;
  readonly notes: number;
  readonly organisations: number;
  readonly reasons: readonly VisibilityReason[];
  readonly themes: readonly ThemeCode[];
}

/** Blind spots of the gemeente, from notes valid now; a group shows from five notes of two organisations (S3). */
export async function loadBlindSpots(
  db: ReadDb,
  gemeenteCode: string,
  profiles: readonly Profile[],
  now: Date,
): Promise<BlindSpots> {
  const rows = await loadGroups(db, gemeenteCode, now);
  const titles = profiles.flatMap((profile) =>
    [...profile.context(), ...profile.themes.flatMap((theme) => theme.figures)].map(
      ({ indicator }) => `${indicator.title} ${indicator.population}`,
    ),
  );
  const distinctTitles = [...new Set(titles)];
  const isMeasured = (group: PopulationGroup) => {
    const words = measuredBy[group];
    return words !== undefined && distinctTitles.some((title) => words.test(title));
  };
  return {
    groups: rows
      .filter(
        (row) =>
          isGroupDisplayable(row.notes) &&
          row.organisations >= thresholds.organisations &&
          !isMeasured(row.group),
      )
      .map(({ group, reasons, themes: named }) => ({ group, reasons, themes: named })),
    wijken: profiles
      .filter((profile) => profile.coverage.level !== 'SUFFICIENT')
      .map(({ place }) => ({ placeCode: place.code, name: place.name })),
    silentThemes: codesOf(themes).filter((_theme, index) =>
      profiles.every((profile) => profile.themes[index]?.coverage.level === 'NONE'),
    ),
  };
}

function loadGroups(db: ReadDb, gemeenteCode: string, now: Date): Promise<GroupRow[]> {
  const at = now.toISOString();
  return namedRows<GroupRow>(
    db,
    'blind_groups',
    sql`with valid as (
        select n.theme, n.organisation_key, n.visibility_reasons, g.code
        from field_notes n cross join lateral unnest(n.population_groups) as g(code)
        where n.gemeente_code = ${gemeenteCode} and n.published_at <= ${at}
          and (n.ended_at is null or n.ended_at > ${at}) and n.valid_until > ${at}
      )
      select v.code as "group", count(*)::int as notes,
        count(distinct v.organisation_key)::int as organisations,
        array(select r.code from valid w cross join lateral unnest(w.visibility_reasons) as r(code)
          where w.code = v.code group by r.code having count(*) >= 3 order by count(*) desc, r.code) as reasons,
        array(select w.theme from valid w where w.code = v.code
          group by w.theme having count(*) >= 3 order by w.theme) as themes
      from valid v group by v.code order by v.code`,
  );
}
