"""A segment put together piece by piece, as a reader comes upon words and codes."""

from dataclasses import dataclass, field, replace

from toolkit.inline.code import Code, Segment


@dataclass(slots=True)
class Collected:
    """What there is so far; ``length`` counts the code points of the words."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    codes: list[Code] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """Add words."""
        if text:
            self.words.append(text)
            self.length += len(text)

    def put(self, code: Code) -> None:
        """Add a code behind the words so far."""
        self.codes.append(replace(code, at=self.length))

    def segment(self) -> Segment:
        """Return what there is."""
        return Segment("".join(self.words), tuple(self.codes))
