CREATE TABLE `receipts` (
	`case_number` text NOT NULL,
	`id` text NOT NULL,
	`operator` text NOT NULL,
	`received_on` text NOT NULL,
	`means` text NOT NULL,
	`amount` integer NOT NULL,
	`reversed` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`case_number`, `id`)
);
--> statement-breakpoint
CREATE INDEX `receipts_day` ON `receipts` (`received_on`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`case_number` text NOT NULL,
	`nth` integer NOT NULL,
	`operator` text NOT NULL,
	`code` text NOT NULL,
	`due_on` text NOT NULL,
	PRIMARY KEY(`case_number`, `nth`)
);
--> statement-breakpoint
CREATE INDEX `tasks_code` ON `tasks` (`code`,`due_on`,`nth`,`operator`,`case_number`);--> statement-breakpoint
CREATE INDEX `tasks_nth` ON `tasks` (`nth`,`due_on`,`operator`,`case_number`);--> statement-breakpoint
CREATE TABLE `waiting_letters` (
	`case_number` text NOT NULL,
	`id` text NOT NULL,
	`operator` text NOT NULL,
	`printed` integer NOT NULL,
	`in_house` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`case_number`, `id`)
);
--> statement-breakpoint
CREATE INDEX `waiting_letters_state` ON `waiting_letters` (`printed`,`in_house`);--> statement-breakpoint
ALTER TABLE `cases` ADD `book` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `cases` ADD `shape` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_shape` ON `cases` (`shape`);--> statement-breakpoint
ALTER TABLE `money` ADD `overpaid` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `money` ADD `waiver_waits` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `postings` ADD `under_way` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `postings_under_way` ON `postings` (`under_way`,`posted_on`);