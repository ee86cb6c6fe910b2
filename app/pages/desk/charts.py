"""Charts: bars worked out here, drawn as SVG by the template. Each has its words and its number: colour says nothing.

Lengths are in the units of the drawing, which is scaled whole: one is about a sixteenth of the reader's letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.small_numbers import Hidden
from app.model.tables_of_figures import TableOfFigures
from app.pages.desk.wording_figures import TITLES, group_in_words, in_words

WIDTH = 340
LONGEST_BAR = 250  # what is left is for the number beside it
ROW = 46
HIDDEN_BAR = 24


@dataclass(frozen=True)
class Bar:
    label: str
    number: str
    top: int
    length: int
    is_hidden: bool


@dataclass(frozen=True)
class Chart:
    id: str
    title: str
    said: str  # all of it in one sentence, for who does not see it
    height: int
    bars: tuple[Bar, ...]
    width: int = WIDTH


def chart(table: TableOfFigures) -> Chart | None:
    """None where there is nothing to draw. What is zero has no bar: it stands in the table."""
    bars = tuple(_bars(table))
    if not bars:
        return None
    said = "; ".join(f"{bar.label}: {bar.number}" for bar in bars)
    return Chart(table.measure, str(TITLES[table.measure]), said, ROW * len(bars), bars)


def _bars(table: TableOfFigures) -> Iterator[Bar]:
    most = max((shown for shown in table.rows.values() if not isinstance(shown, Hidden)), default=0)
    drawn = [(group, shown) for group, shown in table.rows.items() if shown != 0]
    for place, (group, shown) in enumerate(drawn):
        is_hidden = isinstance(shown, Hidden)
        length = HIDDEN_BAR if is_hidden else max(2, round(LONGEST_BAR * shown / most))
        yield Bar(group_in_words(table.measure, group), in_words(shown), ROW * place, length, is_hidden)
