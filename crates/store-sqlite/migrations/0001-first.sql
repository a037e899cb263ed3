-- Every row ends with a sum over the rest of it, checked when it is read.
CREATE TABLE head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    entries INTEGER NOT NULL,
    frontier BLOB NOT NULL,
    checkpoint BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

CREATE TABLE snapshot (
    seq INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

-- In the tables of pieces each row names the next one in order, from the row without a name on.
-- So "there is none" is proved by the row before: a row that damage has hidden is missed.
CREATE TABLE request (
    name TEXT PRIMARY KEY,
    next TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    next TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE personal (
    name TEXT PRIMARY KEY,
    next TEXT NOT NULL,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;
