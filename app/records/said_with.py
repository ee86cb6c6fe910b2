"""What was said with a move, as JSON and back. What an older row does not have was not said."""

from datetime import date

from app.model.move import Because, Outcome, Point, Said, Undertaking


def as_json(said: Said) -> dict:
    """Only what was said; nothing, when nothing was."""
    facts = {
        "points": [{"words": point.words, "outcome": point.outcome} for point in said.points],
        "people": dict(said.people),
        "members": list(said.members),
        "new_date": said.new_date.isoformat() if said.new_date else None,
        "where": said.where,
        "because": said.because,
        "undertakings": [
            {"words": one.words, "who": one.who, "by": one.by.isoformat()} for one in said.undertakings
        ],
        "undertaking": said.undertaking,
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value or value == 0}


def from_json(facts: dict) -> Said:
    new_date, because = facts.get("new_date"), facts.get("because")
    return Said(
        points=tuple(Point(one["words"], Outcome(one["outcome"])) for one in facts.get("points", ())),
        people=facts.get("people", {}),
        members=tuple(facts.get("members", ())),
        new_date=date.fromisoformat(new_date) if new_date else None,
        where=facts.get("where", ""),
        because=Because(because) if because else None,
        undertakings=tuple(
            Undertaking(one["words"], one["who"], date.fromisoformat(one["by"]))
            for one in facts.get("undertakings", ())
        ),
        undertaking=facts.get("undertaking"),
    )
