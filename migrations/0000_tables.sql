CREATE TABLE `calendar_days` (
	`date` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `cases` (
	`number` text PRIMARY KEY NOT NULL,
	`operator` text NOT NULL,
	`policy` text NOT NULL,
	`requester` text NOT NULL,
	`name` text,
	`kana` text,
	`kinds` text NOT NULL,
	`arrived_on` text,
	`tracking_number` text,
	`suit_possible_from` text,
	`step` text NOT NULL,
	`step_by` text NOT NULL,
	`step_due_on` text,
	`due_on` text,
	`steps` text NOT NULL,
	`closed_on` text,
	`erased_on` text,
	`updated_at` text NOT NULL,
	`seq` integer NOT NULL,
	`position` integer NOT NULL,
	`projected_on` text NOT NULL,
	`name_key` text
);
--> statement-breakpoint
CREATE INDEX `cases_operator` ON `cases` (`operator`,`number`);--> statement-breakpoint
CREATE INDEX `cases_open` ON `cases` (`closed_on`,`number`);--> statement-breakpoint
CREATE INDEX `cases_step` ON `cases` (`step`,`number`);--> statement-breakpoint
CREATE INDEX `cases_tracking` ON `cases` (`tracking_number`);--> statement-breakpoint
CREATE INDEX `cases_name_key` ON `cases` (`name_key`);--> statement-breakpoint
CREATE INDEX `cases_policy` ON `cases` (`operator`,`policy`);--> statement-breakpoint
CREATE TABLE `counters` (
	`year` integer PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `definitions` (
	`hash` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`case_number` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` integer,
	`sha256` text NOT NULL,
	`stored_as` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_case` ON `files` (`case_number`);--> statement-breakpoint
CREATE TABLE `journal` (
	`case_number` text NOT NULL,
	`seq` integer NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`once` text,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`case_number`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_position` ON `journal` (`position`);--> statement-breakpoint
CREATE TABLE `letters` (
	`case_number` text NOT NULL,
	`id` text NOT NULL,
	`form` text NOT NULL,
	`sheets` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`case_number`, `id`)
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`once` text,
	`kind` text NOT NULL,
	`case_number` text,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`attachments` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`last_error` text,
	`created_at` text NOT NULL,
	`sent_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once_unique` ON `mails` (`once`);--> statement-breakpoint
CREATE INDEX `mails_state` ON `mails` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `mails_case` ON `mails` (`case_number`);--> statement-breakpoint
CREATE TABLE `money` (
	`case_number` text PRIMARY KEY NOT NULL,
	`operator` text NOT NULL,
	`owed` integer NOT NULL,
	`paid` integer NOT NULL,
	`outstanding` integer NOT NULL,
	`held` integer NOT NULL,
	`requested_on` text,
	`due_on` text,
	`settled_on` text,
	`receipts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `money_outstanding` ON `money` (`outstanding`);--> statement-breakpoint
CREATE INDEX `money_held` ON `money` (`held`);--> statement-breakpoint
CREATE TABLE `once_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`case_number` text NOT NULL,
	`first_seq` integer NOT NULL,
	`last_seq` integer NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `operators` (
	`serial` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`hash` text NOT NULL,
	`file` text NOT NULL,
	`yaml` text NOT NULL,
	`imported_at` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `particulars` (
	`id` text PRIMARY KEY NOT NULL,
	`case_number` text NOT NULL,
	`seq` integer NOT NULL,
	`body` text NOT NULL,
	`restricted` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `particulars_case` ON `particulars` (`case_number`);--> statement-breakpoint
CREATE TABLE `postings` (
	`case_number` text NOT NULL,
	`id` text NOT NULL,
	`operator` text NOT NULL,
	`posted_on` text NOT NULL,
	`tracking_number` text,
	`name` text,
	`body` text NOT NULL,
	PRIMARY KEY(`case_number`, `id`)
);
--> statement-breakpoint
CREATE INDEX `postings_day` ON `postings` (`posted_on`);--> statement-breakpoint
CREATE INDEX `postings_tracking` ON `postings` (`tracking_number`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_staff` ON `sessions` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_in` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`roles` text NOT NULL,
	`operators` text NOT NULL,
	`email` text,
	`active` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_sign_in_unique` ON `staff` (`sign_in`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_hash_unique` ON `tokens` (`hash`);