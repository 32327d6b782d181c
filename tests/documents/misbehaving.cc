// A reader of documents that was taken over by the one it reads: limited as the real one is, it
// does what the first letter says. word_reader_test.cc.
#include "documents/limits.h"
#include "documents/word_wire.h"

#include <csignal>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

void say(const std::string& bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto written = ::write(STDOUT_FILENO, bytes.data() + at, bytes.size() - at);
        if (written <= 0) {
            ::_exit(1);
        }
        at += static_cast<std::size_t>(written);
    }
}

std::string well_read(const std::string& title) {
    gweld::documents::WordText word;
    word.title = title;
    return gweld::documents::to_wire(gweld::documents::WordRead{gweld::base::Ok{std::move(word)}});
}

void do_harm(char what) {
    switch (what) {
    case 'o':
        ::open("/etc/passwd", O_RDONLY);
        break;
    case 'w':
        ::open("/tmp/gweld-misbehaving", O_WRONLY | O_CREAT, 0600);
        break;
    case 's':
        ::socket(AF_INET, SOCK_STREAM, 0);
        break;
    case 'f':
        ::fork();
        break;
    case 'k':
        ::kill(::getppid(), SIGTERM);
        break;
    case 'x':
        ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        break;
    case 'm': {
        std::vector<std::string> all;
        while (true) {
            all.emplace_back(1U << 20U, 'm');
        }
    }
    case 'j':
        say("no document at all");
        ::_exit(0);
    case 'b':
        while (true) {
            say(std::string(1U << 20U, 'b'));
        }
    case 'e':
        say(well_read("said before it ended badly"));
        ::_exit(3);
    default:
        break;
    }
}

} // namespace

int main() {
    if (gweld::documents::limit_this_process() == gweld::documents::Limited::no) {
        return 1;
    }
    char what = 0;
    if (::read(STDIN_FILENO, &what, 1) != 1) {
        return 1;
    }
    do_harm(what);
    say(well_read(std::string(1, what)));
    ::_exit(0); // with the rest of its input unread
}
