"""Letters within groups: who reads part A, B or C of a jigsaw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def letters_for(
    members: Sequence[str], letters: Sequence[str], before: Mapping[str, str], offset: int = 0
) -> tuple[str, ...]:
    """A letter for each member of a group, so that every letter is read before one is read twice.

    Whoever bore a letter `before` keeps it where it is free. Those left over double letters from `offset` on, so that
    the groups of a room do not all double the same.
    """
    free = [*letters] if len(members) >= len(letters) else list(letters[: len(members)])
    extra = len(members) - len(free)
    free += [letters[(offset + at) % len(letters)] for at in range(extra)]
    kept: dict[int, str] = {}
    for at, member in enumerate(members):
        if before.get(member) in free:
            kept[at] = before[member]
            free.remove(before[member])
    rest = iter(free)
    return tuple(kept[at] if at in kept else next(rest) for at in range(len(members)))
