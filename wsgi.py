"""What the web server runs, and where the `flask` command finds the app."""

import os
import sys

from dotenv import load_dotenv

from app import create_app
from app.commands_content import bare_app
from app.councils.problems import ContentBroken
from app.opening import RecordsLost, check_records
from app.settings import SettingsWrong

is_command = os.environ.get("FLASK_RUN_FROM_CLI") == "true"
if not os.environ.get("PRODUCTION"):
    load_dotenv()  # .env is for development; in production the environment says everything
try:
    # The commands about content and its translations must work when it is broken and the site cannot start.
    app = bare_app() if is_command and {"content", "words"} & {*sys.argv[1:4]} else create_app()
    if not is_command:  # a command may be the very one that makes the database
        check_records(app.extensions["house"].records)
except (SettingsWrong, ContentBroken, RecordsLost) as why:
    sys.exit(str(why))
