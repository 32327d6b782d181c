#!/usr/bin/env bash
# Lets libFuzzer look for bytes that break a reader: tools/fuzz.sh [--seconds N] [target...]
# What it finds lies in build/fuzz/found/; mended, it goes into tests/fuzz/corpus/TARGET.
set -u
cd "$(dirname "$0")/.." || exit 1
# shellcheck source=tools/setup.sh
source tools/setup.sh
seconds=60
[ "${1:-}" = --seconds ] && seconds=$2 && shift 2
command -v clang++-19 >/dev/null || install_packages "${packages_to_run[@]}" "${packages_to_test_long[@]}"
configure_and_build build/fuzz gweld_fuzz -- -DCMAKE_BUILD_TYPE=Debug -DGWELD_FUZZ=ON \
  -DCMAKE_CXX_COMPILER=clang++-19
all=("$@")
[ $# -gt 0 ] || mapfile -t all < <(ls tests/fuzz/corpus)
passed=0 failed=0
for target in "${all[@]}"; do
  mkdir -p "build/fuzz/corpus/$target" build/fuzz/found
  if GWELD_FUZZ_TARGET=$target build/fuzz/gweld_fuzz -max_total_time="$seconds" -timeout=10 \
    -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 -artifact_prefix="build/fuzz/found/$target-" \
    "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" >"build/fuzz/$target.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    tail -30 "build/fuzz/$target.log"
  fi
  echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$target.log") inputs"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
