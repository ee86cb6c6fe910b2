"""The outside of a letter: an email with exactly the headers we mean, or none at all.

Python 3.11's own header writing has let an emoji with an encoded newline add a header. So no child's words
ever come here but in the body, and what was built is read again and compared before it is queued.
"""

from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import format_datetime

from app.councils.certificate import Certificate
from app.post.addresses import find_email

# RFC 5322, 2.1.1: a line may have 998 letters. A Message-ID folded at 78, as with a council of a long name, reads back
# with a space in front.
UNFOLDED = policy.SMTP.clone(max_line_length=998)
FILE = "smime.p7m"  # RFC 8551, 3.2.1
PLAIN = {
    "Content-Transfer-Encoding": "base64",
    "Content-Type": 'text/plain; charset="utf-8"',
    "MIME-Version": "1.0",
}
SEALED = {
    "Content-Transfer-Encoding": "base64",
    "Content-Disposition": f'attachment; filename="{FILE}"',
    "Content-Type": f'application/pkcs7-mime; smime-type="enveloped-data"; name="{FILE}"',
    "MIME-Version": "1.0",
}


class LetterUnsafe(ValueError):
    """The letter that was built is not the one that was meant. It is not sent, and nothing it holds is said here."""


def build(
    id: str, sender: str, recipient: str, subject: str, body: str, at: datetime, certificate: Certificate | None = None
) -> bytes:
    """The whole email, as it will be sent every time. The body travels as base64, so that no letter is lost.

    With a certificate the body is sealed, and the headers stay readable.
    Raises LetterUnsafe unless it reads back exactly as it was meant.
    """
    if find_email(sender) != sender or find_email(recipient) != recipient:
        raise LetterUnsafe("the sender or the recipient is not a plain address")
    headers = {
        "Subject": subject,
        "From": sender,
        "To": recipient,
        "Date": format_datetime(at),
        "Message-ID": f"<{id}@{sender.rpartition('@')[2]}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    message = EmailMessage(policy=policy.SMTP)
    for name, value in headers.items():
        try:
            message[name] = value
        except ValueError:
            raise LetterUnsafe(f"the header {name} does not take what it was given") from None
    if certificate:
        inside = EmailMessage(policy=policy.SMTP)
        _put_plain(inside, body.encode("utf-8"))
        content = certificate.seal(inside.as_bytes())
        _put_sealed(message, content)
    else:
        content = body.encode("utf-8")
        _put_plain(message, content)
    letter = message.as_bytes(policy=UNFOLDED)
    check(letter, headers | (SEALED if certificate else PLAIN), content)
    return letter


def _put_plain(message: EmailMessage, words: bytes) -> None:
    message.set_content(words, maintype="text", subtype="plain", cte="base64", params={"charset": "utf-8"})


def _put_sealed(message: EmailMessage, envelope: bytes) -> None:
    message.set_content(
        envelope,
        maintype="application",
        subtype="pkcs7-mime",
        cte="base64",
        disposition="attachment",
        filename=FILE,
        params={"smime-type": "enveloped-data", "name": FILE},
    )


def check(letter: bytes, expected: dict[str, str], body: bytes) -> None:
    """Raise LetterUnsafe unless the letter, read as a mail server would, has these headers and this body alone."""
    read = BytesParser(policy=policy.default).parsebytes(letter)
    found = read.items()
    if [(name, str(value)) for name, value in found] != list(expected.items()):
        names = ", ".join(name for name, _ in found if name in expected)
        raise LetterUnsafe(f"the headers are not the ones expected; of those, there are {names}")
    if read.defects or any(value.defects for _, value in found):
        raise LetterUnsafe("the letter reads with defects")
    if read.is_multipart() or read.get_payload(decode=True) != body:
        raise LetterUnsafe("the body is not the one that was written")


def sender_of(letter: bytes) -> str:
    """The address a queued letter comes from."""
    return str(BytesParser(policy=policy.default).parsebytes(letter, headersonly=True)["From"])
