"""What a project accepts: its settings, and comments of ours that were resolved in a Word file.

Each of our comments ends in a mark that names its finding: "[NUM101:0123456789abcdef]". A comment
that was resolved accepts its finding; the answers to it are the reason.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from toolkit.checks.policy import Policy, Resolved, verify
from toolkit.config import Resolved as ResolvedSettings
from toolkit.config import Settings
from toolkit.diagnostics import Finding
from toolkit.diagnostics.fingerprint import mark
from toolkit.errors import InputError
from toolkit.ooxml.conversation import Remark, conversation
from toolkit.ooxml.package import is_word

_MARK: Final = re.compile(r"\[([A-Z]{3}\d{3}):([0-9a-f]{16})\]\s*\Z")


def signature(finding: Finding) -> str:
    """Return the mark that names a finding in a comment."""
    return f"[{finding.code}:{mark(finding)}]"


def resolved_in(data: bytes, path: str) -> tuple[Resolved, ...]:
    """Return the findings that were accepted in a file; none for a file that is not Word's."""
    return tuple(
        Resolved(file=path, code=code, mark=name, reason="; ".join(remark.answers))
        for remark, code, name in _ours(data, path)
        if remark.resolved
    )


def already_said(data: bytes, path: str) -> Counter[str]:
    """Return how many comments of ours a file holds for each mark, resolved ones too."""
    return Counter(f"[{code}:{name}]" for _, code, name in _ours(data, path))


def _ours(data: bytes, path: str) -> Iterator[tuple[Remark, str, str]]:
    if not is_word(data):
        return
    try:
        remarks = conversation(data, path)
    except InputError:  # the reader says what is wrong with the file
        return
    for remark in remarks:
        found = _MARK.search(remark.text)
        if found:
            yield remark, found[1], found[2]


def house_of(settings: Settings) -> dict[str, str]:
    """Return the choices of a project that rules obey."""
    return {"digit_spacing": settings.digit_spacing, "state_order": settings.state_order}


def policy_of(resolved: ResolvedSettings) -> Policy:
    """Return what the settings decide about findings.

    Raises:
        ConfigError: they name a rule that is not there.
    """
    settings = resolved.settings
    sources = (resolved.origins[key][1] for key in ("suppress", "severity", "per_file_ignores"))
    policy = Policy(
        ignores=settings.per_file_ignores,
        severity=settings.severity,
        suppress=settings.suppress,
        source=next((name for name in sources if name), ""),
    )
    verify(policy)
    return policy
