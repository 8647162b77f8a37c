"""Texts that prove an entry, and where entries stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origins:
    """Where an entry stands, for messages: file within lexicons/ and line, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Example:
    """A text (or an image label with its score) that proves an entry; ``place``: field, image_alt or image_text."""

    text: str
    category: str | None = None
    locale: str | None = None
    label: bool = False
    score: float = 1.0
    place: str = "field"
    field: str = "text"
