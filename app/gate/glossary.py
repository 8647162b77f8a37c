"""Glossary terms in a listing: which source terms stand in a field, and which of their translations stand opposite."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.finding import Side
from app.domain.lexicon import GlossaryEntry
from app.domain.listing import Field, InlineGlossaryEntry
from app.gate.check import View
from app.gate.release import Role
from app.gate.resolving import longest
from app.gate.scanning import Hit
from app.text.folding import fold
from app.text.words import edged


@dataclass(frozen=True, slots=True)
class Opposite:
    """A translation found in the target: half-open span of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GlossaryMatch:
    """A source term that counts in a field, with what stands opposite it."""

    field: Field
    rule: str
    source: str
    start: int
    end: int
    approved_forms: tuple[str, ...]
    approved: tuple[Opposite, ...]
    forbidden: tuple[Opposite, ...]


def glossary_matches(view: View) -> Iterator[GlossaryMatch]:
    """Yield every source term that counts, longest first where they overlap; inline entries win over ours."""
    if not view.listing.glossary and not view.scan.of(Role.GLOSSARY_SOURCE):
        return
    for field in view.listing.fields:
        source = view.field_segments.get((field.name, Side.SOURCE))
        target = view.field_segments[field.name, Side.TARGET]
        if source is None:
            continue
        inline = [
            match for number, entry in enumerate(view.listing.glossary) for match in _inline(field, number, entry)
        ]
        yield from inline
        taken = {match.source for match in inline}
        for match in _ours(view, field, source, target):
            if match.source not in taken:
                yield match


def _ours(view: View, field: Field, source: int, target: int) -> Iterator[GlossaryMatch]:
    language = view.scan.segments[target].language
    for hit in longest(h for h in view.scan.of(Role.GLOSSARY_SOURCE) if h.segment == source):
        entry = hit.owner.entry
        if not isinstance(entry, GlossaryEntry) or language not in entry.targets:
            continue
        if not entry.categories.admits(view.category):
            continue
        opposite = [
            h for h in view.scan.of(Role.APPROVED, Role.FORBIDDEN) if h.segment == target and h.owner.entry is entry
        ]
        approved = [h for h in opposite if h.owner.role is Role.APPROVED]
        forbidden = [h for h in longest(opposite) if h.owner.role is Role.FORBIDDEN]
        start, end = view.scan.span(hit)
        yield GlossaryMatch(
            field=field,
            rule=entry.rule,
            source=view.quote(hit),
            start=start,
            end=end,
            approved_forms=entry.targets[language].approved,
            approved=_spans(view, approved),
            forbidden=_spans(view, forbidden),
        )


def _spans(view: View, hits: Sequence[Hit]) -> tuple[Opposite, ...]:
    return tuple(Opposite(*span) for span in sorted(map(view.scan.span, hits)))


def _inline(field: Field, number: int, entry: InlineGlossaryEntry) -> Iterator[GlossaryMatch]:
    approved = tuple(span for form in entry.approved for span in _occurrences(field.target, form))
    forbidden = tuple(
        span
        for form in entry.forbidden
        for span in _occurrences(field.target, form)
        if not any(good.start <= span.start and span.end <= good.end for good in approved)
    )
    for span in _occurrences(field.source or "", entry.source):
        yield GlossaryMatch(
            field=field,
            rule=f"glossary/inline/{number}",
            source=(field.source or "")[span.start : span.end],
            start=span.start,
            end=span.end,
            approved_forms=entry.approved,
            approved=approved,
            forbidden=forbidden,
        )


def _occurrences(text: str, form: str) -> Iterator[Opposite]:
    pattern = fold(form).text.strip()
    if not pattern:
        return
    within, pattern = fold(f" {text} "), edged(pattern)
    at = within.text.find(pattern)
    while at >= 0:
        first, last = at + (pattern[0] == " "), at + len(pattern) - (pattern[-1] == " ")
        start, end = within.span(first, last)
        yield Opposite(start - 1, min(end - 1, len(text)))
        at = within.text.find(pattern, at + 1)
