"""The tables of signing in at the desk: who is in, and what they prove it with."""

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, LargeBinary, String, Table, Text

from app.records.columns import HASH, ID, WORD, Instant, Sealed, metadata


def of_officer() -> Column:
    return Column("officer_id", ID, ForeignKey("officer.id"), nullable=False, index=True)


# An officer in one browser. The cookie holds a token and nothing else; here is its hash.
desk_session = Table(
    "desk_session",
    metadata,
    Column("id", HASH, primary_key=True),
    of_officer(),
    Column("state", WORD, nullable=False),  # app.records.desk_sessions.State
    Column("began_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("ended_at", Instant),  # signed out, here or from elsewhere
    Column("forget_at", Instant, nullable=False, index=True),
    CheckConstraint("state IN ('second-step', 'set-up', 'in')", name="state"),
)

# The secret that an officer's app on the phone makes its six digits from. `id` is the officer's.
second_step = Table(
    "second_step",
    metadata,
    Column("id", ID, ForeignKey("officer.id"), primary_key=True),
    Column("secret", Sealed, nullable=False),
    Column("counter", BigInteger),  # of the last digits that were taken: none are taken twice
    Column("since", Instant, nullable=False),
)

# For the day the phone is gone. Each works once.
recovery_code = Table(
    "recovery_code",
    metadata,
    Column("id", HASH, primary_key=True),  # keyed
    of_officer(),
)

# A letter with a way to choose a new password. Works once, for an hour.
new_password = Table(
    "new_password",
    metadata,
    Column("id", HASH, primary_key=True),
    of_officer(),
    Column("asked_at", Instant, nullable=False),
    Column("forget_at", Instant, nullable=False, index=True),
)

passkey = Table(
    "passkey",
    metadata,
    Column("id", ID, primary_key=True),
    of_officer(),
    Column("credential", Text, nullable=False, unique=True),  # base64url, as the browser says it
    Column("public_key", LargeBinary, nullable=False),
    Column("uses", BigInteger, nullable=False),  # as the key counts them; 0 for one that does not
    Column("name", Text, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("used_at", Instant),
)

# A question put to a browser or to the council's own sign-in, whose answer comes with a later request. Asked once.
challenge = Table(
    "challenge",
    metadata,
    Column("id", HASH, primary_key=True),
    Column("what", String(20), nullable=False),
    Column("more", Sealed, nullable=False),
    Column("forget_at", Instant, nullable=False, index=True),
)
