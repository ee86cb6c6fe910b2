"""What has just come: nobody has recorded most of it. Some of it is urgent, and some may be from robots."""

from datetime import time

from app.examples.cast import BEA, Example, Step
from app.model.age import AgeGroup
from app.model.event import What
from app.model.move import Key
from app.model.representation import Account, Answer, Feeling, IfAnother, Kind, OnBehalfOf, SafeContact, Telling, Way
from app.model.robots import Why
from app.model.topic import Topic

EXAMPLES = (
    Example(
        came=0,
        at=time(8, 15),
        language="uk",
        name="Дарина",
        words="Замок у моїй кімнаті зламаний, і мені тут не спокійно вночі.\nЯ не хочу тут спати сьогодні.",
        wish="Щоб хтось прийшов сьогодні.",
        contact=SafeContact(way=Way.TEXT, where="0151 496 0150", when="після школи"),
        account=Account(feeling=Feeling.WORRIED),
        topic=Topic.CARER,
        safe=Answer.NO,
    ),
    Example(
        came=1,
        at=time(8, 40),
        name="Jayden",
        age=AgeGroup.FROM_13,
        words="I was told to stay with someone I don't know tonight. I don't feel ok about it. Can someone ring me?",
        wish="Ask me first. Let me meet them.",
        contact=SafeContact(
            way=Way.CALL,
            where="0151 496 0151",
            when="after 4",
            if_another=IfAnother.NOTHING,
            keep_from="Never ring the house phone.",
        ),
        account=Account(feeling=Feeling.SCARED),
        topic=Topic.MOVING,
        safe=Answer.NO,
        steps=(
            Step(1, Key.RECORDED, by=BEA, at=time(9, 5)),
            Step(1, Key.ASSIGNED, by=BEA, at=time(9, 10), people={"officer": BEA}),
            Step(
                0, What.MESSAGE, "Bea came and we talked. I slept ok. I still want to meet them first.", at=time(8, 5)
            ),
        ),
    ),
    Example(
        came=2,
        language="vi",
        name="Minh",
        words="Em xin gặp chị gái mỗi tuần. Ba tuần rồi em chưa được gặp.",
        wish="Em muốn gặp chị vào thứ Bảy.",
        account=Account(feeling=Feeling.SAD, when="ba tuần nay"),
        topic=Topic.FAMILY,
    ),
    Example(
        came=3,
        language="ar",
        telling=Telling.FAMILY,
        name="خالة سلمى",
        child=OnBehalfOf(name="سلمى", bond="خالتها", knows=Answer.YES, agrees=Answer.YES),
        words="سلمى تريد أن تبقى في مدرستها. قالوا لها إنها ستنتقل ولم يسألها أحد.",
        wish="أن يسألها أحد عن رأيها.",
        contact=SafeContact(way=Way.EMAIL, where="khala@example.org", may_say_more=True),
        topic=Topic.MOVING,
    ),
    Example(
        came=0,
        at=time(9, 30),
        kind=Kind.ADVOCATE,
        language="pl",
        name="Hania",
        words="Chcę, żeby ktoś poszedł ze mną na spotkanie. Sama się wstydzę mówić.",
        contact=SafeContact(way=Way.PERSON, where="Moja wychowawczyni, pani Lis"),
        wants_advocate=True,
    ),
    Example(
        came=0,
        at=time(9, 50),
        words="We are four in one home and we all send one. The wifi is off at 8 every night. Homework is online!",
        name="Ollie and the others",
        held=Why.TOO_MANY,
    ),
    Example(
        came=1,
        at=time(3, 12),
        kind=Kind.COMMENT,
        words="Best price shoes!!! Click now for best price shoes",
        name="Shoe Shop",
        held=Why.HIDDEN_FIELD,
    ),
)
