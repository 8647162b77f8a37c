"""Signed tree heads in the format of transparency logs, so that any witness can keep them.

Source: C2SP tlog-checkpoint and signed-note (Ed25519 signature type 0x01).
"""

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_ED25519 = b"\x01"


class CheckpointError(ValueError):
    """A checkpoint is malformed or its signature is not by the key."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree head: how many entries, and the root over them."""

    origin: str
    size: int
    root: bytes

    @property
    def body(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """Return the signed note of a checkpoint."""
    signature = key.sign(checkpoint.body.encode())
    marked = base64.b64encode(_key_id(checkpoint.origin, key.public_key()) + signature).decode()
    return f"{checkpoint.body}\n\u2014 {checkpoint.origin} {marked}\n"


def read(note: str, key: Ed25519PublicKey) -> Checkpoint:
    """Return the checkpoint of a signed note.

    Raises:
        CheckpointError: the note is malformed, or not signed by ``key``.
    """
    try:
        body, _, signatures = note.partition("\n\n")
        origin, size, root = body.split("\n")
        checkpoint = Checkpoint(origin, int(size), base64.b64decode(root, validate=True))
        signed = base64.b64decode(signatures.split(" ")[2].strip(), validate=True)
    except (ValueError, IndexError) as problem:
        raise CheckpointError("not a checkpoint: three lines, an empty one and a signature are expected") from problem
    if signed[:4] != _key_id(origin, key):
        raise CheckpointError("signed by another key")
    try:
        key.verify(signed[4:], checkpoint.body.encode())
    except InvalidSignature as problem:
        raise CheckpointError("the signature does not fit the checkpoint") from problem
    return checkpoint


def _key_id(name: str, key: Ed25519PublicKey) -> bytes:
    seed = name.encode() + b"\n" + _ED25519 + key.public_bytes_raw()
    return hashlib.sha256(seed).digest()[:4]
