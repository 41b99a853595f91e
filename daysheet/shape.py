"""Step 2, check: plain data against a model. Every mistake becomes a `Problem` with its place and, often, its mend."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from daysheet.models.base import Mistakes, Record, holds_prose, validate
from daysheet.problems import Place, Problem
from daysheet.reader import Keys, Source
from daysheet.traps.shape import bracketed_prose, colon_made_key, cut_by_comma, mend_key

Model = TypeVar("Model")
Contexts = dict[int, type[Record]]
NOTHING = "'', "
"""How a choice begins that may also be left out."""
LABEL_WORDS = 2
"""How many words an item of a bracketed list may have where prose is wanted."""


def check_shape(model: type[Model], source: Source) -> tuple[Model | None, list[Problem]]:
    """The record that a source holds, or None and what is wrong with it; never raises for a mistake in the data."""
    kinds: Contexts = {}
    record, mistakes = validate(model, source.data, kinds)
    problems = [_problem(mistake, source, kinds) for mistake in _without_echoes(mistakes)]
    problems += _bracketed(source, kinds)
    return (None if problems else record), _once_a_place(problems)


def _without_echoes(mistakes: Mistakes) -> Mistakes:
    """A list that became too short because its items failed says nothing new, nor does a key that was only misspelt."""
    places = [mistake["loc"] for mistake in mistakes]
    unknown = [mistake["loc"] for mistake in mistakes if mistake["type"] == "extra_forbidden"]

    def echo(mistake: Any) -> bool:
        loc = mistake["loc"]
        if mistake["type"] == "missing":
            return any(one[:-1] == loc[:-1] and _meant(one[-1], (str(loc[-1]),)) for one in unknown)
        return mistake["type"] == "too_short" and any(len(one) > len(loc) and one[: len(loc)] == loc for one in places)

    return [mistake for mistake in mistakes if not echo(mistake)]


def _problem(mistake: Any, source: Source, kinds: Contexts) -> Problem:
    keys = known_keys(source, mistake["loc"])
    kind = mistake["type"]
    if kind == "key_in_text":
        return _cut(source, keys) or colon_made_key(source, keys)
    if kind == "list_in_text":
        return bracketed_prose(source, keys, one=True)
    if kind == "extra_forbidden":
        return _cut(source, keys[:-1]) or _unknown_key(source, keys, kinds)
    sentence, hint = _sentence(mistake, keys)
    return Problem(source.place(keys), sentence[:1].upper() + sentence[1:], hint)


def _cut(source: Source, keys: Keys) -> Problem | None:
    """A mapping in braces in which a sentence with a comma fell apart."""
    value = value_at(source, keys)
    if source.styles.get(keys) != "flow" or not isinstance(value, dict) or all(value.values()):
        return None
    return cut_by_comma(source, keys)


def _unknown_key(source: Source, keys: Keys, kinds: Contexts) -> Problem:
    model = kinds.get(id(value_at(source, keys[:-1])))
    allowed = model.keys() if model else ()
    key = str(keys[-1])
    near = _meant(key, allowed)
    owner = f"a key of {model.spoken_name()}" if model else "a key that belongs here"
    place = source.keys.get(keys, source.place(keys))
    if near and near[0] not in value_at(source, keys[:-1]):
        return Problem(place, f"`{key}` is not {owner}; did you mean `{near[0]}`?", "", mend_key(source, keys, near[0]))
    return Problem(place, f"`{key}` is not {owner}", "its keys are " + ", ".join(f"`{each}`" for each in allowed))


def _meant(key: str, allowed: Sequence[str]) -> list[str]:
    """The key that was meant, if it is like any."""
    return difflib.get_close_matches(str(key).lower().replace(" ", "_").replace("-", "_"), allowed, 1, 0.6)


def _sentence(mistake: Any, keys: Keys) -> tuple[str, str]:
    """Sentence and hint for a mistake that needs no look at the source."""
    context = mistake.get("ctx") or {}
    named = [each for each in mistake["loc"] if isinstance(each, str)]  # an item of a list is told by its key
    name = f"`{named[-1]}`" if named else "this"
    owner = _spoken(keys)
    match mistake["type"]:
        case "mistake":
            return context["sentence"], context["hint"]
        case "missing":
            return f"{name} is missing {owner}", f"add a line `{mistake['loc'][-1]}: ...`"
        case "literal_error":
            possible = context["expected"].removeprefix(NOTHING).replace("'", "`")
            return f"`{mistake['input']}` is not possible for {name}", f"one of {possible}"
        case "int_parsing" | "int_type" | "int_from_float":
            return f"{name} wants a whole number", f"`{_short(mistake['input'])}` is none"
        case "float_parsing" | "finite_number":
            return f"{name} wants a number", f"`{_short(mistake['input'])}` is none"
        case "greater_than_equal" | "less_than_equal":
            edge = f"at least {context['ge']}" if "ge" in context else f"at most {context['le']}"
            return f"{mistake['input']} is out of range for {name}", edge
        case "tuple_type" | "list_type":
            return f"{name} is a list", "write one item a line, each after `- `"
        case "dict_type" | "model_type":
            return f"{name} is written as names and texts", "one `name: text` a line, below it and further in"
        case "too_short" if isinstance(mistake["input"], str):
            return f"{name} is empty", "write its text, or remove the key"
        case "too_short":
            least = context["min_length"]
            return (
                f"{name} needs at least {'one item' if least == 1 else f'{least} items'}",
                "one a line, each after `- `",
            )
        case "too_long":
            return f"{name} holds at most {context['max_length']} items", ""
        case "string_too_short":
            return f"{name} is empty", "write its text, or remove the key"
    return f"{name} cannot be read: {mistake['msg']}", ""


def _spoken(keys: Keys) -> str:
    """Where a key is missing, in words: `from round 2`, or `from this file`."""
    if not keys:
        return "from this file"
    if isinstance(keys[-1], int):
        return f"from number {keys[-1] + 1} of `{keys[-2]}`" if len(keys) > 1 else f"from number {keys[-1] + 1}"
    return f"from `{keys[-1]}`"


def _bracketed(source: Source, kinds: Contexts) -> Iterable[Problem]:
    """Lists of prose that stand in brackets, where every comma parts two items."""
    for keys, style in source.styles.items():
        value = value_at(source, keys)
        if style != "flow" or not isinstance(value, list) or not keys:
            continue
        model = kinds.get(id(value_at(source, keys[:-1])))
        if model is None or not holds_prose(model, str(keys[-1])):
            continue
        if any(isinstance(item, str) and len(item.split()) > LABEL_WORDS for item in value):
            yield bracketed_prose(source, keys)


def known_keys(source: Source, loc: Iterable[str | int]) -> Keys:
    """The path of a validation error within the source: what only the long form has is left out."""
    known: Keys = ()
    for key in loc:
        if (*known, key) in source.places:
            known = (*known, key)
    return known


def value_at(source: Source, keys: Keys) -> Any:
    value: Any = source.data
    for key in keys:
        value = value[key]
    return value


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _once_a_place(problems: Iterable[Problem]) -> list[Problem]:
    """The first problem of each place: the others follow from it."""
    first: dict[Place, Problem] = {}
    for problem in problems:
        first.setdefault(problem.place, problem)
    return list(first.values())
