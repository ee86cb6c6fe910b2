"""Page: what was found by a reference number or a name. A POST, so that no name is ever in an address or a log."""

from flask import flash, g, render_template
from flask_babel import gettext as _

from app.councils.languages import LANGUAGES
from app.forms.desk import SearchForm
from app.pages.desk import rows, wording
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.desk.wanted import page_number
from app.pages.here import now, records
from app.records import searching, trail
from app.records.listing import Listed
from app.records.trail import Act


@pages.post("/search")
@only(*READERS)
def search():
    form = SearchForm()
    number = page_number({"page": form.page.data or ""})
    listed, sections = Listed((), 0), []
    if form.validate_on_submit():
        with records().writing() as db:
            listed = searching.find(db, g.officer, form.sought.data or "", own_council().prefix, number)
            sections = rows.sections(db, listed)
            trail.add(db, now(), g.officer.council, g.officer.id, Act.SEARCHED)
    elif form.form_errors:
        flash(_("We could not be sure that this came from this page. Press again."))
    return render_template(
        "desk/search.html",
        form=form,
        sections=sections,
        found=listed.found,
        number=number,
        last=rows.how_many_pages(listed.found),
        languages=LANGUAGES,
        wording=wording,
    ), form.status
