"""A claim that the rest of the listing belies: "halal" in the title, pork gelatin among the ingredients.

Finds the words of a claim (halal, vegan, alcohol-free ...) in a target text and, in any target text, things that the
claim excludes. Leaves alone: claims that are denied ("not halal"), and things that are denied ("no lard").

Source: our own rule; the claims and what they exclude stand in lexicons/claims.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.category import is_within
from app.domain.context import Claim
from app.domain.finding import Action, Finding, Origin, Place, Side
from app.domain.listing import Field, Listing
from app.gate.check import Check, CheckExample, View
from app.gate.contexts import Surroundings, is_denied
from app.gate.release import Role
from app.gate.resolving import entry_of
from app.gate.scanning import Hit


@dataclass(frozen=True, slots=True)
class _Belied:
    """What belies a claim; ``concept`` as it is told."""

    hit: Hit
    concept: str


def find(view: View) -> Iterator[Finding]:
    """Yield a finding for everything that belies a claim, once per place."""
    told: set[Place] = set()
    for claim, made in _claims(view):
        for belied in _belied(view, claim):
            place = view.place(belied.hit)
            if place not in told and not belied.hit.touches(made):
                told.add(place)
                yield _finding(view, claim, made, belied)


def _claims(view: View) -> Iterator[tuple[Claim, Hit]]:
    """Yield each claim with the first words that make it in a target text."""
    if Role.CLAIM not in view.scan.hits and not view.reading.denied:
        return
    around = Surroundings(view.scan, view.release, view.category, frozenset())
    for claim in view.release.lexicon.claims:
        made = [
            hit
            for hit in view.scan.of(Role.CLAIM)
            if hit.owner.entry is claim and view.segment_of(hit).side is Side.TARGET and not is_denied(hit, around)
        ]
        made += [hit for hit in view.reading.denied if _is_denial(view, hit, claim)]
        if made:
            yield claim, min(made, key=lambda hit: hit.first)


def _is_denial(view: View, hit: Hit, claim: Claim) -> bool:
    concept = entry_of(hit).concept
    return view.segment_of(hit).side is Side.TARGET and any(is_within(concept, branch) for branch in claim.denials)


def _belied(view: View, claim: Claim) -> Iterator[_Belied]:
    for meaning in view.reading.meanings:
        excluded = any(is_within(meaning.concept, branch) for branch in claim.excludes)
        if excluded and view.segment_of(meaning.hit).side is Side.TARGET:
            keeps = any(is_within(meaning.concept, branch) for branch in claim.keeps)
            yield _Belied(meaning.hit, meaning.concept if keeps else claim.concept)
    around = Surroundings(view.scan, view.release, view.category, frozenset())
    for hit in view.scan.of(Role.AGAINST):
        if hit.owner.entry is claim and view.segment_of(hit).side is Side.TARGET and not is_denied(hit, around):
            yield _Belied(hit, claim.concept)


def _finding(view: View, claim: Claim, made: Hit, belied: _Belied) -> Finding:
    text = view.quote(belied.hit)
    return Finding(
        check=CHECK.name,
        rule=claim.rule,
        code="contradiction",
        place=view.place(belied.hit),
        text=text,
        origin=Origin.UNKNOWN,
        action=Action.REWRITE_SOURCE,
        concept=belied.concept,
        params={"text": text, "claim": view.quote(made), "field": view.segment_of(made).name},
        covers=claim.silences,
    )


def _listing(title: str, ingredients: str) -> Listing:
    fields = (Field("title", title), Field("ingredients", ingredients))
    return Listing("example", ("SA", "IN"), "en", fields, category="food.snack")


CHECK = Check(
    name="contradiction",
    find=find,
    docs=__doc__ or "",
    examples=(
        CheckExample(_listing("Halal Fruit Jelly", "Sugar, glucose syrup, pork gelatin"), ("pork",)),
        CheckExample(_listing("Halal Fruit Jelly", "Sugar, glucose syrup, pectin, no pork"), ()),
        CheckExample(_listing("Fruit Jelly, not halal", "Sugar, glucose syrup, pork gelatin"), ()),
    ),
)
