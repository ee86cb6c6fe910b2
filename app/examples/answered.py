"""Complaints that have their answer of stage 1, or are at stage 2."""

from datetime import time

from app.examples.cast import BEA, TOM, Example, Step
from app.model.age import AgeGroup
from app.model.event import What
from app.model.move import Key, Outcome
from app.model.representation import Account, Answer, Feeling, OnBehalfOf, SafeContact, Telling, Way
from app.model.topic import Topic

PEOPLE = {"investigating-officer": "Ines Vestig", "independent-person": "Ivy Fair"}

EXAMPLES = (
    Example(
        came=12,
        language="uk",
        name="Соломія",
        age=AgeGroup.FROM_13,
        words="Мене записали в школу далеко. Я їду автобусом півтори години.",
        wish="Ближчу школу або таксі.",
        contact=SafeContact(way=Way.CALL, where="0151 496 0155", when="після п’ятої"),
        account=Account(feeling=Feeling.WORRIED),
        topic=Topic.MOVING,
        steps=(
            Step(11, Key.RECORDED),
            Step(3, Key.STAGE_1_ANSWERED, points=(("The journey is too long", Outcome.UPHELD),), left=True),
            Step(0, What.ASKED_ADVOCATE, "Чи може хтось піти зі мною, коли ми про це говоримо?", at=time(8, 30)),
        ),
    ),
    Example(
        came=15,
        name="Tia",
        age=AgeGroup.FROM_13,
        words="My photos got lost when I moved. They are the only ones of me as a baby.",
        wish="Look for them properly. Please.",
        account=Account(feeling=Feeling.SAD, when="when I moved in the summer"),
        topic=Topic.MOVING,
        steps=(
            Step(14, Key.RECORDED, by=BEA),
            Step(
                6,
                Key.STAGE_1_ANSWERED,
                by=BEA,
                points=(
                    ("Nobody made a list of your things", Outcome.UPHELD),
                    ("Nobody looked for them", Outcome.PARTLY),
                ),
            ),
            Step(2, What.MESSAGE, "My aunty has copies of two of them!! Can you still look for the rest?", at=time(16)),
        ),
    ),
    Example(
        came=30,
        name="Dev",
        age=AgeGroup.GROWN,
        words="I get half of what my friend gets for the same course. Nobody can tell me why.",
        wish="Tell me how you count it.",
        contact=SafeContact(way=Way.EMAIL, where="dev@example.org", may_say_more=True),
        topic=Topic.LEAVING,
        steps=(
            Step(29, Key.RECORDED),
            Step(20, Key.STAGE_1_ANSWERED, points=(("The money was counted wrong", Outcome.NOT_UPHELD),)),
            Step(5, What.ASKED_NEXT_STAGE, "I still don't get it. I want somebody else to look."),
            Step(4, Key.STAGE_2_ACCEPTED),
        ),
    ),
    Example(
        came=44,
        language="pl",
        name="Bartek",
        age=AgeGroup.FROM_13,
        words="Przeprowadzałem się cztery razy w tym roku. Nikt mnie nie zapytał.",
        wish="Chcę zostać tu, gdzie jestem.",
        account=Account(feeling=Feeling.ANGRY),
        topic=Topic.MOVING,
        steps=(
            Step(43, Key.RECORDED, by=TOM),
            Step(34, Key.STAGE_1_ANSWERED, by=TOM, points=(("Nobody asked you first", Outcome.PARTLY),)),
            Step(22, Key.STAGE_2_ACCEPTED, by=TOM),
            Step(19, Key.PEOPLE_NAMED, by=TOM, people=PEOPLE),
        ),
    ),
    Example(
        came=50,
        language="ar",
        name="نور",
        age=AgeGroup.FROM_16,
        words="لا يوجد مكان هادئ أصلّي فيه أو أدرس. طلبت ذلك في الصيف.",
        wish="غرفة هادئة ساعة في اليوم.",
        topic=Topic.CARER,
        steps=(
            Step(49, Key.RECORDED, by=BEA),
            Step(40, Key.STAGE_1_ANSWERED, by=BEA, points=(("There is no quiet room", Outcome.NOT_UPHELD),)),
            Step(28, Key.STAGE_2_ACCEPTED, by=BEA),
            Step(25, Key.PEOPLE_NAMED, by=BEA, people=PEOPLE),
            Step(5, Key.REPORTS_IN, by=BEA),
        ),
    ),
    Example(
        came=46,
        language="vi",
        name="Thảo",
        age=AgeGroup.FROM_13,
        words="Em muốn học tiếng Việt và ăn Tết với người Việt. Em đã xin từ năm ngoái.",
        wish="Được về nhà bà vào dịp Tết.",
        account=Account(feeling=Feeling.SAD),
        topic=Topic.FAMILY,
        steps=(
            Step(45, Key.RECORDED),
            Step(36, Key.STAGE_1_ANSWERED, points=(("Nobody planned for Tết", Outcome.PARTLY),)),
            Step(24, Key.STAGE_2_ACCEPTED),
            Step(21, Key.PEOPLE_NAMED, people=PEOPLE),
            Step(6, Key.REPORTS_IN),
            Step(1, Key.ADJUDICATED, points=(("Nobody planned for Tết", Outcome.UPHELD),)),
            Step(1, What.WRITTEN, "Your answer is here. Shall we talk about it on Friday?", at=time(14, 40)),
        ),
    ),
    Example(
        came=48,
        telling=Telling.ADVOCATE,
        name="Sam Lowe",
        age=AgeGroup.FROM_16,
        child=OnBehalfOf(name="Ellis", bond="his advocate", knows=Answer.YES, agrees=Answer.YES),
        words="Ellis is 17 and has no leaving care worker. He has asked since Easter.",
        wish="A worker, and a plan for his flat.",
        contact=SafeContact(way=Way.EMAIL, where="sam.lowe@example.org", may_say_more=True),
        topic=Topic.LEAVING,
        steps=(
            Step(47, Key.RECORDED, by=TOM),
            Step(38, Key.STAGE_1_ANSWERED, by=TOM, points=(("There was no worker", Outcome.UPHELD),)),
            Step(26, Key.STAGE_2_ACCEPTED, by=TOM),
            Step(23, Key.PEOPLE_NAMED, by=TOM, people=PEOPLE),
            Step(8, Key.EXTENDED, "Two people who know about it are away until then.", by=TOM, ahead=14),
        ),
    ),
)
