"""Judging: from a listing to findings, from findings to a verdict, from codes to sentences. Pure."""
