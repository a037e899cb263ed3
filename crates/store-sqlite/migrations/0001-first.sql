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

CREATE TABLE request (
    id TEXT PRIMARY KEY,
    body BLOB NOT NULL,
    seq INTEGER NOT NULL,
    sum BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot (
    seq INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;

CREATE TABLE personal (
    name TEXT PRIMARY KEY,
    bytes BLOB NOT NULL,
    sum BLOB NOT NULL
) STRICT;
