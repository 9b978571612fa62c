"""Two versions of one text are in two languages: said in one place, whoever asks."""

from toolkit.errors import UsageError
from toolkit.languages.tags import base


def two_languages(source: str, target: str) -> None:
    """Refuse source and target languages that are one; regions make no difference.

    Raises:
        UsageError: they are the same.
    """
    if base(source) == base(target):
        raise UsageError(f"Source and target are the same language, {source}.")


def two_versions(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Refuse two files in one language, each given by its path and the language it is in.

    Raises:
        UsageError: they are in the same language.
    """
    if one[1] == other[1]:
        raise UsageError(
            f"{one[0]} and {other[0]} are both in the same language ({one[1]}); two language "
            "versions of one document were expected."
        )
