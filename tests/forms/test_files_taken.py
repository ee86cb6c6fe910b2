"""What may be added: each kind is known by what is in it, and nothing comes along that says where or with what."""

from io import BytesIO

import pytest
from PIL import Image

from app.forms.files.door import look
from app.forms.files.pictures import LONGEST_SIDE
from app.model.file_kind import FileKind
from tests.forms import hostile_files as made

GOOD = {
    "JPEG": (made.picture("JPEG"), FileKind.JPEG),
    "PNG": (made.picture("PNG"), FileKind.PNG),
    "WebP": (made.picture("WEBP"), FileKind.JPEG),
    "HEIC": (made.heic(), FileKind.JPEG),
    "PDF": (made.pdf(), FileKind.PDF),
    "PDF, packed": (made.pdf(made.packed(b"<< /Type /Font >>")), FileKind.PDF),
    "text": ("I <3 my dog.\nمرحبا".encode(), FileKind.TEXT),
    "Word": (made.word(), FileKind.WORD),
    "Word with a link": (made.word(**made.link("hyperlink")), FileKind.WORD),
    "MP3": (made.mp3(), FileKind.MP3),
    "MP3 with a title": (made.mp3(title=b"At school" * 9), FileKind.MP3),
    "M4A": (made.m4a(), FileKind.M4A),
    "M4A of Safari": (made.m4a(brand=b"iso5", said=b""), FileKind.M4A),
    "WebM": (made.webm(), FileKind.WEBM),
    "Ogg": (made.ogg(), FileKind.OGG),
}
STAYS_AS_IT_IS = {FileKind.PDF, FileKind.TEXT, FileKind.WORD, FileKind.OGG}


@pytest.mark.parametrize(("content", "kind"), GOOD.values(), ids=GOOD)
def test_each_kind_is_known_by_what_is_in_it(content, kind):
    seen, kept = look(content)
    assert seen is kind
    if kind in STAYS_AS_IT_IS:
        assert kept == content


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_photo_keeps_no_place_and_no_camera(format):
    taken = made.picture(format, exif=made.exif())
    assert made.CAMERA.encode() in taken and dict(opened(taken).getexif().get_ifd(made.PLACE))

    _kind, kept = look(taken)

    assert made.CAMERA.encode() not in kept and b"Exif" not in kept
    assert not dict(opened(kept).getexif()) and not opened(kept).getexif().get_ifd(made.PLACE)


def test_a_photo_of_an_iphone_keeps_none_either():
    taken = made.heic(exif=made.exif())
    assert made.CAMERA.encode() in taken
    _kind, kept = look(taken)
    assert made.CAMERA.encode() not in kept and not dict(opened(kept).getexif())
    assert opened(kept).size == (256, 128)


def test_comments_and_profiles_do_not_come_along():
    _kind, kept = look(
        made.picture("JPEG", comment=b"planted comment", icc_profile=b"planted profile" * 20, dpi=(7, 7))
    )
    assert b"planted" not in kept
    assert "dpi" not in opened(kept).info or opened(kept).info["dpi"] != (7, 7)


def test_a_photo_taken_with_the_phone_on_its_side_stands_upright():
    _kind, kept = look(made.picture("JPEG", exif=made.exif(turned=6)))  # 6: turn a quarter to the right
    photo = opened(kept)
    assert photo.size == (made.TALL, made.WIDE)
    red, green, _blue = photo.getpixel((20, 5))
    assert red > 180 > 60 > green


@pytest.mark.parametrize(("format", "kind"), [("WEBP", FileKind.JPEG), ("PNG", FileKind.PNG)])
def test_of_a_moving_picture_the_first_is_kept(format, kind):
    seen, kept = look(made.moving(format))
    assert seen is kind and getattr(opened(kept), "n_frames", 1) == 1
    red, _green, blue = opened(kept).convert("RGB").getpixel((4, 4))
    assert red > 200 > 50 > blue


def test_a_very_large_photo_becomes_one_that_is_still_readable():
    _kind, kept = look(made.picture("JPEG", size=(8064, 6048)))
    assert max(opened(kept).size) == LONGEST_SIDE


def test_what_is_behind_a_photo_is_gone():
    """Phones put short films there; others put a zip."""
    taken = made.picture("JPEG") + made.zipped({"evil.js": "alert('planted')"})
    _kind, kept = look(taken)
    assert b"PK\x03\x04" not in kept and b"evil.js" not in kept


def test_a_picture_one_can_see_through_can_still_be_seen():
    clear = BytesIO()
    Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(clear, "WEBP")
    _kind, kept = look(clear.getvalue())
    assert opened(kept).getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    "sound", [made.mp3(title=b"High Street, Bootle"), made.m4a(), made.webm(said=b"High Street, Bootle")]
)
def test_what_is_said_about_a_sound_does_not_come_along(sound):
    assert b"High Street, Bootle" in sound
    kind, kept = look(sound)
    assert b"Bootle" not in kept
    assert look(kept) == (kind, kept)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_words_are_kept_as_utf_8_whatever_they_came_in(encoding):
    words = "Nobody listens. کوئی نہیں سنتا 👩‍👧"
    assert look(words.encode(encoding)) == (FileKind.TEXT, words.encode("utf-8"))
