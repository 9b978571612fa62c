"""Standard output and error that never break on a character the console does not have."""

import io
import sys
from collections.abc import Mapping
from typing import TextIO


def prepare_streams() -> None:
    """Make text output safe on any console, a Chinese Windows one (gbk) among them.

    The console's own encoding is kept, so that Chinese shows; a character it lacks is replaced
    by "?" and never ends the run. Machine-readable results do not pass here: they are UTF-8 bytes
    (``output.emit_bytes``).
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def takes_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Return whether a stream is a terminal whose user has not declined colours.

    Declined is by a ``NO_COLOR`` that is not empty (no-color.org), or by a terminal that has none.
    """
    declined = environment.get("NO_COLOR") or environment.get("TERM") == "dumb"
    return stream.isatty() and not declined
