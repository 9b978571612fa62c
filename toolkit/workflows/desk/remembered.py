"""What came back as units of a memory: the translations that a person confirmed."""

from collections.abc import Iterator

from toolkit.model.desk import Answered
from toolkit.model.unit import TranslationUnit
from toolkit.workflows.desk.layout import MASTHEAD
from toolkit.workflows.desk.returning import Returned
from toolkit.workflows.fixed_lines import said_by_rule


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
            source_codes=segment.source.codes,
            target_codes=one.target.codes,
        )
