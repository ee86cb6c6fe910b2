"""Files: sealed on the disk, with a draft and then with what is sent; no row without its file, and none left over."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from app.model.file_kind import Checked, FileKind
from app.records import drafts, files, keys, representations
from app.records.database import Records
from app.records.file_store import FileGone
from app.records.tables import draft, file
from app.records.vault import CannotOpen, Vault
from tests.records.shelf import AWKWARD, SUNDAY, VAULT, amina, bytes_on_disk, days, everything_in, open_shelf

PLANTED = b"a photo of the broken window, planted"
HOUR = days(1 / 24)


@pytest.fixture
def records(any_database_url) -> Records:
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()
    shutil.rmtree(records.files.folder, ignore_errors=True)


def begun(records: Records) -> drafts.Draft:
    with records.writing() as db:
        return drafts.begin(db, "sefton", SUNDAY)


def put_down(records: Records, content=PLANTED, kind=FileKind.JPEG, name="IMG planted.jpg") -> files.PutDown:
    return files.put_down(records.files, content, kind, name, SUNDAY)


def added(records: Records, of: drafts.Draft, **facts) -> str:
    put = put_down(records, **facts)
    with records.writing() as db:
        assert files.add(db, of.sending, put, SUNDAY)
    return put.id


def of_draft(records: Records, of: drafts.Draft) -> list[files.KeptFile]:
    with records.reading() as db:
        return files.of_draft(db, of.sending)


def on_disk(records: Records) -> set[str]:
    return {path.name for path in records.files.folder.glob("*/*")}


def in_rows(records: Records) -> set[str]:
    with records.reading() as db:
        return set(db.execute(select(file.c.id)).scalars())


def swept(records: Records, now) -> int:
    with records.writing() as db:
        return files.forget_old(db, now)


def test_what_is_in_it_comes_back_byte_for_byte(records):
    id = added(records, begun(records))
    with records.reading() as db:
        assert files.content(db, id) == PLANTED


def test_nothing_of_it_can_be_read_on_the_disk_not_even_its_name(records):
    added(records, begun(records))
    assert PLANTED not in bytes_on_disk(records.files.folder)
    assert "planted" not in everything_in(records)


def test_only_its_owner_may_look_into_the_folder(records):
    id = added(records, begun(records))
    path = records.files.folder / id[:2] / id
    for folder in (path.parent, records.files.folder):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


def test_whatever_it_was_called_is_kept_letter_for_letter(records):
    for name in AWKWARD:
        owner = begun(records)
        added(records, owner, name=name)
        assert [one.name for one in of_draft(records, owner)] == [name]


def test_each_is_called_by_what_it_is_and_in_which_order_it_came(records):
    owner = begun(records)
    for kind in (FileKind.JPEG, FileKind.PDF, FileKind.PNG, FileKind.WEBM):
        added(records, owner, kind=kind)
    names = [one.neutral_name for one in of_draft(records, owner)]
    assert names == ["photo-1.jpg", "paper-1.pdf", "photo-2.png", "sound-1.webm"]


def test_a_sixth_is_not_kept_and_leaves_nothing_behind(records):
    owner = begun(records)
    for _ in range(files.MOST_FILES):
        added(records, owner)
    sixth = put_down(records)
    with records.writing() as db:
        assert not files.add(db, owner.sending, sixth, SUNDAY)
    assert on_disk(records) == in_rows(records) and sixth.id not in on_disk(records)


def test_one_that_is_taken_out_is_gone_and_the_others_stay(records):
    owner, other = begun(records), begun(records)
    first, second, others = added(records, owner), added(records, owner), added(records, other)
    with records.writing() as db:
        files.remove(db, owner.sending, first)
        files.remove(db, owner.sending, others)  # not the draft’s
    assert on_disk(records) == in_rows(records) == {second, others}


@pytest.mark.parametrize("forgetting", ["leaving", "the clock"])
def test_they_go_with_the_draft(records, forgetting):
    owner = begun(records)
    added(records, owner)
    with records.writing() as db:
        if forgetting == "leaving":
            drafts.forget(db, owner.token)
        else:
            assert drafts.forget_old(db, SUNDAY + days(1)) == 1
    assert on_disk(records) == in_rows(records) == set()


def test_a_draft_that_goes_in_any_other_way_takes_their_keys_along_and_the_clock_the_rest(records):
    added(records, begun(records))
    with records.writing() as db:
        db.execute(delete(draft))
    assert in_rows(records) == set() and len(on_disk(records)) == 1
    assert swept(records, SUNDAY + 2 * HOUR) == 1
    assert on_disk(records) == set()


def test_they_go_with_what_is_sent_and_stay_when_the_draft_is_over(records):
    owner, told = begun(records), amina()
    id = added(records, owner)
    with records.writing() as db:
        representations.receive(db, told, sending=owner.sending)
        files.move(db, owner.sending, told.id)
        drafts.mark_sent(db, owner, told.id, SUNDAY)
    with records.writing() as db:
        drafts.forget_old(db, SUNDAY + days(2))
        drafts.forget(db, owner.token)
    with records.reading() as db:
        assert [one.id for one in files.of_representation(db, told.id)] == [id]
        assert files.content(db, id) == PLANTED


def test_one_does_not_open_as_another(records):
    owner = begun(records)
    one, other = added(records, owner), added(records, owner)
    (records.files.folder / one[:2] / one).write_bytes(records.files.read(other))
    with pytest.raises(CannotOpen), records.reading() as db:
        files.content(db, one)


def test_a_file_that_is_missing_is_said_to_be_and_one_that_never_was(records):
    id = added(records, begun(records))
    records.files.remove(id)
    with records.reading() as db:
        with pytest.raises(FileGone):
            files.content(db, id)
        with pytest.raises(files.NoSuchFile):
            files.content(db, "0" * 32)


@pytest.mark.parametrize("id", ["../../records.db", "", "A" * 32, "0" * 31])
def test_no_name_leads_out_of_the_folder(records, id):
    with pytest.raises(ValueError, match="no id"):
        records.files.read(id)


def test_a_new_key_takes_over_without_touching_the_files(records):
    id = added(records, begun(records))
    before = records.files.read(id)
    keys.rotate(replace(records, vault=Vault({"newer": bytes(range(64, 96))} | VAULT.keys)))
    with replace(records, vault=Vault({"newer": bytes(range(64, 96))})).reading() as db:
        assert files.content(db, id) == PLANTED
    assert records.files.read(id) == before


def test_the_clock_sweeps_what_no_row_knows_and_nothing_that_may_still_get_one(records):
    kept = added(records, begun(records))
    lost = put_down(records)
    (records.files.folder / kept[:2] / f"{kept}.1234.part").write_bytes(b"half")
    os.utime(records.files.folder / kept[:2] / f"{kept}.1234.part", (SUNDAY.timestamp(),) * 2)

    assert swept(records, SUNDAY + HOUR) == 0
    assert swept(records, SUNDAY + 2 * HOUR) == 2
    assert on_disk(records) == {kept} and lost.id not in on_disk(records)


def test_when_it_is_not_kept_after_all_the_file_of_the_row_stays(records):
    owner = begun(records)
    id = added(records, owner)
    with pytest.raises(KeyboardInterrupt), records.writing() as db:
        files.remove(db, owner.sending, id)
        raise KeyboardInterrupt
    assert on_disk(records) == in_rows(records) == {id}


KILLED_AT = """
import os, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from tests.records.test_files import *
records = open_shelf({url!r})
records = replace(records, files=replace(records.files, folder=Path({folder!r})))
owner = begun(records)
put = put_down(records)
if {point!r} == "after the file": os.kill(os.getpid(), 9)
with records.writing() as db:
    files.add(db, owner.sending, put, SUNDAY)
    if {point!r} == "before COMMIT": os.kill(os.getpid(), 9)
if {point!r} == "after COMMIT": os.kill(os.getpid(), 9)
with records.writing() as db:
    files.remove(db, owner.sending, put.id)
    db.afterwards.insert(0, lambda: os.kill(os.getpid(), 9))
"""


@pytest.mark.parametrize(
    ("point", "rows"),
    [("after the file", 0), ("before COMMIT", 0), ("after COMMIT", 1), ("after COMMIT of taking it out", 0)],
)
def test_killed_anywhere_no_row_is_without_its_file_and_what_is_left_over_is_swept(records, point, rows):
    url = records.engine.url.render_as_string(hide_password=False)
    root, folder = str(Path(__file__).parents[2]), str(records.files.folder)
    script = KILLED_AT.format(root=root, url=url, folder=folder, point=point)
    killed = subprocess.run([sys.executable, "-c", script], timeout=60, capture_output=True, text=True)
    assert killed.returncode == -9, killed.stderr

    assert len(in_rows(records)) == rows and in_rows(records) <= on_disk(records)
    with records.reading() as db:
        assert [files.content(db, id) for id in in_rows(records)] == [PLANTED] * rows
    swept(records, SUNDAY + 2 * HOUR)
    assert on_disk(records) == in_rows(records)


def test_those_nobody_has_checked_are_found_those_that_were_sent_first(records):
    owner, told = begun(records), amina()
    waits = added(records, begun(records))
    sent, clean = added(records, owner), added(records, owner)
    with records.writing() as db:
        representations.receive(db, told)
        files.move(db, owner.sending, told.id)
        files.mark_checked(db, clean, Checked.CLEAN, SUNDAY)
        assert files.waiting(db) == [sent, waits]
        assert [one.checked for one in files.of_representation(db, told.id)] == [Checked.WAITING, Checked.CLEAN]
