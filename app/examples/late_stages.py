"""Complaints at stage 3, and all that has ended."""

from datetime import time

from app.examples.cast import BEA, OFFICER, TOM, Example, Promise, Step
from app.model.age import AgeGroup
from app.model.event import What
from app.model.move import Key, Outcome
from app.model.representation import Account, Answer, Feeling, Kind, OnBehalfOf, SafeContact, Telling, Way
from app.model.topic import Topic

PEOPLE = {"investigating-officer": "Ines Vestig", "independent-person": "Ivy Fair"}
PANEL = ("Cora Chair", "Mel Two", "Mo Three")
NOT_UPHELD, PARTLY, UPHELD = Outcome.NOT_UPHELD, Outcome.PARTLY, Outcome.UPHELD


def stages_1_and_2(came: int, point: str, by: str, asked: int) -> tuple[Step, ...]:
    """The way to stage 3, asked for `asked` working days ago."""
    return (
        Step(came - 1, Key.RECORDED, by=by),
        Step(came - 10, Key.STAGE_1_ANSWERED, by=by, points=((point, NOT_UPHELD),)),
        Step(came - 14, Key.STAGE_2_ACCEPTED, by=by),
        Step(came - 17, Key.PEOPLE_NAMED, by=by, people=PEOPLE),
        Step(came - 34, Key.REPORTS_IN, by=by),
        Step(came - 38, Key.ADJUDICATED, by=by, points=((point, PARTLY),)),
        Step(asked, Key.PANEL_ASKED, by=by),
    )


AT_STAGE_3 = (
    Example(
        came=80,
        name="Mikey",
        age=AgeGroup.FROM_10,
        words="I was moved schools and homes in one week. I said please not both.",
        wish="A rule that it is one thing at a time.",
        account=Account(feeling=Feeling.ANGRY),
        topic=Topic.MOVING,
        steps=stages_1_and_2(80, "Both moves in one week", OFFICER, 33),
    ),
    Example(
        came=64,
        language="uk",
        name="Олена",
        age=AgeGroup.FROM_13,
        words="Я прошу перекладача на кожну зустріч. Мій брат не повинен перекладати за мене.",
        wish="Перекладач, а не брат.",
        contact=SafeContact(way=Way.TEXT, where="0151 496 0156"),
        topic=Topic.PLAN,
        steps=(
            *stages_1_and_2(64, "No interpreter at meetings", TOM, 18),
            Step(4, Key.PANEL_ARRANGED, by=TOM, members=PANEL, ahead=12, left=True),
        ),
    ),
    Example(
        came=86,
        language="pl",
        name="Ola",
        age=AgeGroup.FROM_16,
        words="W notatkach o mnie są rzeczy, które nie są prawdą. Chcę, żeby je poprawili.",
        wish="Poprawcie notatki razem ze mną.",
        topic=Topic.WORKER,
        steps=(
            *stages_1_and_2(86, "What stands in the notes", BEA, 40),
            Step(30, Key.PANEL_ARRANGED, by=BEA, members=PANEL, ahead=-9),
            Step(20, Key.PAPERS_SENT, by=BEA),
            Step(5, Key.PANEL_REPORT, by=BEA),
        ),
    ),
)

ENDED = (
    Example(
        came=9,
        name="Freya",
        words="Nobody told me what time my taxi comes on Mondays.",
        wish="A text the night before.",
        topic=Topic.SCHOOL,
        steps=(Step(8, Key.SORTED_EARLY, "The driver texts you every Sunday evening now."),),
    ),
    Example(
        came=30,
        name="Aaron",
        age=AgeGroup.FROM_10,
        words="My room was painted pink because it was for a girl before. I have asked for a year.",
        wish="Blue. Or any other.",
        account=Account(feeling=Feeling.OK),
        topic=Topic.CARER,
        steps=(
            Step(29, Key.RECORDED, by=BEA),
            Step(21, Key.STAGE_1_ANSWERED, by=BEA, points=(("It took a year", UPHELD),)),
            Step(
                18,
                Key.CLOSED,
                by=BEA,
                promises=(
                    Promise("Aaron chooses the paint, and it is bought", "Bea Osei", -10),
                    Promise("The room is painted", "The home’s manager", -2),
                ),
            ),
            Step(11, Key.PROMISE_DONE, by=BEA, promise=0),
            Step(1, What.MESSAGE, "I got the paint (green!!) but nobody has painted yet.", at=time(18, 20)),
        ),
    ),
    Example(
        came=60,
        language="ar",
        name="ليلى",
        age=AgeGroup.FROM_13,
        words="أريد أن أختار ملابسي بنفسي.",
        wish="أن أذهب إلى السوق مع أحد.",
        topic=Topic.CARER,
        steps=(
            *stages_1_and_2(60, "Choosing her own clothes", TOM, 0)[:-1],
            Step(18, Key.CLOSED, by=TOM, promises=(Promise("A trip to the shops each season", "Her carer", -8),)),
            Step(9, Key.PROMISE_DONE, by=TOM, promise=0),
        ),
    ),
    Example(
        came=20,
        language="uk",
        name="Тарас",
        words="Мені не подобається новий графік кухні.",
        contact=SafeContact(way=Way.PERSON, where="Мій тренер Олег"),
        topic=Topic.CARER,
        steps=(
            Step(19, Key.RECORDED),
            Step(15, What.ASKED_TO_STOP, "Ми вже домовилися. Можна зупинити?"),
            Step(14, What.STOPPED),
        ),
    ),
    Example(
        came=11,
        name="Bethany",
        age=AgeGroup.FROM_10,
        words="My teacher shouted at me in front of everyone and I had only dropped a pen.",
        wish="Say sorry in front of everyone too.",
        topic=Topic.SCHOOL,
        steps=(
            Step(10, Key.RECORDED, by=TOM),
            Step(8, Key.OUTSIDE, "It is about school. We helped you send it there.", by=TOM, where="The school’s head"),
        ),
    ),
    Example(
        came=90,
        telling=Telling.FAMILY,
        name="Nan of Lewis",
        age=AgeGroup.UNDER_10,
        child=OnBehalfOf(name="Lewis", bond="his nan", knows=Answer.YES, agrees=Answer.YES),
        words="Lewis may phone me on Sundays only. It used to be any evening, and he misses it.",
        wish="Any evening again.",
        topic=Topic.FAMILY,
        steps=(
            *stages_1_and_2(90, "Phone calls on Sundays only", OFFICER, 48),
            Step(40, Key.PANEL_ARRANGED, members=PANEL, ahead=-22),
            Step(34, Key.PAPERS_SENT),
            Step(18, Key.PANEL_REPORT),
            Step(7, Key.FINAL_LETTER),
            Step(6, Key.CLOSED, promises=(Promise("Calls on any evening, written in his plan", "His worker", 10),)),
        ),
    ),
    Example(
        came=12,
        kind=Kind.COMMENT,
        language="vi",
        name="Huy",
        words="Phòng chờ nên có truyện tranh.",
        steps=(
            Step(11, Key.RECORDED),
            Step(9, What.WRITTEN, "Good idea. There is a shelf of comics now."),
            Step(9, Key.CLOSED, at=time(12)),
        ),
    ),
    Example(
        came=7,
        kind=Kind.COMPLIMENT,
        language="ar",
        name="مريم",
        words="شكرًا للسيدة دي. علّمتني ركوب الدراجة!",
        steps=(Step(6, Key.RECORDED, by=BEA), Step(6, Key.CLOSED, by=BEA, at=time(12))),
    ),
)

EXAMPLES = AT_STAGE_3 + ENDED
