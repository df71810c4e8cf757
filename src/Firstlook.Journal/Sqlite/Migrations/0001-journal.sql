-- Times are whole 100 ns since 1970-01-01T00:00:00Z; a stream is the 16 bytes of its UUID in network order.

CREATE TABLE event (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream   BLOB    NOT NULL CHECK (length(stream) = 16),
    version  INTEGER NOT NULL CHECK (version >= 1),
    type     TEXT    NOT NULL,
    at       INTEGER NOT NULL,
    payload  BLOB    NOT NULL,
    prev     BLOB    NOT NULL CHECK (length(prev) = 32),
    hash     BLOB    NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, version)
) STRICT;

-- The list of streams without a walk over every event.
CREATE INDEX event_first ON event (stream) WHERE version = 1;

CREATE TABLE evidence (
    hash  TEXT NOT NULL PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE deadline (
    stream BLOB    NOT NULL,
    kind   TEXT    NOT NULL,
    due_at INTEGER NOT NULL,
    PRIMARY KEY (stream, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX deadline_due ON deadline (due_at);

-- next_at is null where the sender has given up; done_at where it was delivered.
CREATE TABLE outbox (
    key          TEXT    NOT NULL PRIMARY KEY,
    stream       BLOB    NOT NULL,
    sender       TEXT    NOT NULL,
    body         BLOB    NOT NULL,
    next_at      INTEGER,
    attempts     INTEGER NOT NULL DEFAULT 0,
    leased_until INTEGER NOT NULL DEFAULT 0,
    done_at      INTEGER,
    error        TEXT
) STRICT;

CREATE INDEX outbox_waiting ON outbox (next_at) WHERE done_at IS NULL AND next_at IS NOT NULL;
CREATE INDEX outbox_stream ON outbox (stream);

CREATE TABLE alert (
    key     TEXT    NOT NULL PRIMARY KEY,
    stream  BLOB    NOT NULL,
    firing  INTEGER NOT NULL CHECK (firing IN (0, 1)),
    ends_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    count   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_ends ON alert (firing, ends_at);

CREATE TABLE checkpoint (
    n        INTEGER PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    position INTEGER NOT NULL,
    heads    BLOB    NOT NULL,
    prev     BLOB    NOT NULL CHECK (length(prev) = 32),
    hash     BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- What is written stays. INSERT OR REPLACE would delete without firing the delete trigger, hence the third of each.
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: an event cannot be changed.'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: an event cannot be removed.'); END;

CREATE TRIGGER event_no_replace BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE stream = NEW.stream AND version = NEW.version)
  OR EXISTS (SELECT 1 FROM event WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: an event cannot be replaced.'); END;

CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: a checkpoint cannot be changed.'); END;

CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: a checkpoint cannot be removed.'); END;

CREATE TRIGGER checkpoint_no_replace BEFORE INSERT ON checkpoint
WHEN EXISTS (SELECT 1 FROM checkpoint WHERE n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'The journal is append-only: a checkpoint cannot be replaced.'); END;
