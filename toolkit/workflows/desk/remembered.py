"""What came back as units of a memory: the translations that a person confirmed."""

from collections.abc import Iterator
from dataclasses import replace

from toolkit.exchange.codes import outward
from toolkit.inline import Code, CodeKind, Segment, pairing
from toolkit.model.desk import Answered
from toolkit.model.unit import TranslationUnit
from toolkit.workflows.desk.layout import MASTHEAD
from toolkit.workflows.desk.returning import Returned
from toolkit.workflows.filling.fixed_lines import said_by_rule


def units_of(came: Returned) -> Iterator[TranslationUnit]:
    """Yield a unit, reviewed, for each segment whose translation a person confirmed.

    Lines of the masthead that a rule writes are left out: they are of this document alone.
    """
    desk = came.desk
    head = desk.document.masthead
    for segment in desk.segments:
        one = came.translations.get(segment.id)
        if one is None or one.target is None or one.answered is not Answered.REVIEWED:
            continue
        ruled = segment.kind == MASTHEAD and said_by_rule(
            segment.source.text, desk.source, desk.target
        )
        if ruled:
            continue
        source, target = outward(segment.source, one.target)
        yield TranslationUnit(
            source=segment.source.text,
            target=one.target.text,
            source_lang=desk.source.code,
            target_lang=desk.target.code,
            symbol=head.symbol or "",
            target_symbol=head.symbol or "",
            path=segment.path,
            status="reviewed",
            created=head.date or "",
            previous=segment.previous,
            following=segment.following,
            source_codes=_kept(source),
            target_codes=_kept(target or one.target),
        )


def _kept(segment: Segment) -> tuple[Code, ...]:
    """Return codes as every memory keeps them, a TMX too: pairs by number, others by what matches.

    Otherwise a translation that is brought back twice would be another one the second time.
    """
    paired = {half for pair in pairing(segment.codes).pairs for half in pair}
    return tuple(_one(code, at in paired) for at, code in enumerate(segment.codes))


def _one(code: Code, paired: bool) -> Code:
    if code.kind is CodeKind.CLOSE and paired:
        return replace(code, type="", match="")
    return replace(code, id=code.id if paired else "", match=code.id, isolated=code.isolated)
