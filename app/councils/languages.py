"""The languages of the site: one row each. A new one is a row here and its files; docs/translate.md says which.

A council chooses from them those it can answer. A reader may read in every one whose files are there.
"""

from dataclasses import dataclass

# How gettext chooses a plural form. The forms and their order are CLDR's, for whole numbers; a test compares them.
NO_PLURAL = "nplurals=1; plural=0;"
TWO = "nplurals=2; plural=(n != 1);"
TWO_FROM_ZERO = "nplurals=2; plural=(n > 1);"
POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
ROMANIAN = "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);"
EAST_SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"


@dataclass(frozen=True)
class Language:
    tag: str  # BCP 47, in addresses and in `lang`
    name: str  # in itself
    direction: str = "ltr"
    locale: str = ""  # Babel's name for it, for dates, numbers and the folder of its catalogue; its tag when empty
    english: str = ""  # what officers call it
    plurals: str = TWO
    comma: str = ","  # between the things of a list that we make
    full_stop: str = "."
    spoken_as: str = ""  # the tag of the language that people speak, where this is a way of writing it

    def __post_init__(self):
        for field, otherwise in (
            ("locale", self.tag.replace("-", "_")),
            ("english", self.name),
            ("spoken_as", self.tag),
        ):
            if not getattr(self, field):
                object.__setattr__(self, field, otherwise)

    @property
    def is_rewritten(self) -> bool:
        """Is it another way to write a language that people speak, as Easy Read is?"""
        return self.spoken_as != self.tag


ENGLISH = Language("en", "English", locale="en_GB")

LANGUAGES = {
    language.tag: language
    for language in (
        ENGLISH,
        Language("en-x-easy", "Easy Read", locale="en_GB@easy", english="English, Easy Read", spoken_as="en"),
        Language("pl", "Polski", english="Polish", plurals=POLISH),
        Language("ro", "Română", english="Romanian", plurals=ROMANIAN),
        Language("uk", "Українська", english="Ukrainian", plurals=EAST_SLAVIC),
        Language("ar", "العربية", direction="rtl", english="Arabic", plurals=ARABIC, comma="،"),
        Language("fa", "فارسی", direction="rtl", english="Farsi", plurals=TWO_FROM_ZERO, comma="،"),
        Language("ur", "اردو", direction="rtl", english="Urdu", comma="،", full_stop="۔"),
        Language("sq", "Shqip", english="Albanian"),
        Language("vi", "Tiếng Việt", english="Vietnamese", plurals=NO_PLURAL),
    )
}


def language_of(locale: str) -> Language:
    """The language that Babel knows by this name; English for one that is none of ours."""
    return next((language for language in LANGUAGES.values() if language.locale == locale), ENGLISH)
