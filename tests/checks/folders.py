"""Template folders made of the examples of rules."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT
from toolkit.checks.rule import Example, TemplateInput
from toolkit.workflows.checking.checking_templates import template_input


def write_template(folder: Path, example: Example) -> Path:
    """Write a folder with the files of an example."""
    files = {
        "text.toml": example.text.encode(),
        "template.toml": example.other.encode(),
        "template.docx": (ROOT / "templates" / "note" / "template.docx").read_bytes(),
        "example.toml": example.data.encode(),
    }
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        if name != example.without:
            (folder / name).write_bytes(data)
    return folder


def of_template(example: Example) -> TemplateInput:
    """Return what is seen of a folder with the files of an example."""
    with TemporaryDirectory() as folder:
        return template_input(str(write_template(Path(folder), example)))
