"""Passwords in the addresses of memories."""

import pytest

from toolkit.text.address import shown, without_passwords


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("postgresql://kim:lamp%40x@server:5432/memory", "postgresql://kim@server:5432/memory"),
        ("postgresql://kim:la@mp@server/memory", "postgresql://kim@server/memory"),
        ("postgresql://kim@server/memory?password=lamp", "postgresql://kim@server/memory"),
        ("postgresql://server/memory", "postgresql://server/memory"),
        ("postgres:/kim:lamp@server/memory", "postgres:/kim@server/memory"),
        ("tm/last year?.tmx", "tm/last year?.tmx"),
        (r"C:\tm\a@b.tmx", r"C:\tm\a@b.tmx"),
    ],
)
def test_an_address_is_shown_without_its_password(name: str, expected: str) -> None:
    assert shown(name) == expected


def test_what_a_server_says_is_passed_on_without_passwords() -> None:
    said = 'no way to postgresql://kim:lamp@server/m with "user=kim password=lamp host=server"'
    assert "lamp" not in without_passwords(said)
    assert "host=server" in without_passwords(said)
