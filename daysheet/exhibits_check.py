"""Step 3, join: what the shape of an exhibit cannot say: a rubric's stages and a network's nodes, told where they stand."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from daysheet.load import Loaded
from daysheet.models.network import MOST_NODES, Network
from daysheet.models.rubric import Rubric, Strand
from daysheet.problems import Collector, Place
from daysheet.reader import Keys


def check_exhibits(exhibits: Iterable[Loaded], collector: Collector) -> None:
    """Stages that are missing, unknown or named twice; links to unknown nodes; strands and
    nodes of one name."""
    for loaded in exhibits:
        if isinstance(loaded.record, Rubric):
            _check_rubric(loaded, loaded.record, collector)
        elif isinstance(loaded.record, Network):
            _check_network(loaded, loaded.record, collector)


def _check_rubric(loaded: Loaded, rubric: Rubric, collector: Collector) -> None:
    for at, stage in enumerate(rubric.stages):
        if stage in rubric.stages[:at]:
            collector.problem(loaded.place("stages", at), f"The stage “{stage}” stands twice", "give one another name")
    strands = [
        (("dimensions", number, "strands", at), strand)
        for number, dimension in enumerate(rubric.dimensions)
        for at, strand in enumerate(dimension.strands)
    ]
    _check_twice([(keys, each.id, each.name) for keys, each in strands], "strand", loaded, collector)
    for keys, strand in strands:
        _check_stages(strand, rubric.stages, keys, loaded, collector)


def _check_stages(strand: Strand, stages: Sequence[str], keys: Keys, loaded: Loaded, collector: Collector) -> None:
    unknown = [stage for stage in strand.stages if stage not in stages]
    for stage in unknown:
        near = difflib.get_close_matches(stage, stages, 1, 0.6)
        hint = f"did you mean `{near[0]}`?" if near else f"the stages are {_listed(stages)}"
        sentence = f"`{stage}` of “{strand.name}” is not a stage of this rubric"
        collector.problem(_key_place(loaded, (*keys, "stages", stage)), sentence, hint)
    meant = {near for each in unknown for near in difflib.get_close_matches(each, stages, 1, 0.6)}
    for stage in stages:
        if stage not in strand.stages and stage not in meant:
            sentence = f"“{strand.name}” does not say what “{stage}” looks like"
            place = _key_place(loaded, (*keys, "stages"))
            collector.problem(place, sentence, f"add a line `{stage}: ...` below `stages`")


def _check_network(loaded: Loaded, network: Network, collector: Collector) -> None:
    nodes: list[tuple[Keys, Any]] = [(("nodes", at), node) for at, node in enumerate(network.nodes)]
    nodes += [
        (("groups", number, "nodes", at), node)
        for number, group in enumerate(network.groups)
        for at, node in enumerate(group.nodes)
    ]
    _check_twice([(keys, each.id, each.name) for keys, each in nodes], "node", loaded, collector)
    for at, link in enumerate(network.links):
        ends = {"from": network.find(link.start), "to": network.find(link.end)}
        for key, name in (("from", link.start), ("to", link.end)):
            if ends[key] is None:
                _tell_unknown(name, network, _link_place(loaded, at, key), collector)
        if ends["from"] is not None and ends["from"] is ends["to"]:
            sentence = f"This link leads from “{link.start}” to itself"
            collector.problem(_link_place(loaded, at, "to"), sentence, "name two different nodes")


def _tell_unknown(name: str, network: Network, place: Place, collector: Collector) -> None:
    names = [each.name for each in network.all_nodes]
    near = difflib.get_close_matches(name, names, 1, 0.6)
    hint = f"did you mean `{near[0]}`?" if near else f"the nodes are {_listed(names[:MOST_NODES])}"
    collector.problem(place, f"There is no node `{name}` in this network", hint)


def _check_twice(named: list[tuple[Keys, str, str]], what: str, loaded: Loaded, collector: Collector) -> None:
    first: dict[str, str] = {}
    for keys, id, name in named:
        if id in first:
            sentence = f"Two {what}s have the id `{id}`: “{first[id]}” and “{name}”"
            sentence = f"The {what} “{name}” stands twice" if first[id].casefold() == name.casefold() else sentence
            collector.problem(loaded.place(*keys), sentence, "remove one, or give it another name")
        first.setdefault(id, name)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)


def _key_place(loaded: Loaded, keys: Keys) -> Place:
    """The place of a key, not of what it holds."""
    return loaded.source.keys.get(loaded.source.known(keys)) or loaded.place(*keys)


def _link_place(loaded: Loaded, at: int, key: str) -> Place:
    """One end of a link: its value, or the line that holds the arrow."""
    found = loaded.source.known(("links", at, key))
    if found[-1:] == (key,):
        return loaded.source.places[found]
    value = loaded.source.data["links"][at]
    line = next(iter(value)) if isinstance(value, dict) else ""
    return loaded.source.keys.get(("links", at, line)) or loaded.place("links", at)
