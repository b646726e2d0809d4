ALTER TABLE `statement_lines` ADD `uncleared` integer;--> statement-breakpoint
ALTER TABLE `statements` ADD `despite` text;--> statement-breakpoint
DROP TRIGGER statements_stay;--> statement-breakpoint
UPDATE statements SET despite = (SELECT json_extract(value, '$.message') FROM json_each(issues) WHERE json_extract(value, '$.code') = 'taken_despite' LIMIT 1);--> statement-breakpoint
CREATE TRIGGER statements_stay BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'a statement is evidence'); END;
--> statement-breakpoint
DROP TRIGGER statement_lines_stay;--> statement-breakpoint
CREATE TRIGGER statement_lines_stay BEFORE UPDATE OF id, account, statement, record, position, date, value_date, amount_in, amount_out, payer, payer_read, kind, balance, reference, payer_code, edi, description, uncleared, from_bank, from_branch, sameness ON statement_lines BEGIN SELECT RAISE(ABORT, 'a statement line is evidence'); END;
