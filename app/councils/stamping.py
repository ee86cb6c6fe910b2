"""Writing into a translator's files: which English each was made from, and the sentences that are new."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from app.councils.catalogue_checks import TEMPLATE
from app.councils.catalogues import FOLDERS, find_po, read_catalogue
from app.councils.fingerprints import fingerprint, fingerprint_of_word
from app.councils.languages import ENGLISH, Language
from app.councils.pieces import ENGLISH_MARK
from app.councils.shelf import Shelf
from app.councils.translation import PARTS

HEAD = """# {english}: the words of the interface. docs/translate.md says how.
# checked_by:
# checked_on:
"""
FIELDS = r"""msgid ""
msgstr ""
"Language: {locale}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plurals}\n"

"""


def stamp(shelf: Shelf, language: Language, again: frozenset[str]) -> Iterator[str]:
    """Give each file that has none its mark, and those named `again` a new one. Yields the names of those changed."""
    for slug in sorted({path.name for path in shelf.root.iterdir() if path.is_dir()}):
        for part in PARTS:
            for id in sorted(shelf.stems(f"{slug}/{language.tag}/{part}")):
                name, english = (f"{slug}/{tag}/{part}/{id}.md" for tag in (language.tag, ENGLISH.tag))
                if shelf.is_there(english):
                    piece, mark = shelf.piece(name, language.tag), fingerprint(shelf.piece(english, ENGLISH.tag))
                    if not piece.made_from or (name in again and piece.made_from != mark):
                        _rewrite(shelf, name, marked(shelf.text(name), mark))
                        yield name
        yield from _stamp_words(shelf, slug, language, again)


def marked(text: str, mark: str) -> str:
    """A Markdown file's text with its mark between the --- lines."""
    line = f"{ENGLISH_MARK}: {mark}\n"
    if not text.startswith("---\n"):
        return f"---\n{line}---\n{text}"
    head, end, body = text.removeprefix("---\n").partition("\n---")
    kept = [one for one in head.split("\n") if one.strip() not in ("", "{}") and not one.startswith(f"{ENGLISH_MARK}:")]
    return "---\n" + "".join(f"{one}\n" for one in kept) + line + end.lstrip("\n") + body


def _stamp_words(shelf: Shelf, slug: str, language: Language, again: frozenset[str]) -> Iterator[str]:
    name, english = (f"{slug}/{tag}/words.yaml" for tag in (language.tag, ENGLISH.tag))
    if not (shelf.is_there(name) and shelf.is_there(english)):
        return
    told, wanted, text = shelf.yaml(name).values, shelf.yaml(english).values, shelf.text(name)
    for id in sorted({*told} & {*wanted}):
        mark = fingerprint_of_word(wanted[id])
        has = told[id].get(ENGLISH_MARK, "")
        if not has or (name in again and has != mark):
            text = _with_word_marked(text, id, mark)
    if text != shelf.text(name):
        _rewrite(shelf, name, text)
        yield name


def _with_word_marked(text: str, id: str, mark: str) -> str:
    """The text of a words.yaml, with the mark as the first line of one entry."""
    entry = re.compile(rf"(^{re.escape(id)}:[ \t]*\n)((?:[ \t]+.*\n|[ \t]*\n)*)", re.MULTILINE)
    old_mark = re.compile(rf"^[ \t]+{ENGLISH_MARK}:.*\n", re.MULTILINE)
    return entry.sub(lambda found: f"{found[1]}  {ENGLISH_MARK}: {mark}\n{old_mark.sub('', found[2])}", text, count=1)


def _rewrite(shelf: Shelf, name: str, text: str) -> None:
    (shelf.root / name).write_text(text, "utf-8")


def update_po(language: Language) -> Path:
    """Write the language's catalogue anew with every sentence of the template: new ones empty, old ones taken out."""
    path = find_po(language) or FOLDERS[-1] / language.locale / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(merged_po(language, read_catalogue(path) if path.exists() else None))
    return path


def merged_po(language: Language, catalog: Catalog | None) -> bytes:
    fields = FIELDS.format(locale=language.locale, plurals=language.plurals)
    head = HEAD.format(english=language.english)
    if catalog is None:
        catalog = read_po(BytesIO((head + fields).encode("utf-8")))
    else:
        head = "".join(f"{line}\n" for line in catalog.header_comment.strip().split("\n"))
    catalog.update(read_catalogue(TEMPLATE), no_fuzzy_matching=True)
    body = BytesIO()
    write_po(body, catalog, no_location=True, sort_output=True, omit_header=True, ignore_obsolete=True)
    return (head + fields).encode("utf-8") + body.getvalue()
