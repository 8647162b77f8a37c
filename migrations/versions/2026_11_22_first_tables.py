"""The first tables: ledger, releases, assessments, verdicts, findings, idempotency keys.

Revision ID: 2026_11_22
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_22"
down_revision = None
branch_labels = None
depends_on = None

_REFUSAL = "ledger entries are never changed or deleted"


def upgrade() -> None:
    op.create_table(
        "ledger_entries",
        sa.Column("index", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(80), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary(32), nullable=False),
    )
    op.create_index("ix_ledger_entries_subject", "ledger_entries", ["subject"])
    lock = op.create_table("ledger_lock", sa.Column("held", sa.Integer(), primary_key=True, autoincrement=False))
    op.bulk_insert(lock, [{"held": 1}])
    op.create_table(
        "releases",
        sa.Column("digest", sa.String(80), primary_key=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("sources", sa.LargeBinary(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
    )
    _create_assessments()
    _create_queue()
    _refuse_changes()


def downgrade() -> None:
    for table in (
        "idempotency_keys", "findings", "verdicts", "assessment_texts", "assessments", "releases", "ledger_lock",
        "ledger_entries",
    ):  # fmt: skip
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_ledger_change")


def _create_assessments() -> None:
    op.create_table(
        "assessments",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("ledger_index", sa.BigInteger(), sa.ForeignKey("ledger_entries.index"), nullable=False, unique=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("listing_id", sa.String(200), nullable=False),
        sa.Column("listing_version", sa.BigInteger(), nullable=False),
        sa.Column("markets", sa.Text(), nullable=False),
        sa.Column("release_digest", sa.String(80), sa.ForeignKey("releases.digest"), nullable=False),
    )
    op.create_index("ix_assessments_listing", "assessments", ["listing_id", "listing_version"])
    op.create_table(
        "assessment_texts",
        sa.Column("assessment_id", sa.String(32), sa.ForeignKey("assessments.id"), primary_key=True),
        sa.Column("salt", sa.LargeBinary(32), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "idempotency_keys",
        sa.Column("actor", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(255), primary_key=True),
        sa.Column("body_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("assessment_id", sa.String(32), sa.ForeignKey("assessments.id"), nullable=False),
    )


def _create_queue() -> None:
    op.create_table(
        "verdicts",
        sa.Column("ledger_index", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("market", sa.String(8), primary_key=True),
        sa.Column("assessment_id", sa.String(32), sa.ForeignKey("assessments.id"), nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("listing_id", sa.String(200), nullable=False),
        sa.Column("listing_version", sa.BigInteger(), nullable=False),
        sa.Column("seller", sa.String(200)),
    )
    op.create_index("ix_verdicts_queue", "verdicts", ["market", "state", "ledger_index"])
    op.create_index("ix_verdicts_listing", "verdicts", ["listing_id", "market"])
    op.create_table(
        "findings",
        sa.Column("ledger_index", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("check", sa.String(32), nullable=False),
        sa.Column("concept", sa.String(64)),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("markets", sa.Text(), nullable=False),
    )
    op.create_index("ix_findings_concept", "findings", ["concept"])
    op.create_index("ix_findings_check", "findings", ["check"])


def _refuse_changes() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER refuse_ledger_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()"
        )
        return
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER refuse_ledger_{action.lower()} BEFORE {action} ON ledger_entries "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )
