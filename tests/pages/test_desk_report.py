"""The report: its sentences write themselves, in the singular and the plural, and say less where a number is hidden."""

import re
import zlib
from collections import Counter

import pytest

from app.model.figures import Asked, Issued, Kept, Measure, Promise
from app.model.move import Key, Outcome
from app.model.representation import Kind
from app.model.stage import Stage
from app.model.tables_of_figures import publish
from app.pages.desk import figures_sentences as say
from app.records import officers, readers
from app.records.officers import Role
from app.records.readers import KeptFrom
from tests.pages.at_the_desk import arrived, signed_in
from tests.pages.moving import moves, path_of, recorded

REPORT = "/desk/figures/report"
HIDDEN = "Some of these numbers are hidden, because they are small or would give a small one away."


@pytest.fixture
def here(read_only_site):
    with read_only_site.test_request_context():
        yield


def figures(**counts) -> dict:
    """Figures of these counts: figures(stage_1_time={Kept.LATE: 7})."""
    named = {Measure(name.replace("_", "-")): Counter(some) for name, some in counts.items()}
    return publish({measure: named.get(measure, Counter()) for measure in Measure}, ["en", "pl"])


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ({}, ["No complaint came."]),
        ({Kind.COMPLAINT: 1}, ["Fewer than 5 complaints came. That is too few to say more about them."]),
        ({Kind.COMPLAINT: 120}, ["120 complaints came."]),
        (
            {Kind.COMPLAINT: 12, Kind.COMPLIMENT: 7, Kind.STOP: 2},
            ["12 complaints came.", "Besides: Compliment: 7; Request to stop: fewer than 5."],
        ),
    ],
)
def test_how_many_came(here, kinds, said):
    assert list(say.what_came(figures(kind=kinds))) == said


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ({}, ["None was due."]),
        ({Kept.USUAL: 12}, ["12 of 12 came in the usual time.", "None was late."]),
        (
            {Kept.USUAL: 6, Kept.LONGER: 5},
            [
                "6 of 11 came in the usual time.",
                "5 came later, by a new day that the young person was told.",
                "None was late.",
            ],
        ),
        (
            {Kept.LATE: 6, Kept.OVERDUE: 5},
            ["6 of 11 were late.", "5 were late and had not come at the end."],
        ),
        ({Kept.USUAL: 9, Kept.LATE: 3}, [HIDDEN]),
        ({Kept.USUAL: 3}, ["They were fewer than 5: too few to say more."]),
    ],
)
def test_in_what_time(here, kept, said):
    assert list(say.times(figures(stage_1_time=kept)[Measure.STAGE_1_TIME])) == said


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ({}, []),
        ({Outcome.NOT_UPHELD: 5}, ["No point was upheld.", "5 were not upheld."]),
        ({Outcome.UPHELD: 7, Outcome.PARTLY: 5}, ["7 of 12 points were upheld.", "5 were partly upheld."]),
        ({Outcome.UPHELD: 1, Outcome.PARTLY: 9}, [HIDDEN]),
    ],
)
def test_what_was_found(here, points, said):
    assert list(say.outcomes(figures(stage_2_outcome=points)[Measure.STAGE_2_OUTCOME])) == said


def test_at_which_stage(here):
    table = figures(begun={Stage.LOCAL_RESOLUTION: 12, Stage.INVESTIGATION: 2})[Measure.BEGUN]
    assert list(say.stages(table)) == [
        "12 complaints began stage 1.", "Fewer than 5 complaints went to stage 2.", "No complaint went to stage 3.",
    ]  # fmt: skip


def test_reference_numbers_and_advocates(here):
    found = figures(reference={Issued.ON_TIME: 12}, advocate={Asked.NO: 12}, kind={Kind.ADVOCATE: 2})
    assert list(say.references(found[Measure.REFERENCE])) == ["No reference number was late."]
    assert list(say.advocates(found)) == [
        "With no complaint an advocate was asked for.", "Fewer than 5 asked for an advocate and nothing else.",
    ]  # fmt: skip
    found = figures(
        reference={Issued.LATE: 6, Issued.ON_TIME: 5}, advocate={Asked.YES: 5, Asked.NO: 7}, kind={Kind.ADVOCATE: 8}
    )
    assert list(say.references(found[Measure.REFERENCE])) == ["6 of 11 reference numbers were late."]
    assert list(say.advocates(found)) == [
        "An advocate was asked for with 5 of 12 complaints.", "8 asked for an advocate and nothing else.",
    ]  # fmt: skip


def test_the_most_come_first_in_a_list(here):
    table = figures(ended={Key.CLOSED: 20, Key.SORTED_EARLY: 30, Key.WITHDRAWN: 1})[Measure.ENDED]
    assert list(say.breakdown(table)) == ["Sorted before stage 1: 30; Closed after an answer: 20.", HIDDEN]
    assert list(say.breakdown(figures()[Measure.ENDED])) == []


def test_promises_one_and_many(here):
    one = figures(promises={Promise.KEPT: 1})[Measure.PROMISES]
    assert list(say.promises(one)) == ["1 thing was promised.", "1 is done.", "None of it is late."]
    more = figures(promises={Promise.OPEN: 1, Promise.OVERDUE: 2})[Measure.PROMISES]
    assert list(say.promises(more)) == ["3 things were promised.", "None of it is done yet.", "2 are late."]


def test_the_report_of_a_year_says_what_was_learned_and_what_no_record_holds(app, house):
    mo = signed_in(app, "mo@example.org", role=Role.MANAGER, name="Mo Manager")
    told = recorded(app, mo)
    moves(mo, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    moves(mo, told, Key.CLOSED, "2026-11-22")
    arrived(app)
    page = mo.get_page(REPORT)
    assert page.heading == "Annual report on representations and complaints"
    assert "Sefton Council" in page.text and "1 April 2026 – 31 March 2027" in page.text
    assert "Fewer than 5 complaints came." in page.text and "1 thing was promised." in page.text
    assert "A visit each week ( The team manager )" in page.text and "To be done by 1 June 2027." in page.text
    assert "nobody is asked, so nothing is worked out" in page.text and "the Ombudsman" in page.text
    assert "Robin" not in page.html and "Nobody came at Easter" not in page.html and path_of(told) not in page.html
    part = mo.get_page(f"{REPORT}?since=2026-11-01&until=2026-11-21")
    assert part.heading == "Report on representations and complaints" and "A visit" not in part.text
    moves(mo, told, Key.PROMISE_DONE, "2026-11-22")
    assert "Done on 22 November 2026." in mo.get_page(REPORT).text

    auditor = signed_in(app, "auditor@example.org", role=Role.AUDITOR)
    theirs = auditor.get_page(REPORT)
    assert "A visit each week" not in theirs.text and "1 thing was promised." in theirs.text
    with house.records.writing() as db:
        kept = KeptFrom(frozenset({officers.find(db, "mo@example.org").id}), frozenset())
        readers.choose(db, told.id, kept, officers.find(db, "mo@example.org"), told.received_at)
    mine = mo.get_page(REPORT)
    assert "A visit each week" not in mine.text and "1 thing was promised." in mine.text
    assert signed_in(app, "ann@example.org").get(REPORT).status_code == 403


def test_the_same_as_a_pdf_that_a_screen_reader_can_read(app):
    mo = signed_in(app, "mo@example.org", role=Role.MANAGER)
    for _number in range(5):
        arrived(app)
    answer = mo.get(f"{REPORT}/pdf?since=2026-04-01&until=2026-12-31")
    assert answer.status_code == 200 and answer.content_type == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="report-2026-04-01-2026-12-31.pdf"'
    pdf = _unpacked(answer.data)
    for words in (
        b"/StructTreeRoot",
        b"/Marked true",
        b"/Lang (en)",
        b"/S /Figure",
        b"/S /TH",
        b"/Alt (Who complained)",
    ):
        assert words in pdf, words
    assert b"/FontFile" in pdf and b"/Image" not in pdf and b"/URI" not in pdf


def _unpacked(pdf: bytes) -> bytes:
    """A PDF with what is packed in it unpacked after it."""
    whole = pdf
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            whole += zlib.decompress(stream)
        except zlib.error:
            continue  # not packed: it stands in the file as it is
    return whole
