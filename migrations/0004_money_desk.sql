CREATE TABLE `bank_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`operators` text NOT NULL,
	`bank_code` text,
	`branch_code` text,
	`kind` text,
	`number` text,
	`date_mode` text,
	`layout` text,
	`active` integer NOT NULL,
	`created_at` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`booked_on` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`debit` text NOT NULL,
	`credit` text NOT NULL,
	`amount` integer NOT NULL,
	`operator` text,
	`case_number` text,
	`receipt` text,
	`line` text,
	`account` text,
	`body` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ledger_on` ON `ledger` (`booked_on`);--> statement-breakpoint
CREATE INDEX `ledger_case` ON `ledger` (`case_number`);--> statement-breakpoint
CREATE INDEX `ledger_line` ON `ledger` (`line`);--> statement-breakpoint
CREATE INDEX `ledger_kind` ON `ledger` (`kind`);--> statement-breakpoint
CREATE TABLE `month_closings` (
	`month` text PRIMARY KEY NOT NULL,
	`prepared_by` text NOT NULL,
	`prepared_at` text NOT NULL,
	`last_seq` integer NOT NULL,
	`hash` text NOT NULL,
	`signed_by` text,
	`signed_at` text,
	`sheet` text
);
--> statement-breakpoint
CREATE TABLE `payer_aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`case_number` text NOT NULL,
	`person` text,
	`kana` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`forgotten_at` text
);
--> statement-breakpoint
CREATE INDEX `payer_aliases_case` ON `payer_aliases` (`case_number`);--> statement-breakpoint
CREATE INDEX `payer_aliases_person` ON `payer_aliases` (`person`);--> statement-breakpoint
CREATE TABLE `series` (
	`name` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`name` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `statement_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`statement` text NOT NULL,
	`record` integer NOT NULL,
	`position` integer NOT NULL,
	`date` text NOT NULL,
	`value_date` text,
	`amount_in` integer,
	`amount_out` integer,
	`payer` text NOT NULL,
	`payer_read` text NOT NULL,
	`kind` text NOT NULL,
	`balance` integer,
	`reference` text,
	`payer_code` text,
	`edi` text,
	`description` text,
	`from_bank` text,
	`from_branch` text,
	`cancels` text,
	`cancelled_by` text,
	`sameness` text NOT NULL,
	`name_key` text NOT NULL,
	`rest` integer,
	`unexplained` integer,
	FOREIGN KEY (`account`) REFERENCES `bank_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_lines_same` ON `statement_lines` (`account`,`sameness`);--> statement-breakpoint
CREATE INDEX `statement_lines_day` ON `statement_lines` (`account`,`date`);--> statement-breakpoint
CREATE INDEX `statement_lines_rest` ON `statement_lines` (`rest`);--> statement-breakpoint
CREATE INDEX `statement_lines_key` ON `statement_lines` (`name_key`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`format` text NOT NULL,
	`first_day` text,
	`last_day` text,
	`lines` integer NOT NULL,
	`added` integer NOT NULL,
	`opening_balance` integer,
	`closing_balance` integer,
	`issues` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`account`) REFERENCES `bank_accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statements_account` ON `statements` (`account`,`at`);--> statement-breakpoint
CREATE INDEX `statements_sha` ON `statements` (`sha256`);