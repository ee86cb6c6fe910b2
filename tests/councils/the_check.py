"""`flask content check` as an editor runs it, and as a tool reads it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.commands_content import bare_app

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    status: int
    words: str

    @property
    def found(self) -> list[dict]:
        """What `--json` gives."""
        return json.loads(self.words)

    def of(self, path: str) -> list[tuple[str, int, str]]:
        """What is said of one file: level, line, what."""
        return [(one["level"], one["line"], one["what"]) for one in self.found if one["path"] == path]


def content_command(root: Path, *words: str, **environ: str) -> Said:
    """`flask content …` on the content of `root`, in this process."""
    runner = bare_app().test_cli_runner()
    result = runner.invoke(args=["content", *words], env={"CONTENT": str(root), **environ})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Said(result.exit_code, result.output)


def as_a_process(*words: str, **environ: str) -> Said:
    """The same in a process of its own, which has no setting but those given."""
    bare = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", "FLASK_SKIP_DOTENV": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "content", *words],
        cwd=ROOT, env=bare | environ, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    return Said(done.returncode, done.stdout + done.stderr)
