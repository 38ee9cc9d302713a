"""centerface.py SOURCE.onnx OUT.onnx

CenterFace as published is fixed to one picture size and carries training leftovers. This opens the size (multiples
of 32), drops what no node reads, gives inputs and outputs names that mean something, and lifts it to opset 13.
"""

import sys

import onnx
from onnx import version_converter

from graph import OPSET, write

OUTPUTS = {"537": "heatmap", "538": "scale", "539": "offset", "540": "landmarks"}


def keep_used(graph: onnx.GraphProto) -> str:
    """Leaves only what nodes read, and tells the name of the one true input."""
    used = {name for node in graph.node for name in node.input}
    weights = [tensor for tensor in graph.initializer if tensor.name in used]
    constants = {tensor.name for tensor in weights}
    inputs = [port for port in graph.input if port.name in used - constants]
    if len(inputs) != 1:
        raise ValueError(f"expected one input, found {[port.name for port in inputs]}")
    del graph.initializer[:], graph.input[:], graph.value_info[:]
    graph.initializer.extend(weights)
    graph.input.extend(inputs)
    return inputs[0].name


def rename(graph: onnx.GraphProto, names: dict[str, str]) -> None:
    for node in graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.output[:] = [names.get(name, name) for name in node.output]
    for port in (*graph.input, *graph.output):
        port.name = names[port.name]


def open_size(port: onnx.ValueInfoProto, height: str, width: str) -> None:
    batch, _, rows, columns = port.type.tensor_type.shape.dim
    batch.dim_value = 1
    for dimension, symbol in ((rows, height), (columns, width)):
        dimension.ClearField("dim_value")
        dimension.dim_param = symbol


def main(source: str, out: str) -> None:
    model = onnx.load(source)
    true_input = keep_used(model.graph)
    rename(model.graph, {true_input: "input", **OUTPUTS})
    open_size(model.graph.input[0], "height", "width")
    for port in model.graph.output:
        open_size(port, "rows", "columns")
    write(version_converter.convert_version(model, OPSET), out)


if __name__ == "__main__":
    main(*sys.argv[1:])
