"""Folding with offsets, scripts and word edges, inflection, the term automaton. Pure."""
