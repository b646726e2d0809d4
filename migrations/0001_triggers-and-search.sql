CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER letters_stay_as_drafted BEFORE UPDATE ON letters WHEN NEW.sheets IS NOT NULL OR NEW.form <> OLD.form OR NEW.created_at <> OLD.created_at BEGIN SELECT RAISE(ABORT, 'a letter is frozen'); END;
--> statement-breakpoint
CREATE TRIGGER letters_are_never_deleted BEFORE DELETE ON letters BEGIN SELECT RAISE(ABORT, 'a letter is frozen'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE case_search USING fts5(name, kana, former, customer, address, content='', contentless_delete=1, tokenize='unicode61');
