"""Contrast of a council's colour, by WCAG 2.2's relative luminance."""

PAPER = "#fff9f0"  # as in static/css/tokens.css


def contrast_with_paper(colour: str) -> float:
    """How much a colour such as #1b1840 stands out from our paper: from 1, not at all, to 21."""
    one, other = sorted((_luminance(colour), _luminance(PAPER)), reverse=True)
    return (one + 0.05) / (other + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
