"""The nouns of fauxpas: frozen dataclasses, standard library only."""
