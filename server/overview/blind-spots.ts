// What a gemeente does not see: groups that notes speak of and no figure measures, and wijken and themes where
// nobody looks. Groups are context, never a selection criterion (chapter 11).
import { sql } from 'drizzle-orm';
import { codesOf } from '../codes/code-list.ts';
import type { PopulationGroup, VisibilityReason } from '../codes/groups.ts';
import { type ThemeCode, themes } from '../codes/themes.ts';
import { namedRows, type ReadDb } from '../db/client.ts';
import { isInOpen, isOneMoment, scopeOf, shownCells, thresholdHere } from '../privacy/cells.ts';
import { groundMoments } from '../privacy/releases.ts';
import type { Profile } from '../profiles/profile.ts';

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
  /** Why observers say the group is not in the figures, by code: an order of counts would be a count. */
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
  readonly reasons: readonly VisibilityReason[];
  readonly themes: readonly ThemeCode[];
}

/**
 * Blind spots of the gemeente; a group, and a theme of it, shows from five notes of two organisations (S3), or from as
 * many as the gemeente asks. The one place where notes of hidden cells add up with others: rolled up to the gemeente, as
 * they stood when the last month ended, and never with a count.
 */
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
      .filter((row) => !isMeasured(row.group))
      .map(({ group, reasons, themes: named }) => ({ group, reasons, themes: named })),
    wijken: profiles
      .filter((profile) => profile.coverage.level !== 'SUFFICIENT')
      .map(({ place }) => ({ placeCode: place.code, name: place.name })),
    silentThemes: codesOf(themes).filter((_theme, index) =>
      profiles.every((profile) => profile.themes[index]?.coverage.level === 'NONE'),
    ),
  };
}

/** Enough notes, of enough organisations, to name what they have in common. */
const isEnough = sql`count(distinct w.said) >= ${thresholdHere('GROUP_NOTES')}
  and count(distinct w.organisation_key) >= ${thresholdHere('ORGANISATIONS')}`;

function loadGroups(db: ReadDb, gemeenteCode: string, now: Date): Promise<GroupRow[]> {
  const moments = groundMoments(false, now, now);
  return namedRows<GroupRow>(
    db,
    isOneMoment(moments) ? 'blind_groups_at' : 'blind_groups_between',
    sql`with recursive ${shownCells(scopeOf(moments, gemeenteCode))},
      told as (
        select c.theme, c.said, c.organisation_key, n.visibility_reasons, g.code
        from counted c join field_notes n on n.gemeente_code = c.gemeente_code and n.id = c.id
          cross join lateral unnest(n.population_groups) as g(code)
        where case when ${isInOpen} then c.is_now else c.was_released end
      )
      select v.code as "group",
        array(select r.code from told w cross join lateral unnest(w.visibility_reasons) as r(code)
          where w.code = v.code group by r.code having ${isEnough} order by r.code) as reasons,
        array(select w.theme from told w where w.code = v.code
          group by w.theme having ${isEnough} order by w.theme) as themes
      from (select code from told w group by code having ${isEnough}) v order by v.code`,
  );
}
