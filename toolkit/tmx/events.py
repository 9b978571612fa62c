"""The XML of a TMX as a stream of elements that are forgotten as soon as they are read."""

from collections.abc import Iterator

from lxml import etree

from toolkit.tmx.source import TmxSource

CHUNK = 1 << 15  # bytes given to the parser at a time
LONGEST = 8 << 20  # bytes without a unit, or of one unit

# Only these are told of; the rest is reached from them. Fewer events make reading twice as fast.
TOLD = ("{*}tmx", "{*}header", "{*}body", "{*}tu")


class MalformedError(Exception):
    """The XML does not hold from ``line`` on; the message is the parser's."""

    def __init__(self, line: int, said: str) -> None:
        super().__init__(said)
        self.line = line


def events(stream: TmxSource) -> Iterator[tuple[str, etree._Element]]:
    """Yield "start" and "end" of the elements ``TOLD``, those before a fault too.

    Raises:
        MalformedError: at the fault.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=TOLD,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    fault: MalformedError | None = None
    silent = 0
    body: etree._Element | None = None
    while fault is None and (chunk := stream.read(CHUNK)):
        fault = _fed(parser, chunk)
        silent += len(chunk)
        for event, element in parser.read_events():
            silent = 0
            if body is None and element.tag.endswith("body"):  # type: ignore[union-attr]
                body = element  # type: ignore[assignment]
            yield str(event), element  # type: ignore[misc]  # no other events were asked for
        if silent and body is not None:
            _drop_junk(body)
        if silent > LONGEST:
            fault = MalformedError(
                0, f"{LONGEST >> 20} MiB without a unit, or of one that is too huge"
            )
    if fault:
        raise fault
    try:
        parser.close()
    except etree.XMLSyntaxError as error:
        raise _fault(error) from error


def forget(element: etree._Element) -> None:
    """Drop an element and everything before it, so that memory does not grow with the file."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _drop_junk(body: etree._Element) -> None:
    """Drop what stands complete in the body and is no unit, or is one that was read."""
    first = next(iter(body), None)
    while first is not None and (after := first.getnext()) is not None:
        body.remove(first)
        first = after


def _fed(parser: etree.XMLPullParser, chunk: bytes) -> MalformedError | None:
    """Give bytes to the parser, and return what is wrong with them."""
    try:
        parser.feed(chunk)
    except etree.XMLSyntaxError as error:
        return _fault(error)
    # An entity that nothing declares stops the parser without an exception.
    fatal = parser.feed_error_log.filter_from_fatals()
    return MalformedError(fatal[0].line, fatal[0].message) if len(fatal) else None


def _fault(error: etree.XMLSyntaxError) -> MalformedError:
    return MalformedError(error.lineno or 0, error.msg or "")
