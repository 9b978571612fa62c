"""Small template folders for tests."""

from pathlib import Path

from toolkit.assemble import Data, Filled, Suggestion, Template, fill, load, read_data, translate
from toolkit.languages import by_code

MANIFEST = """
languages = ["en", "zh"]
profile = "draft"
[field.name]
type = "words"
required = false
[field.day]
type = "date"
required = false
[field.days]
type = "days"
required = false
[field.number]
type = "number"
required = false
[field.symbol]
type = "symbol"
required = false
[field.states]
type = "state"
list = true
required = false
[field.observers]
type = "state"
list = true
apart = ["states"]
required = false
[field.kind]
type = "choice"
choices = ["agenda", "paper"]
required = false
[field.done]
type = "boolean"
required = false
[field.person]
type = "person"
required = false
[field.rows]
type = "record"
list = true
required = false
[field.rows.field.title]
type = "words"
[field.rows.field.continued]
type = "boolean"
required = false
[field.rows.field.cells]
type = "words"
list = true
required = false
[field.since]
type = "month"
required = false
[field.points]
type = "record"
list = true
required = false
[field.points.field.text]
type = "words"
[field.points.field.items]
type = "words"
list = true
required = false
"""


def folder(path: Path, text: str, manifest: str = MANIFEST) -> Path:
    """Write a template folder."""
    path.mkdir(exist_ok=True)
    (path / "template.toml").write_text(manifest, encoding="utf-8")
    (path / "text.toml").write_text(text, encoding="utf-8")
    return path


def made(path: Path, text: str, data: str = "") -> tuple[Template, Data]:
    """Return a template with this text, and data for it."""
    template = load(folder(path / "letter", text))
    return template, read_data(data, "meeting.toml", template)


def paragraph(wording: str) -> str:
    """Return a text of one paragraph that says the same in every language."""
    return f"[[clause]]\nid = 'one'\nboth = '''{wording}'''\n"


def said(path: Path, text: str, data: str = "") -> list[str]:
    """Return the texts of the blocks in English."""
    return [block.text for block in fill(*made(path, text, data), by_code("en")).document.blocks]


def nothing(_sentence: str, _before: str, _after: str) -> Suggestion | None:
    """Know no translation."""
    return None


def both(template: Template, data: Data, lookup=nothing) -> tuple[Filled, Filled]:
    """Return the English and the Chinese document."""
    english = fill(template, data, by_code("en"))
    return english, translate(english, template, data, by_code("zh"), lookup)
