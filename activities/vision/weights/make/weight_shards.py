"""Reads the weights of a TensorFlow.js model: a manifest beside binary shards, some of them quantised to a byte."""

from pathlib import Path

import numpy as np


def read_weights(groups: list, folder: Path) -> dict[str, np.ndarray]:
    weights = {}
    for group in groups:
        shards = b"".join((folder / path).read_bytes() for path in group["paths"])
        offset = 0
        for entry in group["weights"]:
            stored, offset = _take(shards, offset, entry)
            weights[entry["name"]] = _widen(stored, entry).reshape(entry["shape"])
        if offset != len(shards):
            raise ValueError(f"{len(shards) - offset} bytes are left over: this is not the model it seems to be")
    return weights


def _take(shards: bytes, offset: int, entry: dict) -> tuple[np.ndarray, int]:
    dtype = np.dtype(entry["quantization"]["dtype"] if "quantization" in entry else entry["dtype"])
    count = int(np.prod(entry["shape"], dtype=np.int64))
    return np.frombuffer(shards, dtype, count, offset), offset + count * dtype.itemsize


def _widen(stored: np.ndarray, entry: dict) -> np.ndarray:
    """Quantised bytes are widened in double precision, so that the result does not depend on the machine."""
    quantization = entry.get("quantization")
    if quantization is None or "scale" not in quantization:
        return stored.astype(entry["dtype"])
    return (stored.astype(np.float64) * quantization["scale"] + quantization["min"]).astype(entry["dtype"])
