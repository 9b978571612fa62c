"""Memories that are killed, damaged, written to by two at once, or of another version."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.memory.test_backends import LAMPS, database, server  # noqa: F401 (a fixture)
from toolkit.cli.app import run
from toolkit.errors import MemoryStoreError, WriteRefusedError
from toolkit.memory import TranslationUnit, open_change, open_memory
from toolkit.memory.keys import exact_key
from toolkit.memory.memory import Asked, Outcome
from toolkit.tmx.write import write_tmx

ROOT = Path(__file__).resolve().parent.parent.parent

# Puts units in, with pauses at which the test kills it; says when the change has begun.
WRITER = """
import sys, time
from toolkit.memory import TranslationUnit, open_change
name, mark, many = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open_change(name) as change:
    print("begun", flush=True)
    for start in range(0, many, 500):
        change.put_all(
            TranslationUnit(source=f"{mark} lamp {n} of the board", target=f"灯{n}号")
            for n in range(start, start + 500)
        )
    print("put", flush=True)
print("done", flush=True)
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDRAFT_CACHE", str(tmp_path / "cache"))


def writer(name: str, mark: str, many: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, name, mark, str(many)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.fixture(params=["tmx", "store", "postgresql"])
def name(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "postgresql":
        made = database(request.getfixturevalue("server"))
    else:
        made = str(tmp_path / {"tmx": "lamps.tmx", "store": "lamps.undraft"}[request.param])
    with open_change(made) as change:
        change.put_all(LAMPS)
    return made


@pytest.mark.slow
def test_a_killed_writer_leaves_all_of_it_or_nothing(name: str) -> None:
    many, before = 2_500, len(LAMPS)
    seen = set()
    # From right after the beginning, through indexing and committing, to after the end.
    for number, pause in enumerate((0.0, 0.4, 1.2, 60.0)):
        process = writer(name, f"round{number}", many)
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        try:
            process.wait(pause)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with open_memory(name) as memory:
            units = list(memory.units())
            assert len(units) == len(memory)
            assert len(units) in (before, before + many), "half of a change"
            seen.add(len(units) > before)
            before = len(units)
            assert {unit.source for unit in LAMPS} <= {unit.source for unit in units}
            assert memory.candidates("The Board met", Asked(limit=3, least=0.7))
    assert True in seen


# Writes pages of a change into the file itself and dies: its journal is all that can undo them.
BROKEN_OFF = """
import os, signal, sqlite3, sys
store = sqlite3.connect(sys.argv[1], isolation_level=None)
store.execute("PRAGMA cache_size = 1")
store.execute("BEGIN IMMEDIATE")
store.execute("CREATE TABLE rubbish (words TEXT)")
store.executemany("INSERT INTO rubbish VALUES (?)", (("x" * 9000,) for _ in range(200)))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_store_whose_writer_was_killed_while_committing_is_read_as_before(tmp_path: Path) -> None:
    store = tmp_path / "lamps.undraft"
    with open_change(str(store)) as change:
        change.put_all(LAMPS)
    ended = subprocess.run([sys.executable, "-c", BROKEN_OFF, str(store)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert store.with_name("lamps.undraft-journal").stat().st_size
    with open_memory(str(store)) as memory:
        assert len(list(memory.units())) == len(LAMPS)


@pytest.mark.slow
def test_two_writers_at_once_lose_nothing(name: str) -> None:
    processes = [writer(name, mark, 1_000) for mark in ("left", "right")]
    for process in processes:
        assert process.communicate(timeout=120)[0].endswith("done\n")
    with open_memory(name) as memory:
        sources = [unit.source for unit in memory.units()]
    assert len(sources) == len(LAMPS) + 2_000
    for mark in ("left", "right"):
        assert sum(source.startswith(mark) for source in sources) == 1_000


def test_a_reader_is_not_kept_waiting_by_a_writer_that_has_not_committed(tmp_path: Path) -> None:
    name = str(tmp_path / "lamps.undraft")
    with open_change(name) as change:
        change.put(LAMPS[0])
    with open_change(name) as change, open_memory(name) as memory:
        change.put(LAMPS[2])
        assert len(list(memory.units())) == 1


def test_a_tmx_that_another_program_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "lamps.tmx"
    with open_change(str(path)) as change:
        change.put(LAMPS[0])
    theirs = path.read_bytes().replace(b"Board met", b"Board sat")
    with pytest.raises(WriteRefusedError, match="changed by another program"):
        _change_beside(path, theirs)
    assert path.read_bytes() == theirs


def _change_beside(path: Path, theirs: bytes) -> None:
    with open_change(str(path)) as change:
        change.put(LAMPS[2])
        path.write_bytes(theirs)


def test_a_tmx_that_would_lose_something_is_not_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "lamps.tmx"
    with open_change(str(path)) as change:
        change.put(LAMPS[0])
    third = b'<tuv xml:lang="fr"><seg>A</seg></tuv><tuv xml:lang="fr-CA"><seg>B</seg></tuv>'
    path.write_bytes(path.read_bytes().replace(b"</body>", b"<tu>" + third + b"</tu></body>"))
    before = path.read_bytes()
    with pytest.raises(WriteRefusedError, match="would be lost"), open_change(str(path)) as change:
        change.put(LAMPS[2])
    assert path.read_bytes() == before


# -- what cannot be opened ---------------------------------------------------------------------


def _store(folder: Path, many: int = 0) -> Path:
    path = folder / "lamps.undraft"
    with open_change(str(path)) as change:
        change.put_all(LAMPS)
        change.put_all(
            TranslationUnit(source=f"Lamp {n} is lit.", target=f"灯{n}亮。") for n in range(many)
        )
    return path


def _ask_everything(path: Path) -> None:
    with open_memory(str(path)) as memory:
        list(memory.units())
        memory.candidates("Lamp 7 is not lit.", Asked())


def test_a_damaged_store_is_said_to_be_damaged_with_what_to_do(tmp_path: Path) -> None:
    path = _store(tmp_path, 400)
    data = bytearray(path.read_bytes())
    data[16_384:] = b"\xa5" * (len(data) - 16_384)
    path.write_bytes(data)
    with pytest.raises(MemoryStoreError, match=r"damaged.*put back a copy"):
        _ask_everything(path)


def test_a_store_that_was_cut_off_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = _store(tmp_path, 400)
    path.write_bytes(path.read_bytes()[:40_000])
    with pytest.raises(MemoryStoreError, match="damaged"):
        _ask_everything(path)


@pytest.mark.parametrize("data", [b"no database at all, but long enough to look like one" * 40])
def test_another_file_is_no_store(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lamps.undraft"
    path.write_bytes(data)
    with pytest.raises(MemoryStoreError, match="damaged"):
        _ask_everything(path)


def test_somebody_elses_database_is_neither_read_nor_written(tmp_path: Path) -> None:
    path = tmp_path / "theirs.undraft"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE text (id)")
    connection.close()
    for opening in (open_memory, open_change):
        with pytest.raises(MemoryStoreError, match="not a translation memory of Undraft"):
            opening(str(path))


@pytest.mark.parametrize(("form", "said"), [(9, "newer Undraft"), (1, "older Undraft.*tm export")])
def test_a_store_of_another_version_is_refused_with_a_reason(
    tmp_path: Path, form: int, said: str
) -> None:
    path = _store(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {form}")
    connection.close()
    for opening in (open_memory, open_change):
        with pytest.raises(MemoryStoreError, match=said):
            opening(str(path))


def test_a_store_in_a_folder_that_is_not_writable_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    path = _store(folder)
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        _ask_everything(path)
    finally:
        folder.chmod(0o755)


# -- PostgreSQL --------------------------------------------------------------------------------


def _as(server_address: str, address: str, role: str) -> str:
    """Return the address for somebody new who has this role."""
    person = f"{role}_{address.rsplit('/', 1)[1]}"
    with psycopg.connect(f"{server_address}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {person} LOGIN PASSWORD 'lantern-oil' IN ROLE {role}")
    return address.replace("owner@", f"{person}:lantern-oil@")


def test_readers_look_up_and_write_nothing(server: str) -> None:  # noqa: F811
    owner = database(server)
    with open_change(owner) as change:
        change.put_all(LAMPS)
    reader = _as(server, owner, "undraft_reader")
    with open_memory(reader) as memory:
        assert len(memory) == len(LAMPS)
        assert "lantern-oil" not in memory.name
    with pytest.raises(WriteRefusedError, match="ask for the role") as caught:
        _put(reader, TranslationUnit(source="New.", target="新。"))
    assert "lantern-oil" not in str(caught.value)


def test_translators_add_and_change_but_approve_and_remove_nothing(server: str) -> None:  # noqa: F811
    owner = database(server)
    with open_change(owner) as change:
        change.put_all(LAMPS)
    translator = _as(server, owner, "undraft_translator")
    fresh = TranslationUnit(source="New.", target="新。")
    assert _put(translator, fresh) is Outcome.CREATED
    with pytest.raises(WriteRefusedError, match="only a maintainer approves"):
        _put(translator, TranslationUnit(source="A.", target="甲。", status="approved"))
    with pytest.raises(WriteRefusedError, match="ask for the role"):
        _remove(translator, LAMPS[0])
    maintainer = _as(server, owner, "undraft_maintainer")
    assert _remove(maintainer, LAMPS[0]) is Outcome.REMOVED
    with open_memory(owner) as memory:
        assert len(memory) == len(LAMPS)


def test_translators_may_put_in_so_much_that_it_is_indexed(server: str) -> None:  # noqa: F811
    owner = database(server)
    translator = _as(server, owner, "undraft_translator")
    with open_change(translator) as change:
        change.put_all(
            TranslationUnit(source=f"Lamp {n} is lit.", target=f"灯{n}亮。") for n in range(2_500)
        )
    with psycopg.connect(owner) as connection:
        assert connection.execute("SELECT count(*) FROM undraft.segment").fetchone() == (2,)


def test_every_unit_has_its_history(server: str) -> None:  # noqa: F811
    owner = database(server)
    unit = TranslationUnit(source="New.", target="新。")
    _put(owner, unit)
    _put(owner, TranslationUnit(source="New.", target="新。", status="reviewed"))
    _remove(owner, unit)
    with psycopg.connect(owner) as connection:
        rows = connection.execute(
            "SELECT what, who, before ->> 'status', after ->> 'status', before ->> 'source'"
            " FROM undraft.history ORDER BY id"
        ).fetchall()
    assert rows == [
        ("insert", "owner", None, None, None),
        ("update", "owner", "aligned", "reviewed", "New."),
        ("delete", "owner", "reviewed", None, "New."),
    ]


def test_commands_of_upkeep_write_to_a_server(server: str, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "lamps.tmx"
    units = [
        TranslationUnit(source="Trim the wicks of 3 lamps.", target="修剪3盏灯的灯芯。"),
        TranslationUnit(source="Fill them.", target="加满。", status="reviewed"),
    ]
    file.write_bytes(write_tmx(units, source_lang="en", target_lang="zh"))
    address = database(server)
    with open_memory(address) as memory:
        before = len(memory)
    assert run(["tm", "merge", str(file), "-o", address, "--force"]) == 0
    with open_memory(address) as memory:
        assert len(memory) == before + 2
    chosen = ["--words", "wicks of 3", "--not"]
    assert run(["tm", "filter", address, "--in-place", *chosen, "--dry-run"]) == 0
    assert run(["tm", "filter", address, "--in-place", *chosen]) == 0
    with open_memory(address) as memory:
        assert len(memory) == before + 1
        assert not memory.exact(exact_key("Trim the wicks of 3 lamps."))


def test_a_wrong_password_is_said_and_not_shown(server: str) -> None:  # noqa: F811
    address = server.replace("owner@", "nobody:lantern-oil@") + "/postgres?password=lantern-oil"
    with pytest.raises(MemoryStoreError, match="cannot be reached") as caught:
        open_memory(address)
    assert "lantern-oil" not in str(caught.value)


def test_a_database_without_a_memory_says_how_to_set_one_up(server: str) -> None:  # noqa: F811
    with pytest.raises(MemoryStoreError, match="tm init"):
        open_memory(f"{server}/postgres")


def test_a_missing_driver_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "toolkit.memory.sql.postgresql", None)
    with pytest.raises(MemoryStoreError, match=r"pip install 'undraft\[postgresql\]'"):
        open_memory("postgresql://127.0.0.1:1/tm")


def test_a_server_that_is_not_there_is_said_at_once() -> None:
    began = time.monotonic()
    with pytest.raises(MemoryStoreError, match="cannot be reached"):
        open_memory("postgresql://me:lantern-oil@127.0.0.1:1/tm")
    assert time.monotonic() - began < 20


def _put(name: str, unit: TranslationUnit) -> Outcome:
    with open_change(name) as change:
        return change.put(unit)


def _remove(name: str, unit: TranslationUnit) -> Outcome:
    with open_change(name) as change:
        return change.remove(unit)
