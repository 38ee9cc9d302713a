"""dlib_resnet.py MANIFEST.json OUT.onnx

dlib's face recognition network (29 convolutions, 128 numbers a face) from the weights that face-api ships.
Input `input` [1,3,150,150], RGB 0..255: mean and scale are inside. Output `embedding` [1,128], not normalised;
faces are compared by Euclidean distance.
"""

import json
import sys
from pathlib import Path

import numpy as np

from graph import Graph
from weight_shards import read_weights

MEAN = [122.782, 117.001, 104.298]
SIZE = 150
# (width, blocks after the one that halves the picture)
STAGES = [(64, 3), (128, 2), (256, 2)]


class Network:
    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.graph = Graph("dlib_face_recognition_resnet")

    def convolve(self, x: str, layer: str, stride: int, relu: bool, pad: int = 1) -> str:
        """A convolution with its scale layer folded into it."""
        part = {key: self.weights[f"{layer}/{key}"].astype(np.float64) for key in
                ("conv/filters", "conv/bias", "scale/weights", "scale/biases")}
        kernel = part["conv/filters"].transpose(3, 2, 0, 1) * part["scale/weights"][:, None, None, None]
        bias = part["conv/bias"] * part["scale/weights"] + part["scale/biases"]
        inputs = [x, self.graph.constant(f"{layer}/kernel", kernel.astype(np.float32)),
                  self.graph.constant(f"{layer}/bias", bias.astype(np.float32))]
        y = self.graph.node("Conv", inputs, kernel_shape=list(kernel.shape[2:]), strides=[stride] * 2, pads=[pad] * 4)
        return self.graph.node("Relu", [y]) if relu else y

    def block(self, x: str, layer: str) -> str:
        y = self.convolve(self.convolve(x, f"{layer}/conv1", 1, True), f"{layer}/conv2", 1, False)
        return self.graph.node("Relu", [self.graph.node("Add", [y, x])])

    def halving_block(self, x: str, layer: str, size: int) -> tuple[str, int]:
        """Convolution and pooling round differently: the smaller is padded below and to the right, as the
        shortcut's channels are."""
        y = self.convolve(self.convolve(x, f"{layer}/conv1", 2, True, pad=0), f"{layer}/conv2", 1, False)
        shortcut = self.graph.node("AveragePool", [x], kernel_shape=[2, 2], strides=[2, 2])
        convolved, pooled = (size - 3) // 2 + 1, size // 2
        if convolved != pooled:
            y = self.pad(y, f"{layer}/edge", [0, 0, 0, 0, 0, 0, pooled - convolved, pooled - convolved])
        width_in = self.weights[f"{layer}/conv1/conv/filters"].shape[2]
        width_out = self.weights[f"{layer}/conv2/conv/filters"].shape[3]
        if width_in != width_out:
            shortcut = self.pad(shortcut, f"{layer}/width", [0, 0, 0, 0, 0, width_out - width_in, 0, 0])
        return self.graph.node("Relu", [self.graph.node("Add", [y, shortcut])]), pooled

    def pad(self, x: str, name: str, pads: list[int]) -> str:
        return self.graph.node("Pad", [x, self.graph.constant(name, np.array(pads, np.int64))])

    def build(self) -> Graph:
        graph = self.graph
        mean = graph.constant("mean", np.array(MEAN, np.float32).reshape(1, 3, 1, 1))
        scale = graph.constant("scale", np.array(255, np.float32))
        x = graph.node("Div", [graph.node("Sub", ["input", mean]), scale])
        x = self.convolve(x, "conv32_down", 2, True, pad=0)
        x = graph.node("MaxPool", [x], kernel_shape=[3, 3], strides=[2, 2])
        size = ((SIZE - 7) // 2 + 1 - 3) // 2 + 1
        for index in (1, 2, 3):
            x = self.block(x, f"conv32_{index}")
        for width, blocks in STAGES:
            x, size = self.halving_block(x, f"conv{width}_down", size)
            for index in range(1, blocks + 1):
                x = self.block(x, f"conv{width}_{index}")
        x, size = self.halving_block(x, "conv256_down_out", size)
        x = graph.node("ReduceMean", [x], axes=[2, 3], keepdims=0)
        graph.node("MatMul", [x, graph.constant("fc", self.weights["fc"])], "embedding")
        return graph


def main(manifest: str, out: str) -> None:
    weights = read_weights(json.loads(Path(manifest).read_text()), Path(manifest).parent)
    network = Network(weights).build()
    network.save(out, {"input": [1, 3, SIZE, SIZE]}, {"embedding": [1, 128]}, half=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
