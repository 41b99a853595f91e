"""What every record shares: frozen, no unknown keys, text as written, short forms of one line.

The reader hands every scalar over as text, so a field says what it wants: `Prose` (Markdown), `Label` (a word or two),
numbers, yes or no. A validator that refuses raises `mistake(sentence, hint)`; `daysheet.shape` gives it its place.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from typing import Annotated, Any, ClassVar, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What neither a page nor a PDF may hold."""


def mistake(sentence: str, hint: str = "") -> PydanticCustomError:
    """A refusal in our own words, to be raised by a validator."""
    return PydanticCustomError("mistake", "{sentence}", {"sentence": sentence, "hint": hint})


def _text(value: object) -> object:
    if isinstance(value, dict):
        raise PydanticCustomError("key_in_text", "text is wanted here")
    if isinstance(value, list | tuple):
        raise PydanticCustomError("list_in_text", "one text is wanted here")
    if isinstance(value, str) and (unseen := UNSEEN.search(value)):
        raise mistake(f"this text holds a control character (U+{ord(unseen[0]):04X})", "delete it; nobody can see it")
    return value.strip() if isinstance(value, str) else value


def _name(value: object) -> object:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", str(value)):
        raise mistake(
            f"`{value}` cannot be an id: small letters, digits and single hyphens only",
            f"write `{slug(str(value)) or 'an-id'}`",
        )
    return value


def _one_or_many(value: object) -> object:
    return [value] if isinstance(value, str) else value


LONGEST_LINK = 1000
"""Signs of a link; what leads on from it must fit a QR code too."""


def _address(value: object) -> object:
    if isinstance(value, str) and not re.match(r"https?://[^\s/]+|mailto:|files/|\.{0,2}/", value):
        raise mistake(f"`{value}` is not an address", "a link begins with `https://`, a file of yours with `files/`")
    if isinstance(value, str) and value.startswith("http"):
        _check_link(value)
    return value


def _check_link(link: str) -> None:
    if len(link) > LONGEST_LINK:
        raise mistake(
            f"This address has {len(link)} signs, and no QR code holds it", f"give one of up to {LONGEST_LINK}"
        )
    try:
        whole = bool(urlsplit(link).hostname) and not re.search(r"\s", link)
    except ValueError:
        whole = False
    if not whole:
        raise mistake(f"`{link}` is not an address that a browser can open", "copy it from the browser once more")


PROSE = "prose"
"""Marks the type of a text that may hold sentences."""
Prose = Annotated[str, PROSE, BeforeValidator(_text), Field(min_length=1)]
"""Markdown of any length, as written."""
Label = Annotated[str, BeforeValidator(_text), Field(min_length=1)]
"""A word or two; may stand in brackets."""
Id = Annotated[str, BeforeValidator(_name)]
"""Small letters, digits and hyphens: anchor, form control, PDF field and key of the saved answer at once."""
Address = Annotated[str, BeforeValidator(_text), BeforeValidator(_address)]
"""A link (`https://...`) or a file under `content/` (`files/day.pdf`)."""
Lines = Annotated[tuple[Prose, ...], BeforeValidator(_one_or_many)]
"""Several texts, one a line; a single text stands for a list of one."""


LONGEST_ID = 80
"""Characters of an id that is made of words; it becomes part of a file's name too."""


def slug(text: str, words: int = 8) -> str:
    """The id that a text gets by default: its first words in small ASCII letters, joined with hyphens."""
    plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    plain = plain.lower().replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("æ", "ae")
    ascii_ = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    ascii_ = re.sub(r"(?<=\w)'(?=\w)", "", ascii_)
    return "-".join(re.findall(r"[a-z0-9]+", ascii_)[:words])[:LONGEST_ID].rstrip("-")


Model = TypeVar("Model")


class Record(BaseModel):
    """One thing that an author writes. `short` names the field that a plain line stands for.

    A kind with forms of its own overrides `read_line`, `read_list` or `read`, which turn them into the long form.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    short: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _long_form(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, BaseModel):
            return value
        if isinstance(info.context, dict):
            info.context[id(value)] = cls  # so that a report can say which keys this mapping may have
        if isinstance(value, str):
            value = cls.read_line(value)
        elif isinstance(value, list | tuple):
            value = cls.read_list(list(value))
        if not isinstance(value, dict):
            raise cls.wants_keys()
        if cls.short and len(value) == 1 and not _known(next(iter(value)), cls.keys()):
            raise PydanticCustomError("key_in_text", "text is wanted here")
        return cls.read(value)

    @classmethod
    def read_line(cls, line: str) -> dict[str, Any]:
        """The long form of a plain line."""
        if not cls.short:
            raise cls.wants_keys()
        return {cls.short: line}

    @classmethod
    def read_list(cls, items: list[Any]) -> dict[str, Any]:
        """The long form of a list."""
        if cls.short:
            raise PydanticCustomError("list_in_text", "one text is wanted here")
        raise cls.wants_keys()

    @classmethod
    def read(cls, value: dict[str, Any]) -> dict[str, Any]:
        """The keys as the fields want them."""
        return value

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys that an author may write here."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def wants_keys(cls) -> PydanticCustomError:
        keys = ", ".join(f"`{key}`" for key in cls.keys())  # noqa: SIM118
        return mistake(f"{cls.spoken_name()} is written as keys and values, one a line", f"its keys are {keys}")

    @classmethod
    def spoken_name(cls) -> str:
        """What messages call it: 'a prompt', 'an agenda'."""
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__.removesuffix("Block")).lower()
        return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def _known(key: str, keys: tuple[str, ...]) -> bool:
    return key in keys or bool(difflib.get_close_matches(key, keys, 1, 0.7))


class Numbered(Record):
    """A record that the whole session numbers, by first use in the agenda and then by file name."""

    id: Id = ""
    number: int | None = Field(default=None, ge=1, le=999)


Mistakes = list[Any]
"""What pydantic tells of invalid data: mappings with `loc`, `type`, `input`, `msg` and `ctx`."""


def validate(model: type[Model], data: object, kinds: dict[int, type[Record]]) -> tuple[Model | None, Mistakes]:
    """The record, or None and the mistakes. `kinds` is filled: identity of each mapping -> the model that read it."""
    try:
        return TypeAdapter(model).validate_python(data, context=kinds), []
    except ValidationError as error:
        return None, list(error.errors(include_url=False))


def holds_prose(model: type[Record], key: str) -> bool:
    """Whether a list under this key holds sentences (so that a comma must not part it)."""
    field = next((each for name, each in model.model_fields.items() if (each.alias or name) == key), None)
    return field is not None and _is_prose(field.annotation)


def _is_prose(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return bool(annotation.short) or annotation.read_list.__func__ is not Record.read_list.__func__  # type: ignore[attr-defined]
    if PROSE in getattr(annotation, "__metadata__", ()):
        return True
    return any(_is_prose(each) for each in get_args(annotation))
