"""Who may do what at the desk: every route, with every method, for every role, of this council and of another."""

from datetime import date

import pytest
from sqlalchemy import text

from app.model.event import Task
from app.model.letter import Words
from app.model.move import Key
from app.pages.desk.door import EVERYBODY, HALF_IN
from app.post.addresses import Addresses
from app.post.letters import inbox_letter
from app.records import child_letters, moves, officers, outbox, passkeys, tasks
from app.records.officers import Role
from tests.page_client import PageClient
from tests.pages.at_the_desk import add_file, arrived, content_of_two_councils, sign_in, signed_in

READERS = {Role.OFFICER, Role.MANAGER}
# Add a line here for a new page of the desk, after asking who should see it.
MAY = {
    "desk.sign_in": EVERYBODY,
    "desk.sign_out": set(Role),
    "desk.sign_in_with_passkey": EVERYBODY,
    "desk.sign_in_again": set(Role),
    "desk.add_passkey": set(Role),
    "desk.remove_passkey": set(Role),
    "desk.go_elsewhere": EVERYBODY,
    "desk.come_back": EVERYBODY,
    "desk.ask_for_password": EVERYBODY,
    "desk.choose_password": EVERYBODY,
    "desk.change_password": set(Role),
    "desk.second_step": HALF_IN,
    "desk.set_up": HALF_IN,
    "desk.make_recovery_codes": set(Role),
    "desk.second_step_off": set(Role),
    "desk.you": set(Role),
    "desk.still_here": set(Role),
    "desk.sign_out_everywhere": set(Role),
    "desk.today": READERS,
    "desk.search": READERS,
    "desk.show": READERS,
    "desk.record": READERS,
    "desk.trail": {Role.AUDITOR, Role.MANAGER},
    "desk.export_trail": {Role.AUDITOR, Role.MANAGER},
    "desk.to_delete": {Role.MANAGER},
    "desk.take_out": {Role.MANAGER},
    "desk.legal_hold": {Role.MANAGER},
    "desk.figures": {Role.OFFICER, Role.MANAGER, Role.AUDITOR},
    "desk.figures_file": {Role.AUDITOR, Role.MANAGER},
    "desk.report": {Role.AUDITOR, Role.MANAGER},
    "desk.report_pdf": {Role.AUDITOR, Role.MANAGER},
    "desk.choose_readers": {Role.MANAGER},
    "desk.age": READERS,
    "desk.stop": READERS,
    "desk.move": READERS,
    "desk.letter": READERS,
    "desk.print_letter": READERS,
    "desk.write": READERS,
    "desk.mark_read": READERS,
    "desk.join": READERS,
    "desk.make_code": READERS,
    "desk.enter": READERS,
    "desk.fetch_file": READERS,
    "desk.mark_done": READERS,
    "desk.send_again": READERS,
    "desk.held": READERS,
    "desk.release": READERS,
    "desk.put_away": READERS,
    "desk.put_all_away": READERS,
}
LEADS_ON = ("desk.go_elsewhere", "desk.come_back")  # there is no page for a stranger to see
SIGN_OUT = ("desk.sign_out", "desk.sign_out_everywhere")  # after these they must sign in again


@pytest.fixture
def environ(instance, tmp_path):
    return {"INSTANCE": str(instance), "CONTENT": str(content_of_two_councils(tmp_path / "content"))}


def routes(app):
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/desk")]
    assert len(rules) >= len(MAY), "found too few pages of the desk: check this test"
    return [(rule, method) for rule in rules for method in sorted(rule.methods - {"OPTIONS"})]


def ids(app, council: str) -> dict[str, str]:
    """Of a representation, a task and a letter of this council, by the endpoint that wants them."""
    told = arrived(app, council=council)
    house = app.extensions["house"]
    with app.app_context(), house.records.writing() as db:
        tasks.add(db, told.id, council, Task.TELL_REFERENCE, date(2026, 11, 25), house.clock(), f"x:{told.id}")
        letter = inbox_letter(told, house.library.councils[council], Addresses("http://x"), house.clock())
        outbox.queue(db, letter)
        [task] = tasks.of(db, told.id)
        mine = _child_letter(db, told, house.clock())
    return {
        "desk.mark_done": task.id,
        "desk.send_again": letter.id,
        "file": add_file(app, told),
        "letter": mine,
        "": told.id,
    }


def _child_letter(db, told, now) -> str:
    """A draft of a letter to the young person; its id."""
    email = f"zoe@{told.council}.example.org"
    zoe = officers.find(db, email) or officers.add(db, email, told.council, Role.OFFICER, "x", now)
    moves.add(db, told.id, told.stage, now, told.received_on, zoe.id, key=Key.EXTENDED)
    child_letters.add(db, told.id, moves.of(db, told.id)[0].number, Key.EXTENDED, "en", Words("A", "B"), zoe.id, now)
    return child_letters.of(db, told.id)[0].id


def path_of(app, rule, ids) -> str:
    with app.test_request_context():
        facts = {
            "id": ids.get(rule.endpoint, ids[""]),
            "file_id": ids.get("file", "0" * 32),
            "letter_id": ids.get("letter", "0" * 32),
            "token": "used-up",
            "key": "assigned",
        }
        return rule.build({name: facts[name] for name in rule.arguments})[1]


def test_every_route_says_who_may_and_as_we_decided(app):
    declared = {rule.endpoint: app.view_functions[rule.endpoint].roles for rule, _method in routes(app)}
    assert declared == MAY


def test_a_view_without_a_rule_is_shut(app):
    app.view_functions["desk.today"] = lambda: "open to all"
    assert app.test_client().get("/desk/").status_code == 403


def test_a_stranger_is_asked_to_sign_in_everywhere(app):
    mine = ids(app, "sefton")
    for rule, method in routes(app):
        answer = app.test_client().open(path_of(app, rule, mine), method=method)
        if MAY[rule.endpoint] == EVERYBODY:
            is_answer = method == "POST" and rule.endpoint == "desk.sign_in_with_passkey"
            leads_on = rule.arguments or rule.endpoint in LEADS_ON or is_answer
            assert answer.status_code == (303 if leads_on else 400 if method == "POST" else 200), (rule, method)
        else:
            assert answer.status_code == 303 and answer.location.startswith("/desk/sign-in"), (rule, method)
            assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("role", list(Role))
def test_each_role_at_each_route(app, role):
    own, other = ids(app, "sefton"), ids(app, "otherton")
    client = signed_in(app, f"{role}@example.org", role=role)
    own["desk.remove_passkey"] = passkey_of(app, f"{role}@example.org")
    for rule, method in routes(app):
        is_shut = MAY[rule.endpoint] not in (EVERYBODY, HALF_IN) and role not in MAY[rule.endpoint]
        if rule.arguments:
            expected = {403} if is_shut else {303} if MAY[rule.endpoint] == EVERYBODY else {404}
            assert status(client, path_of(app, rule, other), method) in expected, (rule, method, "of the other council")
        expected = {403} if is_shut else {200, 303, 422}
        assert status(client, path_of(app, rule, own), method) in expected, (rule, method)
        if rule.endpoint in SIGN_OUT:
            sign_in(client, f"{role}@example.org", status=403 if role not in READERS else 200)


def passkey_of(app, email: str) -> str:
    """The id of a passkey that this officer has now."""
    house = app.extensions["house"]
    with house.records.writing() as db:
        id = officers.find(db, email).id
        passkeys.add(db, id, "AAAA", b"a key", 0, "Laptop", house.clock())
        return passkeys.of_officer(db, id)[0].id


def status(client: PageClient, path: str, method: str) -> int:
    if method != "POST":
        return client.browser.open(path, method=method).status_code
    return client.browser.post(path, data={"csrf_token": token_of(client)}).status_code


def token_of(client: PageClient) -> str:
    """Every page of the desk has the form to sign out."""
    page = client.browser.get("/desk/").text
    return page.split('name="csrf_token" value="')[1].split('"')[0]


def test_an_address_that_leads_nowhere_is_not_found_even_without_a_token(app):
    client = signed_in(app, "mo@example.org", role=Role.MANAGER)
    posts = [rule for rule, method in routes(app) if rule.arguments and method == "POST"]
    for wrong in ("no-id", "0" * 32):
        nowhere = {rule.endpoint: wrong for rule in posts} | {"": wrong}
        for path in (path_of(app, rule, nowhere) for rule in posts):
            assert client.browser.post(path).status_code in {303, 404}, path  # 303: asked to press again


def test_a_database_that_is_away_is_told_even_without_a_token(app, caplog):
    told, client = arrived(app), signed_in(app, "ann@example.org")
    with app.extensions["house"].records.writing() as db:
        db.execute(text("ALTER TABLE representation RENAME TO gone"))
    assert client.browser.post(f"/desk/representations/{told.id}/code").status_code == 503
    assert "OperationalError" in caplog.text and told.id not in caplog.text


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.EDITOR])
def test_a_role_that_may_not_read_is_told_so_kindly(app, role):
    told = arrived(app)
    client = signed_in(app, "bo@example.org", role=role)
    page = client.get_page(f"/desk/representations/{told.id}", status=403)
    assert "not open to you" in page.heading
    assert told.name not in page.html


def test_flask_securitys_own_pages_do_not_exist(app):
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    for word in (
        "login",
        "logout",
        "register",
        "reset",
        "change",
        "confirm",
        "verify",
        "tf-",
        "wan",
        "us-",
        "fs-static",
    ):
        assert not [rule for rule in rules if word in rule], word
    assert not {"users", "roles"} & set(app.cli.commands)


def test_public_pages_never_look_at_the_session(app):
    client = signed_in(app, "ann@example.org")
    for path in ("/", "/sefton/en/steps/recorded", "/sefton/en/guide/privacy", "/health"):
        answer = client.get(path, follow_redirects=True)
        assert answer.status_code in (200, 503), path
        assert "Set-Cookie" not in answer.headers, path
        # A kept page differs by the chosen look; the session would be seen before it is kept, and then it is not.
        is_kept = "public" in answer.headers["Cache-Control"]
        assert is_kept or "Cookie" not in answer.headers.get("Vary", ""), path
        assert answer.data == app.test_client().get(path, follow_redirects=True).data, path
