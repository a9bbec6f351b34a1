"""The gate's bad samples are made by gate_helpers."""

from gate_helpers import film

__all__ = ["film"]
