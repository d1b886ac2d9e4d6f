CREATE INDEX "approvals_of_enrollment" ON "approvals" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "devices_of_account" ON "devices" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "pairings_of_enrollment" ON "pairings" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "pairings_of_account" ON "pairings" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "enrollments_of_account" ON "enrollments" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "calls_of_enrollment" ON "calls" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "notices_of_account" ON "notices" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "outbox_of_account" ON "outbox" USING btree ("account_id");