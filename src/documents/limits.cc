#include "documents/limits.h"

#include <array>
#include <memory>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace gweld::documents {

namespace {

bool at_most(__rlimit_resource what, rlim_t most) {
    const rlimit limit{most, most};
    return setrlimit(what, &limit) == 0;
}

// What reading, taking memory and ending ask of the system; nothing that names a file or another
// process, and no memory that can be run.
bool nothing_else_is_asked() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter{
        seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release};
    if (!filter) {
        return false;
    }
    constexpr std::array allowed{SCMP_SYS(read),    SCMP_SYS(write),      SCMP_SYS(close),
                                 SCMP_SYS(brk),     SCMP_SYS(munmap),     SCMP_SYS(mremap),
                                 SCMP_SYS(madvise), SCMP_SYS(exit_group), SCMP_SYS(futex)};
    for (const int call : allowed) {
        if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0) {
            return false;
        }
    }
    constexpr scmp_datum_t may_run = 4; // PROT_EXEC
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        if (seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, may_run, 0)) != 0) {
            return false;
        }
    }
    return seccomp_load(filter.get()) == 0;
}

} // namespace

Limited limit_this_process() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return Limited::yes;
#else
    ::alarm(static_cast<unsigned>(longest_wait.count())); // by the wall, and nothing may put it off
    const bool held = at_most(RLIMIT_CORE, 0) && at_most(RLIMIT_FSIZE, 0) &&
                      at_most(RLIMIT_DATA, most_memory) &&
                      at_most(RLIMIT_CPU, static_cast<rlim_t>(most_processor_time.count())) &&
                      prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
                      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && nothing_else_is_asked();
    return held ? Limited::yes : Limited::no;
#endif
}

} // namespace gweld::documents
