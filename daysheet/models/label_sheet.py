"""Sheets of labels and badges, by their name or by their measures: what `badges` and `labels` of the delivery say."""

from __future__ import annotations

import difflib
import math
import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from daysheet.models.base import Label, Record, mistake

SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Width and height of the papers that label sheets have, in mm."""
UNITS = {"mm": 1.0, "cm": 10.0, "in": 25.4}
SLACK = 0.15
"""What the measures that makers print may be out by, in mm."""


def _millimetres(value: object) -> object:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(mm|cm|in)", str(value).strip().lower())
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < math.inf:
        return value
    if not found:
        raise mistake(f"`{value}` is not a length", "write `80 mm`, `8 cm` or `3.375 in`")
    return float(found[1]) * UNITS[found[2]]


Length = Annotated[float, BeforeValidator(_millimetres)]
"""A length on paper in mm, written with its unit."""


class LabelSheet(Record):
    """Labels in rows and columns on a sheet; lengths in mm. What is not said of `left` and `top` puts them in the middle."""

    paper: Literal["a4", "letter"]
    width: Length
    height: Length
    across: int = Field(ge=1, le=20)
    down: int = Field(ge=1, le=40)
    left: Length | None = None
    top: Length | None = None
    column_gap: Length = 0.0
    row_gap: Length = 0.0
    maker: Label = ""

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        name = line.strip().lower().replace(" ", "-")
        if name not in KNOWN_SHEETS:
            near = difflib.get_close_matches(name, KNOWN_SHEETS, 1, 0.75)
            all_ = "one of " + ", ".join(f"`{each}`" for each in KNOWN_SHEETS) + ", or give the measures of a label"
            raise mistake(f"`{line}` is not a label sheet that is known here", _meant(near) or all_)
        return {**KNOWN_SHEETS[name], "maker": name}

    @model_validator(mode="after")
    def _fits_its_page(self) -> LabelSheet:
        for many, one, gap, start, side, way in (
            (self.across, self.width, self.column_gap, self.left, SIZES[self.paper][0], "wide"),
            (self.down, self.height, self.row_gap, self.top, SIZES[self.paper][1], "high"),
        ):
            taken = many * one + (many - 1) * gap + (start or 0)
            if taken > side + SLACK:
                which = "side by side" if way == "wide" else "one below another"
                raise mistake(
                    f"{many} labels {which} need {taken:g} mm, but {PAPERS[self.paper]} is {side:g} mm {way}",
                    "measure one label, the gap between two, and the edge; or take fewer",
                )
        if self.width < LEAST[0] or self.height < LEAST[1]:
            raise mistake(f"a label of {self.width:g} by {self.height:g} mm holds no name", LEAST_HINT)
        return self

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        return tuple(key for key in super().keys() if key != "maker")  # noqa: SIM118

    @property
    def at_left(self) -> float:
        """Where the first column begins, in mm."""
        return self.left if self.left is not None else (SIZES[self.paper][0] - self._taken_across) / 2

    @property
    def at_top(self) -> float:
        """Where the first row begins, in mm."""
        taken = self.down * self.height + (self.down - 1) * self.row_gap
        return self.top if self.top is not None else (SIZES[self.paper][1] - taken) / 2

    @property
    def _taken_across(self) -> float:
        return self.across * self.width + (self.across - 1) * self.column_gap

    @property
    def count(self) -> int:
        """Labels on one sheet."""
        return self.across * self.down


PAPERS = {"a4": "A4", "letter": "Letter"}
LEAST = (40.0, 20.0)
LEAST_HINT = "a label is at least 40 mm wide and 20 mm high"


def _meant(near: list[str]) -> str:
    return f"did you mean `{near[0]}`?" if near else ""


def _inches(
    paper: str, width: float, height: float, across: int, down: int, gaps: tuple[float, float]
) -> dict[str, Any]:
    column_gap, row_gap = (round(each * 25.4, 3) for each in gaps)
    return {
        "paper": paper,
        "width": round(width * 25.4, 3),
        "height": round(height * 25.4, 3),
        "across": across,
        "down": down,
        "column_gap": column_gap,
        "row_gap": row_gap,
    }


def _metric(width: float, height: float, across: int, down: int, column_gap: float = 0, row_gap: float = 0) -> Any:
    rest = {"across": across, "down": down, "column_gap": column_gap, "row_gap": row_gap}
    return {"paper": "a4", "width": width, "height": height, **rest}


KNOWN_SHEETS: dict[str, dict[str, Any]] = {
    "avery-5395": _inches("letter", 3.375, 7 / 3, 2, 4, (0.375, 1 / 6)),
    "avery-5392": _inches("letter", 4, 3, 2, 3, (0, 0)),
    "avery-5390": _inches("letter", 3.5, 2.25, 2, 4, (0, 0)),
    "avery-5160": _inches("letter", 2.625, 1, 3, 10, (0.125, 0)),
    "avery-5163": _inches("letter", 4, 2, 2, 5, (0.1875, 0)),
    "avery-l4785": _metric(80, 50, 2, 5, 15, 5),
    "avery-l7418": _metric(86.5, 55.5, 2, 4),
    "avery-l7160": _metric(63.5, 38.1, 3, 7, 2.54),
    "avery-l7163": _metric(99.1, 38.1, 2, 7, 2.5),
}
"""By maker and number: badges (5395, 5392, 5390, L4785, L7418) and labels. Each stands in the middle of its sheet."""
