#!/usr/bin/env python3
"""The command for who has just cloned: `python build.py all` is `daysheet all`. See `daysheet/cli.py`."""

from daysheet.cli import main

if __name__ == "__main__":
    main(prog_name="build.py")
