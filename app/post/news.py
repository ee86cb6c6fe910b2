"""Saying that there is news, in the safe way: never what it is. Their own page shows that."""

from collections.abc import Collection
from datetime import date, datetime

from app.councils.council import Council
from app.model.due import reference_due_on
from app.model.event import Task
from app.model.london import london_day
from app.model.representation import Representation, Way
from app.post.acknowledgement import SUBJECT, may_write_to
from app.post.addresses import Addresses, find_email
from app.post.letters import Purpose, write
from app.post.wording import render_for_child, subject_in
from app.records import outbox, tasks
from app.records.database import Db


def tell_news(
    db: Db, told: Representation, council: Council, addresses: Addresses, holidays: Collection[date], now: datetime,
    once: str,
) -> None:  # fmt: skip
    """A neutral message where email is the safe way; else a person has it to do. Those with a code look by themselves.

    `once` names the news, such as "move:12": the same news is told once.
    """
    if told.contact.way is Way.CODE:
        return
    address = find_email(told.contact.where) if told.contact.way is Way.EMAIL else None
    if address and may_write_to(db, address, Purpose.NEWS, now):
        body = render_for_child(
            "news", told.language, told=told, follow=addresses.of_follow(council.slug, told.language)
        )
        subject = subject_in(told.language, SUBJECT)
        outbox.queue(db, write(told, council, Purpose.NEWS, f"news-{once}", address, subject, body, now))
        return
    if not any(task.what is Task.TELL_NEWS and task.done_at is None for task in tasks.of(db, told.id)):
        due_on = reference_due_on(london_day(now), council.timetable, holidays)  # ours: as quick as the first answer
        tasks.add(db, told.id, council.slug, Task.TELL_NEWS, due_on, now, f"tell-{once}")
