"""Data for programs is told from documents by what is in it."""

import json

import pytest

from tests.conftest import SAMPLES
from toolkit.errors import InputError
from toolkit.readers.notation import notation
from toolkit.readers.registry import read_bytes

LOG = json.dumps({"findings": [{"code": "NUM101", "snippet": "The lamps were lit."}]}, indent=1)


@pytest.mark.parametrize(
    ("text", "path", "what"),
    [
        (LOG, "found.json", "a JSON file"),
        (LOG, "found.txt", "a JSON file"),
        ("\ufeff" + LOG, "-", "a JSON file"),
        ('{"query": "a"}\n{"query": "b"}\n', "-", "a JSON file"),
        (LOG[:40], "found.sarif", "a JSON file"),
        ("[" * 200_000 + "]" * 200_000, "-", "a JSON file"),
        ("<!-- kept -->\n<?xml version='1.0'?><tmx></tmx>", "-", "an XML file"),
        ('<xliff version="1.2">\n<file/>\n</xliff>\n', "a.txt", "an XML file"),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx/>', "-", "an XML file"),
        ('msgid "Lamp"\nmsgstr "灯"\n', "zh.po", "a catalogue of messages (PO)"),
        ('[field]\nname = "lamp"\n', "-", "a file of settings (TOML)"),
        ("title: Lamps\nparts:\n- one\n", "a.yml", "a YAML file"),
        ("code,en,zh\nL1,lamp,灯\nL2,\"lamp, lit\",亮灯\n", "-", "a table (CSV or TSV)"),
        ("lamp\t灯\nharbour\t港\n", "terms.tsv", "a table (CSV or TSV)"),
        ("lamp; 灯; \nharbour; 港\n", "terms.csv", "a table (CSV or TSV)"),
    ],
)  # fmt: skip
def test_data_is_told_by_its_content_and_then_by_its_name(text: str, path: str, what: str) -> None:
    assert notation(text, path) == what


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("# Lamps\n\n1. The lamps were lit.\n", "report.json"),
        ("# Lamps\n\n1. The lamps were lit.\n", "report.csv"),
        ("[Draft]\n\n1. The lamps were lit.\n", "-"),
        ("[The lamps were lit.]", "a.txt"),
        ("{{ body }}\n\n1. The lamps were lit [2].\n\n{ }", "a.md"),
        ('<div align="center">\n\nReport on lamps\n\n</div>\n', "a.md"),
        ("<!-- draft\n\n1. The lamps were lit.\n", "a.md"),
        ("Asteria\tBoreal\tCorvia\nDeltania\tEstmark\tFaroe\nGale\tHarbour\tIsle\n", "a.txt"),
        ("Lamps, buoys, and piers,\nharbours, bays, and coves,\nships, boats, and rafts,\n", "-"),
        ("Lamps，buoys\n第 1,000 段\n", "-"),
        ("A sum = a product.\n", "-"),
    ],
)
def test_what_may_be_a_document_is_none(text: str, path: str) -> None:
    assert notation(text, path) is None


def test_data_is_refused_in_one_sentence_that_says_how_to_read_it_all_the_same() -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(LOG.encode(), "found.log")
    message = str(caught.value)
    assert message.startswith("found.log is a JSON file, not a document; ")
    assert "--from text" in message
    assert "\n" not in message
    assert read_bytes(LOG.encode(), "found.log", name="text").document.blocks


def test_a_word_file_is_read_whatever_its_name() -> None:
    data = (SAMPLES / "CSIW_COP_WG.3_2026_L.1.en.docx").read_bytes()
    assert read_bytes(data, "lamps.json").document.origin.format == "docx"
