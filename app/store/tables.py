"""The tables. Migrations build them; this module is how queries name them."""

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables of fauxpas."""


class LedgerEntryRow(Base):
    """One leaf of the ledger. The database refuses to change or delete it."""

    __tablename__ = "ledger_entries"

    index: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(80))
    leaf: Mapped[bytes] = mapped_column(LargeBinary)
    leaf_hash: Mapped[bytes] = mapped_column(LargeBinary(32))

    __table_args__ = (Index("ix_ledger_entries_subject", "subject"),)


class ReleaseRow(Base):
    """A release, whole: the canonical sources (zlib) from which it compiles again."""

    __tablename__ = "releases"

    digest: Mapped[str] = mapped_column(String(80), primary_key=True)
    created_at: Mapped[str] = mapped_column(String(32))
    sources: Mapped[bytes] = mapped_column(LargeBinary)
    active: Mapped[bool]


class AssessmentRow(Base):
    """A judged listing: what is looked up by. Its text stands in assessment_texts."""

    __tablename__ = "assessments"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    ledger_index: Mapped[int] = mapped_column(ForeignKey("ledger_entries.index"), unique=True)
    created_at: Mapped[str] = mapped_column(String(32))
    listing_id: Mapped[str] = mapped_column(String(200))
    listing_version: Mapped[int]
    markets: Mapped[str] = mapped_column(Text)
    release_digest: Mapped[str] = mapped_column(ForeignKey("releases.digest"))

    __table_args__ = (Index("ix_assessments_listing", "listing_id", "listing_version"),)


class AssessmentTextRow(Base):
    """What can be erased: the request as sent, the salt of its commitments, the answer as given."""

    __tablename__ = "assessment_texts"

    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id"), primary_key=True)
    salt: Mapped[bytes] = mapped_column(LargeBinary(32))
    request: Mapped[bytes] = mapped_column(LargeBinary)
    answer: Mapped[bytes] = mapped_column(LargeBinary)


class VerdictRow(Base):
    """A verdict that is not green: what reviewers work through."""

    __tablename__ = "verdicts"

    ledger_index: Mapped[int] = mapped_column(primary_key=True)
    market: Mapped[str] = mapped_column(String(8), primary_key=True)
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id"))
    verdict: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(16))
    listing_id: Mapped[str] = mapped_column(String(200))
    listing_version: Mapped[int]
    seller: Mapped[str | None] = mapped_column(String(200))

    __table_args__ = (
        Index("ix_verdicts_queue", "market", "state", "ledger_index"),
        Index("ix_verdicts_listing", "listing_id", "market"),
    )


class FindingRow(Base):
    """A finding that keeps some verdict from green; ``markets`` is ' SA AE ', the markets it weighs in."""

    __tablename__ = "findings"

    ledger_index: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    check: Mapped[str] = mapped_column(String(32))
    concept: Mapped[str | None] = mapped_column(String(64))
    rule: Mapped[str] = mapped_column(Text)
    markets: Mapped[str] = mapped_column(Text)

    __table_args__ = (Index("ix_findings_concept", "concept"), Index("ix_findings_check", "check"))


class IdempotencyRow(Base):
    """A key that a client sent with a request, and the answer it belongs to."""

    __tablename__ = "idempotency_keys"

    actor: Mapped[str] = mapped_column(String(64), primary_key=True)
    key: Mapped[str] = mapped_column(String(255), primary_key=True)
    body_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    assessment_id: Mapped[str] = mapped_column(ForeignKey("assessments.id"))
