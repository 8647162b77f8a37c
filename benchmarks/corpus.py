"""Listings and terms for the benchmarks: seeded, so that every run times the same work."""

import json
import random
from collections import defaultdict
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples" / "listings.jsonl"
CHARACTERS_PER_LISTING = 1_100


def texts(count: int, seed: int = 7) -> list[str]:
    """Return target texts of about 1,100 characters, each in one of the sample listings' languages."""
    rng = random.Random(seed)  # noqa: S311 - not for secrets
    fields: dict[str, list[str]] = defaultdict(list)
    for row in map(json.loads, EXAMPLES.read_text("utf-8").splitlines()):
        fields[row["target_locale"]] += [field["target"] for field in row["fields"] if field["target"].strip()]
    made = []
    for at in range(count):
        choices = fields[sorted(fields)[at % len(fields)]]
        text = ""
        while len(text) < CHARACTERS_PER_LISTING:
            text += rng.choice(choices) + ". "
        made.append(text[:CHARACTERS_PER_LISTING])
    return made


def terms(count: int, seed: int = 7) -> list[str]:
    """Return made-up words of two to four syllables, every tenth a phrase of two: a lexicon's shape, no meaning."""
    rng = random.Random(seed)  # noqa: S311
    onsets, vowels = (
        [
            "b",
            "c",
            "d",
            "f",
            "g",
            "h",
            "j",
            "k",
            "l",
            "m",
            "n",
            "p",
            "r",
            "s",
            "t",
            "v",
            "z",
            "br",
            "cr",
            "st",
            "tr",
            "pl",
            "sh",
        ],
        "aeiou",
    )
    made: dict[str, None] = {}
    while len(made) < count:
        words = [
            "".join(rng.choice(onsets) + rng.choice(vowels) for _ in range(rng.randint(2, 4)))
            for _ in range(2 if len(made) % 10 == 0 else 1)
        ]
        made[" ".join(words) + rng.choice("nmrstx")] = None
    return list(made)
