CREATE TABLE "audit_heads" (
	"gemeente_code" text PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"gemeente_code" text NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"actor" text NOT NULL,
	"role" text NOT NULL,
	"object_type" text NOT NULL,
	"object_id" text NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_lines_gemeente_code_number_pk" PRIMARY KEY("gemeente_code","number")
);
--> statement-breakpoint
CREATE TABLE "codes" (
	"list" text NOT NULL,
	"code" text NOT NULL,
	"sort_order" integer NOT NULL,
	"label_nl" text NOT NULL,
	"label_en" text NOT NULL,
	CONSTRAINT "codes_list_code_pk" PRIMARY KEY("list","code")
);
--> statement-breakpoint
CREATE TABLE "follow_ups" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"place_code" text NOT NULL,
	"theme" text NOT NULL,
	"action" text NOT NULL,
	"owner" text NOT NULL,
	"due_on" date,
	"result" text,
	"feedback" text,
	"public_sentence" text,
	"fed_back_at" timestamp with time zone,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "follow_ups_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "follow_ups_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "follow_ups_theme" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "follow_ups_result" CHECK (result in ('TAKEN_UP', 'ALREADY_KNOWN', 'REPEAT', 'NO_ACTION_POSSIBLE', 'REFERRED_TO_CONTACT_POINT', 'ON_WIJK_AGENDA')),
	CONSTRAINT "follow_ups_closed" CHECK ((result is null) = (fed_back_at is null) and (result is null) = (public_sentence is null) and (result is null) = (feedback is null))
);
--> statement-breakpoint
CREATE TABLE "interpretations" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"place_code" text NOT NULL,
	"theme" text NOT NULL,
	"explanation" text NOT NULL,
	"figure_ref" text,
	"professions" text[] DEFAULT '{}' NOT NULL,
	"held_on" date NOT NULL,
	"publication_level" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "interpretations_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "interpretations_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "interpretations_theme" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "interpretations_level" CHECK (publication_level in ('SEALED', 'CIRCLE', 'PUBLIC')),
	CONSTRAINT "interpretations_professions" CHECK (professions <@ array['GP', 'GP_MENTAL_HEALTH_NURSE', 'GP_PRACTICE_NURSE', 'DISTRICT_NURSE', 'PHARMACIST', 'MIDWIFE', 'PHYSIOTHERAPIST', 'ELDERLY_CARE_PHYSICIAN', 'MENTAL_HEALTH_OUTREACH', 'ADDICTION_CARE', 'YOUTH_HEALTH_PROFESSIONAL', 'YOUTH_CARE_WORKER', 'FAMILY_COACH', 'WIJKTEAM_WORKER', 'WMO_CONSULTANT', 'DEBT_COUNSELLOR', 'PARTICIPATION_CASE_MANAGER', 'YOUTH_WORKER', 'COMMUNITY_WORKER', 'OLDER_PEOPLE_ADVISER', 'CARER_CONSULTANT', 'CLIENT_SUPPORTER', 'OUTREACH_WORKER', 'WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER', 'TEACHER_CARE_COORDINATOR', 'SCHOOL_ATTENDANCE_OFFICER', 'SCHOOL_SOCIAL_WORKER', 'HOUSING_CONSULTANT', 'CARETAKER', 'SPORTS_COACH', 'HEALTH_BROKER', 'WIJK_MANAGER', 'LANGUAGE_POINT_LIBRARY', 'FOOD_BANK', 'KEY_PERSON', 'EXPERT_BY_EXPERIENCE', 'VOLUNTEER', 'RESIDENT']::text[])
);
--> statement-breakpoint
CREATE TABLE "signal_states" (
	"gemeente_code" text NOT NULL,
	"place_code" text NOT NULL,
	"theme" text NOT NULL,
	"stage" text NOT NULL,
	"owner" text,
	"due_on" date,
	"changed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "signal_states_gemeente_code_place_code_theme_pk" PRIMARY KEY("gemeente_code","place_code","theme"),
	CONSTRAINT "signal_states_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "signal_states_theme" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "signal_states_stage" CHECK (stage in ('NOTICED', 'SCREENING', 'COLLECTED', 'BUNDLED', 'ANALYSED', 'REPORTED', 'DECIDED', 'ACTED', 'FED_BACK', 'DROPPED'))
);
--> statement-breakpoint
CREATE TABLE "benchmark_rows" (
	"gemeente_code" text NOT NULL,
	"edition_id" integer NOT NULL,
	"counts" integer[] NOT NULL,
	"medians" double precision[] NOT NULL,
	"deviations" double precision[] NOT NULL,
	"quintiles" double precision[] NOT NULL,
	CONSTRAINT "benchmark_rows_gemeente_code_edition_id_pk" PRIMARY KEY("gemeente_code","edition_id")
);
--> statement-breakpoint
CREATE TABLE "catalogue_versions" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edition_columns" (
	"edition_id" integer NOT NULL,
	"slot" integer NOT NULL,
	"indicator_key" text NOT NULL,
	"segment" text DEFAULT '' NOT NULL,
	"period" integer NOT NULL,
	"column_key" text NOT NULL,
	"column_path" text NOT NULL,
	"derivation" text DEFAULT '' NOT NULL,
	CONSTRAINT "edition_columns_edition_id_slot_pk" PRIMARY KEY("edition_id","slot")
);
--> statement-breakpoint
CREATE TABLE "edition_spans" (
	"edition_id" integer NOT NULL,
	"live_from" timestamp with time zone NOT NULL,
	"live_to" timestamp with time zone,
	CONSTRAINT "edition_spans_edition_id_live_from_pk" PRIMARY KEY("edition_id","live_from"),
	CONSTRAINT "edition_spans_order" CHECK (live_to is null or live_to >= live_from)
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "editions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_key" text NOT NULL,
	"table_id" text NOT NULL,
	"title" text NOT NULL,
	"division_year" integer NOT NULL,
	"scope" text NOT NULL,
	"status" text NOT NULL,
	"content_hash" text NOT NULL,
	"file_checksum" text,
	"modified_at" timestamp with time zone,
	"retrieved_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"superseded_by" integer,
	"report" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "editions_status" CHECK (status in ('STAGED', 'LIVE', 'SUPERSEDED', 'ROLLED_BACK')),
	CONSTRAINT "editions_scope" CHECK (scope ~ '^(GM[0-9]{4}|NL00)$')
);
--> statement-breakpoint
CREATE TABLE "figure_rows" (
	"gemeente_code" text NOT NULL,
	"place_code" text NOT NULL,
	"edition_id" integer NOT NULL,
	"level" text NOT NULL,
	"values" double precision[] NOT NULL,
	"states" text NOT NULL,
	"reasons" text NOT NULL,
	"lowers" double precision[],
	"uppers" double precision[],
	"denominators" double precision[],
	"adjusted_p" double precision[],
	CONSTRAINT "figure_rows_gemeente_code_place_code_edition_id_pk" PRIMARY KEY("gemeente_code","place_code","edition_id"),
	CONSTRAINT "figure_rows_place_code" CHECK (place_code ~ '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'),
	CONSTRAINT "figure_rows_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "figure_rows_lengths" CHECK (cardinality("values") = length(states) and length(states) = length(reasons) and cardinality(coalesce(lowers, "values")) = length(states) and cardinality(coalesce(uppers, "values")) = length(states) and cardinality(coalesce(denominators, "values")) = length(states) and cardinality(coalesce(adjusted_p, "values")) = length(states)),
	CONSTRAINT "figure_rows_value_or_reason" CHECK (states ~ '^[OPRSMYDN]*$' and array_positions("values", null) = array_positions(string_to_array(translate(states, 'OPRSMYDN', 'OOO_____'), null), '_') and not 'NaN' = any("values") and not 'Infinity' = any("values") and not '-Infinity' = any("values"))
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"key" text PRIMARY KEY NOT NULL,
	"source_key" text NOT NULL,
	"title" text NOT NULL,
	"definition" text DEFAULT '' NOT NULL,
	"unit" text NOT NULL,
	"measure_kind" text NOT NULL,
	"direction" text NOT NULL,
	"theme" text,
	"sensitive" boolean DEFAULT false NOT NULL,
	"provenance" text NOT NULL,
	"population" text DEFAULT '' NOT NULL,
	"decimals" integer DEFAULT 0 NOT NULL,
	"sort_order" integer DEFAULT 0 NOT NULL,
	"break_years" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "indicators_key" CHECK (key ~ '^[a-z0-9][a-z0-9_-]*$'),
	CONSTRAINT "indicators_measure_kind" CHECK (measure_kind in ('COUNT', 'PERCENT', 'PER_1000', 'PER_10000', 'AVERAGE', 'MEDIAN', 'SCORE', 'DISTANCE_KM', 'AMOUNT_1000_EUR')),
	CONSTRAINT "indicators_direction" CHECK (direction in ('HIGH_IS_CONCERN', 'LOW_IS_CONCERN', 'NEUTRAL')),
	CONSTRAINT "indicators_theme_code" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "indicators_provenance" CHECK (provenance in ('MEASURED', 'MODELLED', 'ESTIMATED', 'OBSERVED', 'INTERPRETED'))
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quarantine_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"edition_id" integer,
	"import_kind" text NOT NULL,
	"file_name" text NOT NULL,
	"line" integer NOT NULL,
	"reason" text NOT NULL,
	"explanation" text NOT NULL,
	"raw" jsonb,
	"quarantined_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolution" text
);
--> statement-breakpoint
CREATE TABLE "source_file_parts" (
	"checksum" text NOT NULL,
	"number" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "source_file_parts_checksum_number_pk" PRIMARY KEY("checksum","number")
);
--> statement-breakpoint
CREATE TABLE "source_files" (
	"checksum" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"size" double precision NOT NULL,
	"retrieved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"publisher" text NOT NULL,
	"licence" text NOT NULL,
	"attribution" text NOT NULL,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "authors" (
	"gemeente_code" text NOT NULL,
	"contribution_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"pseudonym" text NOT NULL,
	CONSTRAINT "authors_gemeente_code_contribution_id_pk" PRIMARY KEY("gemeente_code","contribution_id")
);
--> statement-breakpoint
CREATE TABLE "field_notes" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"place_code" text NOT NULL,
	"edition_year" integer NOT NULL,
	"theme" text NOT NULL,
	"kind" text NOT NULL,
	"observation_text" text,
	"interpretation_text" text,
	"severity" text,
	"scale_band" text NOT NULL,
	"scale_unit" text NOT NULL,
	"frequency" text NOT NULL,
	"trend" text NOT NULL,
	"evidence_basis" text,
	"source_type" text,
	"population_groups" text[] DEFAULT '{}' NOT NULL,
	"visibility_reasons" text[] DEFAULT '{}' NOT NULL,
	"figure_ref" text,
	"icpc" text[] DEFAULT '{}' NOT NULL,
	"observed_from" date NOT NULL,
	"observed_to" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"organisation_key" text NOT NULL,
	"profession" text NOT NULL,
	"regime" text NOT NULL,
	"no_person_confirmed" boolean NOT NULL,
	"urgent_confirmed" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"publication_level" text,
	"excerpt" text,
	"version" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"valid_until" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "field_notes_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "field_notes_place_code" CHECK (place_code ~ '^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2})$'),
	CONSTRAINT "field_notes_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "field_notes_tenant" CHECK (substr(place_code, 3, 4) = substr(gemeente_code, 3, 4)),
	CONSTRAINT "field_notes_theme" CHECK (theme in ('LIVELIHOOD', 'WORK_EDUCATION', 'DAY_ACTIVITIES', 'HOUSING', 'FAMILY_PARENTING', 'SAFETY_AT_HOME', 'MENTAL_HEALTH', 'PHYSICAL_HEALTH', 'SUBSTANCE_USE', 'SELF_RELIANCE', 'PAPERWORK_DIGITAL', 'SOCIAL_NETWORK', 'INFORMAL_CARE', 'PARTICIPATION', 'MEANING', 'LIVING_ENVIRONMENT', 'ACCESS_TO_SERVICES')),
	CONSTRAINT "field_notes_kind" CHECK (kind in ('PROBLEM', 'NEED', 'SERVICE_GAP', 'TREND', 'STRENGTH', 'INTERPRETATION')),
	CONSTRAINT "field_notes_severity" CHECK (severity in ('ATTENTION', 'WORRYING', 'SERIOUS', 'URGENT')),
	CONSTRAINT "field_notes_scale_band" CHECK (scale_band in ('FEW', 'N5_9', 'N10_24', 'N25_49', 'N50_99', 'N100_PLUS', 'UNKNOWN')),
	CONSTRAINT "field_notes_scale_unit" CHECK (scale_unit in ('PERSONS', 'HOUSEHOLDS', 'LOCATIONS')),
	CONSTRAINT "field_notes_frequency" CHECK (frequency in ('ONCE', 'SOMETIMES', 'REGULARLY', 'DAILY', 'UNKNOWN')),
	CONSTRAINT "field_notes_trend" CHECK (trend in ('NEW', 'RISING', 'STABLE', 'FALLING', 'UNKNOWN')),
	CONSTRAINT "field_notes_evidence_basis" CHECK (evidence_basis in ('OWN_OBSERVATION', 'HEARD', 'OWN_REGISTRATION', 'SUSPICION')),
	CONSTRAINT "field_notes_source_type" CHECK (source_type in ('CONTACT_PATTERN', 'HOME_VISIT_PATTERN', 'WIJK_WALK', 'WIJK_MEETING', 'DIALOGUE', 'RESIDENT_TALK', 'PANEL', 'OWN_COUNT', 'THIRD_PARTY_REPORT')),
	CONSTRAINT "field_notes_population_groups" CHECK (population_groups <@ array['ALL_RESIDENTS', 'CARE_AVOIDERS', 'HIDDEN_POVERTY', 'MILD_INTELLECTUAL_DISABILITY', 'LOW_LITERACY', 'INFORMAL_CARERS', 'SOCIALLY_ISOLATED', 'FRAIL_OLDER_PEOPLE', 'MENTALLY_VULNERABLE', 'ADDICTION', 'HOMELESS', 'SELF_NEGLECT', 'UNDOCUMENTED', 'DOMESTIC_VIOLENCE_VICTIMS', 'SEX_WORKERS', 'MULTI_PROBLEM_HOUSEHOLDS', 'SINGLE_PARENT_FAMILIES', 'YOUTH_OUT_OF_VIEW', 'LABOUR_MIGRANTS', 'STATUS_HOLDERS', 'SELF_EMPLOYED_IN_DIFFICULTY']::text[]),
	CONSTRAINT "field_notes_visibility_reasons" CHECK (visibility_reasons <@ array['NOT_IN_REGISTER', 'NOT_IN_SAMPLE', 'NO_SERVICE_USE', 'SUPPRESSED_SMALL_NUMBER', 'HIDDEN_BY_AVERAGE', 'DELAYED', 'INVISIBLE', 'SUPPORT_UNAVAILABLE', 'TOO_LATE', 'SUPPORT_NOT_FITTING', 'INCOMPLETE_HELP', 'UNAWARE_OF_HELP', 'PROBLEM_NOT_RECOGNISED', 'DISTRUST', 'SHAME', 'FEAR_OF_REPAYMENT']::text[]),
	CONSTRAINT "field_notes_profession" CHECK (profession in ('GP', 'GP_MENTAL_HEALTH_NURSE', 'GP_PRACTICE_NURSE', 'DISTRICT_NURSE', 'PHARMACIST', 'MIDWIFE', 'PHYSIOTHERAPIST', 'ELDERLY_CARE_PHYSICIAN', 'MENTAL_HEALTH_OUTREACH', 'ADDICTION_CARE', 'YOUTH_HEALTH_PROFESSIONAL', 'YOUTH_CARE_WORKER', 'FAMILY_COACH', 'WIJKTEAM_WORKER', 'WMO_CONSULTANT', 'DEBT_COUNSELLOR', 'PARTICIPATION_CASE_MANAGER', 'YOUTH_WORKER', 'COMMUNITY_WORKER', 'OLDER_PEOPLE_ADVISER', 'CARER_CONSULTANT', 'CLIENT_SUPPORTER', 'OUTREACH_WORKER', 'WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER', 'TEACHER_CARE_COORDINATOR', 'SCHOOL_ATTENDANCE_OFFICER', 'SCHOOL_SOCIAL_WORKER', 'HOUSING_CONSULTANT', 'CARETAKER', 'SPORTS_COACH', 'HEALTH_BROKER', 'WIJK_MANAGER', 'LANGUAGE_POINT_LIBRARY', 'FOOD_BANK', 'KEY_PERSON', 'EXPERT_BY_EXPERIENCE', 'VOLUNTEER', 'RESIDENT')),
	CONSTRAINT "field_notes_regime" CHECK (regime in ('MEDICAL', 'YOUTH', 'SOCIAL', 'POLICE', 'EDUCATION', 'NONE')),
	CONSTRAINT "field_notes_status_code" CHECK (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'PUBLISHED', 'RETURNED', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
	CONSTRAINT "field_notes_publication_level" CHECK (publication_level in ('SEALED', 'CIRCLE', 'PUBLIC')),
	CONSTRAINT "field_notes_observation_text" CHECK ((observation_text is null) = (erased_at is not null) and coalesce(char_length(observation_text), 1) between 1 and 600),
	CONSTRAINT "field_notes_interpretation_text" CHECK (interpretation_text is null or char_length(interpretation_text) between 1 and 400),
	CONSTRAINT "field_notes_severity_by_kind" CHECK ((severity is null) = (kind in ('STRENGTH', 'INTERPRETATION'))),
	CONSTRAINT "field_notes_urgent" CHECK (severity is distinct from 'URGENT' or urgent_confirmed),
	CONSTRAINT "field_notes_medical_few" CHECK (regime not in ('MEDICAL', 'YOUTH') or scale_band <> 'FEW'),
	CONSTRAINT "field_notes_no_person" CHECK (no_person_confirmed),
	CONSTRAINT "field_notes_figure_ref" CHECK (kind <> 'INTERPRETATION' or figure_ref is not null),
	CONSTRAINT "field_notes_observed" CHECK (observed_from <= observed_to),
	CONSTRAINT "field_notes_published" CHECK (status <> 'PUBLISHED' or publication_level is not null),
	CONSTRAINT "field_notes_excerpt" CHECK (excerpt is null or publication_level = 'PUBLIC'),
	CONSTRAINT "field_notes_excerpt_length" CHECK (excerpt is null or char_length(excerpt) between 1 and 600)
);
--> statement-breakpoint
CREATE TABLE "note_confirmations" (
	"gemeente_code" text NOT NULL,
	"note_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"organisation_key" text NOT NULL,
	"profession" text NOT NULL,
	"regime" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_confirmations_gemeente_code_note_id_organisation_key_pk" PRIMARY KEY("gemeente_code","note_id","organisation_key"),
	CONSTRAINT "note_confirmations_profession" CHECK (profession in ('GP', 'GP_MENTAL_HEALTH_NURSE', 'GP_PRACTICE_NURSE', 'DISTRICT_NURSE', 'PHARMACIST', 'MIDWIFE', 'PHYSIOTHERAPIST', 'ELDERLY_CARE_PHYSICIAN', 'MENTAL_HEALTH_OUTREACH', 'ADDICTION_CARE', 'YOUTH_HEALTH_PROFESSIONAL', 'YOUTH_CARE_WORKER', 'FAMILY_COACH', 'WIJKTEAM_WORKER', 'WMO_CONSULTANT', 'DEBT_COUNSELLOR', 'PARTICIPATION_CASE_MANAGER', 'YOUTH_WORKER', 'COMMUNITY_WORKER', 'OLDER_PEOPLE_ADVISER', 'CARER_CONSULTANT', 'CLIENT_SUPPORTER', 'OUTREACH_WORKER', 'WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER', 'TEACHER_CARE_COORDINATOR', 'SCHOOL_ATTENDANCE_OFFICER', 'SCHOOL_SOCIAL_WORKER', 'HOUSING_CONSULTANT', 'CARETAKER', 'SPORTS_COACH', 'HEALTH_BROKER', 'WIJK_MANAGER', 'LANGUAGE_POINT_LIBRARY', 'FOOD_BANK', 'KEY_PERSON', 'EXPERT_BY_EXPERIENCE', 'VOLUNTEER', 'RESIDENT'))
);
--> statement-breakpoint
CREATE TABLE "note_reviews" (
	"gemeente_code" text NOT NULL,
	"note_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"publication_level" text,
	"reviewer_id" uuid NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_reviews_gemeente_code_note_id_number_pk" PRIMARY KEY("gemeente_code","note_id","number"),
	CONSTRAINT "note_reviews_decision" CHECK (decision in ('PUBLISH', 'RETURN', 'REJECT')),
	CONSTRAINT "note_reviews_reason" CHECK (reason in ('PERSON_RECOGNISABLE', 'SINGLE_CASE', 'OUT_OF_SCOPE', 'DUPLICATE', 'UNCLEAR', 'JUDGEMENT_NOT_OBSERVATION')),
	CONSTRAINT "note_reviews_reasoned" CHECK ((decision = 'PUBLISH') = (reason is null)),
	CONSTRAINT "note_reviews_level" CHECK ((decision = 'PUBLISH') = (publication_level is not null))
);
--> statement-breakpoint
CREATE TABLE "note_revisions" (
	"gemeente_code" text NOT NULL,
	"note_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"base_version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"observation_text" text,
	"interpretation_text" text,
	"conflicting" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_revisions_gemeente_code_note_id_number_pk" PRIMARY KEY("gemeente_code","note_id","number"),
	CONSTRAINT "note_revisions_text" CHECK (conflicting or (observation_text is null and interpretation_text is null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"gemeente_code" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_key" text,
	"role" text NOT NULL,
	"profession" text,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "memberships_gemeente_code_id_pk" PRIMARY KEY("gemeente_code","id"),
	CONSTRAINT "memberships_role" CHECK (role in ('OBSERVER', 'REVIEWER', 'ANALYST', 'POLICY', 'COUNCIL', 'RESIDENT', 'ADMIN', 'AUDITOR')),
	CONSTRAINT "memberships_profession" CHECK (profession in ('GP', 'GP_MENTAL_HEALTH_NURSE', 'GP_PRACTICE_NURSE', 'DISTRICT_NURSE', 'PHARMACIST', 'MIDWIFE', 'PHYSIOTHERAPIST', 'ELDERLY_CARE_PHYSICIAN', 'MENTAL_HEALTH_OUTREACH', 'ADDICTION_CARE', 'YOUTH_HEALTH_PROFESSIONAL', 'YOUTH_CARE_WORKER', 'FAMILY_COACH', 'WIJKTEAM_WORKER', 'WMO_CONSULTANT', 'DEBT_COUNSELLOR', 'PARTICIPATION_CASE_MANAGER', 'YOUTH_WORKER', 'COMMUNITY_WORKER', 'OLDER_PEOPLE_ADVISER', 'CARER_CONSULTANT', 'CLIENT_SUPPORTER', 'OUTREACH_WORKER', 'WIJK_POLICE_OFFICER', 'ENFORCEMENT_OFFICER', 'TEACHER_CARE_COORDINATOR', 'SCHOOL_ATTENDANCE_OFFICER', 'SCHOOL_SOCIAL_WORKER', 'HOUSING_CONSULTANT', 'CARETAKER', 'SPORTS_COACH', 'HEALTH_BROKER', 'WIJK_MANAGER', 'LANGUAGE_POINT_LIBRARY', 'FOOD_BANK', 'KEY_PERSON', 'EXPERT_BY_EXPERIENCE', 'VOLUNTEER', 'RESIDENT'))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"gemeente_code" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "organisations_gemeente_code_key_pk" PRIMARY KEY("gemeente_code","key"),
	CONSTRAINT "organisations_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "organisations_key" CHECK (key ~ '^[a-z0-9][a-z0-9-]*$')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "divisions" (
	"gemeente_code" text NOT NULL,
	"year" integer NOT NULL,
	CONSTRAINT "divisions_gemeente_code_year_pk" PRIMARY KEY("gemeente_code","year"),
	CONSTRAINT "divisions_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$')
);
--> statement-breakpoint
CREATE TABLE "place_aliases" (
	"alias" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "place_aliases_alias_code_pk" PRIMARY KEY("alias","code"),
	CONSTRAINT "place_aliases_code" CHECK (code ~ '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$')
);
--> statement-breakpoint
CREATE TABLE "place_links" (
	"from_code" text NOT NULL,
	"from_year" integer NOT NULL,
	"to_code" text NOT NULL,
	"to_year" integer NOT NULL,
	"kind" text NOT NULL,
	"weight" double precision DEFAULT 1 NOT NULL,
	CONSTRAINT "place_links_from_code_from_year_to_code_to_year_pk" PRIMARY KEY("from_code","from_year","to_code","to_year"),
	CONSTRAINT "place_links_kind" CHECK (kind in ('SAME', 'RENAMED', 'RECODED', 'SPLIT', 'MERGED', 'CHANGED')),
	CONSTRAINT "place_links_weight" CHECK (weight > 0 and weight <= 1),
	CONSTRAINT "place_links_order" CHECK (from_year < to_year)
);
--> statement-breakpoint
CREATE TABLE "place_neighbours" (
	"gemeente_code" text NOT NULL,
	"year" integer NOT NULL,
	"code" text NOT NULL,
	"neighbour_code" text NOT NULL,
	CONSTRAINT "place_neighbours_gemeente_code_year_code_neighbour_code_pk" PRIMARY KEY("gemeente_code","year","code","neighbour_code")
);
--> statement-breakpoint
CREATE TABLE "place_shapes" (
	"gemeente_code" text NOT NULL,
	"code" text NOT NULL,
	"year" integer NOT NULL,
	"geometry" jsonb NOT NULL,
	"source_key" text NOT NULL,
	CONSTRAINT "place_shapes_gemeente_code_code_year_pk" PRIMARY KEY("gemeente_code","code","year"),
	CONSTRAINT "place_shapes_code" CHECK (code ~ '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$')
);
--> statement-breakpoint
CREATE TABLE "places" (
	"code" text NOT NULL,
	"first_year" integer NOT NULL,
	"last_year" integer NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"gemeente_code" text NOT NULL,
	"wijk_code" text,
	"change_code" integer,
	"urbanity" integer,
	CONSTRAINT "places_code_first_year_pk" PRIMARY KEY("code","first_year"),
	CONSTRAINT "places_code" CHECK (code ~ '^(NL00|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$'),
	CONSTRAINT "places_gemeente_code" CHECK (gemeente_code ~ '^(GM[0-9]{4}|NL00)$'),
	CONSTRAINT "places_level" CHECK (level in ('COUNTRY', 'GEMEENTE', 'WIJK', 'BUURT')),
	CONSTRAINT "places_span" CHECK (first_year <= last_year and first_year between 1900 and 2100),
	CONSTRAINT "places_wijk" CHECK ((wijk_code is null) = (level in ('COUNTRY', 'GEMEENTE'))),
	CONSTRAINT "places_change" CHECK (change_code in (1, 2, 3))
);
--> statement-breakpoint
ALTER TABLE "benchmark_rows" ADD CONSTRAINT "benchmark_rows_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_columns" ADD CONSTRAINT "edition_columns_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_columns" ADD CONSTRAINT "edition_columns_indicator_key_indicators_key_fk" FOREIGN KEY ("indicator_key") REFERENCES "public"."indicators"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_spans" ADD CONSTRAINT "edition_spans_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_source_key_sources_key_fk" FOREIGN KEY ("source_key") REFERENCES "public"."sources"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_file_checksum_source_files_checksum_fk" FOREIGN KEY ("file_checksum") REFERENCES "public"."source_files"("checksum") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_rows" ADD CONSTRAINT "figure_rows_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_source_key_sources_key_fk" FOREIGN KEY ("source_key") REFERENCES "public"."sources"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_file_parts" ADD CONSTRAINT "source_file_parts_checksum_source_files_checksum_fk" FOREIGN KEY ("checksum") REFERENCES "public"."source_files"("checksum") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_confirmations" ADD CONSTRAINT "note_confirmations_gemeente_code_note_id_field_notes_gemeente_code_id_fk" FOREIGN KEY ("gemeente_code","note_id") REFERENCES "public"."field_notes"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_reviews" ADD CONSTRAINT "note_reviews_gemeente_code_note_id_field_notes_gemeente_code_id_fk" FOREIGN KEY ("gemeente_code","note_id") REFERENCES "public"."field_notes"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_revisions" ADD CONSTRAINT "note_revisions_gemeente_code_note_id_field_notes_gemeente_code_id_fk" FOREIGN KEY ("gemeente_code","note_id") REFERENCES "public"."field_notes"("gemeente_code","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_lines_object" ON "audit_lines" USING btree ("gemeente_code","object_type","object_id");--> statement-breakpoint
CREATE INDEX "follow_ups_signal" ON "follow_ups" USING btree ("gemeente_code","place_code","theme");--> statement-breakpoint
CREATE INDEX "interpretations_signal" ON "interpretations" USING btree ("gemeente_code","place_code","theme");--> statement-breakpoint
CREATE UNIQUE INDEX "edition_columns_meaning" ON "edition_columns" USING btree ("edition_id","indicator_key","segment","period");--> statement-breakpoint
CREATE INDEX "edition_columns_indicator" ON "edition_columns" USING btree ("indicator_key","period");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_content" ON "editions" USING btree ("source_key","table_id","scope","content_hash");--> statement-breakpoint
CREATE INDEX "figure_rows_edition" ON "figure_rows" USING btree ("edition_id","level");--> statement-breakpoint
CREATE INDEX "indicators_theme" ON "indicators" USING btree ("theme","sort_order");--> statement-breakpoint
CREATE INDEX "quarantine_open" ON "quarantine" USING btree ("quarantined_at") WHERE resolved_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "quarantine_same" ON "quarantine" USING btree ("import_kind","file_name","line","reason","explanation");--> statement-breakpoint
CREATE INDEX "authors_person" ON "authors" USING btree ("gemeente_code","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "field_notes_id" ON "field_notes" USING btree ("id");--> statement-breakpoint
CREATE INDEX "field_notes_place" ON "field_notes" USING btree ("gemeente_code","place_code","theme");--> statement-breakpoint
CREATE INDEX "field_notes_status" ON "field_notes" USING btree ("gemeente_code","status","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "note_confirmations_id" ON "note_confirmations" USING btree ("id");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("gemeente_code","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_login" ON "people" USING btree ("issuer","subject");--> statement-breakpoint
-- Caches of the catalogue are keyed by one number; a trigger raises it, so that no writer can forget.
insert into catalogue_versions (is_only, version) values (true, 1);--> statement-breakpoint
create function raise_catalogue_version() returns trigger language plpgsql as $$
begin
  update catalogue_versions set version = version + 1;
  return null;
end
$$;--> statement-breakpoint
create trigger sources_changed after insert or update or delete on sources
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger indicators_changed after insert or update or delete on indicators
  for each statement execute function raise_catalogue_version();--> statement-breakpoint
create trigger edition_columns_changed after insert or update or delete on edition_columns
  for each statement execute function raise_catalogue_version();
