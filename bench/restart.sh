#!/usr/bin/env bash
# How soon does the first page answer after kill -9 under writes, and does that depend on how much
# the record holds? The demo county, with the extract of a whole made-up county read into it again and
# again until the file is as large as asked; at each size the server is killed while 32 people record
# visits, and started again. Prints the machine, sizes and milliseconds. Not a test.
#
#   bench/restart.sh [PATH/TO/gweld] [MEGABYTES ...]     needs: wrk, curl, python3
set -euo pipefail
here=$(dirname "$(realpath "$0")")
gweld=$(realpath "${1:-build/release/gweld}")
sizes=("${@:2}")
[ ${#sizes[@]} -gt 0 ] || sizes=(80 1700 3400 5000) # the last takes long to make
kills=5
port=8395
work=$(mktemp -d)
trap 'kill "${server:-}" "${writers:-}" 2>/dev/null || true; rm -rf "$work"' EXIT
megabytes() { echo $(($(stat -c %s "$1") / 1000000)); }

begin() {
  "$gweld" serve --demo --data "$work/county.gweld" --port $port >"$work/serve.txt" 2>&1 &
  server=$!
}
until_answered() { # until_answered PATH [COOKIE]
  local until=$((SECONDS + 60))
  until [ "$(curl -s -o /dev/null -w '%{http_code}' ${2:+-H "Cookie: $2"} "http://127.0.0.1:$port$1")" = 200 ]; do
    kill -0 "$server" && [ $SECONDS -lt $until ] || { echo "no answer to $1" >&2; cat "$work/serve.txt" >&2; exit 1; }
  done
}

grow_to() { # grow_to MEGABYTES
  while [ "$(megabytes "$work/county.gweld")" -lt "$1" ]; do
    counties=$((counties + 1))
    "$here/county_extract.py" "$work/extract" "C$counties-" >/dev/null
    "$gweld" import ssd "$work/extract" --data "$work/county.gweld" >"$work/import.txt" 2>&1
  done
}

people() { # a cookie and a form of its own for each who writes
  local name child
  while IFS=$'\t' read -r name child; do
    printf '%s\t/child/%s/visit\n' "$("$here/peers/client.py" cookie gweld $port "$name")" "$child"
  done <"$work/families" >"$work/targets"
}

kill_and_start() {
  local cookie path log begun first record
  IFS=$'\t' read -r cookie path <"$work/targets"
  wrk -t32 -c32 -d30s -s "$here/peers/visit.lua" "http://127.0.0.1:$port" -- "$work/targets" >/dev/null 2>&1 &
  writers=$!
  sleep 4
  kill -9 "$server"
  wait "$server" 2>/dev/null || true
  kill "$writers" && wait "$writers" 2>/dev/null || true
  log=$(megabytes "$work/county.gweld-wal")
  begun=$(date +%s%N)
  begin
  until_answered /sign-in
  first=$(($(date +%s%N) - begun))
  until_answered "${path%/visit}" "$cookie"
  record=$(($(date +%s%N) - begun))
  echo "$(megabytes "$work/county.gweld") MB and $log MB of log: first page after $((first / 1000000)) ms, a child's record after $((record / 1000000)) ms"
}

echo "machine: $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), load $(cut -d' ' -f1 /proc/loadavg)"
"$gweld" demo --data "$work/county.gweld" >/dev/null
counties=0
for size in "${sizes[@]}"; do
  grow_to "$size"
  begin
  until_answered /sign-in
  if [ ! -s "$work/families" ]; then
    "$here/peers/client.py" families $port >"$work/all-families"
    head -32 "$work/all-families" >"$work/families"
  fi
  people
  for _ in $(seq $kills); do kill_and_start; done
  kill "$server" && wait "$server" || true
done
