"""LibreOffice accepts and rejects the tracked changes of a renumbering as we say it does."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import SAMPLES
from tests.programs import needs
from toolkit.model import Document, Kind
from toolkit.ooxml.changes import Tracking
from toolkit.readers import ReadOptions
from toolkit.readers.registry import read_bytes
from toolkit.renumber import Counted, OnDropped, parse_operations
from toolkit.workflows.renumbering.renumbering import Version, Wishes, renumber
from toolkit.writers import docx

pytestmark = [pytest.mark.office, pytest.mark.slow]

_ACCEPT = "AcceptAllTrackedChanges"
_REJECT = "RejectAllTrackedChanges"
_BASIC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; command, "", 0, Array())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), form())
  doc.close(True)
End Sub
Sub SettleAll(listing As String)
  Dim line As String
  handle = FreeFile
  Open listing For Input As #handle
  Do While Not EOF(handle)
    Line Input #handle, line
    job = Split(line, Chr(9))
    If UBound(job) = 2 Then Settle(job(0), job(1), job(2))
  Loop
  Close #handle
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""
_LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return a profile of LibreOffice with the macro in it."""
    needs("soffice")
    made = tmp_path / "profile"
    office(made, "--terminate_after_init")  # a first start would write over the macro
    standard = made / "user" / "basic" / "Standard"
    standard.mkdir(parents=True, exist_ok=True)
    (standard.parent / "script.xlc").write_text(_LIBRARIES)
    (standard / "script.xlb").write_text(_LIBRARY)
    (standard / "Module1.xba").write_text(_BASIC)
    return made


def office(profile: Path, *words: str) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *words]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def settled(data: bytes, command: str, profile: Path) -> bytes:
    """Return a file after LibreOffice carried out a command on all its tracked changes."""
    source, target = profile.parent / "in.docx", profile.parent / f"{command}.docx"
    source.write_bytes(data)
    macro = f'macro:///Standard.Module1.Settle("{source}","{target}","{command}")'
    office(profile, macro)
    return target.read_bytes()


def settled_all(files: Sequence[bytes], profile: Path) -> list[tuple[bytes, bytes]]:
    """Return each file with all changes accepted, and with all rejected, by one LibreOffice."""
    folder, jobs = profile.parent, list[str]()
    for at, data in enumerate(files):
        source = folder / f"in{at}.docx"
        source.write_bytes(data)
        for command in (_ACCEPT, _REJECT):
            jobs.append(f"{source}\t{folder / f'{command}{at}.docx'}\t{command}")
    listing = folder / "jobs.txt"
    listing.write_text("\n".join(jobs) + "\n", encoding="utf-8")
    office(profile, f'macro:///Standard.Module1.SettleAll("{listing}")')
    found = [(folder / f"{_ACCEPT}{at}.docx", folder / f"{_REJECT}{at}.docx")
             for at in range(len(files))]  # fmt: skip
    return [(one.read_bytes(), other.read_bytes()) for one, other in found]


def shown(data: bytes, like: Document) -> list[tuple[str | None, str]]:
    """Return labels and words; spaces at joints are LibreOffice's own affair."""
    options = ReadOptions(language=like.language, profile=like.profile)
    document = read_bytes(data, "x.docx", options=options).document
    return [(one.label, " ".join(one.text.split())) for one in document.blocks]


@pytest.mark.parametrize(
    ("moves", "live"),
    [(False, False), (True, False), (False, True)],
    ids=["as edits", "as moves", "with fields"],
)
def test_libreoffice_accepts_to_the_new_and_rejects_to_the_old(
    profile: Path, tmp_path: Path, moves: bool, live: bool
) -> None:
    path = str(SAMPLES / "CSIW_COP_WG.3_2025_6.zh.docx")
    if live:
        document = read_bytes(Path(path).read_bytes(), path).document
        path = str(tmp_path / "live.zh.docx")
        Path(path).write_bytes(docx.write(document, numbers="live"))
    operations = parse_operations(
        Counted.RECOMMENDATION, drop=["12"], merge=["5+6"], move=["20:3"], insert=["8"]
    )
    wishes = Wishes(on_dropped=OnDropped.KEEP)
    tracking = Tracking("Editor", "2026-03-01T00:00:00Z", moves)
    direct = renumber([path], operations, wishes).versions[0]
    tracked = renumber([path], operations, replace(wishes, tracking=tracking)).versions[0]
    data, like = tracked.data or b"", tracked.document
    accepted = shown(settled(data, _ACCEPT, profile), like)
    assert accepted == shown(direct.data or b"", like)
    assert shown(settled(data, _REJECT, profile), like) == shown(direct.input.data, like)


def test_the_law_holds_for_all_samples(profile: Path) -> None:
    versions = [plan for path in sorted(SAMPLES.glob("*.docx")) for plan in changed(str(path))]
    assert len(versions) >= 8
    results = settled_all([tracked.data or b"" for _, tracked in versions], profile)
    for (direct, tracked), (accepted, rejected) in zip(versions, results, strict=True):
        like, name = tracked.document, direct.input.path
        assert shown(accepted, like) == shown(direct.data or b"", like), name
        assert shown(rejected, like) == shown(direct.input.data, like), name


def changed(path: str) -> list[tuple[Version, Version]]:
    """Return a file renumbered directly and tracked: something in the middle goes and moves."""
    document = read_bytes(Path(path).read_bytes(), path).document
    kind, numbers = next(
        (kind, numbers)
        for kind, own in (
            (Counted.RECOMMENDATION, Kind.RECOMMENDATION),
            (Counted.PARAGRAPH, Kind.PARAGRAPH),
        )
        if len(numbers := [b.number for b in document.blocks if b.kind is own and b.number]) > 4
    )
    first, second, third, *_, last = numbers
    operations = parse_operations(kind, drop=[str(second)], move=[f"{last}:{first}"],
                                  insert=[str(third)])  # fmt: skip
    wishes = Wishes(on_dropped=OnDropped.KEEP)
    tracking = Tracking("Editor", "2026-03-01T00:00:00Z")
    (direct,) = renumber([path], operations, wishes).versions
    (tracked,) = renumber([path], operations, replace(wishes, tracking=tracking)).versions
    return [(direct, tracked)]
