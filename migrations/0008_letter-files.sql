CREATE TABLE `letter_files` (
	`case_number` text NOT NULL,
	`letter` text NOT NULL,
	`nth` integer NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`pages` text NOT NULL,
	`stored_as` text,
	`at` text NOT NULL,
	PRIMARY KEY(`case_number`, `letter`, `nth`)
);

--> statement-breakpoint
CREATE TRIGGER letter_files_stay_as_kept BEFORE UPDATE ON letter_files WHEN NEW.case_number <> OLD.case_number OR NEW.letter <> OLD.letter OR NEW.nth <> OLD.nth OR NEW.sha256 <> OLD.sha256 OR NEW.bytes <> OLD.bytes OR NEW.pages <> OLD.pages OR NEW.at <> OLD.at BEGIN SELECT RAISE(ABORT, 'a kept letter is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER letter_files_are_never_deleted BEFORE DELETE ON letter_files BEGIN SELECT RAISE(ABORT, 'a kept letter is frozen'); END;
