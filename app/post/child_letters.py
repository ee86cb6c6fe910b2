"""Letters to the young person: written when a move is made, kept as a draft, and sent in the way that is safe.

A letter always stands on the young person's own page, for whoever has the code. By email goes the letter itself only
where they said that details are safe and named nobody who must not know; else that there is news. In every other way
a person takes it to them. The words that go out are kept as they went.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from app.councils.council import Council
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.letters import plain_words, write_letter
from app.councils.reader import Reader
from app.councils.shelf import Shelf
from app.model.clocks import ANSWERS
from app.model.course import Course
from app.model.due import Timetable, reference_due_on
from app.model.event import Task
from app.model.letter import LETTERS, LetterFacts, Went, Words
from app.model.london import london_day
from app.model.representation import Representation, Way
from app.post.acknowledgement import SUBJECT, may_write_to
from app.post.addresses import Addresses, find_email
from app.post.letters import Purpose, write
from app.post.wording import GAP, RULE, as_typed, render_for_child, subject_in
from app.records import child_letters, deadlines, making, outbox, tasks
from app.records.child_letters import ChildLetter
from app.records.database import Db
from app.records.deadlines import Kept

INVESTIGATOR, INDEPENDENT = "investigating-officer", "independent-person"
ASK = ("ask-stage-2", "ask-stage-3")


class Changed(Exception):
    """The letter went, or somebody changed it, since the page was opened."""


def _(text: str) -> str:
    """Marks a text for the catalogue; it is put into a language when the letter is written."""
    return text


NO_ANSWERS = _("Please do not answer this message. Nobody reads the answers.")


def draft(
    db: Db, told: Representation, shelf: Shelf, council: Council, addresses: Addresses, officer: str, now: datetime
) -> bool:  # fmt: skip
    """Keep the letter about the newest move as a draft. False where that move tells nothing. `told`: as it is after."""
    course = making.course(db, told)
    if not course.made or course.made[-1].key not in LETTERS:
        return False
    made = course.made[-1]
    language = LANGUAGES.get(told.language, ENGLISH)
    facts = facts_of(told, course, deadlines.open_of(db, told.id), council, addresses.of_follow, london_day(now))
    letter = write_letter(Reader(shelf, council, language), made.key, facts)
    words = Words(letter.title, letter.words)
    if LANGUAGES[letter.lang].spoken_as != ENGLISH.tag:
        english = write_letter(Reader(shelf, council, ENGLISH), made.key, facts)
        words = Words(letter.title, letter.words, english.title, english.words)
    return child_letters.add(db, told.id, made.number, made.key, letter.lang, words, officer, now)


def facts_of(
    told: Representation, course: Course, dates: Sequence[Kept], council: Council, follow, today: date
) -> LetterFacts:  # fmt: skip
    """What the letter about the newest move can say. `follow` gives the address of their own page."""
    made = course.made[-1]
    said, is_theirs = made.said, told.contact_name or told.contact_details
    due = {kept.deadline.clock: kept.deadline.due_on for kept in dates if kept.deadline.stopped_on is None}
    team = council.team
    reach = (told.contact_name, told.contact_details) if is_theirs else (team.name, team.details)
    promised = {one.place: one.what for one in course.promised}
    return LetterFacts(
        written=today,
        day=made.moved_on,
        name=told.name,
        number=told.reference,
        due=min((day for clock, day in due.items() if clock in ANSWERS), default=None),
        ask_by=min((day for clock, day in due.items() if clock in ASK), default=None),
        panel_by=due.get("panel"),
        papers_by=due.get("panel-papers"),
        panel_date=course.panel_on,
        new_date=said.new_date,
        reason=made.why,
        points=said.points,
        investigating_officer=said.people.get(INVESTIGATOR, ""),
        independent_person=said.people.get(INDEPENDENT, ""),
        members=said.members,
        where=said.where,
        because=said.because,
        promises=said.undertakings,
        promise=promised.get(said.undertaking),
        reach=tuple(filter(None, reach)),
        follow=follow(council.slug, told.language if told.language in LANGUAGES else ENGLISH.tag),
    )


def safe_way(told: Representation) -> Went:
    """How a letter goes to them, as far as what they said lets it."""
    contact = told.contact
    if contact.way is Way.CODE:
        return Went.PAGE
    if contact.way is not Way.EMAIL or not find_email(contact.where):
        return Went.BY_HAND
    return Went.EMAIL if contact.may_say_more and not contact.keep_from else Went.NEWS


def send(
    db: Db, told: Representation, letter: ChildLetter, seen: int, council: Council, addresses: Addresses,
    holidays: Collection[date], officer: str, now: datetime, *, by_hand: bool = False,
) -> Went:  # fmt: skip
    """It goes as it is kept now: on their page at once, and whatever tells them is queued with it.

    Raises Changed when it went already, or is not as it was in version `seen`.
    """
    way = Went.BY_HAND if by_hand else safe_way(told)
    address = find_email(told.contact.where) or ""
    purpose = Purpose.CHILD_LETTER if way is Went.EMAIL else Purpose.NEWS
    if way in (Went.EMAIL, Went.NEWS) and not may_write_to(db, address, purpose, now):
        way = Went.BY_HAND
    if not child_letters.mark_went(db, letter.id, seen, way, officer, now):
        raise Changed(letter.id)
    if way is Went.BY_HAND:
        _set_task(db, told, letter, council.timetable, holidays, now)
    elif way is not Went.PAGE:
        follow = addresses.of_follow(council.slug, told.language)
        news = render_for_child("news", told.language, told=told, follow=follow)
        body = _in_full(letter) if way is Went.EMAIL else news
        subject = subject_in(told.language, SUBJECT)
        outbox.queue(db, write(told, council, purpose, f"child-letter:{letter.id}", address, subject, body, now))
    return way


def _in_full(letter: ChildLetter) -> str:
    words = letter.words
    parts = [words.title, plain_words(words.words)]
    if words.english_words:
        parts += [RULE, "The same in English:", words.english_title, plain_words(words.english_words)]
    return as_typed(GAP.join([*parts, subject_in(letter.language, NO_ANSWERS)]))


def _set_task(
    db: Db, told: Representation, letter: ChildLetter, timetable: Timetable, holidays: Collection[date], now: datetime
) -> None:  # fmt: skip
    """A person takes it to them; whoever was to say that there is news now has the letter to do it with."""
    if not tasks.become(db, told.id, (Task.TELL_NEWS, Task.CONFIRM_STOPPED), Task.GIVE_LETTER):
        due_on = reference_due_on(london_day(now), timetable, holidays)  # ours: as quick as the first answer
        tasks.add(db, told.id, told.council, Task.GIVE_LETTER, due_on, now, f"give-letter:{letter.id}")
