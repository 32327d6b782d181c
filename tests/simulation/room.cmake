target_sources(simulation_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/faults/failing_disk.cc
  ${folder}/browser.cc ${folder}/chance.cc ${folder}/checks.cc ${folder}/county.cc ${folder}/deeds.cc
  ${folder}/ledger.cc ${folder}/machine.cc ${folder}/person.cc ${folder}/server.cc ${folder}/world.cc)
target_link_libraries(simulation_tests PRIVATE gweld_web gweld_store PkgConfig::SQLITE)
set_target_properties(simulation_tests PROPERTIES UNITY_BUILD OFF)
gweld_usual_headers(simulation_tests)
