import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.ledger.checkpoint import Checkpoint, CheckpointError, read, sign

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HEAD = Checkpoint("fauxpas", 41, bytes(range(32)))


def test_a_signed_checkpoint_reads_back() -> None:
    assert read(sign(HEAD, KEY), KEY.public_key()) == HEAD


@pytest.mark.parametrize("change", [("41", "40"), ("fauxpas\n", "fauxpaz\n"), ("AAEC", "AAED"), ("\n\n", "\n")])
def test_a_changed_checkpoint_is_refused(change: tuple[str, str]) -> None:
    note = sign(HEAD, KEY).replace(*change, 1)

    with pytest.raises(CheckpointError):
        read(note, KEY.public_key())


def test_another_key_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32))

    with pytest.raises(CheckpointError, match="another key"):
        read(sign(HEAD, KEY), other.public_key())
