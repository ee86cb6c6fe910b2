"""What it is about, as the form asks before anything is written; and for which of it somebody else decides."""

from enum import StrEnum


class Topic(StrEnum):
    WORKER = "worker"  # a social worker
    CARER = "carer"  # a foster carer, or a home
    PLAN = "plan"  # a plan, or a meeting
    FAMILY = "family"  # contact with family
    MOVING = "moving"
    MONEY = "money"
    LEAVING = "leaving-care"
    SCHOOL = "school"
    SEND = "send"  # special educational needs and disabilities
    ADMISSIONS = "admissions"
    HEALTH = "health"
    POLICE = "police"
    COURT = "court"
    ELSE = "something-else"


# It may be sent here all the same: the council takes it in, and says who decides.
ELSEWHERE = (Topic.SCHOOL, Topic.SEND, Topic.ADMISSIONS, Topic.HEALTH, Topic.POLICE, Topic.COURT)
