"""Standard output and error that never break on a character the console does not have."""

import io
import sys


def prepare_streams() -> None:
    """Make text output safe on any console, a Chinese Windows one (gbk) among them.

    The console's own encoding is kept, so that Chinese shows; a character it lacks is replaced
    by "?" and never ends the run. Machine-readable results do not pass here: they are UTF-8 bytes
    (``output.emit_bytes``).
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
