-- Everything shoppers are answered with, as the manager published it. A version is never changed.
CREATE TABLE ask_version (
  version INTEGER PRIMARY KEY,
  -- JSON list of intents.
  intents TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER ask_version_is_immutable BEFORE UPDATE ON ask_version BEGIN SELECT RAISE (ABORT, 'a version of the answers is never changed'); END;
CREATE TRIGGER ask_version_is_kept BEFORE DELETE ON ask_version BEGIN SELECT RAISE (ABORT, 'a version of the answers is never deleted'); END;

-- What the manager is working on; at most one row, none right after publishing.
CREATE TABLE ask_draft (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  intents TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- The answers there were become the first version; what they were found by is one more way of asking.
INSERT INTO ask_version
SELECT 1, json_group_array (
    json_object (
      'id', id,
      'question', json_object ('fr', substr (question_fr, 1, 200), 'en', substr (question_en, 1, 200)),
      'examples', json_object (
        'fr', iif (trim (keywords) = '', json_array (), json_array (substr (trim (keywords), 1, 200))),
        'en', iif (trim (keywords) = '', json_array (), json_array (substr (trim (keywords), 1, 200)))
      ),
      'answer', json_object ('fr', substr (answer_fr, 1, 600), 'en', substr (answer_en, 1, 600)),
      'skill', NULL,
      'common', json (iif (common = 1, 'true', 'false')),
      'active', json ('true'),
      'writtenOn', date ('now')
    )
  ), 'station', unixepoch () * 1000
FROM question
HAVING count(*) > 0;

DROP TABLE question_words;
DROP TABLE question;
