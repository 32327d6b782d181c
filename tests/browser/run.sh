#!/usr/bin/env bash
# Every page in a browser: the component gallery, then a demo county served from a folder of its
# own. Usage: run.sh PATH/TO/gweld [PATH/TO/component_gallery]. SHOTS=DIR keeps pictures, QUICK=1 looks at fewer widths. The last
# line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

gweld=$1
gallery=${2:-build/checked/component_gallery}
place=$(mktemp -d)
log=$place/results
server=
stop() {
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$place"
}
trap stop EXIT

look() { # look WHAT ARGUMENTS...
  local what=$1
  shift
  node tests/browser/run.mjs "$@" ${QUICK:+--quick} ${SHOTS:+--shots "$SHOTS/$what"} 2>&1 | tee -a "$log" |
    grep -vE '^[0-9]+ passed, [0-9]+ failed$'
}

"$gallery" "$place/gallery" && look gallery --gallery "$place/gallery"

"$gweld" demo --data "$place/county.gweld" --now 2026-11-24T09:00:00Z >"$place/made" || cat "$place/made"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$gweld" serve --demo --data "$place/county.gweld" --port "$port" \
  --reports-per-hour 10000 --all-reports-per-hour 10000 >"$place/said" 2>&1 &
server=$!
for _ in $(seq 100); do
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  sleep 0.1
done
county() { look county --base "http://127.0.0.1:$port" --password gweld-demo-county --part "$1"; }
# Each with a server of its own.
by_itself() { # by_itself NAME
  node "tests/browser/$1.mjs" --gweld "$gweld" ${SHOTS:+--shots "$SHOTS/$1"} 2>&1 | tee -a "$log" |
    grep -vE '^[0-9]+ passed, [0-9]+ failed$'
}
county pages
# They wait more than they work: side by side.
(by_itself offline; by_itself pack) &
others=$!
county journeys
wait "$others"

# A part that ended without its sum has failed as a whole.
awk '/^[0-9]+ passed, [0-9]+ failed$/ {p += $1; f += $3; n += 1}
     END {if (n < 5) f += 1; printf "%d passed, %d failed\n", p, f}' "$log"
