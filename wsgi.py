"""What the web server runs, and where the `flask` command finds the app."""

import os
import sys

from dotenv import load_dotenv

from app import create_app
from app.councils.problems import ContentBroken
from app.opening import RecordsLost, check_records
from app.settings import SettingsWrong

if not os.environ.get("PRODUCTION"):
    load_dotenv()  # .env is for development; in production the environment says everything
try:
    app = create_app()
    if os.environ.get("FLASK_RUN_FROM_CLI") != "true":  # a command may be the very one that makes the database
        check_records(app.extensions["house"].records)
except (SettingsWrong, ContentBroken, RecordsLost) as why:
    sys.exit(str(why))
