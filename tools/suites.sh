# Sourced by ./test: the suites themselves.

sources() { git ls-files 'src/*.cc' 'src/*.h' 'tests/*.cc' 'tests/*.h' 'tools/*.cc' 'tools/*.h' 'bench/*.cc'; }

check_format() { sources | xargs clang-format-19 --dry-run --Werror; }

check_architecture() {
  python3 tests/architecture/floors.py && python3 tests/architecture/time_and_chance.py &&
    python3 tests/architecture/hazards.py
}

# one_program PROGRAM: its failures as it tells them, then "P passed, F failed"; a program that ends
# before its sum has failed as a whole.
one_program() {
  local log=build/$(basename "$1").log
  "$1" --gtest_brief=1 >"$log" 2>&1
  local status=$? ran passed
  ran=$(sed -n 's/^\[==========\] \([0-9]*\) tests* from .* ran\..*/\1/p' "$log")
  passed=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) tests*\.$/\1/p' "$log")
  if [ -z "$ran" ] || [ "$status" != 0 ]; then
    cat "$log"
    echo "$(basename "$1") ended with $status"
  fi
  local failed=$((${ran:-1} - ${passed:-0}))
  [ "$status" = 0 ] || [ "$failed" != 0 ] || failed=1
  echo "$(basename "$1"): ${passed:-0} passed, $failed failed"
}
export -f one_program
# Two at a time: two cores. The longest first.
run_units() { # run_units DIRECTORY
  ls -S "$1"/*_tests | sed "s|.*/demo_tests|0 &|; t; s|^|1 |" | sort -s -k1,1 | cut -d' ' -f2 |
    xargs -P2 -I{} bash -c 'one_program {}' >build/units.log
  grep -v ' passed, 0 failed$' build/units.log
  awk '/: [0-9]+ passed, [0-9]+ failed$/ {p += $(NF-3); f += $(NF-1)}
       END {printf "%d passed, %d failed\n", p, f}' build/units.log
}

run_commands() { python3 tests/commands/run.py "$gweld"; }

# The sum of several programs that each end with "P passed, F failed". One that ends without has failed.
sum_of() { # sum_of LOG PROGRAMS
  awk -v n="$2" '/^[0-9]+ passed, [0-9]+ failed$/ {p += $1; f += $3; n--}
                 END {if (n != 0) f++; printf "%d passed, %d failed\n", p, f}' "$1"
}

# The server killed, the power taken from its disk, and told to stop, while people record. And: with the
# keys of the forms forgotten, nothing flushed, or killed instead, the tests must see what that does.
run_faults() { # run_faults KILLS CUTS SEED
  local county=build/faults-county.gweld log=build/faults-suite.log
  rm -f "$county"*
  "$gweld" demo --data "$county" >/dev/null
  { python3 tests/faults/kills.py "$gweld" --data "$county" --kills "$1" --seed "$3"
    python3 tests/faults/kills.py "$gweld" --data "$county" --kills 5 --seed "$3" --keys forgotten
    python3 tests/faults/cuts.py "$gweld" --data "$county" --cuts "$2" --seed "$3"
    python3 tests/faults/cuts.py "$gweld" --data "$county" --cuts 10 --seed "$3" --flushing lies
    python3 tests/faults/stops.py "$gweld" --data "$county" --stops 10 --seed "$3"
    python3 tests/faults/stops.py "$gweld" --data "$county" --stops 3 --seed "$3" --signal KILL
  } 2>&1 | tee "$log" | grep -v ' passed, '
  rm -f "$county"*
  sum_of "$log" 6
}

run_browser() { QUICK=1 bash tests/browser/run.sh "$gweld"; }

# clang reads every file alone and without what g++ compiled in advance.
prepare_tidy() {
  cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_UNITY_BUILD=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON >build/tidy.log 2>&1 || { cat build/tidy.log; return 1; }
  # The templates' headers, which the checked build has made already.
  sed -i "s|$PWD/build/tidy/templates|$PWD/build/checked/templates|g" build/tidy/compile_commands.json
}
# Only our own code; system headers are not ours to mend. Two at a time: two cores.
# Not pdf_finish.cc: clang does not compile qpdf's JSON.hh with the library of g++ 12.
tidy() {
  prepare_tidy </dev/null || return 1
  { grep -v '^src/documents/pdf_finish\.cc$' || true; } |
    xargs -r -P2 -n4 clang-tidy-19 -p build/tidy --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-error
}
# The files of the last commits; ./test --long reads them all.
check_tidy() { git diff --name-only --diff-filter=d HEAD~10 -- 'src/*.cc' | tidy; }
