"""Page: the report on a period, whose sentences write themselves from the records.

What it has to say: SI 2006/1738 reg. 13 (each representation, its outcome, whether the time limits were kept) and the
statutory guidance *Getting the Best from Complaints* (2006): how many, at which stage, who complained, about what, with
what outcome, advocacy, in what time, what was learned and done. What no record holds is said to be missing, for a
person to write: ages and the like, what the Ombudsman looked at, and how well the procedure works.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import flash, g, make_response, redirect, render_template, url_for
from flask_babel import gettext as _

from app.model.figures import Measure
from app.model.period import Period, financial_year
from app.model.tables_of_figures import Figures
from app.pages.desk import figures_sentences as say
from app.pages.desk import wording_figures
from app.pages.desk.blueprint import pages
from app.pages.desk.charts import chart
from app.pages.desk.door import READERS, only, own_council
from app.pages.desk.figures import REPORTERS, asked_period, figures_of, note_taken
from app.pages.here import records, today
from app.post.paper import CannotPrint, as_pdf
from app.records.learned import MOST, Learned, learned


@dataclass(frozen=True)
class Part:
    title: str
    sentences: tuple[str, ...]
    measures: tuple[Measure, ...]


@pages.get("/figures/report", endpoint="report")
@only(*REPORTERS)
def show_report():
    return render_template("desk/report.html", **report_facts(asked_period() or financial_year(today())))


@pages.get("/figures/report/pdf", endpoint="report_pdf")
@only(*REPORTERS)
def print_report():
    period = asked_period() or financial_year(today())
    try:
        pdf = as_pdf(render_template("desk/report_print.html", **report_facts(period)), "desk/report_print.css")
    except CannotPrint as why:
        flash(_("This server cannot make a PDF yet: %(why)s.", why=why))
        return redirect(url_for("desk.report", since=period.since, until=period.until), code=303)
    answer = make_response(pdf)
    answer.content_type = "application/pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="report-{period.since}-{period.until}.pdf"'
    return answer


def report_facts(period: Period) -> dict:
    """All that the report says. The words of promises are for those who may read what they are about."""
    reads = g.officer.role in READERS
    with records().reading() as db:
        found = figures_of(db, period)
        promised = learned(db, g.officer, period) if reads else []
    note_taken()
    return {
        "period": period,
        "is_a_year": period == financial_year(period.since),
        "seen_on": today(),
        "is_over": period.until < today(),
        "of_council": own_council().name,
        "parts": list(_parts(found)),
        "tables": found,
        "charts": {measure: chart(table) for measure, table in found.items()},
        "promised": _in_words(promised[:MOST]),
        "is_more_promised": len(promised) > MOST,
        "reads": reads,
        "words": wording_figures,
    }


def _parts(found: Figures) -> Iterator[Part]:
    yield _part(_("How many"), [*say.what_came(found)], Measure.KIND)
    yield _part(_("Who complained"), [*say.breakdown(found[Measure.TELLING])], Measure.TELLING)
    yield _part(_("How old they were"), [*say.breakdown(found[Measure.AGE])], Measure.AGE)
    yield _part(_("What it was about"), [*say.breakdown(found[Measure.TOPIC])], Measure.TOPIC)
    yield _part(_("At which stage"), [*say.stages(found[Measure.BEGUN])], Measure.BEGUN)
    yield _part(_("The reference number"), [*say.references(found[Measure.REFERENCE])], Measure.REFERENCE)
    for title, measure in (
        (_("Stage 1: in what time"), Measure.STAGE_1_TIME),
        (_("Stage 2: in what time"), Measure.STAGE_2_TIME),
        (_("Stage 3: when the panel met"), Measure.PANEL_TIME),
        (_("Stage 3: when the final letter went"), Measure.STAGE_3_TIME),
    ):
        yield _part(title, [*say.times(found[measure])], measure)
    for title, measure in (
        (_("Stage 1: what was found"), Measure.STAGE_1_OUTCOME),
        (_("Stage 2: what was found"), Measure.STAGE_2_OUTCOME),
    ):
        yield _part(title, [*say.outcomes(found[measure])], measure)
    yield _part(_("How they ended"), [*say.breakdown(found[Measure.ENDED])], Measure.ENDED)
    yield _part(_("Advocacy"), [*say.advocates(found)], Measure.ADVOCATE)
    languages = [*say.breakdown(found[Measure.LANGUAGE]), *say.breakdown(found[Measure.CAME_BY])]
    yield _part(_("In which language, and how they came"), languages, Measure.LANGUAGE, Measure.CAME_BY)
    yield _part(_("What was learned and done"), [*say.promises(found[Measure.PROMISES])], Measure.PROMISES)


def _part(title: str, sentences: list[str], *measures: Measure) -> Part:
    return Part(title, tuple(sentences) or (_("None in this time."),), measures)


def _in_words(promised: list[Learned]) -> list[dict]:
    return [{"it": one, "is_late": one.done_on is None and one.by < today()} for one in promised]
