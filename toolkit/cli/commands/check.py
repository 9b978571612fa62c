"""``undraft check``: everything a careful editor checks."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toolkit import __version__
from toolkit.checks.baseline import Baseline, baseline_of, read_baseline, write_baseline
from toolkit.checks.page import cards
from toolkit.checks.policy import judged
from toolkit.cli import mending
from toolkit.cli.checking import (
    EachFinding,
    FailOn,
    FailOnOption,
    Files,
    MessagesIn,
    Pair,
    asked_for,
    reached,
    settled_options,
    show_text,
)
from toolkit.cli.command import Command
from toolkit.cli.options import Force, From, Json, Output, ProfileChoice, ProfileOption
from toolkit.cli.output import as_json as to_json
from toolkit.cli.output import envelope
from toolkit.cli.session import settings
from toolkit.cli.telling import announce, deliver
from toolkit.diagnostics import Finding
from toolkit.diagnostics.render.html import findings_as_html
from toolkit.diagnostics.render.jsonable import findings_as_json
from toolkit.diagnostics.render.junit import findings_as_junit
from toolkit.diagnostics.render.sarif import findings_as_sarif
from toolkit.diagnostics.render.text import findings_as_text
from toolkit.errors import Exit
from toolkit.workflows.checking.accepting import resolved_in
from toolkit.workflows.checking.checking import (
    Checked,
    CheckOptions,
    versions_of_one,
    without_known,
)
from toolkit.workflows.checking.mending import Mended, Wanted, difference
from toolkit.workflows.documents.files import read_input, write_output


class CheckFormat(StrEnum):
    """How findings are shown."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    HTML = "html"


Codes = Annotated[
    list[str] | None,
    typer.Option("--select", help="Rules to run: codes, prefixes or names, parted by commas."),
]
NotCodes = Annotated[
    list[str] | None, typer.Option("--ignore", help="Rules to leave out, written like --select.")
]


def check(
    files: Files = None,
    pair: Pair = None,
    profile: ProfileOption = ProfileChoice.AUTO,
    select: Codes = None,
    ignore: NotCodes = None,
    source_format: From = None,
    fail_on: FailOnOption = None,
    output_format: Annotated[
        CheckFormat, typer.Option("--format", help="How to show the findings.")
    ] = CheckFormat.TEXT,
    everything: EachFinding = False,
    lang: MessagesIn = None,
    output: Output = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="Known findings (JSON) not to show again.")
    ] = None,
    write_baseline_to: Annotated[
        Path | None, typer.Option("--write-baseline", help="Write all findings as a baseline.")
    ] = None,
    terms: Annotated[
        list[str] | None,
        typer.Option("--terms", help="Termbase (TBX, CSV, TSV) to hold the words against."),
    ] = None,
    fix: mending.Fix = False,
    unsafe: mending.Unsafe = False,
    diff: mending.Diff = False,
    in_place: mending.InPlace = False,
    tracked: mending.Tracked = False,
    force: Force = False,
    as_json: Json = False,
) -> None:
    """Check numbering, references, symbols, mastheads, lists, dates, typography and parity.

    What is legitimate in an addendum, a draft or a translation is not a finding there; the
    profile is recognised, or given with --profile. `undraft rules` lists the checks.
    --fix mends spacing, width, brackets, quotation marks, the order of States and numbers; the
    mended files go to the folder of -o, or with --in-place over the inputs, and what is left to
    do is shown. --diff shows the changes and writes nothing. What a rule says of a file by the
    dozen is shown five times and counted, unless with --all.
    """
    wish = mending.Wish(
        fix=fix,
        unsafe=unsafe,
        diff=diff,
        in_place=in_place,
        tracked=tracked,
        output=output if fix else None,
        force=force,
    )
    wish.hold()
    asked = asked_for(files, pair)
    options = settled_options(profile, select, ignore, terms, source_format)
    checked = asked.check(options)
    said_in = lang.value if lang else settings().lang
    if write_baseline_to:
        text = write_baseline(baseline_of(checked.result.findings))
        write_output(write_baseline_to, text.encode("utf-8"), force=force, inputs=asked.names)
        known_now = len(checked.result.findings)
        announce(
            "wrote {path}: {count} findings are known now",
            lang=said_in,
            path=write_baseline_to,
            count=known_now,
        )
    known = _known(baseline or (Path(settings().baseline) if settings().baseline else None))
    chosen = CheckFormat.JSON if as_json else output_format
    if fix:
        mended = mending.mend_all(checked, options, wish, _wanted(checked, options, known))
        if diff:
            _show_diff(checked, mended, wish, said_in, as_json=chosen is CheckFormat.JSON)
        else:
            checked = asked.moved(mending.write_mended(mended, wish, said_in)).check(options)
    if known:
        checked = without_known(checked, known)
    if not diff:
        to = None if fix else output
        _show(checked, chosen, said_in, to, force=force, everything=everything)
    _hint_at_pairs(checked, said_in)
    if reached(checked.result.findings, fail_on or FailOn(settings().fail_on)):
        raise typer.Exit(Exit.FINDINGS)


def _wanted(checked: Checked, options: CheckOptions, known: Baseline | None) -> Wanted:
    """Return what picks the findings to mend: those that nobody has accepted."""
    marks = [
        one for file in checked.loaded for one in resolved_in(file.input.data, file.input.path)
    ]

    def pick(findings: Sequence[Finding]) -> Sequence[Finding]:
        told = judged(findings, options.policy, marks, checked={})
        return known.filter(told) if known else told

    return pick


def _known(baseline: Path | None) -> Baseline | None:
    if baseline is None:
        return None
    text = read_input(str(baseline)).data.decode("utf-8-sig", errors="replace")
    return read_baseline(text, str(baseline))


def _show_diff(
    checked: Checked, mended: Sequence[Mended], wish: mending.Wish, lang: str, *, as_json: bool
) -> None:
    """Show what would be mended: a diff, or all as JSON."""
    if not as_json:
        mending.show_difference(mended, wish, lang)
        return
    payload = findings_as_json(checked.result.findings, checked.result.checked, lang)
    payload["diff"] = "".join(difference(one) for one in mended)
    inputs = checked.inputs
    data = to_json(envelope("findings/1", inputs, payload))
    deliver(data, wish.output, force=wish.force, inputs=inputs, lang=lang)


def _show(
    checked: Checked,
    chosen: CheckFormat,
    lang: str,
    output: Path | None,
    *,
    force: bool,
    everything: bool,
) -> None:
    if chosen is CheckFormat.TEXT and output is None:
        show_text(checked, lang, everything=everything)
        return
    data = _render(checked, chosen, lang)
    deliver(data, output, force=force, inputs=checked.inputs, lang=lang)


def _render(checked: Checked, chosen: CheckFormat, lang: str) -> bytes:
    findings, looked_at = checked.result.findings, checked.result.checked
    match chosen:
        case CheckFormat.JSON:
            payload = findings_as_json(findings, looked_at, lang)
            return to_json(envelope("findings/1", checked.inputs, payload))
        case CheckFormat.SARIF:
            log = findings_as_sarif(findings, cards(), __version__, lang)
            return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
        case CheckFormat.JUNIT:
            return findings_as_junit(findings, looked_at, lang).encode("utf-8")
        case CheckFormat.HTML:
            documents = [one.document for one in checked.loaded]
            return findings_as_html(findings, looked_at, lang, documents).encode("utf-8")
        case CheckFormat.TEXT:
            return findings_as_text(findings, looked_at, lang).encode("utf-8")


def _hint_at_pairs(checked: Checked, lang: str) -> None:
    compared = {
        frozenset((pair.source.input.path, pair.target.input.path)) for pair in checked.pairs
    }
    languages = settings().source_lang, settings().target_lang
    for one, other in versions_of_one(checked.loaded, languages):
        if frozenset((one, other)) not in compared:
            announce(
                "note: two versions of one document; to compare them: --pair {one} {other}",
                lang=lang,
                one=one,
                other=other,
            )


COMMAND = Command(
    name="check",
    function=check,
    examples=(
        "undraft check samples/CSIW_COP_WG.3_2025_6.en.docx",
        "undraft check --pair samples/CSIW_COP_WG.3_2025_6.en.docx "
        "samples/CSIW_COP_WG.3_2025_6.zh.docx --lang zh",
        "undraft check samples/faulty --fail-on never --format sarif -o out/faulty.sarif",
        "undraft check samples --select NUM,REC --fail-on never --json",
        "undraft check samples/faulty --fix --diff --fail-on never",
        "undraft check samples/faulty --fix -o out/mended --fail-on never",
    ),
)
