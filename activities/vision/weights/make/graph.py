"""A small builder for ONNX graphs: names follow the order of building, so equal input gives equal bytes."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 13
IR_VERSION = 8
# Below this a tensor is not worth storing in half precision.
SMALL = 1024


class Graph:
    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants[name] = np.ascontiguousarray(value)
        return name

    def node(self, kind: str, inputs: list[str], output: str | None = None, **attributes) -> str:
        output = output or f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output

    def save(self, path: str, inputs: dict[str, list], outputs: dict[str, list], half: bool = False) -> None:
        """`half` stores large weights as float16 and widens them on loading: half the file, for weights that
        were quantised to a byte before and lose nothing by it."""
        casts, initializers = [], []
        for name, value in self.constants.items():
            if half and value.dtype == np.float32 and value.size >= SMALL:
                initializers.append(numpy_helper.from_array(value.astype(np.float16), f"{name}_half"))
                casts.append(helper.make_node("Cast", [f"{name}_half"], [name], name=f"{name}_wide", to=TensorProto.FLOAT))
            else:
                initializers.append(numpy_helper.from_array(value, name))
        graph = helper.make_graph(casts + self.nodes, self.name, _ports(inputs), _ports(outputs), initializers)
        write(helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)]), path)


def _ports(shapes: dict[str, list]) -> list[onnx.ValueInfoProto]:
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]


def write(model: onnx.ModelProto, path: str) -> None:
    model.ir_version = IR_VERSION
    model.producer_name = "examhall"
    model.producer_version = ""
    onnx.checker.check_model(model)
    onnx.shape_inference.infer_shapes(model, strict_mode=True)
    with open(path, "wb") as file:
        file.write(model.SerializeToString(deterministic=True))
