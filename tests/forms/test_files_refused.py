"""What may not be added, and why: the library of hostile files, each refused for its own reason and in good time."""

import importlib
import time
import tracemalloc

import pytest

from app.forms.files.door import MOST_BYTES, look
from app.forms.files.refused import Refused, Why
from app.forms.files.word import PAPER
from tests.forms import hostile_files as made

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
FIELD = "<w:r><w:instrText>{}</w:instrText></w:r>"

HOSTILE = {
    "nothing": (b"", Why.EMPTY),
    "only spaces": (b" \n\t ", Why.EMPTY),
    "eleven megabytes": (b"a" * (MOST_BYTES + 1), Why.TOO_BIG),
    "an SVG": (SVG, Why.WEB_PAGE),
    "an SVG in UTF-16": (SVG.decode().encode("utf-16"), Why.WEB_PAGE),
    "an SVG after a greeting": (b"<?xml version='1.0'?>\n" + SVG, Why.WEB_PAGE),
    "HTML": (b"<!DOCTYPE html><title>x</title>", Why.WEB_PAGE),
    "HTML after a line": (b"hello\n<html><script>1</script></html>", Why.WEB_PAGE),
    "RTF": (b"{\\rtf1 hello}", Why.WEB_PAGE),
    "a program": (b"MZ\x90\0\3\0\0\0", Why.NOT_KNOWN),
    "a GIF": (b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;", Why.NOT_KNOWN),
    "words of an old Windows": ("Zoë".encode("cp1252") * 3, Why.UNREADABLE_TEXT),
    "words with a NUL": (b"hello\0there", Why.NOT_KNOWN),
    "an old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Why.OLD_WORD),
    "a picture of 2,500 million dots": (made.huge_png(), Why.TOO_MANY_DOTS),
    "a picture of 60 million dots": (made.huge_png(10_000, 6_000), Why.TOO_MANY_DOTS),
    "half a JPEG": (made.picture("JPEG", size=(400, 400))[:900], Why.BROKEN),
    "half a PNG": (made.picture("PNG")[:60], Why.BROKEN),
    "half a WebP": (made.picture("WEBP")[:60], Why.BROKEN),
    "half a HEIC": (made.heic()[:400], Why.BROKEN),
    "a HEIC of nothing": (made.box(b"ftyp", b"heic\0\0\0\0mif1heic"), Why.BROKEN),
    "only the beginning of a JPEG": (b"\xff\xd8\xff\xe0" + bytes(40), Why.BROKEN),
    "an HTML that begins as a PDF": (b"%PDF-1.7\n<html><script>alert(1)</script></html>", Why.BROKEN),
    "a PDF with a zip behind it": (made.pdf() + made.zipped({"x": "y"}), Why.BROKEN),
    "a PDF in the comment of a zip": (made.pdf(end=b"PK\5\6" + bytes(16) + b"\6\0" + b"%%EOF\n"), Why.BROKEN),
    "half a PDF": (made.pdf()[:60], Why.BROKEN),
    "a PDF with a program": (made.pdf(b"4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n"), Why.UNSAFE_PDF),
    "the same, spelt in numbers": (made.pdf(b"<< /S /J#61va#53cript /JS (x) >>"), Why.UNSAFE_PDF),
    "the same, squeezed": (made.pdf(made.packed(b"<< /S /JavaScript /JS (x) >>")), Why.UNSAFE_PDF),
    "squeezed in another way": (
        made.pdf(b"<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nx\nendstream"),
        Why.UNSAFE_PDF,
    ),
    "a PDF that starts something": (made.pdf(b"<< /S /Launch /F (cmd.exe) >>"), Why.UNSAFE_PDF),
    "a PDF with a file in it": (made.pdf(b"<< /Type /EmbeddedFile >>"), Why.UNSAFE_PDF),
    "a PDF bomb": (made.pdf(made.packed(bytes(60_000_000))), Why.BROKEN),
    "a locked PDF": (made.pdf(b"<< /Encrypt 5 0 R >>"), Why.LOCKED),
    "a Word with macros": (made.word(MACROS), Why.UNSAFE_WORD),
    "macros under a paper’s name": (made.word(**{"word/vbaProject.bin": b"x"}), Why.UNSAFE_WORD),
    "a Word template": (made.word(PAPER.replace("document.main", "template.main")), Why.UNSAFE_WORD),
    "a template from elsewhere": (made.word(**made.link("attachedTemplate")), Why.UNSAFE_WORD),
    "a picture from elsewhere": (made.word(**made.link("image")), Why.UNSAFE_WORD),
    "elsewhere, in another spelling": (made.word(**made.link("image", mode="&#69;xternal")), Why.UNSAFE_WORD),
    "a file in a file": (made.word(**made.link("oleObject", "embeddings/o.bin", "Internal")), Why.UNSAFE_WORD),
    "a web page in a Word": (made.word(**{"word/afchunk.html": "<html>"}), Why.UNSAFE_WORD),
    "a Word that starts something": (made.word(body=FIELD.format("DDEAUTO c:\\cmd")), Why.UNSAFE_WORD),
    "the same, in pieces": (made.word(body=FIELD.format("DDE") + FIELD.format("AUTO c:\\cmd")), Why.UNSAFE_WORD),
    "a billion laughs": (made.word(**{"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), Why.UNSAFE_WORD),
    "a way out of the folder": (made.word(**{"../../etc/passwd.xml": "<x/>"}), Why.UNSAFE_WORD),
    "a Word that is not XML": (made.word(body="<w:p>"), Why.BROKEN),
    "a zip bomb": (made.zip_bomb(), Why.BROKEN),
    "a zip bomb that lies": (made.lying_bomb(), Why.BROKEN),
    "another kind of zip": (made.zipped({"photo.jpg": made.picture()}), Why.NOT_KNOWN),
    "half a Word": (made.word()[:200], Why.BROKEN),
    "a Word with something behind it": (made.word() + b"<script>alert(1)</script>", Why.BROKEN),
    "half of a sound": (made.mp3(frames=2), Why.BROKEN),
    "a sound with a zip behind it": (made.mp3(frames=9) + bytes(3000) + made.zipped({"x": "y"}), Why.BROKEN),
    "a film": (made.m4a(handler=b"vide", brand=b"mp42"), Why.VIDEO),
    "a WebM film": (made.webm(track_type=1), Why.VIDEO),
    "an Ogg film": (made.ogg(begins=b"\x80theora\3"), Why.VIDEO),
    "half an M4A": (made.m4a()[:-9], Why.BROKEN),
    "an M4A with HTML behind it": (made.m4a() + b"<html><script>alert(1)</script>", Why.BROKEN),
    "an M4A and a zip": (made.m4a() + made.box(b"mdat", made.zipped({"x": "y"})), Why.BROKEN),
    "half a WebM": (made.webm()[:-9], Why.BROKEN),
    "a WebM with HTML behind it": (made.webm() + b"<html><script>alert(1)</script>", Why.BROKEN),
    "a WebM with a file in it": (made.webm() + made.element(0x1941A469, b"x"), Why.BROKEN),
    "half an Ogg": (made.ogg()[:-9], Why.BROKEN),
    "an Ogg with HTML behind it": (made.ogg() + b"<html><script>alert(1)</script>", Why.BROKEN),
}


@pytest.mark.parametrize(("content", "why"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_for_its_own_reason_and_in_good_time(content, why):
    began = time.process_time()
    with pytest.raises(Refused) as refused:
        look(content)
    assert refused.value.why is why
    assert time.process_time() - began < 2


def test_half_a_picture_is_refused_after_a_letter_has_been_printed_too():
    importlib.import_module("weasyprint")  # which tells Pillow to read what is cut off
    with pytest.raises(Refused) as refused:
        look(HOSTILE["half a JPEG"][0])
    assert refused.value.why is HOSTILE["half a JPEG"][1]


@pytest.mark.parametrize("bomb", [made.zip_bomb(), made.lying_bomb(), made.huge_png()])
def test_a_bomb_takes_no_room(bomb):
    tracemalloc.start()
    with pytest.raises(Refused):
        look(bomb)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


def test_every_reason_is_one_that_happens():
    of_the_page = {Why.TOO_MANY, Why.NOT_KEPT}
    assert {why for _content, why in HOSTILE.values()} == set(Why) - of_the_page
