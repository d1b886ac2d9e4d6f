ALTER TABLE "accounts" ADD COLUMN "followers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "follows" text;