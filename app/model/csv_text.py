"""Comma-separated values that are only ever read: a cell that a spreadsheet would take for a formula is made text."""

import csv
import io
from collections.abc import Iterable, Sequence

STARTS_A_FORMULA = tuple("=+-@|%\t\r\n＝＋－＠")  # OWASP, CSV injection; the wide ones some spreadsheets take too
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return BYTE_ORDER_MARK + written.getvalue()


def _cell(value: object) -> str:
    """NUL ends a file for some readers."""
    text = str(value).replace("\0", "")
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) or text.lstrip().startswith(STARTS_A_FORMULA) else text
