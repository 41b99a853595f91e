"""`python -m daysheet`: the command."""

from daysheet.cli import main

if __name__ == "__main__":
    main()
