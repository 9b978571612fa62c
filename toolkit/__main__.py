"""``python -m toolkit``: the same as the command ``undraft``."""

import sys

from toolkit.cli.app import run
from toolkit.cli.streams import prepare_streams


def main() -> None:
    """Run the command line and end the process with its exit code."""
    prepare_streams()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
