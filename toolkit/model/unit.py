"""A translation unit: one segment in two languages, and where it comes from."""

from dataclasses import dataclass

from toolkit.inline import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationUnit:
    """One pair.

    ``symbol`` and ``path`` say which document and place it comes from ("" unknown);
    ``status`` is aligned, reviewed or approved; ``confidence`` is 0-1 or None when a person made
    it; ``created`` is an ISO day taken from the document, never from the clock.
    ``previous``/``following`` are the source segments around it, for context matches ("" at an
    end). ``source`` and ``target`` are words only; ``source_codes`` and ``target_codes`` are the
    inline codes among them. ``props`` and ``notes`` are what else a TMX had, kept so that nothing
    is lost; ``source_props`` and ``target_props`` what one language had ("@name" is an attribute,
    "#note" a note, "@xml:lang" the language as the file had it).
    """

    source: str
    target: str
    source_lang: str = "en"
    target_lang: str = "zh"
    id: str = ""
    symbol: str = ""
    target_symbol: str = ""
    path: str = ""
    status: str = "aligned"
    confidence: float | None = None
    created: str = ""
    aligner: str = ""
    previous: str = ""
    following: str = ""
    props: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    source_codes: tuple[Code, ...] = ()
    target_codes: tuple[Code, ...] = ()
    source_props: tuple[tuple[str, str], ...] = ()
    target_props: tuple[tuple[str, str], ...] = ()
