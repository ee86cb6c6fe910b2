"""Flask's extensions, made once and given the app in create_app. This imports nothing of the app."""

from flask_babel import Babel
from flask_htmx import HTMX
from flask_limiter import Limiter
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

babel = Babel()
csrf = CSRFProtect()
htmx = HTMX()
limiter = Limiter(key_func=lambda: "", default_limits=[])
migrate = Migrate()
