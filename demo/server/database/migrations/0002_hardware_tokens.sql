CREATE TABLE "hardware_tokens" (
	"serial" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"digits" integer NOT NULL,
	"period" integer NOT NULL,
	"algorithm" text NOT NULL,
	"account_id" text,
	"last_step" bigint,
	"added_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "hardware_tokens" ADD CONSTRAINT "hardware_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hardware_tokens_of_account" ON "hardware_tokens" USING btree ("account_id");