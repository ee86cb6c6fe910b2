"""Strings that have broken somebody's mail before, and any other sign there is."""

import random

PIECES = [
    *("\n", "\r\n", "\r", "\r\n\r\n", "\nBcc: all@example.org", "\r\nSubject: gone", "=?utf-8?q?=0ABcc:_x?="),
    *("\x00", "\x0b", "\x0c", "\x1b[2J", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\ufffe"),
    *("😀", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "نسرین\u200cها", "אביגיל", "Zoë", "क्षि", "\u0301" * 40),
    *("\U0010ffff", "\ue000", ".", "\n.\n", "\n..", "From ", "\nFrom me", "--", "<b>", "&amp;", "a" * 1000, " ", ""),
    *("%0d%0aTo: x", "{{ 7*7 }}", "{% raise %}", "%(reference)s", "%s", "'; DROP TABLE letter; --", "=cmd()", "\t"),
]  # fmt: skip
PLANES = [*range(0, 0xD800, 977), *range(0xE000, 0x110000, 9973)]


def hostile(chance: random.Random) -> str:
    pieces = [chance.choice(PIECES) for _ in range(chance.randrange(1, 9))]
    return "".join([*pieces, chr(chance.choice(PLANES))])
