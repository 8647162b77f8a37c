"""Errors that a person can mend."""


class MendableError(Exception):
    """Something outside the program stands in the way; the message says what, and what to do."""
