"""Pictures are painted anew, dot by dot. So nothing stays of where or with what they were taken, nor of anything that
was hidden in the file.
"""

import struct
from io import BytesIO
from threading import Lock

import pillow_heif
from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from app.forms.files.refused import Refused, Why
from app.model.file_kind import FileKind

MOST_DOTS = 50_000_000  # the largest phone cameras make 48 million
LONGEST_SIDE = 4096  # a letter on a page stays readable
MOST_BYTES = 10_000_000
QUALITY = 88
READ = ("JPEG", "PNG", "WEBP", "HEIF")

BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, RuntimeError, struct.error)

pillow_heif.register_heif_opener(thumbnails=False)
Image.MAX_IMAGE_PIXELS = MOST_DOTS
_one_at_a_time = Lock()  # a large picture opened takes some hundreds of megabytes


def paint_anew(content: bytes) -> tuple[FileKind, bytes]:
    """The first picture in the file, the right way up. Raises Refused."""
    with _one_at_a_time:
        ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once it has printed, has it otherwise for everybody
        try:
            return _paint_anew(content)
        except Image.DecompressionBombError:
            raise Refused(Why.TOO_MANY_DOTS) from None
        except BROKEN:
            raise Refused(Why.BROKEN) from None


def _paint_anew(content: bytes) -> tuple[FileKind, bytes]:
    with Image.open(BytesIO(content), formats=READ) as found:
        across, down = found.size
        if across * down > MOST_DOTS:
            raise Refused(Why.TOO_MANY_DOTS)
        is_png = found.format == "PNG"
        found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is opened smaller
        upright = ImageOps.exif_transpose(found)
        clear = upright.has_transparency_data
        upright = upright.convert("RGBA" if clear else "RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if is_png:
        written = _written(upright, "PNG")
        if len(written) <= MOST_BYTES:
            return FileKind.PNG, written
    return FileKind.JPEG, _written(upright, "JPEG", quality=QUALITY)


def _written(picture: Image.Image, format: str, **more) -> bytes:
    """On a fresh canvas: what Pillow knows of the old file does not come along."""
    flat = format == "JPEG"
    canvas = Image.new("RGB" if flat else picture.mode, picture.size, "white" if flat else None)
    canvas.paste(picture, mask=picture if flat and picture.mode == "RGBA" else None)
    written = BytesIO()
    canvas.save(written, format, **more)
    return written.getvalue()
