#!/usr/bin/env bash
# Reproduces the weights: bash train.sh DATA_FOLDER OUT_FOLDER. Python with requirements.txt is `python`, or $PYTHON.
set -euo pipefail
data=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
cd "$(dirname "$0")"
python=${PYTHON:-python}
# Without these, threads that wait burn the cores that others share: six times slower.
export GOMP_SPINCOUNT=0 OMP_WAIT_POLICY=PASSIVE
if [ -z "${EVENTS:-}" ]; then
  "$python" train_parser.py "$data" "$out" --seconds "${ROUND1_SECONDS:-2700}"
  "$python" train_names.py "$data" "$out" --seconds "${ROUND2_SECONDS:-1400}"
  "$python" export.py "$out/round2.pt" "$out/labels.json" "$out/reader.int8.onnx"
  "$python" evaluate.py "$data" "$out/reader.int8.onnx" "$out/labels.json"
fi
node event_sentences.mjs "$data" > "$out/events.jsonl"
"$python" train_events.py "$out/events.jsonl" "$out/reader.int8.onnx" "$out/events.pt"
"$python" export_events.py "$out/events.pt" "$out/reader.int8.onnx" "$out/labels.json" "$out/english.int8.onnx"
