#!/usr/bin/env bash
# Every page in a browser: the component gallery, then a demo county served from a folder of its
# own. Usage: run.sh PATH/TO/gweld [PATH/TO/component_gallery]. SHOTS=DIR keeps pictures, QUICK=1 looks at
# fewer widths, STORE=postgres keeps every county in a PostgreSQL of its own. The last line is
# "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

gweld=$1
gallery=${2:-build/checked/component_gallery}
place=$(mktemp -d)
log=$place/results
server=
data=$place/county.gweld
databases=
stop() {
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  [ -z "$databases" ] || tools/postgres.sh stop "$databases"
  rm -rf "$place"
}
trap stop EXIT

case "${STORE:-sqlite}" in
  sqlite) unset GWELD_TEST_POSTGRES ;;
  postgres)
    # Not in the scratch folder: its own user must come to it.
    databases=$(mktemp -u -d /tmp/gweld-browser-XXXXXX)
    tools/postgres.sh start "$databases" >/dev/null || exit 1
    export GWELD_TEST_POSTGRES="postgresql://gweld@/postgres?host=$databases" # counties.mjs
    psql --no-psqlrc -q "$GWELD_TEST_POSTGRES" -c "CREATE DATABASE county"
    data="postgresql://gweld@/county?host=$databases"
    ;;
  *) echo "STORE is sqlite or postgres" >&2; exit 2 ;;
esac

look() { # look WHAT ARGUMENTS...
  local what=$1
  shift
  node tests/browser/run.mjs "$@" ${QUICK:+--quick} ${SHOTS:+--shots "$SHOTS/$what"} 2>&1 | tee -a "$log" |
    grep -vE '^[0-9]+ passed, [0-9]+ failed$'
}

"$gallery" "$place/gallery" && look gallery --gallery "$place/gallery"

"$gweld" demo --data "$data" --now 2026-11-24T09:00:00Z >"$place/made" || cat "$place/made"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$gweld" serve --demo --data "$data" --port "$port" --phone-key "$place/phone-key" \
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
