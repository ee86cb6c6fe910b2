"""An advocate, who tells us for a child: the same site, seen by an adult."""

from playwright.sync_api import Locator

from tests.site.child import Child


class Advocate(Child):
    def press(self, what: Locator) -> None:
        """With a mouse."""
        what.click()

    def says_who_it_is_for(self, name: str, knows: str, agrees: str) -> None:
        self.reads_heading("Who is it about?")
        self.writes("The first name of the child or young person", name)
        self.chooses("Do they know that you are telling us?", knows)
        self.chooses("Do they agree with it?", agrees)
        self.carries_on()
