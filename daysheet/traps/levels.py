"""Step 1, read: the columns in which lists and keys are open, and whether the next line fits one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from daysheet.traps.rows import Row
from daysheet.traps.words import FREE, is_known

ALIGN = "lines that belong together begin in the same column"


@dataclass
class Level:
    """One open list or mapping; `waits` when its last item or key has no value yet."""

    column: int
    kind: Literal["list", "keys"]
    waits: bool = False
    key: str = ""


@dataclass(frozen=True)
class Misfit:
    """A line in a column where it cannot stand; `column` is where it should, `dash` asks for a dash before it."""

    sentence: str
    hint: str
    column: int | None = None
    dash: bool = False
    silent: bool = False


@dataclass
class Levels:
    """From the outermost to the innermost."""

    stack: list[Level] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """A key or dash without a value stands right above."""
        return bool(self.stack) and self.stack[-1].waits

    @property
    def column(self) -> int:
        return self.stack[-1].column if self.stack else -1

    def within(self, keys: frozenset[str]) -> bool:
        """Whether what is open now stands below one of these keys."""
        return any(level.key in keys for level in self.stack)

    def free(self) -> bool:
        """Whether authors choose the keys here."""
        return self.within(FREE)

    def enter(self, row: Row) -> None:
        """Closes what ends before this row, and opens what begins on it."""
        while self.stack and self.stack[-1].column > row.indent:
            self.stack.pop()
        if row.kind == "key" and self._compact(self.stack, row.indent):
            self.stack.pop()
        for column in row.dashes:
            self._open(column, "list")
        if row.key:
            self._open(row.key_column, "keys")
            self.stack[-1].key = row.key
        if row.kind != "text" and self.stack:
            self.stack[-1].waits = not row.value or row.value.startswith("#")

    def misfit(self, row: Row) -> Misfit | None:
        """Why this row cannot stand in its column; None when it can."""
        if not self.stack:
            return None
        if row.kind == "text":
            return self._without_dash(row)
        outer = [level for level in self.stack if level.column <= row.indent]
        inner = self.stack[len(outer) :]
        if not outer:
            return Misfit("This line begins further left than the first one", ALIGN, self._nearest(inner, row))
        if outer[-1].column == row.indent:
            return self._beside(row, outer, inner)
        if inner:
            return Misfit("This line begins in a column where nothing is open", ALIGN, self._nearest(self.stack, row))
        return None if outer[-1].waits else self._too_deep(row, outer)

    def _without_dash(self, row: Row) -> Misfit | None:
        top = [level for level in self.stack if level.column <= row.indent][-1:]
        if not top or top[0].kind != "list" or top[0].column != row.indent:
            return None
        hint = "begin it with a dash, as the lines above it; or move it further in, if it goes on with the text above"
        return Misfit("This line stands in a list and has no dash", hint, row.indent, True)

    def _open(self, column: int, kind: Literal["list", "keys"]) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None:
            top.waits = False
        if top is None or top.column != column or top.kind != kind:
            self.stack.append(Level(column, kind))

    @staticmethod
    def _compact(stack: list[Level], column: int) -> bool:
        """A list in the very column of its key ends at the next key in that column."""
        return len(stack) > 1 and stack[-1].kind == "list" and stack[-1].column == stack[-2].column == column

    def _beside(self, row: Row, outer: list[Level], inner: list[Level]) -> Misfit | None:
        top = outer[-1]
        if row.kind == "item" and top.kind == "keys":
            if top.waits and not inner:
                return None
            above = next((level.column for level in inner if level.kind == "list"), None)
            if above is None:
                return Misfit("A list begins here, and no key above it waits for one", "write its key before it")
            return Misfit("This item stands further left than the list above it", ALIGN, above)
        if row.kind == "key" and top.kind == "list" and not self._compact(outer, row.indent):
            return self._key_in_list(row, outer, inner)
        return None

    @staticmethod
    def _key_in_list(row: Row, outer: list[Level], inner: list[Level]) -> Misfit:
        if inner and inner[0].kind == "keys":
            return Misfit("This key stands further left than the item that it belongs to", ALIGN, inner[0].column)
        keys = [level.column for level in outer if level.kind == "keys"]
        if is_known(row.key) and keys:
            return Misfit("This key stands in the column of the list above it", ALIGN, keys[-1])
        hint = "begin it with a dash, as the lines above it"
        return Misfit("This line stands in a list and has no dash", hint, row.indent, True)

    @staticmethod
    def _too_deep(row: Row, outer: list[Level]) -> Misfit:
        top = outer[-1]
        if row.kind == "key":
            column = top.column if top.kind == "keys" else None
            return Misfit("This key stands further in than the line that it belongs beside", ALIGN, column)
        lists = [level.column for level in outer if level.kind == "list"]
        sure = top.kind == "list" or is_known(row.key)
        return Misfit(
            "This item stands further in than the line above it, which has its text already",
            ALIGN,
            lists[-1] if lists and sure else None,
            silent=True,
        )

    @staticmethod
    def _nearest(levels: list[Level], row: Row) -> int | None:
        kind = "list" if row.kind == "item" else "keys"
        columns = [level.column for level in levels if level.kind == kind]
        return min(columns, key=lambda column: abs(column - row.indent), default=None)
