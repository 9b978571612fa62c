"""Chinese norms: 应考虑, 必须, 可鼓励; not the 应 of 反应 nor the 请 of 申请.

应对 is "to respond to" unless the words show 应 before a 对 that belongs to a later verb:
缔约国应对船员进行培训.
"""

from toolkit.languages.language import NormMention
from toolkit.languages.normative import Ladder, rungs
from toolkit.languages.vocabulary import alternation, vocabulary
from toolkit.text.pattern import Pattern

_WORDS = vocabulary("zh")
_RUNGS = rungs(_WORDS)
_IDLE = "|".join(
    word
    for name in ("not_must", "not_should", "not_encouraged")
    for word in _WORDS.lists[f"norm.{name}"]
)
_SHOULD_TO = (
    r"(?<=[国方会处者组府关构员])应(?=对[^，。；：应]{1,40}"
    r"(?:进行|加以|采取|予以|给予|作出|实行|实施|承担|负责|保持|开展))"
)
_LADDER = Ladder(
    Pattern(rf"(?P<form>{alternation(tuple(_RUNGS))})"),
    _RUNGS,
    Pattern(rf"(?!{_SHOULD_TO})(?:{_IDLE})"),
)


def norms(text: str) -> tuple[NormMention, ...]:
    """Find normative verbs, as ``Language.norms`` says."""
    return _LADDER.find(text)
