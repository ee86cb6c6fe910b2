"""Rows of the desk's list: what each is, what to do next and by when. Nothing that a child wrote is opened for them."""

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from flask import g

from app.pages.desk.next_step import next_step
from app.pages.here import holidays, today
from app.records import officers, overview, unheard
from app.records.database import Db
from app.records.listing import PAGE, Listed
from app.records.needs import Need


def sections(db: Db, listed: Listed) -> list[tuple[Need | None, list[dict]]]:
    """The rows of a page, in its order, under what they need first."""
    ids = [id for id, _need in listed.ids]
    by_id, heard, names = overview.of(db, ids), unheard.of(db, ids), names_of_officers(db)
    return [
        (need, [_row(by_id[id], heard.get(id, {}), names) for id, _need in group])
        for need, group in groupby(listed.ids, key=lambda pair: pair[1])
    ]


def how_many_pages(found: int) -> int:
    return max(1, ceil(found / PAGE))


def names_of_officers(db: Db) -> dict[str, str]:
    return {officer.id: officer.called for officer in officers.of_council(db, g.officer.council)}


def _row(it: overview.Glance, whats: Sequence, names: dict[str, str]) -> dict:
    step = next_step(it, whats, today(), holidays())
    return {
        "it": it,
        "whats": sorted(whats),
        "step": step,
        "with": names.get(it.assigned_to or it.recorded_by or "", ""),
    }
