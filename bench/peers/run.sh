#!/usr/bin/env bash
# Gweld beside a Django application and Directus that hold the same records: a child's record, a team's
# overdue list, a year's measure by month and a visit recorded durably; in one run, on one machine, in
# turns, by one client. Prints rates, 99th percentiles, memory and ratios. Not a test. See README.md.
#
#   bench/peers/run.sh [PATH/TO/gweld] [SECONDS] [ROUNDS]
set -euo pipefail
here=$(dirname "$(realpath "$0")")
gweld=$(realpath "${1:-$here/../../build/release/gweld}")
seconds=${2:-8}
rounds=${3:-3}
postgres=$here/../../tools/postgres.sh
systems=(gweld gweld-postgresql django directus)
declare -A port=([gweld]=8421 [gweld-postgresql]=8422 [django]=8423 [directus]=8424)
declare -A main=()
work=$(mktemp -d)
chmod 755 "$work"
cleanup() {
  for pid in "${main[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait || true
  for system in "${systems[@]}"; do "$postgres" stop "$work/pg-$system" || true; done
  rm -rf "$work"
}
trap cleanup EXIT
# shellcheck source=bench/peers/measuring.sh
. "$here/measuring.sh"

echo "machine: $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), load $(cut -d' ' -f1 /proc/loadavg)"
"$gweld" demo --data "$work/demo.gweld" >/dev/null
export COUNTY_TODAY COUNTY_SECRET
COUNTY_TODAY=$("$here/records.py" "$work/demo.gweld" "$work/records")
COUNTY_SECRET=$(head -c 48 /dev/urandom | base64 -w0)

database_for() { # database_for SYSTEM DATABASE -> its socket
  "$postgres" start "$work/pg-$1" >/dev/null
  createdb -h "$work/pg-$1" -U gweld "$2"
}

begin_gweld() {
  "$gweld" serve --demo --data "$2" --port "${port[$1]}" >"$work/$1.log" 2>&1 &
  main[$1]=$!
}

begin_django() {
  database_for django django
  "$here/load.sh" "$work/pg-django" django "$work/records"
  export COUNTY_SOCKET=$work/pg-django
  (cd "$here/django" && python=/usr/bin/python3 && $python manage.py migrate -v0 &&
    $python manage.py accounts "$work/records/account.csv" gweld-demo-county)
  # Two processes of four threads were the fastest of those tried on two cores; see README.md.
  gunicorn --chdir "$here/django" --bind "127.0.0.1:${port[django]}" --workers 2 --threads 4 \
    --worker-class gthread --log-level warning county.wsgi >"$work/django.log" 2>&1 &
  main[django]=$!
}

begin_directus() {
  database_for directus directus
  "$here/load.sh" "$work/pg-directus" directus "$work/records"
  "$here/directus/prepare.sh" "$work/pg-directus" "${port[directus]}" "$work/records" >"$work/prepared.log" 2>&1 ||
    { cat "$work/prepared.log" >&2; exit 1; }
  (cd "$here/directus" && . ./environment.sh "$work/pg-directus" "${port[directus]}" &&
    exec node serve.cjs 2 >"$work/directus.log" 2>&1) &
  main[directus]=$!
}

"$here/directus/install.sh"
begin_django
begin_directus
database_for gweld-postgresql county
on_postgresql="postgresql://gweld@/county?host=$work/pg-gweld-postgresql"
"$gweld" move --data "$work/demo.gweld" --to "$on_postgresql" >/dev/null
begin_gweld gweld-postgresql "$on_postgresql"
begin_gweld gweld "$work/demo.gweld"
for system in "${systems[@]}"; do until_it_answers "$system"; done

"$here/client.py" same "${port[gweld]}" "${port[django]}" "${port[directus]}"
"$here/client.py" families "${port[gweld]}" >"$work/all-families"
head -32 "$work/all-families" >"$work/families"
[ "$(wc -l <"$work/families")" = 32 ] || { echo "there are not 32 families" >&2; exit 1; }
IFS=$'\t' read -r worker child <"$work/families"

measure "a child's record" "$worker" "child/$child" "child/$child"
measure "a team's overdue list" rhian.ellis team team
measure "a year's measure by month" eleri.vaughan figures/cp.visit.seen-alone figures
visits_recorded
memory_of_all
