"""Named points at which a process can be killed, in sending and in bringing a letter.

The app knows nothing of them. `wire` wraps the steps of the work from outside, in the process that is to die. While a
fuse file names a point, the process that reaches it for the last of the passes it names kills itself, with no goodbye.
"""

import fcntl
import os
import signal
import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path

from flask import Flask, has_request_context, request
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.pages import tell_check
from app.records import outbox
from app.records.database import Records

FUSE = "FUSE"  # the environment variable that names the fuse file

ANSWERING = ("before BEGIN", "after BEGIN", "before COMMIT", "after COMMIT")
SENDING = (
    "before validation", "after validation", "before BEGIN", "after BEGIN", "before the representation",
    "after the representation", "before the letter", "after the letter", "before COMMIT", "after COMMIT",
    "before the answer", "after the answer",
)  # fmt: skip
IN_THE_WEB = (*(f"answering: {point}" for point in ANSWERING), *(f"sending: {point}" for point in SENDING))
BEFORE_THE_DOT = (
    "bringing: before the claim", "bringing: claimed, before COMMIT", "bringing: after the claim",
    "bringing: before connecting", "bringing: after connecting", "bringing: before RCPT", "bringing: after RCPT",
    "bringing: in the middle of DATA",
)  # fmt: skip
BEFORE_THE_MARK = ("bringing: after the dot, before the 250", "bringing: after the 250", "bringing: before COMMIT")
IN_THE_POST = (*BEFORE_THE_DOT, *BEFORE_THE_MARK, "bringing: after the mark")

WORK = {"tell.answer": "answering", "tell.send": "sending"}
ROWS = {"INSERT INTO representation ": "the representation", "INSERT INTO letter ": "the letter"}


class Fuse:
    """A file that names a point, and how many passes of it are left. Gone: it has burned down, or was put out."""

    def __init__(self, path: Path):
        self.path, self.loaded = path, path.with_suffix(".loaded")

    def light(self, point: str, passes: int = 1, *, whole_group: bool = False) -> None:
        aside = self.path.with_suffix(".new")
        aside.write_text(f"{passes}\n{'group' if whole_group else 'process'}\n{point}", "utf-8")
        aside.rename(self.path)

    def put_out(self) -> bool:
        """True if it was still burning: then nothing has been killed by it, and nothing will be."""
        try:
            self.path.unlink()
        except FileNotFoundError:
            return False
        return True

    def reached(self, point: str) -> None:
        if not self.path.exists():
            return
        with self.path.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            try:
                passes, whom, wanted = self.path.read_text("utf-8").split("\n")
            except FileNotFoundError:
                return
            if wanted != point:
                return
            if int(passes) > 1:
                self.light(point, int(passes) - 1, whole_group=whom == "group")
            elif self.put_out():
                kill = os.killpg if whom == "group" else os.kill
                kill(os.getpgrp() if whom == "group" else os.getpid(), signal.SIGKILL)
                signal.pause()  # the end comes to every thread, but not at the same instant


def wire(app: Flask, fuse: Fuse) -> None:
    """Wrap what this process does, so that it can be killed in the midst of it."""
    _wire_transactions(fuse)
    _wire_sending(app, fuse)
    _wire_bringing(fuse)


def working_on() -> str:
    return WORK.get(request.endpoint, "") if has_request_context() else ""


def _wire_transactions(fuse: Fuse) -> None:
    writing = Records.writing

    @contextmanager
    def wrapped(records: Records) -> Iterator:
        work = working_on()
        fuse.reached(f"{work}: before BEGIN")
        with writing(records) as db:
            if work:
                db.connection.exec_driver_sql("SELECT 1")  # PostgreSQL begins with the first statement
            fuse.reached(f"{work}: after BEGIN")
            yield db
            fuse.reached(f"{work}: before COMMIT")
        fuse.reached(f"{work}: after COMMIT")

    Records.writing = wrapped

    def row_of(statement: str) -> str:
        return next((row for begins, row in ROWS.items() if statement.startswith(begins)), "")

    @event.listens_for(Engine, "before_cursor_execute")
    def before(connection, cursor, statement, *_more) -> None:
        fuse.reached(f"{working_on()}: before {row_of(statement)}")

    @event.listens_for(Engine, "after_cursor_execute")
    def after(connection, cursor, statement, *_more) -> None:
        fuse.reached(f"{working_on()}: after {row_of(statement)}")


def _wire_sending(app: Flask, fuse: Fuse) -> None:
    next_question, inner = tell_check.next_question, app.wsgi_app

    @wraps(next_question)
    def validated(*answers):
        fuse.reached(f"{working_on()}: before validation")
        found = next_question(*answers)
        fuse.reached(f"{working_on()}: after validation")
        return found

    def answering(environ, start_response):
        request_line = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}"
        if request_line.startswith("GET ") and request_line.endswith("/form/sent"):
            fuse.reached("sending: after the answer")  # who asks for this has had it
        answer = inner(environ, start_response)
        if request_line.startswith("POST ") and request_line.endswith("/form/check"):
            fuse.reached("sending: before the answer")
        return answer

    tell_check.next_question, app.wsgi_app = validated, answering


def _wire_bringing(fuse: Fuse) -> None:
    def around(owner, name: str, before: str = "", after: str = "") -> None:
        step: Callable = getattr(owner, name)

        @wraps(step)
        def wrapped(*arguments, **more):
            fuse.reached(f"bringing: {before}")
            done = step(*arguments, **more)
            fuse.reached(f"bringing: {after}")
            return done

        setattr(owner, name, wrapped)

    around(outbox, "claim", "before the claim", "claimed, before COMMIT")
    around(outbox, "get_message", "after the claim")
    around(outbox, "mark_sent", "after the 250", "before COMMIT")
    around(outbox, "any_due", "after the mark")  # the postman asks for the next one
    around(smtplib.SMTP, "connect", "before connecting", "after connecting")
    around(smtplib.SMTP, "rcpt", "before RCPT", "after RCPT")
    send = smtplib.SMTP.send

    @wraps(send)
    def sending(line: smtplib.SMTP, what) -> None:
        if not what.endswith("\r\n.\r\n" if isinstance(what, str) else b"\r\n.\r\n"):
            send(line, what)
            return
        half = len(what) // 2
        send(line, what[:half])
        fuse.reached("bringing: in the middle of DATA")
        send(line, what[half:])
        fuse.reached("bringing: after the dot, before the 250")

    smtplib.SMTP.send = sending
