"""From codes to sentences, in the reader's language. What is stored is codes and params."""

from collections.abc import Mapping

from app.domain.lexicon import Concept
from app.gate.messages import LANGUAGES, MESSAGES


def message_of(code: str, params: Mapping[str, str], concepts: Mapping[str, Concept], language: str = "en") -> str:
    """Return the sentence of ``code`` in ``language`` (one of LANGUAGES); a concept's id becomes its label."""
    words = dict(params)
    concept = concepts.get(words.get("concept", ""))
    if concept is not None:
        words["concept"] = _label(concept, language)
    return MESSAGES[code][language].format_map(words)


def language_for(accept_language: str | None) -> str:
    """Return the language of messages for an Accept-Language header: the first of ours it names, else en.

    Source: RFC 9110, section 12.5.4; quality values are honoured.
    """
    ranked = sorted(_ranges(accept_language or ""), key=lambda pair: -pair[1])
    for tag, quality in ranked:
        if quality > 0 and tag.split("-")[0] == "zh":
            return "zh-CN"
        if quality > 0 and tag.split("-")[0] in {"en", "*"}:
            return "en"
    return LANGUAGES[0]


def _ranges(header: str) -> list[tuple[str, float]]:
    ranges = []
    for part in header.split(","):
        tag, _, parameter = part.strip().partition(";")
        try:
            quality = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            continue
        if tag:
            ranges.append((tag.strip().lower(), quality))
    return ranges


def _label(concept: Concept, language: str) -> str:
    return concept.label.get(language.split("-", maxsplit=1)[0], concept.label["en"])
