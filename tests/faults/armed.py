"""The site as wsgi.py makes it, with the points wired at which it can be killed. For granian and for `flask`."""

import os
from pathlib import Path

from tests.faults.points import FUSE, Fuse, wire
from wsgi import app

fuse = Fuse(Path(os.environ[FUSE]))
wire(app, fuse)
fuse.loaded.touch()  # the process is at work from here on
