"""The forms of a segment that memories are searched by."""

from functools import lru_cache
from hashlib import blake2b

from toolkit.languages.vocabulary import vocabulary
from toolkit.states.find import find as find_states
from toolkit.text.normalize import fold_width, match_key
from toolkit.text.pattern import Pattern

exact_key = match_key

HAN = Pattern(r"[\u3400-\u9fff]")

_WORDS = Pattern(r"\w+")
_HAN_VALUES = Pattern(
    r"[^\u3400-\u9fff]|[〇零一二两三四五六七八九十百千万亿兆年月日第首至和及号届次分之点多余几]"
)
_SMALL = "a an and at between by cent decades from in of or per percent the to"
_VALUE_WORDS = frozenset(
    word
    for kind, values in vocabulary("en").values.items()
    if kind.startswith("number.")
    for phrase in values
    for word in phrase.casefold().split()
) | frozenset(_SMALL.split())


def number_of(text: str) -> int:
    """Return the 64-bit number (signed) that stands for a text in an index."""
    raw = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big", signed=True)


def frame_key(exact: str) -> str:
    """Return what is left of an ``exact_key`` when everything that may be a value is set aside.

    Coarser than the frame that ``likeness.take_apart`` makes: segments that are equal but for
    values have the same key, others may have it too. "" says that nothing but values is there.
    """
    if not exact.isascii() and HAN.search(exact):
        return _HAN_VALUES.sub("", _without_states(exact))
    return " ".join(filter(_is_fixed, _WORDS.findall(exact)))


@lru_cache(maxsize=100_000)
def _is_fixed(word: str) -> bool:
    return len(word) > 1 and word[0].islower() and word.isalpha() and word not in _VALUE_WORDS


def _without_states(text: str) -> str:
    for found in reversed(find_states(text, "zh")):
        text = text[: found.span.start] + text[found.span.end :]
    return text


def folded(text: str) -> str:
    """Return ``text`` with width and letter case set aside: how words of an index are spelt."""
    return fold_width(text).casefold()
