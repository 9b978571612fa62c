r"""Regular expressions as ICU writes them, made into those of the ``regex`` package.

The two agree but for a few escapes: ``\Q…\E`` quotes, ``\x{41}`` names a character, ``\v`` is
any vertical space, ``\cA`` and ``\e`` are control characters. Some tools write Java's flags ``U``
and ``u`` (Unicode classes: always so here), or ``[noauto]``, a note to one tool on inline codes.
"""

import re

import regex

_VERTICAL = r"\n\x0b\f\r\x85\u2028\u2029"
_QUOTED = re.compile(r"\\Q(.*?)(?:\\E|$)", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:x\{(?P<hex>[0-9A-Fa-f]{1,6})\}|c(?P<control>[@-_a-z])|p\{(?P<java>java\w+)\}|(?P<one>.))",
    re.DOTALL,
)
_FLAGS = re.compile(r"\(\?([imsxuUd]+)(?=[:)])")
_NOTE = "[noauto]"
_JAVA = {"javaLowerCase": "Ll", "javaUpperCase": "Lu", "javaLetter": "L", "javaDigit": "Nd"}
MOST_CHARACTERS = 20_000


def translated(pattern: str) -> str:
    """Return the pattern as ``regex`` (version 1 behaviour) reads it.

    Raises:
        ValueError: it is longer than ``MOST_CHARACTERS``.
    """
    if len(pattern) > MOST_CHARACTERS:
        raise ValueError(f"it has more than {MOST_CHARACTERS} characters")
    quoted = _QUOTED.sub(lambda found: regex.escape(found[1]), pattern.replace(_NOTE, ""))
    quoted = _FLAGS.sub(_flags, quoted)
    return _ESCAPE.sub(lambda found: _escape(found, quoted), quoted)


def _flags(found: re.Match[str]) -> str:
    kept = "".join(flag for flag in found[1] if flag in "imsx")
    return f"(?{kept}" if kept else "(?:"


def _escape(found: re.Match[str], pattern: str) -> str:
    if found["hex"]:
        return regex.escape(chr(min(int(found["hex"], 16), 0x10FFFF)))
    if found["control"]:
        return f"\\x{ord(found['control'].upper()) ^ 64:02x}"
    if found["java"]:
        return f"\\p{{{_JAVA.get(found['java'], found['java'])}}}"
    if found["one"] == "v":
        return _VERTICAL if _in_set(pattern, found.start()) else f"[{_VERTICAL}]"
    return r"\x1b" if found["one"] == "e" else found[0]


def _in_set(pattern: str, at: int) -> bool:
    """Return whether ``at`` is inside a set: the last unescaped bracket before it opens one."""
    before = re.sub(r"\\.", "..", pattern[:at], flags=re.DOTALL)
    return before.rfind("[") > before.rfind("]")


def compiled(before: str, after: str) -> "regex.Pattern[str]":
    """Return an expression that matches, empty, wherever ``before`` ends and ``after`` begins.

    Raises:
        ValueError: one of the two is no regular expression; the message says why.
    """
    try:
        for part in (before, after):
            regex.compile(translated(part), regex.VERSION1)  # alone first: "a)(b" must not pass
        both = f"(?<=(?:{translated(before)}))(?=(?:{translated(after)}))"
        return regex.compile(both, regex.VERSION1)
    except (regex.error, RecursionError, OverflowError) as error:
        raise ValueError(str(error)) from None
