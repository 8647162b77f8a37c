"""Every entry proves itself: its flagged texts are found by it, its clean texts hold nothing of its concept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.category import is_within
from app.domain.context import Claim, Context
from app.domain.example import Example, Origins
from app.domain.finding import Finding
from app.domain.language import Language
from app.domain.lexicon import GlossaryEntry, GlossaryExample, TermEntry
from app.domain.listing import Field, Image, Label, Listing
from app.gate.check import Check
from app.gate.judging import findings_of
from app.gate.release import Release
from app.text.folding import folded
from app.text.phrases import phrase_of


@dataclass(frozen=True, slots=True)
class BrokenExample:
    """An example that does not prove its entry: where it stands, and what happened instead."""

    at: Origins
    entry: str
    message: str

    def __str__(self) -> str:
        return f"{self.at}: {self.entry}: {self.message}"


def run_examples(
    release: Release, checks: Sequence[Check], languages: frozenset[str] | None = None
) -> Iterator[BrokenExample]:
    """Yield every example of terms, contexts, glossaries and languages that does not hold.

    ``languages``: only the term entries and language files of these; None for everything.
    """
    for entry in _terms(release, languages):
        yield from _term_examples(entry, release, checks)
    yield from _inflection_examples(release, languages)
    if languages is None:
        for context in release.lexicon.contexts:
            yield from _context_examples(context, release, checks)
        for claim in release.lexicon.claims:
            yield from _claim_examples(claim, release, checks)
        for glossary in release.lexicon.glossary:
            yield from _glossary_examples(glossary, release, checks)


def count_examples(release: Release, languages: frozenset[str] | None = None) -> int:
    """Return how many examples ``run_examples`` runs."""
    entries: list[TermEntry | Context | Claim | GlossaryEntry] = [*_terms(release, languages)]
    if languages is None:
        entries += [*release.lexicon.contexts, *release.lexicon.claims, *release.lexicon.glossary]
    forms = [e for language in _languages(release, languages) for e in language.examples]
    return sum(len(e.flagged) + len(e.clean) for e in entries) + sum(len(e.forms) + len(e.never) for e in forms)


def _terms(release: Release, languages: frozenset[str] | None) -> list[TermEntry]:
    return [entry for entry in release.lexicon.terms if languages is None or entry.language in languages]


def _languages(release: Release, languages: frozenset[str] | None) -> list[Language]:
    return [found for tag, found in release.lexicon.languages.items() if languages is None or tag in languages]


def _term_examples(entry: TermEntry, release: Release, checks: Sequence[Check]) -> Iterator[BrokenExample]:
    for example in entry.flagged:
        found = _found(example, entry.language, release, checks)
        if not any(finding.rule == entry.rule for finding in found):
            yield BrokenExample(entry.at, entry.name, f"not found in {example.text!r}{_instead(found)}")
    for example in entry.clean:
        found = [f for f in _found(example, entry.language, release, checks) if f.concept == entry.concept]
        if found:
            yield BrokenExample(entry.at, entry.name, f"{example.text!r} should be clean{_instead(found)}")


def _context_examples(context: Context, release: Release, checks: Sequence[Check]) -> Iterator[BrokenExample]:
    for example, wanted in [(e, True) for e in context.flagged] + [(e, False) for e in context.clean]:
        found = [
            finding
            for finding in _found(example, example.locale or "en", release, checks)
            if any(is_within(finding.concept or "", branch) for branch in context.outcome)
        ]
        if bool(found) is not wanted:
            problem = "should be found" if wanted else f"should not be found{_instead(found)}"
            yield BrokenExample(context.at, context.id, f"{example.text!r} {problem}")


def _claim_examples(claim: Claim, release: Release, checks: Sequence[Check]) -> Iterator[BrokenExample]:
    for example, wanted in [(e, True) for e in claim.flagged] + [(e, False) for e in claim.clean]:
        fields = (Field("claim", example["claim"]), Field("field", example["field"]))
        listing = Listing("example", (), example["language"], fields)
        found = [f for f in findings_of(listing, release, checks) if f.rule == claim.rule]
        if bool(found) is not wanted:
            problem = "should contradict" if wanted else f"should not contradict{_instead(found)}"
            yield BrokenExample(claim.at, claim.id, f"{example['claim']!r} and {example['field']!r} {problem}")


def _glossary_examples(entry: GlossaryEntry, release: Release, checks: Sequence[Check]) -> Iterator[BrokenExample]:
    for example, wanted in [(e, True) for e in entry.flagged] + [(e, False) for e in entry.clean]:
        found = [f for f in findings_of(_pair(example, entry), release, checks) if f.rule == entry.rule]
        if bool(found) is not wanted:
            problem = "should be flagged" if wanted else f"should be clean{_instead(found)}"
            yield BrokenExample(entry.at, entry.source, f"{example.source!r} -> {example.target!r} {problem}")


def _inflection_examples(release: Release, languages: frozenset[str] | None) -> Iterator[BrokenExample]:
    for language in _languages(release, languages):
        at = Origins(f"languages/{language.tag}.yaml", 1)
        for example in language.examples:
            forms = {pattern.strip() for pattern in phrase_of(example.word, language).patterns()}
            for form in example.forms:
                if folded(form) not in forms:
                    yield BrokenExample(at, example.word, f"the form {form!r} is not made")
            for form in example.never:
                if folded(form) in forms:
                    yield BrokenExample(at, example.word, f"the form {form!r} must not be made")


def _found(example: Example, language: str, release: Release, checks: Sequence[Check]) -> list[Finding]:
    locale = example.locale or ("en" if language == "und" else language)
    if example.label:
        image = Image("example", labels=(Label(example.text, example.score),))
        listing = Listing("example", (), locale, images=(image,), category=example.category)
    elif example.place == "field":
        listing = Listing("example", (), locale, (Field(example.field, example.text),), category=example.category)
    else:
        alt, text = (example.text, None) if example.place == "image_alt" else (None, example.text)
        listing = Listing("example", (), locale, images=(Image("example", alt, text),), category=example.category)
    return [f for f in findings_of(listing, release, checks) if f.check == "taboo-term"]


def _pair(example: GlossaryExample, entry: GlossaryEntry) -> Listing:
    fields = (Field("text", example.target, example.source),)
    return Listing(
        "example", (), example.language, fields, source_locale=entry.source_language, category=example.category
    )


def _instead(found: Sequence[Finding]) -> str:
    return "; found " + ", ".join(f"{finding.text!r} ({finding.rule})" for finding in found) if found else ""
