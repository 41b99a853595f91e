"""`kind: network`: nodes, in groups where wanted, and links with words. It is laid out when it is made."""

from __future__ import annotations

import re
from typing import Any, Literal

from pydantic import Field, model_validator

from daysheet.models.base import Id, Label, Prose, Record, mistake, slug
from daysheet.models.exhibit_base import ExhibitBase
from daysheet.models.values import YesNo

ARROW = re.compile(r"\s*(<->|->)\s*")
"""Between two nodes in the short form of a link: one way, or both."""
MOST_NODES, MOST_LINKS, MOST_GROUPS = 40, 120, 4


class Node(Record):
    """A thing in a network; a plain line is its name. Its id is by default the slug of its name."""

    short = "name"
    id: Id = ""
    name: Label

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        name = value.get("name")
        return {"id": slug(name) or "node", **value} if isinstance(name, str) else value


class NodeGroup(Record):
    """Nodes that belong together; each group is drawn with a border of its own."""

    name: Label
    nodes: tuple[Node, ...] = Field(min_length=1)


class NetworkLink(Record):
    """What leads from one node to another, by name or id, and in which words; `both` for a link that runs both ways.

    In one line: `A -> B`, `A <-> B`, or with words, `A -> B: what happens`.
    """

    start: Label = Field(alias="from")
    end: Label = Field(alias="to")
    words: Prose = ""
    both: YesNo = False

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        parts = ARROW.split(line.strip())
        if len(parts) != 3 or not (parts[0] and parts[2]):
            raise mistake("a link joins two nodes with an arrow", "write `A -> B`, or `A <-> B` for both ways")
        return {"from": parts[0], "to": parts[2], "both": "yes" if parts[1] == "<->" else "no"}

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        if len(value) == 1 and ARROW.search(line := str(next(iter(value)))):
            return {**cls.read_line(line), "words": value[line]}
        return value


class Network(ExhibitBase):
    """`nodes`, or `groups` of them, and `links`; `exhibits_check` sees that every link joins two that are there."""

    kind: Literal["network"]
    nodes: tuple[Node, ...] = ()
    groups: tuple[NodeGroup, ...] = Field(default=(), max_length=MOST_GROUPS)
    links: tuple[NetworkLink, ...] = Field(min_length=1, max_length=MOST_LINKS)

    @model_validator(mode="after")
    def _one_form(self) -> Network:
        if bool(self.nodes) == bool(self.groups):
            raise mistake("the nodes of a network are written as `nodes`, or in named `groups`", "use one of the two")
        if not 2 <= len(self.all_nodes) <= MOST_NODES:
            raise mistake(f"a network has from 2 to {MOST_NODES} nodes", f"here are {len(self.all_nodes)}")
        return self

    @property
    def all_nodes(self) -> tuple[Node, ...]:
        """Every node, group by group."""
        return self.nodes or tuple(node for group in self.groups for node in group.nodes)

    def find(self, name: str) -> Node | None:
        """The node of that name (capitals aside) or id, or None."""
        wanted = name.casefold()
        return next((each for each in self.all_nodes if wanted in (each.name.casefold(), each.id)), None)
