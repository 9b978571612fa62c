"""The tables a memory is kept in."""

VERSION = 2

TABLES = """
CREATE TABLE text (id {number} PRIMARY KEY, lang TEXT NOT NULL, exact {number} NOT NULL,
  frame {number} NOT NULL, body TEXT NOT NULL);
CREATE TABLE unit (id {number} PRIMARY KEY, identity {number} NOT NULL,
  source {number} NOT NULL, target {number} NOT NULL, more TEXT NOT NULL,
  source_lang TEXT NOT NULL, target_lang TEXT NOT NULL, symbol TEXT NOT NULL, path TEXT NOT NULL,
  previous TEXT NOT NULL, following TEXT NOT NULL, status TEXT NOT NULL, confidence {float},
  created TEXT NOT NULL, target_symbol TEXT NOT NULL, aligner TEXT NOT NULL);
CREATE TABLE pair (source_lang TEXT NOT NULL, target_lang TEXT NOT NULL, units {number} NOT NULL,
  PRIMARY KEY (source_lang, target_lang));
CREATE TABLE segment (number {number} PRIMARY KEY, lang TEXT NOT NULL, last {number} NOT NULL,
  size {number} NOT NULL, texts {bytes} NOT NULL, lengths {bytes} NOT NULL,
  marked {bytes} NOT NULL);
CREATE TABLE posting (id {number} PRIMARY KEY, size {number} NOT NULL, kept {number} NOT NULL,
  places {bytes} NOT NULL);
CREATE TABLE mark (id {number} PRIMARY KEY, marks {bytes} NOT NULL);
CREATE TABLE word (spelling TEXT{bytewise} PRIMARY KEY, backwards TEXT{bytewise} NOT NULL);
CREATE TABLE finding (said TEXT NOT NULL);
CREATE TABLE counter (name TEXT PRIMARY KEY, value {number} NOT NULL);
INSERT INTO counter VALUES ('text', 0), ('unit', 0), ('segment', 0), ('change', 0),
  ('schema', {version});
"""
INDEXES = """
CREATE INDEX text_exact ON text (exact);
CREATE INDEX text_frame ON text (frame, exact, id);
CREATE UNIQUE INDEX unit_identity ON unit (identity);
CREATE INDEX unit_source ON unit (source);
CREATE INDEX unit_target ON unit (target);
CREATE INDEX word_backwards ON word (backwards);
"""

TEXT = ("id", "lang", "exact", "frame", "body")
POSTING = ("id", "size", "kept", "places")


def statements(*, number: str, real: str, raw: str, bytewise: str) -> list[str]:
    """Return the statements that make the tables, with a database's names for types.

    ``number`` holds 64 bits, ``real`` is a floating one, ``raw`` bytes;
    ``bytewise`` makes a column be compared by its bytes.
    """
    filled = (TABLES + INDEXES).format(
        number=number, float=real, bytes=raw, bytewise=bytewise, version=VERSION
    )
    return [one.strip() for one in filled.split(";") if one.strip()]


def other_form(name: str, form: int) -> str:
    """Return what is said of a memory in another form than ``VERSION``."""
    if form > VERSION:
        return (
            f"{name} was made by a newer Undraft (its form is {form}, this version knows"
            f" {VERSION}): use that version."
        )
    return (
        f"{name} was made by an older Undraft (its form is {form}, this version needs {VERSION}):"
        " import the TMX files it was made of into a new one, or `undraft tm export` it with that"
        " version and import what comes out."
    )
