"""What the page of one representation says of keeping it: its legal hold, and the day it will be deleted."""

from collections.abc import Mapping

from app.model.london import london_day
from app.records import legal_holds, to_delete
from app.records.database import Db


def shown(db: Db, id: str, names: Mapping[str, str]) -> dict:
    """`names` of officers, by id."""
    found = legal_holds.find_open(db, id)
    hold = {"why": found.why, "on": london_day(found.placed_at), "by": names.get(found.placed_by, "")} if found else {}
    return {"hold": hold, "delete_on": to_delete.day_of(db, id)}
