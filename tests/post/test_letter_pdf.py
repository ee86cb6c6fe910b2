"""A letter on paper: tagged for screen readers (PDF/UA), in its language, and made of nothing from elsewhere."""

import re
import subprocess
import sys
import zlib

import pytest

from app.model.letter import Words
from app.post.letter_pdf import letter_pdf
from app.post.paper import FetchedSomething, fetch_nothing

HOSTILE = "Hello,\n\n## Why\n- **One** [x](https://e.example)\n- two <img src=//e.example/x>"
ENGLISH = Words("We need more time", HOSTILE)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def read(pdf: bytes) -> bytes:
    """A PDF with what is packed in it unpacked."""
    assert pdf.startswith(b"%PDF-1.7")
    return pdf + b"".join(_unpacked(stream) for stream in STREAM.findall(pdf))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""  # not packed: it stands in the file as it is


def tags(pdf: bytes) -> list[bytes]:
    return [tag for tag in re.findall(rb"/S */(\w+)", pdf) if tag not in (b"Span", b"StructParents", b"NonStruct")]


def test_it_is_tagged_and_says_its_title_and_language(app):
    with app.app_context():
        pdf = read(letter_pdf(ENGLISH, "en"))
    for words in (b"/StructTreeRoot", b"/MarkInfo", b"/Marked true", b"/DisplayDocTitle true", b"/Lang (en)"):
        assert words in pdf, words
    assert re.search(rb"<pdfuaid:part[^>]*>1<|pdfuaid:part=\"1\"", pdf)
    assert b"We need more time" in pdf
    assert tags(pdf) == [b"Document", b"H1", b"P", b"H2", b"L", b"LI", b"Lbl", b"LBody", b"LI", b"Lbl", b"LBody"]
    assert b"/FontFile" in pdf, "its fonts are in it"
    assert b"/URI" not in pdf and b"/Image" not in pdf


def test_from_right_to_left_the_english_beneath_says_that_it_is_english(app):
    words = Words("رسالة إليك", "مرحبا\n\n## ماذا بعد\n\nرقمك: \u2068SEF-7K4M\u2069", "A letter", "Hello\n\n## Next")
    with app.app_context():
        pdf = read(letter_pdf(words, "ar"))
    assert b"/Lang (ar)" in pdf and b"/Lang (en)" in pdf
    assert tags(pdf) == [b"Document", b"H1", b"P", b"H2", b"P", b"Sect", b"H2", b"P", b"H3"]
    title = "رسالة".encode("utf-16-be")
    assert title in pdf or title.hex().encode() in pdf


def test_it_fetches_nothing():
    with pytest.raises(FetchedSomething):
        fetch_nothing("https://e.example/x")


def test_a_process_that_prints_nothing_does_not_load_it():
    seen = "import sys, app; print([name for name in ('weasyprint', 'fontTools', 'pydyf') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.strip() == "[]"
