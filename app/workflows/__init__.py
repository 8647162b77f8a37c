"""One file per story. What a story needs of the outside, it says as a Protocol."""
