#!/usr/bin/env bash
# How fast are a child's record (access decided and logged durably) and my team, beside a static file
# of the same size from nginx, in one run on one machine? Prints the machine, rates, 99th percentiles
# and the ratios. Not a test.
#
#   bench/pages.sh [PATH/TO/gweld] [SECONDS]       needs: wrk, nginx, curl (apt-get install)
set -euo pipefail
gweld=$(realpath "${1:-build/release/gweld}")
seconds=${2:-10}
work=$(mktemp -d)
port=8391
static=8392
cleanup() {
  kill "${server:-}" 2>/dev/null || true
  [ -f "$work/nginx.pid" ] && kill "$(cat "$work/nginx.pid")" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

echo "machine: $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), load $(cut -d' ' -f1 /proc/loadavg)"
"$gweld" demo --data "$work/demo.gweld" >"$work/demo.txt"
"$gweld" serve --demo --data "$work/demo.gweld" --port $port >"$work/serve.txt" 2>&1 &
server=$!
for _ in $(seq 100); do curl -so /dev/null "http://127.0.0.1:$port/sign-in" && break; sleep 0.05; done

sign_in() { # sign_in NAME -> cookie header in $cookie
  local jar="$work/$1.jar" token
  token=$(curl -s -c "$jar" "http://127.0.0.1:$port/sign-in" | grep -oP 'name="csrf" value="\K[^"]+' | head -1)
  curl -s -o /dev/null -b "$jar" -c "$jar" -d "csrf=$token" --data-urlencode "name=$1" \
    --data-urlencode "password=gweld-demo-county" "http://127.0.0.1:$port/sign-in"
  cookie=$(awk '/session/ {print $6 "=" $7}' "$jar")
}

rate_of() { # rate_of URL [COOKIE] -> "rate p99"
  wrk -t1 -c64 -d"${seconds}s" --latency ${2:+-H "Cookie: $2"} "$1" >"$work/wrk.txt"
  grep -q 'Non-2xx' "$work/wrk.txt" && { echo "not every answer was good: $1" >&2; cat "$work/wrk.txt" >&2; exit 1; }
  awk '/99%/ {p=$2} /Requests\/sec/ {r=$2} END {print r, p}' "$work/wrk.txt"
}

compare() { # compare NAME PATH COOKIE
  local size file line ours theirs
  curl -s -H "Cookie: $3" "http://127.0.0.1:$port$2" -o "$work/page.html"
  size=$(stat -c %s "$work/page.html")
  mkdir -p "$work/www"
  head -c "$size" "$work/page.html" >"$work/www/page.html"
  for round in 1 2 3; do
    read -r ours p99 < <(rate_of "http://127.0.0.1:$port$2" "$3")
    read -r theirs p99_static < <(rate_of "http://127.0.0.1:$static/page.html")
    awk -v n="$1" -v s="$size" -v a="$ours" -v p="$p99" -v b="$theirs" -v q="$p99_static" -v r="$round" \
      'BEGIN {printf "%s, %d bytes, round %d: %.0f/s p99 %s; nginx static %.0f/s p99 %s; ratio 1/%.1f\n", n, s, r, a, p, b, q, b/a}'
  done
}

cat >"$work/nginx.conf" <<CONF
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
sed -i "1i user root;" "$work/nginx.conf"
nginx -c "$work/nginx.conf"

sign_in catrin.hughes
child=$(curl -s -H "Cookie: $cookie" "http://127.0.0.1:$port/work" | grep -oP 'href="\K/child/[0-9a-f-]+(?=")' | head -1)
compare "a child's record" "$child" "$cookie"
sign_in rhian.ellis
compare "my team" "/team" "$cookie"
echo "resident memory afterwards: $(awk '/VmRSS/ {print $2/1024 " MB"}' /proc/$server/status)"

kill -TERM $server; wait $server || true
begun=$(date +%s%N)
"$gweld" serve --demo --data "$work/demo.gweld" --port $port >"$work/serve.txt" 2>&1 &
server=$!
until curl -so /dev/null "http://127.0.0.1:$port/health"; do :; done
echo "ready after $(( ($(date +%s%N) - begun) / 1000000 )) ms; resident memory then: $(awk '/VmRSS/ {print $2/1024 " MB"}' /proc/$server/status)"
