"""The password of a memory in PostgreSQL is in nothing that a command prints."""

from collections.abc import Callable

import psycopg
import pytest

from tests.cli.conftest import Ran
from tests.memory.servers import postgresql

LINES = (
    "tm init {tm}",
    "tm init {tm} --json",
    "tm import tm/last-year.tmx --tm {tm}",
    "tm import tm/last-year.tmx --tm {tm} --json",
    "tm stats {tm}",
    "tm stats {tm} --json",
    "tm clean {tm} --json",
    "tm dedupe {tm}",
    "tm diff {tm} tm/last-year.tmx --json",
    "tm merge {tm} tm/last-year.tmx --dry-run --json",
    "match 'Adoption of the report' --tm {tm} --json",
    "find 'Working Group' --tm {tm} --json",
    "doctor --json",
    "config show",
    "find x --tm {tm}missing",
    "tm clear {tm} --all",
    "tm fmt {tm}",
)


@pytest.mark.slow
def test_no_command_prints_the_password(
    undraft: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
) -> None:
    with postgresql() as server:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE lamps")
        address = server.replace("owner@", "owner:wick%40oil@") + "/lamps"
        monkeypatch.setenv("UNDRAFT_TM", address)
        ran = [undraft("undraft " + line.format(tm=address)) for line in LINES]
    assert [one.code for one in ran] == [0] * 14 + [5, 0, 3], [one.err for one in ran]
    assert [one.out + one.err for one in ran if "wick" in one.out + one.err] == []
