"""Each fact of the councils' own pages stands on our page where a reader would look: docs/seeds.md says which."""

from pathlib import Path

SEEDS = Path(__file__).parent.parent / "docs" / "seeds.md"
FEWEST_FACTS = 150


def facts() -> list[tuple[str, str, str]]:
    """The rows of the table: the fact, the page, the words."""
    lines = [line for line in SEEDS.read_text("utf-8").splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [(row[0], row[2], row[3]) for row in rows if row[2].startswith("/")]


def test_the_table_holds_every_council_and_many_facts():
    assert len(facts()) >= FEWEST_FACTS
    assert {page.split("/")[1] for _fact, page, _words in facts()} == {
        *("sefton", "liverpool", "central-bedfordshire", "lancashire")
    }


def test_every_fact_is_on_its_page(client):
    texts = {page: close(client.get_page(page).text) for page in sorted({page for _fact, page, _words in facts()})}
    missing = [
        f"{page} no longer says that {fact}: {words!r}"
        for fact, page, words in facts()
        if close(words) not in texts[page]
    ]
    assert not missing, "\n".join(missing)


def close(text: str) -> str:
    """Without spaces: a link in the middle of a sentence does not matter here."""
    return "".join(text.split())
