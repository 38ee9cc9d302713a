"""facemesh.py MODEL.json OUT.onnx

MediaPipe's face mesh (468 points) from the TensorFlow.js graph that @vladmandic/human ships. The picture stays
NHWC at the input, [1,192,192,3] RGB 0..1; inside all is NCHW. Outputs: `mesh` [1,1404] as x, y, z in pixels of the
input, and `presence` [1,1], how sure the network is that this is a face (0..1). The contours are left out.
"""

import base64
import json
import sys
from pathlib import Path

import numpy as np

from graph import Graph
from weight_shards import read_weights

SIZE = 192
OUTPUTS = {"output_mesh": ("mesh", [1, 1404]), "output_faceflag": ("presence", [1, 1])}


def name_of(reference: str) -> str:
    return reference.split(":")[0].lstrip("^")


def attribute(node: dict, key: str):
    value = node.get("attr", {}).get(key, {})
    if "s" in value:
        return base64.b64decode(value["s"]).decode()
    if "list" in value:
        entries = value["list"]
        return [base64.b64decode(s).decode() for s in entries.get("s", [])] or [int(i) for i in entries.get("i", [])]
    return None


class Translator:
    def __init__(self, model: dict, folder: Path) -> None:
        self.nodes = {node["name"]: node for node in model["modelTopology"]["node"]}
        self.weights = read_weights(model["weightsManifest"], folder)
        self.graph = Graph("facemesh")
        self.done: dict[str, str] = {}

    def value(self, reference: str) -> str:
        """The ONNX name of a TensorFlow.js tensor, translated on first use: what no output needs is left out."""
        name = name_of(reference)
        if name not in self.done:
            self.done[name] = self.translate(self.nodes[name])
        return self.done[name]

    def translate(self, node: dict) -> str:
        return getattr(self, f"on_{node['op'].lstrip('_').lower()}")(node, node.get("input", []))

    def on_placeholder(self, node: dict, _inputs: list[str]) -> str:
        return self.graph.node("Transpose", [node["name"]], perm=[0, 3, 1, 2])

    def on_identity(self, _node: dict, inputs: list[str]) -> str:
        return self.value(inputs[0])

    def on_fusedconv2d(self, node: dict, inputs: list[str]) -> str:
        kernel = self.weights[name_of(inputs[1])].transpose(3, 2, 0, 1)
        fused = attribute(node, "fused_ops")
        if fused not in (["BiasAdd"], ["BiasAdd", "Prelu"]):
            raise ValueError(f"unexpected fused operations {fused}")
        bias = self.graph.constant(name_of(inputs[2]), self.weights[name_of(inputs[2])].reshape(-1))
        y = self.convolve(node, inputs, kernel, 1, [bias])
        return self.prelu(y, inputs[3]) if "Prelu" in fused else y

    def on_depthwiseconv2dnative(self, node: dict, inputs: list[str]) -> str:
        rows, columns, channels, multiplier = self.weights[name_of(inputs[1])].shape
        kernel = self.weights[name_of(inputs[1])].transpose(2, 3, 0, 1)
        return self.convolve(node, inputs, kernel.reshape(channels * multiplier, 1, rows, columns), channels, [])

    def convolve(self, node: dict, inputs: list[str], kernel: np.ndarray, group: int, bias: list[str]) -> str:
        weights = self.graph.constant(name_of(inputs[1]), kernel)
        padding = {"SAME": "SAME_UPPER", "VALID": "VALID"}[attribute(node, "padding")]
        return self.graph.node("Conv", [self.value(inputs[0]), weights, *bias], group=group, auto_pad=padding,
                               kernel_shape=list(kernel.shape[2:]), strides=attribute(node, "strides")[1:3])

    def on_prelu(self, _node: dict, inputs: list[str]) -> str:
        return self.prelu(self.value(inputs[0]), inputs[1])

    def prelu(self, x: str, slope: str) -> str:
        value = self.weights[name_of(slope)].reshape(-1, 1, 1)
        return self.graph.node("PRelu", [x, self.graph.constant(name_of(slope), value)])

    def on_addv2(self, _node: dict, inputs: list[str]) -> str:
        return self.graph.node("Add", [self.value(inputs[0]), self.value(inputs[1])])

    def on_maxpool(self, node: dict, inputs: list[str]) -> str:
        padding = {"SAME": "SAME_UPPER", "VALID": "VALID"}[attribute(node, "padding")]
        return self.graph.node("MaxPool", [self.value(inputs[0])], auto_pad=padding,
                               kernel_shape=attribute(node, "ksize")[1:3], strides=attribute(node, "strides")[1:3])

    def on_pad(self, _node: dict, inputs: list[str]) -> str:
        pads = self.weights[name_of(inputs[1])][[0, 3, 1, 2]].astype(np.int64).T.reshape(-1)
        return self.graph.node("Pad", [self.value(inputs[0]), self.graph.constant(name_of(inputs[1]), pads)])

    def on_sigmoid(self, _node: dict, inputs: list[str]) -> str:
        return self.graph.node("Sigmoid", [self.value(inputs[0])])

    def on_reshape(self, _node: dict, inputs: list[str]) -> str:
        flat = self.graph.node("Transpose", [self.value(inputs[0])], perm=[0, 2, 3, 1])
        shape = self.weights[name_of(inputs[1])].astype(np.int64)
        return self.graph.node("Reshape", [flat, self.graph.constant(name_of(inputs[1]), shape)])


def main(source: str, out: str) -> None:
    model = json.loads(Path(source).read_text())
    translator = Translator(model, Path(source).parent)
    for key, (name, _shape) in OUTPUTS.items():
        translator.graph.node("Identity", [translator.value(model["signature"]["outputs"][key]["name"])], name)
    (entrance,) = model["signature"]["inputs"]
    shapes = {name: shape for name, shape in OUTPUTS.values()}
    translator.graph.save(out, {entrance: [1, SIZE, SIZE, 3]}, shapes)


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main(*sys.argv[1:])
