"""The sentences of the report: they write themselves from the figures, and say less where a number is hidden."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from app.model.figures import Asked, Issued, Kept, Measure, Promise
from app.model.move import Outcome
from app.model.representation import Kind
from app.model.small_numbers import Hidden, Shown
from app.model.stage import Stage
from app.model.tables_of_figures import Figures, TableOfFigures
from app.pages.desk.wording_figures import group_in_words, in_words

Sentences = Iterator[str]


def what_came(found: Figures) -> Sentences:
    """Of each kind; nothing of the kinds of which none came, but complaints."""
    rows = found[Measure.KIND].rows
    yield _complaints(rows[Kind.COMPLAINT])
    others = [(kind, shown) for kind, shown in rows.items() if shown != 0 and kind != Kind.COMPLAINT]
    if others:
        yield _("Besides: %(these)s.", these=_together(Measure.KIND, others))


def breakdown(table: TableOfFigures) -> Sentences:
    """A measure with many rows: those with most first, and what is hidden without a number."""
    if table.is_empty:
        return
    known = sorted(
        ((group, shown) for group, shown in table.rows.items() if not isinstance(shown, Hidden) and shown),
        key=lambda row: -row[1],
    )
    if known:
        yield _("%(these)s.", these=_together(table.measure, known))
    yield from _hidden(table)


def advocates(found: Figures) -> Sentences:
    table = found[Measure.ADVOCATE]
    asked = table.rows[Asked.YES]
    if isinstance(asked, int) and not table.is_empty:
        yield (
            ngettext(
                "An advocate was asked for with %(num)s of %(total)s complaints.",
                "An advocate was asked for with %(num)s of %(total)s complaints.",
                asked,
                total=in_words(table.total),
            )
            if asked
            else _("With no complaint an advocate was asked for.")
        )
    yield from _hidden(table)
    requests = found[Measure.KIND].rows[Kind.ADVOCATE]
    if requests is Hidden.FEW:
        yield _("Fewer than 5 asked for an advocate and nothing else.")
    elif requests:
        yield ngettext(
            "%(num)s asked for an advocate and nothing else.",
            "%(num)s asked for an advocate and nothing else.",
            requests,
        )


def references(table: TableOfFigures) -> Sentences:
    if table.is_empty:
        return
    late = table.rows[Issued.LATE]
    if late == 0:
        yield _("No reference number was late.")
    elif isinstance(late, int):
        yield ngettext(
            "%(num)s of %(total)s reference numbers was late.",
            "%(num)s of %(total)s reference numbers were late.",
            late,
            total=in_words(table.total),
        )
    yield from _hidden(table)


def stages(table: TableOfFigures) -> Sentences:
    said = {
        Stage.LOCAL_RESOLUTION: (_("No complaint began stage 1."), _("Fewer than 5 complaints began stage 1.")),
        Stage.INVESTIGATION: (_("No complaint went to stage 2."), _("Fewer than 5 complaints went to stage 2.")),
        Stage.REVIEW_PANEL: (_("No complaint went to stage 3."), _("Fewer than 5 complaints went to stage 3.")),
    }
    for stage, (none, few) in said.items():
        shown = table.rows[stage]
        yield none if shown == 0 else few if isinstance(shown, Hidden) else _began(stage, shown)


def times(table: TableOfFigures) -> Sentences:
    """How a time limit was kept: of those that came or were late."""
    if table.is_empty:
        yield _("None was due.")
        return
    total, rows = in_words(table.total), table.rows
    in_time, longer, late, overdue = (rows[kept] for kept in Kept)
    if isinstance(in_time, int) and in_time:
        yield ngettext(
            "%(num)s of %(total)s came in the usual time.", "%(num)s of %(total)s came in the usual time.", in_time,
            total=total,
        )  # fmt: skip
    if isinstance(longer, int) and longer:
        yield ngettext(
            "%(num)s came later, by a new day that the young person was told.",
            "%(num)s came later, by a new day that the young person was told.",
            longer,
        )
    if late == 0 and overdue == 0:
        yield _("None was late.")
    if isinstance(late, int) and late:
        yield ngettext("%(num)s of %(total)s was late.", "%(num)s of %(total)s were late.", late, total=total)
    if isinstance(overdue, int) and overdue:
        yield ngettext(
            "%(num)s was late and had not come at the end.", "%(num)s were late and had not come at the end.", overdue
        )
    yield from _hidden(table)


def outcomes(table: TableOfFigures) -> Sentences:
    """Of the points that were decided."""
    if table.is_empty:
        return
    total, rows = in_words(table.total), table.rows
    upheld, partly, not_upheld = (rows[outcome] for outcome in Outcome)
    if upheld == 0:
        yield _("No point was upheld.")
    elif isinstance(upheld, int):
        yield ngettext(
            "%(num)s of %(total)s points was upheld.", "%(num)s of %(total)s points were upheld.", upheld, total=total
        )
    if isinstance(partly, int) and partly:
        yield ngettext("%(num)s was partly upheld.", "%(num)s were partly upheld.", partly)
    if isinstance(not_upheld, int) and not_upheld:
        yield ngettext("%(num)s was not upheld.", "%(num)s were not upheld.", not_upheld)
    yield from _hidden(table)


def promises(table: TableOfFigures) -> Sentences:
    if table.is_empty:
        yield _("Nothing was promised when complaints were closed.")
        return
    made, done, late = table.total, table.rows[Promise.KEPT], table.rows[Promise.OVERDUE]
    yield ngettext("%(num)s thing was promised.", "%(num)s things were promised.", made)
    yield ngettext("%(num)s is done.", "%(num)s are done.", done) if done else _("None of it is done yet.")
    yield ngettext("%(num)s is late.", "%(num)s are late.", late) if late else _("None of it is late.")


def _complaints(shown: Shown) -> str:
    if shown is Hidden.FEW:
        return _("Fewer than 5 complaints came. That is too few to say more about them.")
    return ngettext("%(num)s complaint came.", "%(num)s complaints came.", shown) if shown else _("No complaint came.")


def _began(stage: Stage, number: int) -> str:
    if stage is Stage.LOCAL_RESOLUTION:
        return ngettext("%(num)s complaint began stage 1.", "%(num)s complaints began stage 1.", number)
    if stage is Stage.INVESTIGATION:
        return ngettext("%(num)s complaint went to stage 2.", "%(num)s complaints went to stage 2.", number)
    return ngettext("%(num)s complaint went to stage 3.", "%(num)s complaints went to stage 3.", number)


def _together(measure: Measure, rows: list[tuple[str, Shown]]) -> str:
    return "; ".join(f"{group_in_words(measure, group)}: {in_words(shown)}" for group, shown in rows)


def _hidden(table: TableOfFigures) -> Sentences:
    if table.total is Hidden.FEW:
        yield _("They were fewer than 5: too few to say more.")
    elif table.hides:
        yield _("Some of these numbers are hidden, because they are small or would give a small one away.")
