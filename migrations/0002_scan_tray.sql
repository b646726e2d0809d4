CREATE TABLE `scan_tray` (
	`id` text PRIMARY KEY NOT NULL,
	`batch` text NOT NULL,
	`nth` integer NOT NULL,
	`page` integer NOT NULL,
	`code` text,
	`remarks` text NOT NULL,
	`operator` text,
	`follows` text,
	`state` text NOT NULL,
	`case_number` text,
	`file` text,
	`file_page` integer,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`settled_by` text,
	`settled_at` text,
	FOREIGN KEY (`file`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scan_tray_page` ON `scan_tray` (`batch`,`nth`,`page`);--> statement-breakpoint
CREATE INDEX `scan_tray_state` ON `scan_tray` (`state`,`at`);--> statement-breakpoint
CREATE INDEX `scan_tray_case` ON `scan_tray` (`case_number`);--> statement-breakpoint
CREATE INDEX `scan_tray_code` ON `scan_tray` (`code`);