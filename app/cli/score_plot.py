"""A score as a picture: precision, recall and F1 by language, as SVG that needs nothing but a browser."""

from collections.abc import Iterator
from html import escape

from app.workflows.score_cases import Rate, Score, Tally

_ROW, _LEFT, _WIDTH, _TOP = 22, 120, 420, 64
_MARKS = (("precision", "#2b6cb0", 3), ("recall", "#c05621", 9), ("f1", "#276749", 15))


def as_svg(score: Score) -> str:
    """Return the figures by language, worst F1 first, with the verdict accuracy in the heading."""
    rows = sorted(score.by_language.items(), key=lambda row: (row[1].f1 or 0, row[0]))
    height = _TOP + _ROW * (len(rows) + 1) + 24
    box = f'viewBox="0 0 {_LEFT + _WIDTH + 90} {height}" role="img"'
    letters = 'font-family="system-ui, sans-serif" font-size="12" fill="#1a202c"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} {letters}>',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        f'<text x="12" y="22" font-size="15" font-weight="600">{escape(_heading(score))}</text>',
        *_legend(),
        *_grid(height),
        *(part for at, (name, tally) in enumerate([("all", score.overall), *rows]) for part in _bars(at, name, tally)),
        "</svg>",
    ]
    return "\n".join(parts)


def _heading(score: Score) -> str:
    return f"{score.cases} labelled cases{_accuracy(score.verdicts)}"


def _accuracy(rate: Rate) -> str:
    if rate.share is None:
        return ""
    low, high = rate.interval
    return f": verdict right in {rate.share:.1%} (95% interval {low:.1%} to {high:.1%})"


def _legend() -> Iterator[str]:
    for at, (name, colour, _) in enumerate(_MARKS):
        x = _LEFT + at * 110
        yield f'<rect x="{x}" y="36" width="12" height="8" fill="{colour}"/><text x="{x + 18}" y="44">{name}</text>'


def _grid(height: int) -> Iterator[str]:
    for tenth in range(0, 11, 2):
        x = _LEFT + _WIDTH * tenth / 10
        yield f'<line x1="{x}" y1="{_TOP - 6}" x2="{x}" y2="{height - 20}" stroke="#e2e8f0"/>'
        yield f'<text x="{x}" y="{height - 6}" text-anchor="middle">{tenth / 10:.1f}</text>'


def _bars(at: int, name: str, tally: Tally) -> Iterator[str]:
    y = _TOP + at * _ROW
    yield f'<text x="{_LEFT - 8}" y="{y + 15}" text-anchor="end">{escape(name)}</text>'
    for share, (_, colour, down) in zip((tally.precision, tally.recall, tally.f1), _MARKS, strict=True):
        yield f'<rect x="{_LEFT}" y="{y + down}" width="{_WIDTH * (share or 0):.1f}" height="5" fill="{colour}"/>'
    shown = "no case" if tally.f1 is None else f"{tally.f1:.3f} of {tally.hit + tally.missed}"
    yield f'<text x="{_LEFT + _WIDTH + 8}" y="{y + 15}">{shown}</text>'
