"""What is in one language is refused in the same words, whoever asks."""

import pytest

from toolkit.errors import UsageError
from toolkit.workflows.documents.versions import two_languages, two_versions


def test_regions_do_not_make_two_languages() -> None:
    with pytest.raises(UsageError, match=r"^Source and target are the same language, zh-CN\.$"):
        two_languages("zh-CN", "zh")
    two_languages("zh-Hant", "zh")


def test_files_in_one_language_are_named_with_it() -> None:
    with pytest.raises(UsageError, match=r"^a\.md and b\.md are both in the same language \(en\);"):
        two_versions(("a.md", "en"), ("b.md", "en"))
    two_versions(("a.md", "en"), ("b.md", "zh"))
