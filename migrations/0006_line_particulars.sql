CREATE TABLE `line_particulars` (
	`seq` integer NOT NULL,
	`field` text NOT NULL,
	`line` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`seq`, `field`)
);
--> statement-breakpoint
CREATE INDEX `line_particulars_line` ON `line_particulars` (`line`);