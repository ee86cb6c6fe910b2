"""Viruses: each file is held until clamd has looked at it; and a scanner that is away loses nothing."""

import os
import shutil
import socket
import socketserver
import subprocess
import threading
import time
from pathlib import Path

import pytest

from app import create_app
from app.model.file_kind import Checked, FileKind
from app.post.clamd import CHUNK, Scanner, ScannerAway, ScannerUrlWrong, scanner_for
from app.post.virus_scan import scan
from app.records import drafts, files, representations
from app.settings import SettingsWrong
from tests.records.shelf import SUNDAY, amina, open_shelf

# The test file of every virus scanner (eicar.org), in two pieces so that none finds it here.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Clamd(socketserver.BaseRequestHandler):
    """As clamd speaks it: chunks with their lengths before them, and one answer that ends with a NUL."""

    def handle(self):
        seen, command = b"", self.read(10)
        assert command == b"zINSTREAM\0"
        while size := int.from_bytes(self.read(4)):
            seen += self.read(size)
        self.server.seen.append(seen)
        answer = self.server.answer or (b"stream: Eicar-Signature FOUND\0" if EICAR in seen else b"stream: OK\0")
        for half in (answer[:5], answer[5:]):
            self.request.sendall(half)
            time.sleep(0.01)

    def read(self, size: int) -> bytes:
        whole = b""
        while len(whole) < size:
            more = self.request.recv(size - len(whole))
            assert more, "it broke off"
            whole += more
        return whole


@pytest.fixture(params=["tcp", "unix"])
def clamd(request, tmp_path):
    """A scanner, and what it was given."""
    if request.param == "tcp":
        server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clamd)
        server.url = f"tcp://127.0.0.1:{server.server_address[1]}"
    else:
        server = socketserver.ThreadingUnixStreamServer(str(tmp_path / "clamd.ctl"), Clamd)
        server.url = f"unix:{tmp_path / 'clamd.ctl'}"
    server.answer, server.seen = b"", []
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def records(instance):
    records = open_shelf(f"sqlite:///{instance / 'tell-us.sqlite'}")
    yield records
    records.engine.dispose()
    shutil.rmtree(records.files.folder, ignore_errors=True)


def added(records, *contents: bytes) -> str:
    """To something that was sent; the id of that."""
    told = amina()
    puts = [files.put_down(records.files, content, FileKind.PDF, "x", SUNDAY) for content in contents]
    with records.writing() as db:
        representations.receive(db, told)
        draft = drafts.begin(db, "sefton", SUNDAY)
        for put in puts:
            files.add(db, draft.sending, put, SUNDAY)
        files.move(db, draft.sending, told.id)
    return told.id


def checked(records, id: str) -> list[Checked]:
    with records.reading() as db:
        return [one.checked for one in files.of_representation(db, id)]


def test_each_file_is_looked_at_whole_and_once(records, clamd):
    long = bytes(range(256)) * (3 * CHUNK // 256 + 1)
    id = added(records, long, b"before " + EICAR, b"clean")
    assert scan(records, scanner_for(clamd.url), SUNDAY, []) == 3
    assert checked(records, id) == [Checked.CLEAN, Checked.INFECTED, Checked.CLEAN]
    assert clamd.seen == [long, b"before " + EICAR, b"clean"]
    assert scan(records, scanner_for(clamd.url), SUNDAY, []) == 0


def test_without_a_scanner_nothing_is_said_of_them(records):
    id = added(records, b"x")
    assert scan(records, None, SUNDAY, []) == 0
    assert checked(records, id) == [Checked.WAITING]


@pytest.mark.parametrize("answer", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"stream: OK, perhaps\0", b"OK\0"])
def test_an_answer_that_is_none_is_never_taken_for_clean(records, clamd, answer):
    clamd.answer = answer
    id, wrong = added(records, b"x", b"y"), []
    assert scan(records, scanner_for(clamd.url), SUNDAY, wrong) == 0
    assert checked(records, id) == [Checked.WAITING] * 2 and len(wrong) == 1


def test_a_scanner_that_is_away_is_said_once_and_asked_again_the_next_time(records, clamd):
    id, wrong = added(records, b"x", b"y"), []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        nobody = Scanner(listener.getsockname())
    assert scan(records, nobody, SUNDAY, wrong) == 0
    assert wrong == ["the virus scanner: ConnectionRefusedError"]
    assert scan(records, scanner_for(clamd.url), SUNDAY, []) == 2
    assert checked(records, id) == [Checked.CLEAN] * 2


def test_a_file_that_is_missing_keeps_the_others_waiting_for_nothing(records, clamd):
    id, wrong = added(records, b"x", b"y"), []
    with records.reading() as db:
        first, _second = files.of_representation(db, id)
    records.files.remove(first.id)
    assert scan(records, scanner_for(clamd.url), SUNDAY, wrong) == 1
    assert checked(records, id) == [Checked.WAITING, Checked.CLEAN] and "not on the disk" in wrong[0]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("tcp://127.0.0.1:3310", ("127.0.0.1", 3310)),
        ("tcp://clamd.example.org", ("clamd.example.org", 3310)),
        ("tcp://[::1]:99/", ("::1", 99)),
        ("unix:/run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
        ("unix:///run/clamav/clamd.ctl", "/run/clamav/clamd.ctl"),
    ],
)
def test_where_it_is(url, address):
    assert scanner_for(url) == Scanner(address)


@pytest.mark.parametrize(
    "url", ["127.0.0.1:3310", "http://x", "tcp:x", "tcp://x:y", "tcp://x:0", "unix:clamd", "tcp://"]
)
def test_a_setting_that_is_no_address_stops_the_start(instance, url):
    with pytest.raises(ScannerUrlWrong):
        scanner_for(url)
    with pytest.raises(SettingsWrong, match="CLAMD_URL must be"):
        create_app({"INSTANCE": str(instance), "CLAMD_URL": url})


@pytest.fixture
def real_clamd(tmp_path):
    """The real one, with a list of one virus: the test file. Where it is: apt-get install clamav-daemon."""
    program = os.environ.get("CLAMD") or shutil.which("clamd")
    if not program:
        pytest.skip("clamd is not on this machine")
    (tmp_path / "viruses").mkdir()
    signature = f"Eicar-Test:0:*:{EICAR.hex()}\n"
    (tmp_path / "viruses" / "own.ndb").write_text(signature, "ascii")
    path, settings = tmp_path / "clamd.ctl", tmp_path / "clamd.conf"
    settings.write_text(f"Foreground yes\nDatabaseDirectory {tmp_path / 'viruses'}\nLocalSocket {path}\n", "utf-8")
    running = subprocess.Popen([program, "-c", str(settings)], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.1)
    yield Scanner(str(path))
    running.terminate()
    running.wait(10)


def test_the_real_one_is_understood(real_clamd):
    assert real_clamd.look(EICAR) is Checked.INFECTED
    assert real_clamd.look(b"nothing here") is Checked.CLEAN
    assert real_clamd.look(bytes(9_000_000)) is Checked.CLEAN


def test_nobody_there_is_away(tmp_path: Path):
    with pytest.raises(ScannerAway):
        Scanner(str(tmp_path / "nobody")).look(b"x")
