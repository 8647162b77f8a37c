"""What an error means to the person at the terminal."""

from app.domain.problems import MendableError
from app.formats.requests import RequestError
from app.formats.strict_json import JsonError
from app.lexicon.nodes import LexiconErrors

MOST_LINES = 20


def said(problem: Exception) -> str | None:
    """Return the sentence for an error that its reader can mend, None for one that is our fault."""
    if isinstance(problem, LexiconErrors):
        lines = [str(error) for error in problem.errors]
        more = [f"... and {len(lines) - MOST_LINES} more"] if len(lines) > MOST_LINES else []
        return "\n  ".join(["the lexicons cannot be read:", *lines[:MOST_LINES], *more])
    if isinstance(problem, (RequestError, JsonError, MendableError)):
        return str(problem)
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename}: {problem.strerror}"
    return None
