"""Small template folders for tests."""

from pathlib import Path

from toolkit.assemble import Data, Filled, Suggestion, Template, fill, load, read_data, translate
from toolkit.languages import by_code


def manifest(*fields: str) -> str:
    """Return a manifest with these fields."""
    return "\n".join(['languages = ["en", "zh"]', 'profile = "draft"', *fields, ""])


def field(name: str, kind: str, *more: str) -> str:
    """Return the table of a field, "rows.title" for one in a record; "!" makes it required."""
    path = name.rstrip("!").replace(".", ".field.")
    required = () if name.endswith("!") else ("required = false",)
    return "\n".join([f"[field.{path}]", f'type = "{kind}"', *required, *more])


MANIFEST = manifest(
    field("name", "words"),
    field("day", "date"),
    field("days", "days"),
    field("number", "number"),
    field("symbol", "symbol"),
    field("states", "state", "list = true"),
    field("observers", "state", "list = true", 'apart = ["states"]'),
    field("kind", "choice", 'choices = ["agenda", "paper"]'),
    field("done", "boolean"),
    field("person", "person"),
    field("rows", "record", "list = true"),
    field("rows.title!", "words"),
    field("rows.continued", "boolean"),
    field("rows.cells", "words", "list = true"),
    field("since", "month"),
    field("points", "record", "list = true"),
    field("points.text!", "words"),
    field("points.items", "words", "list = true"),
)


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
