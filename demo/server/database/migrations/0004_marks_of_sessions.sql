ALTER TABLE "enrollments" RENAME COLUMN "session_id" TO "session_mark";--> statement-breakpoint
ALTER TABLE "skips" RENAME COLUMN "session_id" TO "session_mark";--> statement-breakpoint
ALTER TABLE "skips" DROP CONSTRAINT "skips_account_id_requirement_id_session_id_pk";--> statement-breakpoint
ALTER TABLE "skips" ADD CONSTRAINT "skips_account_id_requirement_id_session_mark_pk" PRIMARY KEY("account_id","requirement_id","session_mark");--> statement-breakpoint
-- The key of the marks is not here. Sessions that are under way put off anew, and what was put off stays counted.
UPDATE "enrollments" SET "session_mark" = '';--> statement-breakpoint
UPDATE "skips" SET "session_mark" = gen_random_uuid()::text;
