"""Settings come from where the manual says, and say so."""

from pathlib import Path

import pytest

from toolkit.config import Origin, resolve
from toolkit.config.settings import HELP, keys
from toolkit.config.sources import as_rows
from toolkit.errors import ConfigError


def test_without_any_source_the_defaults_hold(tmp_path: Path) -> None:
    resolved = resolve(tmp_path, {})
    assert resolved.settings.tm == ("tm/",)
    assert {origin for origin, _ in resolved.origins.values()} == {Origin.DEFAULT}


def test_the_environment_goes_before_the_file_and_the_file_before_the_default(
    tmp_path: Path,
) -> None:
    (tmp_path / "undraft.toml").write_text('fail-on = "warning"\nlang = "zh"\n', encoding="utf-8")
    resolved = resolve(tmp_path, {"UNDRAFT_LANG": "en"})
    assert resolved.settings.fail_on == "warning"
    assert resolved.settings.lang == "en"
    assert resolved.origins["fail_on"] == (Origin.FILE, str(tmp_path / "undraft.toml"))
    assert resolved.origins["lang"] == (Origin.ENVIRONMENT, "UNDRAFT_LANG")


def test_the_nearest_parent_wins_and_a_pyproject_without_our_table_is_passed_by(
    tmp_path: Path,
) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "undraft.toml").write_text('tm = ["far.tmx"]', encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.undraft]\ntm = ["near.tmx"]\n')
    (deep / "pyproject.toml").write_text("[tool.other]\nkey = 1\n", encoding="utf-8")
    assert resolve(deep, {}).settings.tm == ("near.tmx",)


def test_an_unknown_key_is_an_error_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "undraft.toml").write_text('fail_onn = "error"', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"fail_onn is not a setting\. Did you mean fail_on"):
        resolve(tmp_path, {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('fail_on = "sometimes"', "it can be error, warning, note, never"),
        ("tm = 3", "must be a list of texts"),
        ("lang = 3", "must be a text in quotes"),
        ("lang = ", "not valid TOML"),
    ],
)
def test_a_wrong_value_says_what_it_may_be(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "undraft.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        resolve(tmp_path, {})


def test_lists_in_the_environment_are_parted_by_commas(tmp_path: Path) -> None:
    assert resolve(tmp_path, {"UNDRAFT_TM": "a.tmx, b"}).settings.tm == ("a.tmx", "b")


def test_every_setting_has_a_help_text() -> None:
    assert set(HELP) == set(keys())


TABLES = """
digit-spacing = "spaced"
profile = "draft"

[severity]
TYP104 = "warning"

[per-file-ignores]
"drafts/*.md" = ["TYP", "HED103"]

[[suppress]]
code = "NUM101"
file = "a.md"
reason = "as adopted"
"""


def test_tables_are_read_and_shown_a_line_each(tmp_path: Path) -> None:
    (tmp_path / "undraft.toml").write_text(TABLES, encoding="utf-8")
    resolved = resolve(tmp_path, {})
    assert resolved.settings.severity == (("TYP104", "warning"),)
    assert resolved.settings.per_file_ignores == (("drafts/*.md", ("TYP", "HED103")),)
    shown = {row["key"]: row["value"] for row in as_rows(resolved)}
    assert shown["suppress"] == ["NUM101 a.md: as adopted"]
    assert shown["per_file_ignores"] == ["drafts/*.md = TYP HED103"]
    assert shown["severity"] == ["TYP104 = warning"]
    assert resolved.settings.digit_spacing == "spaced"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[suppress]]\ncode = 'X'\nreasn = ''", "reasn is not a key of suppress. Did you mean re"),
        ("[[suppress]]\nreason = 'x'", "neither a code nor a fingerprint"),
        ("[[suppress]]\ncode = 3", "must be a text in quotes"),
        ("suppress = 'NUM101'", "is written as tables"),
        ("suppress = ['NUM101']", "is written as tables"),
        ("[severity]\nNUM101 = 'grave'", "it can be error, warning, note"),
        ("severity = 'NUM101'", "must be a table"),
        ("[per-file-ignores]\n'*.md' = 3", "must be a list of texts"),
        ("digit_spacing = 'wide'", "it can be consistent, spaced, joined"),
        ("profile = 'letter'", "it can be auto, report"),
    ],
)
def test_a_wrong_table_says_what_it_may_be(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "undraft.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=words):
        resolve(tmp_path, {})
