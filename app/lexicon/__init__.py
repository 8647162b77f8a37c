"""The lexicons: their schema, compiling a release, linting. Values in, values out."""
