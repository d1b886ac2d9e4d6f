CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"organization" text,
	"email" text,
	"requirements" jsonb NOT NULL,
	"satisfied_by" jsonb NOT NULL,
	"default_method" jsonb,
	"wrong_tries" integer DEFAULT 0 NOT NULL,
	"wrong_at" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skips" (
	"account_id" text NOT NULL,
	"requirement_id" text NOT NULL,
	"session_id" text NOT NULL,
	"times" integer NOT NULL,
	"stands" boolean NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "skips_account_id_requirement_id_session_id_pk" PRIMARY KEY("account_id","requirement_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"place" bigserial NOT NULL,
	"account_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"device_id" text NOT NULL,
	"app" text NOT NULL,
	"nonce" text NOT NULL,
	"match_number" text,
	"state" text NOT NULL,
	"counts" boolean NOT NULL,
	"asked_at" bigint NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "devices" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"public_key" jsonb NOT NULL,
	"name" text NOT NULL,
	"paired_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pairings" (
	"id" text PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"account_id" text NOT NULL,
	"code_mark" text NOT NULL,
	"state" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "pairings_code_mark_unique" UNIQUE("code_mark")
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"id" text PRIMARY KEY NOT NULL,
	"place" bigserial NOT NULL,
	"account_id" text NOT NULL,
	"session_id" text NOT NULL,
	"kind" text NOT NULL,
	"offer_id" text NOT NULL,
	"wish_mark" text NOT NULL,
	"replaces" text,
	"phase" text NOT NULL,
	"state" text,
	"wrong" integer DEFAULT 0 NOT NULL,
	"ends_at" bigint NOT NULL,
	"opened_at" bigint NOT NULL,
	"accepted_mark" text,
	"registered" jsonb
);
--> statement-breakpoint
CREATE TABLE "sent_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"mark" text NOT NULL,
	"channel" text NOT NULL,
	"turn" integer NOT NULL,
	"sent_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "methods" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"place" bigserial NOT NULL,
	"kind" text NOT NULL,
	"offer_id" text,
	"label" text NOT NULL,
	"usage" jsonb NOT NULL,
	"channels" jsonb,
	"proved_by" text,
	"can_be_default" boolean NOT NULL,
	"removable" boolean NOT NULL,
	"identity_mark" text,
	"secret" text,
	"last_step" bigint,
	"enrollment_id" text,
	"added_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"account_id" text NOT NULL,
	"session_mark" text,
	"event" text NOT NULL,
	"kind" text,
	"enrollment_id" text,
	"outcome" text NOT NULL,
	"trace_id" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" text NOT NULL,
	"call" text NOT NULL,
	"key" text NOT NULL,
	"verdict" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_call_key_pk" PRIMARY KEY("account_id","call","key")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"state" text NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"message" text,
	"state" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"message" text,
	"state" text NOT NULL,
	"reason" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sends" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"to_mark" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulated_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"place" bigserial NOT NULL,
	"to_mark" text NOT NULL,
	"content" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "simulated_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"place" bigserial NOT NULL,
	"account_id" text NOT NULL,
	"channel" text NOT NULL,
	"content" text NOT NULL,
	"state" text NOT NULL,
	"wants_key" boolean NOT NULL,
	"until" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "skips" ADD CONSTRAINT "skips_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_device_id_devices_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."devices"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairings" ADD CONSTRAINT "pairings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_codes" ADD CONSTRAINT "sent_codes_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "methods" ADD CONSTRAINT "methods_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sends" ADD CONSTRAINT "sends_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approvals_of_device" ON "approvals" USING btree ("device_id","state");--> statement-breakpoint
CREATE INDEX "approvals_of_account" ON "approvals" USING btree ("account_id","asked_at");--> statement-breakpoint
CREATE INDEX "devices_of_enrollment" ON "devices" USING btree ("enrollment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_enrollment_per_offer" ON "enrollments" USING btree ("account_id","kind","offer_id") WHERE phase = 'open';--> statement-breakpoint
CREATE INDEX "enrollments_by_end" ON "enrollments" USING btree ("phase","ends_at");--> statement-breakpoint
CREATE INDEX "sent_codes_of_enrollment" ON "sent_codes" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "methods_of_account" ON "methods" USING btree ("account_id","removed_at");--> statement-breakpoint
CREATE INDEX "audit_of_account" ON "audit" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "outbox_of_enrollment" ON "outbox" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "sends_to_number" ON "sends" USING btree ("to_mark","at");--> statement-breakpoint
CREATE INDEX "sends_of_account" ON "sends" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "simulated_mails_to" ON "simulated_mails" USING btree ("to_mark","place");--> statement-breakpoint
CREATE INDEX "simulated_messages_of_account" ON "simulated_messages" USING btree ("account_id","place");