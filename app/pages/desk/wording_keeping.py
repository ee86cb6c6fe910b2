"""Why something is kept though its time is over, in words."""

from flask_babel import lazy_gettext as _l

from app.records.overdue import Keeps

KEEPS = {
    Keeps.LEGAL_HOLD: _l("A legal hold is on it"),
    Keeps.PROMISE: _l("Something that was promised is not done"),
    Keeps.TASK: _l("Something is still to be done by hand"),
    Keeps.NEWS: _l("Something was added, and nobody has looked at it"),
}
