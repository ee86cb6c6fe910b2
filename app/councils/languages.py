"""The languages of the site: one row each. A council chooses from them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    tag: str  # BCP 47, in addresses and in `lang`
    name: str  # in itself
    direction: str = "ltr"
    locale: str = ""  # Babel's name for it, for dates and numbers; its tag when empty

    def __post_init__(self):
        if not self.locale:
            object.__setattr__(self, "locale", self.tag.replace("-", "_"))


ENGLISH = Language("en", "English", locale="en_GB")

LANGUAGES = {language.tag: language for language in (ENGLISH,)}
