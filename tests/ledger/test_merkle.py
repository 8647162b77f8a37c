"""Known answers are those of RFC 6962's reference tree: eight leaves, published in its test suite."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ledger.merkle import consistency_proof, inclusion_proof, leaf_hash, node_hash, root, root_from_inclusion

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"
    )
]  # fmt: skip


def hashes(count: int) -> list[bytes]:
    return [leaf_hash(str(at).encode()) for at in range(count)]


def test_the_reference_tree_has_its_known_roots() -> None:
    tree = [leaf_hash(leaf) for leaf in LEAVES]

    assert root([]).hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert root(tree[:1]).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert root(tree).hex() == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


def test_leaves_and_nodes_cannot_be_taken_for_each_other() -> None:
    left, right = hashes(2)

    assert leaf_hash(left + right) != node_hash(left, right)
    assert node_hash(left, right) == hashlib.sha256(b"\x01" + left + right).digest()


@given(st.integers(1, 70), st.data())
def test_a_leaf_proves_itself_under_the_root(size: int, data: st.DataObject) -> None:
    tree = hashes(size)
    index = data.draw(st.integers(0, size - 1))

    path = inclusion_proof(tree, index)

    assert root_from_inclusion(tree[index], index, size, path) == root(tree)


@given(st.integers(2, 70), st.data())
def test_another_leaf_does_not(size: int, data: st.DataObject) -> None:
    tree = hashes(size)
    index = data.draw(st.integers(0, size - 1))
    path = inclusion_proof(tree, index)

    assert root_from_inclusion(leaf_hash(b"forged"), index, size, path) != root(tree)


def test_paths_of_the_wrong_length_are_refused() -> None:
    tree = hashes(5)
    path = inclusion_proof(tree, 2)

    with pytest.raises(ValueError, match="short"):
        root_from_inclusion(tree[2], 2, 5, path[:-1])
    with pytest.raises(ValueError, match="long"):
        root_from_inclusion(tree[2], 2, 5, [*path, path[0]])
    with pytest.raises(IndexError):
        inclusion_proof(tree, 5)


def test_a_consistency_proof_holds_the_old_root() -> None:
    tree = hashes(8)

    assert consistency_proof(tree, 4) == [root(tree[4:])]
    assert consistency_proof(tree, 8) == []
    with pytest.raises(ValueError, match="no consistency proof"):
        consistency_proof(tree, 9)
