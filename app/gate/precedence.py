"""One fault, one finding: where several checks would tell of one fault, the most specific does."""

from collections.abc import Sequence

from app.domain.finding import Finding

# In each line the first speaks and the others, about the same field, stay silent.
_SILENCES = (
    ("empty-target", ("untranslated-copy", "wrong-language", "untranslated-residue", "truncated-target",
                      "glossary-missing", "dropped-noun", "adequacy", "length-exceeded")),
)  # fmt: skip


def most_specific(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that no more specific one silences: about the same field, or about a concept it covers."""
    speaking = {(finding.check, finding.place.name) for finding in findings}
    silenced = {
        (check, field)
        for speaker, others in _SILENCES
        for name, field in speaking
        if name == speaker
        for check in others
    }
    covered = {concept for finding in findings for concept in finding.covers}
    return [
        finding
        for finding in findings
        if (finding.check, finding.place.name) not in silenced
        and not (finding.check == "taboo-term" and finding.concept in covered)
    ]
