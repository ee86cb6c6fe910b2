"""Complaints at stage 1 that nobody has answered yet: on time, due today, late, longer, and standing still."""

from datetime import time

from app.examples.cast import BEA, TOM, Example, Step
from app.model.age import AgeGroup
from app.model.event import What
from app.model.move import Because, Key
from app.model.representation import Account, Answer, Feeling, OnBehalfOf, SafeContact, Telling, Way
from app.model.topic import Topic

EXAMPLES = (
    Example(
        came=5,
        language="pl",
        name="Kacper",
        age=AgeGroup.FROM_13,
        words="Moja pani kurator nie przyszła trzy razy. Czekałem przy oknie i nikt nie zadzwonił.",
        wish="Niech ktoś powie, kiedy przyjdzie.",
        contact=SafeContact(way=Way.EMAIL, where="kacper@example.org", may_say_more=True),
        account=Account(feeling=Feeling.SAD),
        topic=Topic.WORKER,
        steps=(Step(4, Key.RECORDED, refused=True, left=True),),
    ),
    Example(
        came=7,
        language="uk",
        name="Марко",
        age=AgeGroup.FROM_10,
        words="Мені обіцяли велосипед, щоб їздити на тренування. Вже другий місяць нічого.",
        wish="Скажіть чесно, коли він буде.",
        account=Account(feeling=Feeling.ANGRY, when="з вересня"),
        topic=Topic.MONEY,
        steps=(
            Step(6, Key.RECORDED, by=TOM),
            Step(
                0, What.MESSAGE, "Тренер дав мені старий велосипед. Але я все одно чекаю на відповідь.", at=time(8, 45)
            ),
        ),
    ),
    Example(
        came=10,
        telling=Telling.ADVOCATE,
        name="Ines Okafor",
        age=AgeGroup.FROM_16,
        child=OnBehalfOf(name="Ruby", bond="her advocate", knows=Answer.YES, agrees=Answer.YES),
        words="Ruby’s pathway plan was written without her. She asked twice to see it.",
        wish="To read the plan with somebody, and to change what is not right.",
        contact=SafeContact(way=Way.EMAIL, where="ines.okafor@example.org", may_say_more=True),
        topic=Topic.PLAN,
        steps=(Step(9, Key.RECORDED), Step(9, Key.ASSIGNED, at=time(11, 30), people={"officer": BEA})),
    ),
    Example(
        came=13,
        language="ar",
        name="يوسف",
        age=AgeGroup.FROM_13,
        words="غيّروا يوم زيارة أخي من غير أن يخبروني. انتظرت في المحطة ساعة.",
        wish="أريد أن يتصلوا بي قبل التغيير.",
        account=Account(feeling=Feeling.ANGRY),
        topic=Topic.FAMILY,
        steps=(Step(12, Key.RECORDED, by=BEA),),
    ),
    Example(
        came=17,
        name="Leah",
        age=AgeGroup.FROM_13,
        words="My clothes money did not come in August or September. I have asked and asked.",
        wish="My clothes money, and a sorry.",
        contact=SafeContact(way=Way.CALL, where="0151 496 0153", when="lunch time"),
        account=Account(feeling=Feeling.CONFUSED),
        topic=Topic.MONEY,
        steps=(
            Step(15, Key.RECORDED, by=TOM),
            Step(
                1, What.ASKED_NEXT_STAGE, "You said ten days. It is longer. I want the next bit please.", at=time(17, 2)
            ),
        ),
    ),
    Example(
        came=14,
        language="vi",
        name="Lan",
        age=AgeGroup.FROM_16,
        words="Em không hiểu kế hoạch của em. Không ai dịch cho em.",
        wish="Em muốn có bản tiếng Việt.",
        wants_advocate=True,
        account=Account(feeling=Feeling.CONFUSED),
        topic=Topic.PLAN,
        steps=(
            Step(13, Key.RECORDED),
            Step(6, Key.EXTENDED, "We need a person who can read your plan to you. We find one this week.", ahead=5),
        ),
    ),
    Example(
        came=20,
        language="pl",
        name="Zuzia",
        age=AgeGroup.FROM_10,
        words="Chcę widywać babcię częściej niż raz w miesiącu.",
        wish="Każda niedziela byłaby super.",
        contact=SafeContact(way=Way.LETTER, where="7 Sample Street, Southport"),
        topic=Topic.FAMILY,
        steps=(
            Step(19, Key.RECORDED, by=BEA),
            Step(12, Key.PAUSED, "A judge decides about visits first. Then we go on.", by=BEA, because=Because.COURT),
        ),
    ),
    Example(
        came=9,
        telling=Telling.FAMILY,
        name="Pat, foster carer",
        age=AgeGroup.UNDER_10,
        child=OnBehalfOf(name="Noah", bond="his carer", knows=Answer.YES, agrees=Answer.YES),
        words="Noah’s review was moved three times. He had written a page to read out, and is fed up.",
        wish="One date that stays.",
        contact=SafeContact(way=Way.CALL, where="0151 496 0154", may_say_more=True),
        topic=Topic.PLAN,
        steps=(
            Step(8, Key.RECORDED, by=TOM),
            Step(5, Key.ADR_OFFERED, by=TOM),
            Step(3, Key.ADR_AGREED, by=TOM),
        ),
    ),
    Example(
        came=2,
        name="Callum",
        age=AgeGroup.FROM_16,
        words="The staff go in my room when I am at college. They say it is to open the window.",
        wish="Knock. Ask.",
        topic=Topic.CARER,
        steps=(
            Step(1, Key.RECORDED),
            Step(0, What.ASKED_TO_STOP, "They said sorry and they knock now. I think it is fine.", at=time(9, 15)),
        ),
    ),
)
