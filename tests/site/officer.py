"""An officer at the desk: what they do, and what they see. By roles and names only."""

import re
from email.message import EmailMessage

from playwright.sync_api import Page, expect

DESK_LINK = re.compile(r"https?://\S+(/desk/\S+)")
REFERENCE = re.compile(r"SEF-[0-9A-Z]{4}-[0-9A-Z]{4}")


class Officer:
    def __init__(self, page: Page, password: str):
        self.page, self.password = page, password

    def signs_in(self) -> None:
        self.page.goto("/desk/")
        self.gives_password(self.password)
        self.reads_heading("Today")

    def gives_password(self, password: str) -> None:
        self.page.get_by_label("Email address").fill("officer@example.org")
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()

    def opens_from(self, letter: EmailMessage) -> None:
        """Follow the link in a letter to the inbox."""
        self.page.goto(DESK_LINK.search(letter.get_content())[1])

    def sees_waiting(self, kind: str, day: str) -> None:
        """Among those to record: one of this kind, with the day its reference is due."""
        rows = self.page.get_by_role("table", name="To record").get_by_role("row")
        expect(rows.filter(has_text=kind).filter(has_text=f"Reference due {day}").first).to_be_visible()

    def records_it(self) -> str:
        """With the contact and the date that are offered. The reference number."""
        self.page.get_by_role("link", name="Record it").click()
        self.page.get_by_role("button", name="Record it and tell them").click()
        said = self.page.get_by_role("status").filter(has_text="Recorded. The reference number is")
        return REFERENCE.search(said.inner_text())[0]

    def confirms_that_it_stops(self) -> None:
        self.page.get_by_role("link", name="Say what they said").click()
        self.page.get_by_label("I have spoken with the young person").check()
        self.page.get_by_label("On which day?").fill("2026-11-22")
        self.page.get_by_role("group", name="What did they say?").get_by_label("Yes, it stops").check()
        self.page.get_by_role("button", name="Keep what they said").click()
        self.reads("It has stopped. Say so in writing, where that is safe.")

    def reads(self, words: str) -> None:
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def reads_heading(self, words: str) -> None:
        expect(self.page.get_by_role("heading", name=words)).to_be_visible()
