"""The doctor sees what is missing and says what to do about it."""

from pathlib import Path

from toolkit.workflows.installed import doctor
from toolkit.workflows.installed.doctor import Status, examine


def status(points: tuple[doctor.Point, ...], name: str) -> doctor.Point:
    return next(point for point in points if point.name == name)


def test_a_machine_without_a_chinese_font_is_warned_and_told_which_to_install(
    tmp_path: Path, monkeypatch: object
) -> None:
    (tmp_path / "DejaVuSans.ttf").touch()
    assert doctor.chinese_fonts([tmp_path, tmp_path / "absent"]) == ()
    point = doctor._chinese_font([tmp_path])
    assert point.status is Status.WARNING
    assert "fonts-noto-cjk" in point.advice


def test_chinese_fonts_of_windows_macos_and_debian_are_known(tmp_path: Path) -> None:
    for name in ("simsun.ttc", "PingFang.ttc", "NotoSerifCJK-Regular.ttc", "Arial.ttf"):
        (tmp_path / name).touch()
    assert doctor.chinese_fonts([tmp_path]) == (
        "NotoSerifCJK-Regular.ttc",
        "PingFang.ttc",
        "simsun.ttc",
    )


def test_a_console_that_cannot_show_chinese_is_a_warning(tmp_path: Path) -> None:
    assert status(examine(tmp_path, (), "cp437"), "console").status is Status.WARNING
    assert status(examine(tmp_path, (), "gbk"), "console").status is Status.OK


def test_a_memory_that_is_not_there_yet_is_a_warning_with_the_command_that_makes_it(
    tmp_path: Path,
) -> None:
    point = status(examine(tmp_path, (str(tmp_path / "none"),), "utf-8"), "memory")
    assert point.status is Status.WARNING
    assert "undraft align" in point.advice
