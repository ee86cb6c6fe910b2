"""The round of the virus scanner: every file that nobody has looked at yet, those that were sent first."""

import logging
from datetime import datetime

from app.post.clamd import Scanner, ScannerAway
from app.records import files
from app.records.database import Records
from app.records.file_store import FileGone
from app.records.files import NoSuchFile

log = logging.getLogger(__name__)


def scan(records: Records, scanner: Scanner | None, now: datetime, wrong: list[str]) -> int:
    """How many were looked at. What cannot be is noted in `wrong`, and waits for the next round."""
    if scanner is None:
        return 0
    with records.reading() as db:
        waiting = files.waiting(db)
    done = 0
    for id in waiting:
        try:
            with records.reading() as db:
                content = files.content(db, id)
            found = scanner.look(content)  # outside of any transaction: it may take a minute
            with records.writing() as db:
                files.mark_checked(db, id, found, now)
            done += 1
        except NoSuchFile:
            continue  # its draft has gone meanwhile
        except FileGone:
            wrong.append(f"file {id}: not on the disk")
            log.error("a file is not on the disk: was the folder of files brought back with the database?")
        except ScannerAway as away:
            wrong.append(f"the virus scanner: {away}")
            log.error("the virus scanner: %s", away)
            break  # the others would wait as long, for nothing
    return done
