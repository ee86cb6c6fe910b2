"""How old the child was when it was told, as the council's own records have it: a group, never a day of birth.

The statutory guidance *Getting the Best from Complaints* (2006) wants ages in the report of each year. The form asks
nobody's age; an officer, who has it already, says it when recording. The groups are ours: coarse, so that fewer of them
are small enough to be hidden.
"""

from enum import StrEnum


class AgeGroup(StrEnum):
    UNDER_10 = "under-10"
    FROM_10 = "10-12"
    FROM_13 = "13-15"
    FROM_16 = "16-17"
    GROWN = "18-over"
