"""Fetching what a young person added: as a download under a name of ours, and in the trail before it goes out."""

from flask import abort, current_app, flash, g, make_response, redirect, url_for
from flask_babel import gettext as _

from app.model.file_kind import Checked
from app.pages.desk import finding
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.here import has_virus_scanner, now, records
from app.records import files, trail
from app.records.file_store import FileGone
from app.records.files import KeptFile
from app.records.trail import Act


@pages.get("/representations/<id>/files/<file_id>")
@only(*READERS)
def fetch_file(id: str, file_id: str):
    try:
        with records().writing() as db:
            finding.get(db, id)
            added = files.of_representation(db, id)
            file = next((one for one in added if one.id == file_id), None) or abort(404)
            if not may_be_fetched(file, has_virus_scanner()):
                flash(_("That cannot be opened now. The page says why."))
                return redirect(url_for("desk.show", id=id), code=303)
            content = files.content(db, file_id)
            trail.add(db, now(), g.officer.council, g.officer.id, Act.FETCHED_FILE, id)
    except FileGone:
        current_app.logger.error("a file is not on the disk: was the folder of files brought back with the database?")
        flash(_("That file is missing. Please tell whoever runs this site."))
        return redirect(url_for("desk.show", id=id), code=303)
    answer = make_response(content)
    answer.headers["Content-Type"] = file.kind.media_type
    answer.headers["Content-Disposition"] = f'attachment; filename="{file.neutral_name}"'
    return answer


def may_be_fetched(file: KeptFile, has_scanner: bool) -> bool:
    """Where there is a scanner, only what it found clean. Without one the desk says that nobody has looked."""
    return file.checked is Checked.CLEAN or (file.checked is Checked.WAITING and not has_scanner)
