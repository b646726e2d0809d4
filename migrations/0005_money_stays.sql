CREATE TRIGGER ledger_is_never_updated BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER statements_stay BEFORE UPDATE ON statements BEGIN SELECT RAISE(ABORT, 'a statement is evidence'); END;
--> statement-breakpoint
CREATE TRIGGER statements_are_never_deleted BEFORE DELETE ON statements BEGIN SELECT RAISE(ABORT, 'a statement is evidence'); END;
--> statement-breakpoint
CREATE TRIGGER statement_lines_stay BEFORE UPDATE OF id, account, statement, record, position, date, value_date, amount_in, amount_out, payer, payer_read, kind, balance, reference, payer_code, edi, description, from_bank, from_branch, sameness ON statement_lines BEGIN SELECT RAISE(ABORT, 'a statement line is evidence'); END;
--> statement-breakpoint
CREATE TRIGGER statement_lines_are_never_deleted BEFORE DELETE ON statement_lines BEGIN SELECT RAISE(ABORT, 'a statement line is evidence'); END;
