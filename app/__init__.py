"""fauxpas."""
