"""Pages: photos, papers and a voice message. Each is kept when it comes; what cannot be is said, and the rest stays."""

from collections.abc import Iterable

from flask import redirect, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from app.forms.files.door import MOST_BYTES, look
from app.forms.files.form import NAME, NUMBER
from app.forms.files.refused import Refused, Why
from app.forms.files.wording import called, size
from app.forms.journey import asked
from app.pages.errors import known, log
from app.pages.here import language, now, records
from app.pages.tell_draft import draft_to_change, files_did_not_come, find_draft, page_after, pages, remember_draft
from app.pages.ways import language_wanted
from app.records import drafts, files
from app.records.database import Db
from app.records.drafts import Draft
from app.records.files import MOST_FILES, PutDown

LONGEST_NAME = 500  # letters of what a file was called


def kept_files() -> list[dict]:
    """What has been added so far, by names of ours."""
    with records().reading() as db:
        draft = find_draft(db)
        kept = files.of_draft(db, draft.sending) if draft else []
    return [{"id": one.id, "called": called(one), "size": size(one), "sort": one.kind.sort} for one in kept]


@pages.post("/files")
def add_files():
    """Whatever button was pressed: what was chosen is added first."""
    put, refused = _put_down(request.files.getlist("files"))
    with records().writing() as db:
        draft, note = draft_to_change(db, NUMBER)
        files.remove(db, draft.sending, request.form.get("remove", ""))
        kept = [files.add(db, draft.sending, one, now()) for one in put]
        if not all(kept):
            refused.append(Why.TOO_MANY)
        goes_on = request.form.get("go") == "on" and not refused
        draft = _settle(db, draft, refused, goes_on)
    remember_draft(draft)
    here = url_for("tell.question", number=NUMBER, note=note, language=language_wanted() or language().tag)
    return redirect(page_after(draft.answers, draft.offered, note) if goes_on else here, code=303)


@pages.errorhandler(RequestEntityTooLarge)
def too_much(error: RequestEntityTooLarge):
    return files_did_not_come("much-files") if request.endpoint == "tell.add_files" else known(error)


def go_with(db: Db, draft: Draft, representation_id: str) -> int:
    """What was added goes with what is sent; how many that is. Behind an answer that was changed since it does not."""
    if any(question.name == NAME for question in asked(draft.answers)):
        return files.move(db, draft.sending, representation_id)
    files.forget_of_drafts(db, [draft.sending])
    return 0


def _put_down(chosen: Iterable[FileStorage]) -> tuple[list[PutDown], list[Why]]:
    """Each that can be taken, on the disk; and why the others cannot."""
    put, refused = [], []
    for one in chosen:
        if not one.filename:
            continue  # what a browser sends when nothing was chosen
        if len(put) == MOST_FILES:
            refused.append(Why.TOO_MANY)
            break
        try:
            kind, content = look(one.stream.read(MOST_BYTES + 1))
            name = one.filename[:LONGEST_NAME]
            put.append(files.put_down(records().files, content, kind, name, now()))
        except Refused as error:
            refused.append(error.why)
        except OSError as error:  # no room on the disk: of the file alone, for the database has an error of its own
            log(error)
            refused.append(Why.NOT_KEPT)
        finally:
            one.close()
    return put, refused


def _settle(db: Db, draft: Draft, refused: list[Why], goes_on: bool) -> Draft:
    """What was refused is kept, to be said on the page, as what was typed wrongly is. That they go on, if they do."""
    offered = {name: typed for name, typed in draft.offered.items() if name != NAME}
    if refused:
        offered[NAME] = {"refused": list(dict.fromkeys(refused))}
    answers = {**draft.answers, NAME: {}} if goes_on else draft.answers
    return drafts.keep(db, draft, now(), answers=answers, offered=offered)
