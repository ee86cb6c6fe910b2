"""Pages: the figures of a period, for whoever signs in to read, to manage or to audit; and as a file.

The report and the file leave the council, so they hold everything that counts, and managers and auditors take them.
"""

from collections.abc import Mapping

from flask import g, make_response, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.councils.languages import LANGUAGES
from app.forms.desk import given_day
from app.model.csv_text import csv_text
from app.model.figures import Measure, count
from app.model.period import Period, financial_year, year_before
from app.model.tables_of_figures import Figures, publish
from app.pages.desk import wording_figures
from app.pages.desk.blueprint import pages
from app.pages.desk.charts import chart
from app.pages.desk.door import READERS, only
from app.pages.here import now, records, today
from app.records import figures, trail
from app.records.database import Db
from app.records.officers import Role
from app.records.trail import Act

REPORTERS = (Role.MANAGER, Role.AUDITOR)
PARTS = (
    (_l("Everything that came"), (Measure.KIND,)),
    (
        _l("The complaints that came"),
        (
            Measure.TELLING, Measure.AGE, Measure.TOPIC, Measure.LANGUAGE, Measure.CAME_BY, Measure.ADVOCATE,
            Measure.REFERENCE, Measure.STANDING,
        ),
    ),
    (
        _l("What was done in this time, whenever they came"),
        (
            Measure.BEGUN, Measure.ENDED, Measure.STAGE_1_TIME, Measure.STAGE_1_OUTCOME, Measure.STAGE_2_TIME,
            Measure.STAGE_2_OUTCOME, Measure.PANEL_TIME, Measure.STAGE_3_TIME,
        ),
    ),
    (_l("What was learned"), (Measure.PROMISES,)),
)  # fmt: skip


@pages.get("/figures", endpoint="figures")
@only(*READERS, Role.AUDITOR)
def show_figures():
    asked = asked_period()
    period = asked or financial_year(today())
    with records().reading() as db:
        found = figures_of(db, period)
    parts = [(part, [(found[measure], chart(found[measure])) for measure in some]) for part, some in PARTS]
    return render_template(
        "desk/figures.html",
        period=period,
        not_a_period=asked is None and bool(request.args),
        is_over=period.until < today(),
        year_before=year_before(financial_year(today())),
        parts=parts,
        reports=g.officer.role in REPORTERS,
        words=wording_figures,
    )


@pages.get("/figures/file", endpoint="figures_file")
@only(*REPORTERS)
def take_out_figures():
    period = asked_period() or financial_year(today())
    with records().reading() as db:
        rows = _rows(figures_of(db, period))
    note_taken()
    days = [(_("Time"), _("From"), period.since), (_("Time"), _("Up to and with"), period.until)]
    answer = make_response(csv_text([("measure", "group", "value"), *days, *rows]))
    answer.headers["Content-Type"] = "text/csv; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="figures-{period.since}-{period.until}.csv"'
    return answer


def figures_of(db: Db, period: Period) -> Figures:
    facts = figures.facts(db, g.officer, period, today())
    return publish(count(facts, period, today()), list(LANGUAGES))


def note_taken() -> None:
    """In the trail, before anything goes. By itself: counting is long, and a child who sends must not wait for it."""
    with records().writing() as db:
        trail.add(db, now(), g.officer.council, g.officer.id, Act.FIGURES_TAKEN)


def asked_period(given: Mapping[str, str] | None = None) -> Period | None:
    """What the address asks for. None: nothing, or no two days, the earlier one first."""
    args = request.args if given is None else given
    since, until = given_day(args.get("since", "")), given_day(args.get("until", ""))
    return Period(since, until) if since and until and since <= until else None


def _rows(found: Figures) -> list[tuple]:
    """One row a number; the numbers that are hidden say so."""
    rows = []
    for _part, measures in PARTS:
        for measure in measures:
            title, table = wording_figures.TITLES[measure], found[measure]
            for group, shown in table.rows.items():
                rows.append((title, wording_figures.group_in_words(measure, group), _value(shown)))
            if table.total is not None:
                rows.append((title, _("Together"), _value(table.total)))
    return rows


def _value(shown) -> object:
    """A number as a spreadsheet reads it, without the commas of a page."""
    return shown if type(shown) is int else wording_figures.in_words(shown)
