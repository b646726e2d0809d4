ALTER TABLE `files` ADD `origin` text DEFAULT 'uploaded' NOT NULL;--> statement-breakpoint
UPDATE `files` SET `origin` = 'made' WHERE `name` LIKE '開示資料-%' AND `name` LIKE '%-l%.pdf';
