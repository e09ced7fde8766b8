ALTER TABLE "figure_rows" DROP CONSTRAINT "figure_rows_lengths";--> statement-breakpoint
ALTER TABLE "figure_rows" ADD CONSTRAINT "figure_rows_lengths" CHECK (cardinality("values") = octet_length(states) and octet_length(states) = octet_length(reasons) and cardinality(coalesce(lowers, "values")) = octet_length(states) and cardinality(coalesce(uppers, "values")) = octet_length(states) and cardinality(coalesce(denominators, "values")) = octet_length(states) and cardinality(coalesce(adjusted_p, "values")) = octet_length(states));--> statement-breakpoint
-- Files come compressed already: trying again costs the time and gains nothing.
ALTER TABLE "source_file_parts" ALTER COLUMN "content" SET STORAGE EXTERNAL;
