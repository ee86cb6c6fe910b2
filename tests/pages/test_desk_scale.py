"""The benchmark of the desk, in small: it runs whole, and no list reads every record there is."""

import re

import pytest
from sqlalchemy import event

from tests.pages.at_the_desk import signed_in
from tests.scale import desk
from tests.scale.desk_records import fill

SMALL = ["--records", "240", "--times", "1", "--page", "30000", "--search", "30000"]


@pytest.mark.parametrize("database", ["sqlite", "postgres"])
def test_a_few_records_on_either_database(database, capsys, request):
    if database == "postgres":
        request.getfixturevalue("postgres_url")
    assert desk.main([*SMALL, "--database", database]) == 0
    said = capsys.readouterr().out
    assert len(re.findall(r"^good  .+: [\d.]+ ms \(at most 30000 ms\)", said, re.MULTILINE)) == 9


def test_over_a_limit_it_says_so_and_exits_1(capsys):
    assert desk.main([*SMALL, "--search", "0"]) == 1
    assert "OVER  search: a name that is rare" in capsys.readouterr().out


def test_today_reads_no_table_from_end_to_end(app, house):
    """SQLite's own plan, for each thing that the first page asks: its length must not grow with the records."""
    fill(house, 240)
    ann = signed_in(app, "ann@example.org")
    asked = []
    note = lambda connection, cursor, statement, parameters, *more: asked.append((statement, parameters))  # noqa: E731
    event.listen(house.records.engine, "before_cursor_execute", note)
    ann.get_page("/desk/")
    event.remove(house.records.engine, "before_cursor_execute", note)
    selects = [one for one in asked if one[0].lstrip().startswith("SELECT") and "vault_key" not in one[0]]
    assert len(selects) > 8
    with house.records.engine.connect() as connection:
        plans = [
            row[3] for one in selects for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {one[0]}", one[1])
        ]
    scans = [plan for plan in plans if re.match(r"SCAN (representation|event|letter|task|trail|name_mark)\b", plan)]
    assert scans == []
