"""Findings as Word comments, and resolved comments as acceptances."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.validity import faults, schema_faults
from toolkit.checks.run import run
from toolkit.diagnostics import Finding
from toolkit.errors import InputError, UsageError
from toolkit.ooxml.conversation import conversation
from toolkit.readers.registry import read_bytes
from toolkit.workflows.checking.accepting import resolved_in
from toolkit.workflows.checking.annotating import Annotated, annotate, findings_for
from toolkit.workflows.checking.checking import Checked, CheckOptions, check_files
from toolkit.workflows.documents.files import Input

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAULTY = "CSIW_COP_WG.3_2025_6_faulty"


def given(samples: Path, language: str = "en") -> Input:
    path = samples / "faulty" / f"{FAULTY}.{language}.docx"
    return Input(path.name, path.read_bytes())


def found(one: Input) -> tuple[Finding, ...]:
    return run([read_bytes(one.data, one.path).document]).findings


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def commented_words(data: bytes) -> dict[str, str]:
    """Return the words each comment hangs on, by the comment's number: a walk of its own."""
    root = etree.fromstring(parts(data)["word/document.xml"])
    words: dict[str, str] = {}
    open_now: set[str] = set()
    for one in root.iter():
        if one.tag == f"{W}commentRangeStart":
            open_now.add(one.get(f"{W}id", ""))
            words[one.get(f"{W}id", "")] = ""
        elif one.tag == f"{W}commentRangeEnd":
            open_now.discard(one.get(f"{W}id", ""))
        elif one.tag == f"{W}t":
            for number in open_now:
                words[number] += one.text or ""
    return words


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_finding_is_a_comment_at_its_words(samples: Path, language: str, shared: Path) -> None:
    one = given(samples, language)
    findings = found(one)
    made = annotate(one, findings, language)
    assert (made.added, made.known) == (len(findings), 0)
    assert faults(made.data) == []
    assert schema_faults(made.data, shared) == []
    words = list(commented_words(made.data).values())
    spans = [f.snippet[f.start : f.end] for f in findings if f.start is not None]
    assert spans
    squeezed = ["".join(text.split()) for text in words]
    for span in spans:
        assert "".join(span.split()) in squeezed
    assert all(squeezed)


def test_a_comment_says_code_severity_message_and_how_to_accept(samples: Path) -> None:
    one = given(samples, "zh")
    finding = next(f for f in found(one) if f.code == "TYP101")
    (remark,) = conversation(annotate(one, [finding], "zh").data, "x.docx")
    code, said, accept = remark.text.split("\n")
    assert (remark.author, code) == ("Undraft", "TYP101 · 警告")
    assert "半角" in said
    assert re.fullmatch(r"如无须改动.*\[TYP101:[0-9a-f]{16}\]", accept)


def test_nothing_but_comments_changes(samples: Path) -> None:
    one = given(samples)
    before, after = parts(one.data), parts(annotate(one, found(one)).data)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {
        "word/document.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
    }
    assert set(after) - set(before) <= {"word/comments.xml"}
    made = annotate(one, found(one))
    old = read_bytes(one.data, one.path).document
    assert read_bytes(made.data, one.path).document.blocks == old.blocks


def test_annotating_twice_adds_nothing_and_keeps_every_byte(samples: Path) -> None:
    one = given(samples)
    made = annotate(one, found(one))
    again = Input("other-name.docx", made.data)
    assert annotate(again, found(again)) == Annotated(made.data, 0, made.added)


def resolved(data: bytes, which: int, answer: str) -> bytes:
    """Do what Word does when a comment is answered and resolved."""
    held = parts(data)
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    root = etree.fromstring(held["word/comments.xml"])
    for number, paragraph in enumerate(root.iter(f"{W}p")):
        paragraph.set(f"{{{w14}}}paraId", f"{number + 1:08X}")
    comment = list(root)[which]
    key = list(comment.iter(f"{W}p"))[-1].get(f"{{{w14}}}paraId")
    lines = [f'<w15:commentEx w15:paraId="{key}" w15:done="1"/>']
    if answer:
        reply = etree.SubElement(root, f"{W}comment", {f"{W}id": "900", f"{W}author": "Editor"})
        paragraph = etree.SubElement(reply, f"{W}p", {f"{{{w14}}}paraId": "0000F000"})
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = answer
        lines.append(
            f'<w15:commentEx w15:paraId="0000F000" w15:paraIdParent="{key}" w15:done="1"/>'
        )
    held["word/comments.xml"] = etree.tostring(root)
    space = "http://schemas.microsoft.com/office/word/2012/wordml"
    extended = f'<w15:commentsEx xmlns:w15="{space}">{"".join(lines)}</w15:commentsEx>'
    held["word/commentsExtended.xml"] = extended.encode()
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    arrow = f'<Relationship Id="rExt" Type="{kind}" Target="commentsExtended.xml"/>'
    rels = held["word/_rels/document.xml.rels"].decode()
    held["word/_rels/document.xml.rels"] = rels.replace(
        "</Relationships>", arrow + "</Relationships>"
    ).encode()
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"
    override = f'<Override PartName="/word/commentsExtended.xml" ContentType="{media}"/>'
    types = held["[Content_Types].xml"].decode()
    held["[Content_Types].xml"] = types.replace("</Types>", override + "</Types>").encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in held.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def checked(data: bytes, folder: Path, name: str) -> Checked:
    path = folder / name
    path.write_bytes(data)
    return check_files([str(path)], (), CheckOptions(languages=("en", "zh")))


def codes(result: Checked) -> list[str]:
    return [one.code for one in result.result.findings if not one.code.startswith(("RDR2", "RDR3"))]


@pytest.mark.parametrize("answer", ["As adopted at the meeting.", ""])
def test_a_resolved_comment_accepts_its_finding(samples: Path, tmp_path: Path, answer: str) -> None:
    one = given(samples)
    findings = found(one)
    at = next(n for n, f in enumerate(findings) if f.code == "REC101")
    data = resolved(annotate(one, findings).data, at, answer)
    (accepted,) = resolved_in(data, "x.docx")
    assert (accepted.code, accepted.reason) == ("REC101", answer)
    before = codes(checked(annotate(one, findings).data, tmp_path, "open.docx"))
    after = codes(checked(data, tmp_path, "renamed.docx"))
    assert "REC101" in before
    extra = [] if answer else ["RDR903"]
    assert sorted([*after]) == sorted([*(c for c in before if c != "REC101"), *extra])


def test_a_finding_without_a_place_stands_at_the_first_words(samples: Path) -> None:
    one = given(samples)
    finding = Finding(
        code="MST101", name="x", severity=found(one)[0].severity, template="No date.", file=one.path
    )
    made = annotate(one, [finding])
    (words,) = commented_words(made.data).values()
    assert words.strip()
    (remark,) = conversation(made.data, "x.docx")
    assert "first page: No date." in remark.text


def test_a_file_that_is_no_word_file_is_refused_with_a_way_out(samples: Path) -> None:
    path = samples / "faulty" / f"{FAULTY}.en.md"
    with pytest.raises(InputError, match=r"is no Word file.*undraft convert"):
        annotate(Input(path.name, path.read_bytes()), [])


def as_json(one: Input, **changes: object) -> Input:
    finding = {
        "code": "NUM101", "name": "x", "severity": "error", "message": "gap", "file": one.path,
        "path": "", "label": None, "snippet": "", "start": None, "end": None,
    }  # fmt: skip
    value: dict[str, object] = {
        "schema": "undraft.findings/1",
        "inputs": [{"path": one.path, "sha256": one.sha256}],
        "findings": [finding],
    }
    return Input("found.json", json.dumps({**value, **changes}).encode())


def test_findings_of_the_file_are_taken_and_those_of_others_left(samples: Path) -> None:
    one = given(samples)
    told = findings_for(one, as_json(one))
    assert [(f.code, f.message) for f in told.findings] == [("NUM101", "gap")]
    renamed = Input("elsewhere/other.docx", one.data)
    assert len(findings_for(renamed, as_json(one)).findings) == 1


def test_findings_of_another_version_are_refused_by_name(samples: Path) -> None:
    one = given(samples)
    older = as_json(one, inputs=[{"path": f"old/{one.path}", "sha256": "0" * 64}])
    with pytest.raises(UsageError, match=f"another version of {re.escape(one.path)}"):
        findings_for(one, older)
    other = as_json(one, inputs=[{"path": "b.docx", "sha256": "0" * 64}])
    with pytest.raises(UsageError, match=r"are of b\.docx, not of"):
        findings_for(one, other)


@pytest.mark.parametrize(
    "break_",
    [
        lambda _: Input("f.json", b"{}"),
        lambda _: Input("f.json", b"\xff"),
        lambda one: as_json(one, schema="undraft.rules/1"),
        lambda one: as_json(one, findings=[{"code": "X"}]),
        lambda one: as_json(one, inputs=3),
    ],
)
def test_a_file_without_findings_is_one_clear_error(
    samples: Path, break_: Callable[[Input], Input]
) -> None:
    one = given(samples)
    with pytest.raises(UsageError, match="holds no findings"):
        findings_for(one, break_(one))
