"""The way in: `elman`, or `python -m elman`."""

import sys


def main() -> None:
    """Run the command line.

    Raises:
        SystemExit: always, with the exit status.
    """
    try:
        from elman.cli.main import main as run
    except KeyboardInterrupt:
        sys.exit(130)
    run()


if __name__ == "__main__":
    main()
