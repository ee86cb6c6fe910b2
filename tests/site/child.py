"""A child at the site: what they do, and what they see. By roles and names only."""

import re

from playwright.sync_api import Locator, Page, expect

LOOKS_AGAIN_MS = 2_500  # whoever sends within three seconds of beginning is held in case it is a robot
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


class Child:
    def __init__(self, page: Page):
        self.page = page

    # At the map

    def opens_the_map(self) -> None:
        self.page.goto("/sefton/en/")

    def asks_about(self, step: str) -> None:
        self.press(self.page.get_by_role("link", name=f"More about {step}"))

    def reads(self, words: str) -> None:
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def reads_heading(self, words: str) -> None:
        expect(self.page.get_by_role("heading", name=words, exact=True)).to_be_visible()

    def follows(self, link: str) -> None:
        self.press(self.page.get_by_role("link", name=link).first)

    # At the form

    def begins_to_tell(self) -> None:
        self.opens_the_map()
        self.follows("Tell us what is wrong")
        self.page.wait_for_url("**/form/*")
        if self.page.url.endswith("/form/first"):
            self.carries_on()

    def chooses(self, question: str, answer: str) -> None:
        self.press(self.page.get_by_role("group", name=question).get_by_role("radio", name=answer))

    def writes(self, question: str, words: str) -> None:
        self.page.get_by_role("textbox", name=question).fill(words)

    def carries_on(self) -> None:
        self.presses("Carry on")

    def gives(self, question: str, answer: str = "") -> None:
        """Choose it, or write it, or leave it empty."""
        self.reads_heading(question)
        if answer and self.page.get_by_role("group", name=question).count():
            self.chooses(question, answer)
        elif answer:
            self.writes(question, answer)

    def answers(self, question: str, answer: str = "") -> None:
        self.gives(question, answer)
        self.carries_on()

    def gets_past(self, *questions: str) -> None:
        """Leave each of them empty."""
        for question in questions:
            self.answers(question)

    def sends_it(self) -> None:
        """Send what is on the check page."""
        self.reads_heading("Check your answers")
        self.page.wait_for_timeout(LOOKS_AGAIN_MS)
        self.presses("Send")
        self.reads_heading("We have it. Thank you for telling us.")

    def sends(self) -> str:
        """Send what is on the check page; the code that is shown then."""
        self.sends_it()
        return self.page.get_by_text(CODE).inner_text()

    # Following

    def follows_with(self, code: str) -> None:
        self.page.goto("/sefton/en/follow")
        self.writes("What is your code?", code)
        self.presses("Show me where it is")

    def sees_their_own_page(self) -> None:
        self.reads_heading("Where it is now")

    def asks(self, for_what: str, question: str, words: str) -> None:
        """For the next stage, an advocate, to add something or to stop."""
        self.press(self.page.get_by_role("main").get_by_role("link", name=for_what))
        self.writes(question, words)
        self.presses("Send")
        self.reads_heading("We have it")

    # Anywhere

    def leaves_quickly(self) -> None:
        self.press(self.page.get_by_role("link", name="Leave quickly").filter(visible=True).last)
        self.reads_heading("Weather")

    def presses(self, button: str) -> None:
        self.press(self.page.get_by_role("button", name=button, exact=True))

    def press(self, what: Locator) -> None:
        """With a thumb."""
        what.tap()
