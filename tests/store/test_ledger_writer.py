import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.checks import all_checks
from app.domain.listing import Listing
from app.ledger.merkle import leaf_hash
from app.store.assessments import VerdictFilter, find_assessment, list_verdicts
from app.store.engine import NotDurableError, check_durable, connect
from app.store.ledger_reader import leaf_at, leaf_hashes, ledger_size
from app.store.ledger_writer import LedgerFullError, LedgerWriter
from app.store.migrating import upgrade
from app.store.records import IdempotencyConflictError, ReleaseRecord
from app.store.releases import activate_release, list_releases, release_sources
from app.workflows.judge_listing import Assessment, Gate, Submission, assess
from tests.factories import listing, small_release

GATE = Gate(small_release(), all_checks(), "fauxpas/test")


@asynccontextmanager
async def ledger(folder: Path) -> AsyncIterator[tuple[AsyncEngine, LedgerWriter]]:
    engine = connect(f"sqlite+aiosqlite:///{folder / 'test.db'}")
    await upgrade(engine)
    async with engine.begin() as connection:
        await activate_release(connection, ReleaseRecord(GATE.release.digest, "2026-11-22T00:00:00Z", b"{}"), "system")
    writer = LedgerWriter(engine)
    writer.start()
    try:
        yield engine, writer
    finally:
        await writer.stop()
        await engine.dispose()


def assessment(id: str, of: Listing | None = None, *, key: str | None = None, body: bytes = b"{}") -> Assessment:  # noqa: A002
    submission = Submission(of or listing("Ham"), body, "local", "2026-11-22T10:00:00Z", id, b"s" * 32, key)
    return assess(submission, GATE, lambda _submission, _judgement: b"{}")


def run(story: Any) -> Any:  # noqa: ANN401 - whatever the story returns
    return asyncio.run(story)


def test_entries_that_arrive_together_stand_in_order_without_gaps(tmp_path: Path) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (engine, writer):
            receipts = await asyncio.gather(*(writer.append(assessment(str(at))) for at in range(40)))
            async with engine.connect() as connection:
                hashes = await leaf_hashes(connection)
                leaf = await leaf_at(connection, receipts[7].index)
            assert sorted(receipt.index for receipt in receipts) == list(range(2, 42))
            assert leaf_hash(leaf or b"") == receipts[7].leaf_hash == hashes[receipts[7].index]

    run(story())


def test_a_twin_gets_the_first_receipt_and_another_body_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (engine, writer):
            first = await writer.append(assessment("a", key="k"))
            twins = await asyncio.gather(*(writer.append(assessment(f"t{at}", key="k")) for at in range(8)))
            assert set(twins) == {first}
            with pytest.raises(IdempotencyConflictError):
                await writer.append(assessment("b", key="k", body=b"other"))
            async with engine.connect() as connection:
                assert await ledger_size(connection) == 3

    run(story())


def test_a_conflict_in_a_commit_does_not_harm_the_others(tmp_path: Path) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (_, writer):
            rows = [assessment("a", key="k"), assessment("b", key="k", body=b"other"), assessment("c")]
            first, conflict, last = await writer.append_all(rows)
            assert isinstance(conflict, IdempotencyConflictError)
            assert [getattr(row, "index", None) for row in (first, last)] == [2, 3]

    run(story())


def test_when_the_queue_is_full_nothing_is_dropped_silently(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.store.ledger_writer._MOST_WAITING", 2)

    async def story() -> None:
        async with ledger(tmp_path) as (engine, writer):
            outcomes = await asyncio.gather(
                *(writer.append(assessment(str(at))) for at in range(9)), return_exceptions=True
            )
            refused = [outcome for outcome in outcomes if isinstance(outcome, LedgerFullError)]
            async with engine.connect() as connection:
                written = await ledger_size(connection) - 2
            assert refused
            assert written + len(refused) == 9

    run(story())


def test_a_failed_commit_is_told_to_everyone_who_waits(tmp_path: Path) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (engine, writer):
            async with engine.begin() as connection:
                await connection.execute(text("DROP TABLE findings"))
            outcomes = await asyncio.gather(
                *(writer.append(assessment(str(at))) for at in range(3)), return_exceptions=True
            )
            async with engine.connect() as connection:
                assert await ledger_size(connection) == 2
            assert all(isinstance(outcome, DBAPIError) for outcome in outcomes)

    run(story())


@pytest.mark.parametrize("statement", ["UPDATE ledger_entries SET kind = 'x'", "DELETE FROM ledger_entries"])
def test_the_database_refuses_to_change_the_past(tmp_path: Path, statement: str) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (engine, writer):
            await writer.append(assessment("a"))
            with pytest.raises(DBAPIError, match="never changed or deleted"):
                async with engine.begin() as connection:
                    await connection.execute(text(statement))

    run(story())


def test_a_newer_version_supersedes_older_verdicts_whatever_order_they_come_in(tmp_path: Path) -> None:
    async def story() -> dict[int, str]:
        async with ledger(tmp_path) as (engine, writer):
            for id, version in (("v2", 2), ("v1", 1), ("v3", 3)):  # noqa: A001
                await writer.append(assessment(id, listing("Ham", listing_version=version)))
            async with engine.connect() as connection:
                rows = await list_verdicts(connection, VerdictFilter())
            return {row.listing_version: row.state for row in rows}

    assert run(story()) == {1: "superseded", 2: "superseded", 3: "open"}


def test_a_newer_green_supersedes_too(tmp_path: Path) -> None:
    async def story() -> list[str]:
        async with ledger(tmp_path) as (engine, writer):
            await writer.append(assessment("v1", listing("Ham", listing_version=1)))
            await writer.append(assessment("v2", listing("Turkey", listing_version=2)))
            async with engine.connect() as connection:
                return [row.state for row in await list_verdicts(connection, VerdictFilter())]

    assert run(story()) == ["superseded"]


def test_verdicts_are_found_by_what_they_hold(tmp_path: Path) -> None:
    async def story() -> dict[str, list[str]]:
        async with ledger(tmp_path) as (engine, writer):
            await writer.append(assessment("ham", listing("Ham", listing_id="1", seller="s1", markets=("SA", "ID"))))
            await writer.append(assessment("pig", listing("pig", listing_id="2", markets=("SA",))))
            wanted = {
                "market": VerdictFilter(market="ID"),
                "red": VerdictFilter(verdict="red"),
                "concept": VerdictFilter(concept="religion.pork.imagery"),
                "branch": VerdictFilter(concept="religion.pork"),
                "check": VerdictFilter(check="empty-target"),
                "seller": VerdictFilter(seller="s1", market="SA"),
                "after": VerdictFilter(after=(3, "SA")),
                "limit": VerdictFilter(limit=1),
            }
            async with engine.connect() as connection:
                found = {name: await list_verdicts(connection, filters) for name, filters in wanted.items()}
            return {name: [f"{row.assessment_id}.{row.market}" for row in rows] for name, rows in found.items()}

    assert run(story()) == {
        "market": ["ham.ID"],
        "red": ["ham.SA"],
        "concept": ["pig.SA"],
        "branch": ["pig.SA", "ham.ID", "ham.SA"],
        "check": [],
        "seller": ["ham.SA"],
        "after": ["ham.ID", "ham.SA"],
        "limit": ["pig.SA"],
    }


def test_an_unknown_assessment_is_none(tmp_path: Path) -> None:
    async def story() -> object:
        async with ledger(tmp_path) as (engine, _), engine.connect() as connection:
            return await find_assessment(connection, "nobody")

    assert run(story()) is None


def test_activating_a_release_again_writes_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (engine, _):
            for digest in (GATE.release.digest, "sha256:other", GATE.release.digest):
                async with engine.begin() as connection:
                    await activate_release(connection, ReleaseRecord(digest, "2026-11-23T00:00:00Z", b"x"), "system")
            async with engine.connect() as connection:
                assert await ledger_size(connection) == 5  # two releases, three activations
                active = [digest for digest, _, is_active in await list_releases(connection) if is_active]
                assert active == [GATE.release.digest]
                assert await release_sources(connection, "sha256:other") == b"x"

    run(story())


def test_a_database_that_does_not_sync_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with ledger(tmp_path) as (engine, _), engine.connect() as connection:
            await check_durable(connection)
            await connection.execute(text("PRAGMA synchronous=OFF"))
            with pytest.raises(NotDurableError, match="synchronous"):
                await check_durable(connection)

    run(story())
