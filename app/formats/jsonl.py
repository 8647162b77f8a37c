"""JSON Lines: one listing a line, in the shape of a POST /v1/assessments body."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from app.formats.requests import AssessmentIn, RequestError, request_from
from app.formats.strict_json import JsonError, parse_json


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file. As a context it puts its place before whatever is wrong with the request."""

    file: str
    number: int

    def __str__(self) -> str:
        return f"{self.file}:{self.number}"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, problem: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if isinstance(problem, JsonError):
            where = ": ".join(part for part in (str(self), problem.where, problem.message) if part)
            raise RequestError("invalid-json", where) from problem
        if isinstance(problem, RequestError):
            raise RequestError(problem.code, f"{self}: {problem}") from problem


def read_requests(file: Path, markets: tuple[str, ...] = ()) -> Iterator[tuple[Line, AssessmentIn]]:
    """Yield the request of every line that is not blank; ``markets`` take the place of a line's own.

    Raises:
        RequestError: a line is not JSON or not a listing; its message names file and line.
        OSError: the file cannot be read.
    """
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    for number, text in enumerate(content.splitlines(), 1):
        place = Line(str(file), number)
        if text.strip():
            with place:
                yield place, request_from(_with_markets(parse_json(text), markets))


def _with_markets(value: Any, markets: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON is what it is
    if not isinstance(value, dict):
        return value
    if markets:
        return {**value, "markets": list(markets)}
    if "markets" not in value:
        raise RequestError("invalid-request", "names no market; add one to the line or give --market", "/markets")
    return value
