"""A council's promises against the law: it may be quicker, and never slower."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.model.timetable import LAW, OWN_PROMISES, Mark, TimeLimit, Unit


class PromiseRefused(ValueError):
    """A promise the law does not let a council make. The message says why and how to mend it."""

    def __init__(self, key: str, why: str):
        super().__init__(why)
        self.key = key


@dataclass(frozen=True)
class Promise:
    """What a council says it will do, in the unit it says it in."""

    count: int
    unit: Unit = Unit.WORKING_DAYS
    source: str = ""
    confirmed_by: str = ""  # the role that confirmed an unusually quick promise
    confirmed_on: date | None = None
    from_the_panel: bool = False  # stricter than the law: counted from the panel's day
    from_the_statement: bool = False  # stage 2: counted from the day the statement of complaint is agreed


def held_to(promises: Mapping[str, Promise]) -> dict[str, TimeLimit]:
    """The timetable a council is held to: the law's, made quicker where the council promises so.

    Raises PromiseRefused for a promise that is slower than the law, that is unlikely and not
    confirmed, or that has no room for its own steps.
    """
    known = LAW | OWN_PROMISES
    timetable = dict(LAW)
    for key, promise in promises.items():
        if key not in known:
            raise PromiseRefused(key, f"there is no time limit called {key}; choose from {', '.join(known)}")
        _check(key, promise, known[key])
        timetable[key] = replace(
            known[key],
            usual=promise.count,
            longest=_longest(promise, known[key]),
            source=promise.source or known[key].source,
            mark=Mark.PROMISE,
            unit=promise.unit,
            from_the_panel=promise.from_the_panel,
            from_the_statement=promise.from_the_statement,
        )
    _check_room(timetable)
    for key, promise in promises.items():
        _check_likely(key, promise, known[key])
    return timetable


def _longest(promise: Promise, law: TimeLimit) -> int | None:
    """A limit with no extension stays so when a council shortens it; an extension stays the law's."""
    return promise.count if law.longest == law.usual else law.longest


def _check(key: str, promise: Promise, law: TimeLimit) -> None:
    if promise.count < 1:
        raise PromiseRefused(key, f"a promise of {promise.count} cannot be kept; give 1 or more")
    if (law.usual or law.longest) and promise.unit is not law.unit:
        raise PromiseRefused(key, f"this limit is counted in {law.unit}, not {promise.unit}")
    if law.mark is Mark.UNVERIFIED:
        raise PromiseRefused(key, "nobody has verified this limit; leave it out")
    if not law.usual:
        return _check_own(key, promise, law)
    slower = promise.count < law.usual if law.at_least or law.longest is None else promise.count > law.usual
    if key != "reference" and slower:
        least = "at least" if law.at_least or law.longest is None else "at most"
        raise PromiseRefused(key, f"{promise.count} is worse than {law.source}: give {least} {law.usual}")
    if key == "reference" and promise.count > 5:
        raise PromiseRefused(key, f"{promise.count} is longer than any council takes: give at most 5")


def _check_likely(key: str, promise: Promise, law: TimeLimit) -> None:
    doubtful = law.longest is not None and promise.count * 2 < law.usual
    if doubtful and not (promise.confirmed_by and promise.confirmed_on):
        raise PromiseRefused(
            key,
            f"{promise.count} is under half of {law.usual}: if it is right, add confirmed_by (a role) and confirmed_on",
        )


def _check_own(key: str, promise: Promise, law: TimeLimit) -> None:
    if law.longest is not None and promise.count > law.longest:
        raise PromiseRefused(key, f"{promise.count} is longer than the law allows: give at most {law.longest}")


def _check_room(timetable: Mapping[str, TimeLimit]) -> None:
    """A panel within 3 working days whose papers go out 10 days before cannot be."""
    panel, papers = timetable["panel"].usual, timetable["panel-papers"].usual
    arranged = timetable["panel-arranged"].usual if "panel-arranged" in timetable else 1
    if panel < papers + arranged:
        raise PromiseRefused(
            "panel",
            f"the panel meets within {panel} working days, but it takes {arranged} to find its members and the papers"
            f" go out {papers} before it: that needs at least {papers + arranged}",
        )
