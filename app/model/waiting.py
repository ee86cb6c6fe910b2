"""How long a letter that was refused waits for its next try."""

from datetime import timedelta

FIRST_WAIT_SECONDS = 10
LONGEST_WAIT_SECONDS = 300  # so that everything is gone within ten minutes of a mail server's return


def wait_after(attempts: int, chance: float) -> timedelta:
    """Twice as long after each try, up to five minutes; of that from half to all, so that not all come at once."""
    longest = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** min(attempts - 1, 10))
    return timedelta(seconds=longest * (1 + chance) / 2)
