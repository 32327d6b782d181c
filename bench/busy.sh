#!/usr/bin/env bash
# How soon are the front-door board, the register of section 47 enquiries, a timeline and a chronology
# answered in a busy county, beside a static file of the same size from nginx? 32 connections kept
# alive, in one run on one machine. And: how long does the extract of a whole county take to read?
# Prints the machine, 99th percentiles, rates and ratios. Not a test.
#
#   bench/busy.sh [BUILD FOLDER] [SECONDS]     needs: wrk, nginx, curl, python3; ninja gweld busy_county
set -euo pipefail
here=$(dirname "$(realpath "$0")")
build=$(realpath "${1:-build/release}")
seconds=${2:-10}
gweld=$build/gweld
work=$(mktemp -d)
port=8393
static=8394
cleanup() {
  kill "${server:-}" "${writer:-}" 2>/dev/null || true
  [ -f "$work/nginx.pid" ] && kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

echo "machine: $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), load $(cut -d' ' -f1 /proc/loadavg)"

measure_import() {
  python3 "$here/county_extract.py" "$work/extract"
  /usr/bin/time -f "read and recorded in %e s (processor %U s), at most %M kB resident" \
    "$gweld" import ssd "$work/extract" --data "$work/county.gweld" --authority X00000002 >"$work/import.txt"
  head -1 "$work/import.txt"
  /usr/bin/time -f "read a second time in %e s, at most %M kB resident" \
    "$gweld" import ssd "$work/extract" --data "$work/county.gweld" >"$work/import.txt"
  head -1 "$work/import.txt"
}

sign_in() { # sign_in NAME -> cookie header in $cookie
  local jar="$work/$1.jar" token
  token=$(curl -s -c "$jar" "http://127.0.0.1:$port/sign-in" | grep -oP 'name="csrf" value="\K[^"]+' | head -1)
  curl -s -o /dev/null -b "$jar" -c "$jar" -d "csrf=$token" --data-urlencode "name=$1" \
    --data-urlencode "password=gweld-demo-county" "http://127.0.0.1:$port/sign-in"
  cookie=$(awk '/session/ {print $6 "=" $7}' "$jar")
}

asked() { # asked URL [COOKIE] -> "rate p50 p99"
  wrk -t1 -c32 -d"${seconds}s" --latency ${2:+-H "Cookie: $2"} "$1" >"$work/wrk.txt"
  grep -q 'Non-2xx' "$work/wrk.txt" && { echo "not every answer was good: $1" >&2; cat "$work/wrk.txt" >&2; exit 1; }
  awk '/50%/ {m=$2} /99%/ {p=$2} /Requests\/sec/ {r=$2} END {print r, m, p}' "$work/wrk.txt"
}

compare() { # compare NAME PATH COOKIE
  local size ours theirs
  curl -s -H "Cookie: $3" "http://127.0.0.1:$port$2" -o "$work/page.html"
  size=$(stat -c %s "$work/page.html")
  head -c "$size" "$work/page.html" >"$work/www/page.html"
  for round in 1 2 3; do
    read -r ours m p99 < <(asked "http://127.0.0.1:$port$2" "$3")
    read -r theirs ms p99_static < <(asked "http://127.0.0.1:$static/page.html")
    awk -v n="$1" -v s="$size" -v a="$ours" -v m="$m" -v p="$p99" -v b="$theirs" -v q="$p99_static" -v r="$round" \
      'BEGIN {printf "%s, %d bytes, round %d: %.0f/s p50 %s p99 %s; nginx static %.0f/s p99 %s; ratio 1/%.1f\n", n, s, r, a, m, p, b, q, b/a}'
  done
}

cat >"$work/nginx.conf" <<CONF
user root;
pid $work/nginx.pid;
error_log $work/error.log;
worker_processes 2;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path $work; proxy_temp_path $work; fastcgi_temp_path $work;
  uwsgi_temp_path $work; scgi_temp_path $work;
  sendfile on; keepalive_requests 1000000000; types { text/html html; }
  server { listen 127.0.0.1:$static; root $work/www; }
}
CONF
chmod 755 "$work"
mkdir -p "$work/www"

measure_import
/usr/bin/time -f "gweld demo in %e s, at most %M kB resident" "$gweld" demo --data "$work/demo.gweld" >"$work/demo.txt"
child=$("$build/bench/busy_county" "$work/demo.gweld" | tail -1)
nginx -c "$work/nginx.conf"
begun=$(date +%s%N)
"$gweld" serve --demo --data "$work/demo.gweld" --port $port >"$work/serve.txt" 2>&1 &
server=$!
until curl -so /dev/null "http://127.0.0.1:$port/health"; do :; done
echo "ready after $(( ($(date +%s%N) - begun) / 1000000 )) ms; resident memory then: $(awk '/VmRSS/ {print $2/1024 " MB"}' /proc/$server/status)"

sign_in eleri.vaughan
compare "front-door board" "/front-door" "$cookie"
compare "register of enquiries, five years" "/enquiries?over=five-years" "$cookie"
compare "a timeline of 2,000 visits" "/child/$child/timeline" "$cookie"
compare "a chronology of 2,000 events" "/child/$child/chronology" "$cookie"
echo "resident memory afterwards: $(awk '/VmRSS/ {print $2/1024 " MB"}' /proc/$server/status)"
