# Sourced by ./test: the suites themselves.

sources() { git ls-files 'src/*.cc' 'src/*.h' 'tests/*.cc' 'tests/*.h' 'tools/*.cc' 'tools/*.h' 'bench/*.cc'; }

check_format() { sources | xargs clang-format-19 --dry-run --Werror; }

check_architecture() { python3 tests/architecture/floors.py; }

run_ctest() {
  local log=build/ctest.log
  ctest --test-dir build/checked -j2 --output-on-failure >"$log" 2>&1
  grep -vE '^ *(Start|[0-9]+/[0-9]+ Test +#[0-9]+:.* Passed )' "$log"
  # "98% tests passed, 3 tests failed out of 215"
  awk '/tests failed out of/ {f=$4; t=$NF; printf "%d passed, %d failed\n", t-f, f}' "$log"
}

run_commands() { python3 tests/commands/run.py "$gweld"; }

run_browser() { QUICK=1 bash tests/browser/run.sh "$gweld"; }

# Only our own code; system headers are not ours to mend. Two at a time: two cores.
tidy() {
  xargs -r -P2 -n4 clang-tidy-19 -p build/checked --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-error
}
# The files of the last commits; ./test --long reads them all.
check_tidy() { git diff --name-only --diff-filter=d HEAD~10 -- 'src/*.cc' | tidy; }
