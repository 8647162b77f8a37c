"""fauxpas: the quality gate a machine-translated shop listing passes before it is published abroad."""

__version__ = "0.1.0"
ENGINE = f"fauxpas/{__version__}"
