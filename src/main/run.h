// run.h - the command line from words to exit code: 0 done, 1 refused, 2 not understood.
#pragma once

namespace gweld::program {

int run(int argc, const char* const* argv);

} // namespace gweld::program
