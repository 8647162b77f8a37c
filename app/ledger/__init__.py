"""The ledger's mathematics: canonical JSON, Merkle tree, checkpoints, proofs. Pure."""
