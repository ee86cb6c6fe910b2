"""Whom to turn to: only who has been verified, and the council's own mailboxes."""

import pytest

from app.councils.council import Contact, Team
from app.councils.library import read_library
from app.model.representation import Kind
from tests.councils.editor import CONTENT, pages_of

CONTACTS, COUNCIL = "england/contacts.yaml", "sefton/council.yaml"
SEFTON = read_library(CONTENT).councils["sefton"]


@pytest.mark.parametrize("never", ["0808 808 1001", "08088081001", "999bsl", "999 BSL"])
def test_what_nobody_has_verified_is_on_no_page(sefton, never):
    assert never not in "".join(pages_of(sefton).values())
    assert never not in str(sefton.contacts) + str(sefton.danger)


def test_each_that_is_shown_has_its_source_and_the_day_it_was_checked(sefton):
    assert len(sefton.contacts) > 5
    for contact in sefton.contacts:
        assert contact.verified and contact.source and contact.checked_on, contact.id
        assert contact.number or contact.link or contact.email or contact.address, contact.id


def test_nyas_is_there_by_name_and_link_only(sefton):
    [nyas] = [contact for contact in sefton.contacts if contact.id == "nyas"]
    assert (nyas.number, nyas.link) == ("", "https://www.nyas.net")


def test_whom_to_call_in_danger_begins_with_999_and_childline(sefton):
    assert [contact.number for contact in sefton.danger] == ["999", "0800 1111"]


def test_a_contact_that_is_verified_no_longer_disappears(editor):
    before = pages_of(editor.book())["guide/safety"]
    text = editor.reads(CONTACTS)
    start = text.index("- id: childline")
    editor.writes(CONTACTS, text[:start] + text[start:].replace("verified: true", "verified: false", 1))
    book = editor.book()

    assert "0800 1111" in before
    assert "tel:08001111" not in pages_of(book)["guide/safety"]
    assert [contact.number for contact in book.danger] == ["999"]


def test_when_none_of_a_kind_is_verified_the_line_is_left_out_and_the_site_goes_on(editor):
    text = editor.reads(CONTACTS)
    start = text.index("- id: ofsted")
    editor.writes(CONTACTS, text[:start] + text[start:].replace("verified: true", "verified: false"))

    assert editor.problems() == []
    page = pages_of(editor.book())["guide/other-places"]
    assert "Ofsted" not in page
    assert "{contacts" not in page


def test_a_councils_own_contact_comes_before_the_nations(editor):
    editor.changes(
        COUNCIL,
        "contacts: []",
        'contacts:\n  - {id: own, name: "Our advocates", number: "0151 496 0000", source: "our page",'
        " checked_on: 2026-11-22, verified: true, tags: [advocacy]}\n#",
    )
    page = pages_of(editor.book())["guide/advocates"]
    assert '<a href="tel:01514960000">0151 496 0000</a>' in page
    assert page.index("Our advocates") < page.index("NYAS")


def test_a_number_is_dialled_without_its_spaces():
    assert Contact("c", "Childline", number="0800 1111").dialled == "08001111"


def test_a_team_says_how_to_reach_it_in_one_line():
    assert Team("Team", email="a@example.org", phone="0151 496 0000").details == "0151 496 0000, a@example.org"
    assert Team("Team").details == ""


@pytest.mark.parametrize(
    ("kind", "inbox"),
    [
        (Kind.COMPLAINT, "complaints@sefton.example.org"),
        (Kind.COMMENT, "comments@sefton.example.org"),
        (Kind.COMPLIMENT, "comments@sefton.example.org"),
        (Kind.ADVOCATE, "advocacy@sefton.example.org"),
    ],
)
def test_each_kind_has_its_mailbox(kind, inbox):
    assert SEFTON.inboxes.for_kind(kind) == inbox


def test_every_address_in_the_content_is_a_placeholder_or_public():
    ours = {*vars(SEFTON.inboxes).values(), SEFTON.mail_from, SEFTON.team.email}
    assert all(address.endswith("@sefton.example.org") for address in ours)


def test_sefton_has_not_taken_the_site_on_until_it_says_so(editor):
    assert not SEFTON.confirmed
    editor.changes(COUNCIL, "confirmed: null", 'confirmed: {by: "Head of Service", on: 2027-01-04}')
    assert editor.library().councils["sefton"].confirmed
