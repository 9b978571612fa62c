"""``undraft config show``: which settings hold, and who set them."""

from toolkit.cli.command import Command
from toolkit.cli.options import Json, Plain, PlainFormat
from toolkit.cli.output import emit, emit_json
from toolkit.cli.session import resolved_settings
from toolkit.config.settings import HELP
from toolkit.config.sources import as_rows


def show(as_json: Json = False, output_format: Plain = PlainFormat.TEXT) -> None:
    """Show every setting, its value and where it comes from.

    Command line goes before environment (UNDRAFT_TM, UNDRAFT_FAIL_ON, ...), that before the
    nearest undraft.toml or [tool.undraft] in pyproject.toml, that before the default.
    """
    rows = as_rows(resolved_settings())
    if as_json or output_format is PlainFormat.JSON:
        emit_json("config/1", (), {"settings": rows})
        return
    for row in rows:
        value = ", ".join(row["value"]) if isinstance(row["value"], list) else row["value"]
        source = f" {row['source']}" if row["source"] else ""
        emit(f"{row['key']:<16} {value or '-':<14} ({row['origin']}{source})  {HELP[row['key']]}")


COMMAND = Command(
    name="show",
    group="config",
    function=show,
    examples=("undraft config show", "undraft config show --json"),
)
