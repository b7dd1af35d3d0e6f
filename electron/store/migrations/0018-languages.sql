-- Words of the store beyond French and English: JSON, by language.
ALTER TABLE product ADD COLUMN further TEXT NOT NULL DEFAULT '{}';
ALTER TABLE offer ADD COLUMN further TEXT NOT NULL DEFAULT '{}';
ALTER TABLE consent_text ADD COLUMN further TEXT NOT NULL DEFAULT '{}';
