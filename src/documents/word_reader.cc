#include "documents/word_reader.h"

#include "base/descriptor.h"
#include "documents/limits.h"
#include "documents/word_wire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace gweld::documents {

namespace {

constexpr std::size_t most_told = 64U << 20U;
constexpr std::size_t at_once = 1U << 16U;

struct Pipe {
    base::Descriptor out{-1}; // read from
    base::Descriptor in{-1};  // written to
    bool open() {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            return false;
        }
        out.take(ends[0]);
        in.take(ends[1]);
        return true;
    }
};

// Ended and waited for at the latest when this goes.
class Child {
  public:
    explicit Child(pid_t id) : id_{id} {}
    ~Child() {
        if (id_ > 0) {
            kill(id_, SIGKILL);
            wait();
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    bool ended_well() { return wait() && WIFEXITED(status_) && WEXITSTATUS(status_) == 0; }

  private:
    bool wait() {
        const auto id = std::exchange(id_, -1);
        pid_t ended = 0;
        do {
            ended = waitpid(id, &status_, 0);
        } while (ended < 0 && errno == EINTR);
        return ended == id;
    }
    pid_t id_;
    int status_ = 0;
};

std::optional<pid_t> start(const std::string& program, const Pipe& to, const Pipe& from) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, to.out.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, from.in.number(), STDOUT_FILENO);
    // Whatever else this server has open, and its environment, is nothing to a stranger's file.
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    std::string name = program;
    std::string argument = reads_word;
    const std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
    const std::array<char*, 1> environment{nullptr};
    pid_t id = 0;
    const int failed =
        posix_spawn(&id, program.c_str(), &files, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&files);
    return failed == 0 ? std::optional{id} : std::nullopt;
}

// Both ways at once: a child that answers before it has read all must not wait for us, nor we for
// it. It ends by itself when its time is up (limits.h). None: more than any document says.
std::optional<std::string> exchange(std::string_view bytes, Pipe& to, Pipe& from) {
    std::string told;
    std::array<char, at_once> piece{};
    fcntl(to.in.number(), F_SETFL, O_NONBLOCK);
    while (told.size() <= most_told) {
        if (bytes.empty()) {
            to.in.close();
        }
        std::array<pollfd, 2> ends{
            pollfd{from.out.number(), POLLIN, 0},
            pollfd{bytes.empty() ? -1 : to.in.number(), POLLOUT, 0},
        };
        if (poll(ends.data(), ends.size(), -1) < 0) {
            return std::nullopt;
        }
        if (ends[1].revents != 0) {
            const auto written =
                ::write(to.in.number(), bytes.data(), std::min(bytes.size(), at_once));
            bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
            if (written < 0 && errno != EAGAIN) {
                bytes = {}; // it reads no more; what it says is still read
            }
        }
        if (ends[0].revents != 0) {
            const auto read = ::read(from.out.number(), piece.data(), piece.size());
            if (read <= 0) {
                return told;
            }
            told.append(piece.data(), static_cast<std::size_t>(read));
        }
    }
    return std::nullopt;
}

base::Result<WordText, Unread> read_in_child(const std::string& program, std::string_view bytes) {
    Pipe to;
    Pipe from;
    if (!to.open() || !from.open()) {
        return base::Err{Unread::gave_up};
    }
    const auto id = start(program, to, from);
    if (!id) {
        return base::Err{Unread::gave_up};
    }
    Child child{*id};
    to.out.close();
    from.in.close();
    const auto told = exchange(bytes, to, from);
    if (!told || !child.ended_well()) {
        return base::Err{Unread::gave_up};
    }
    auto read = from_wire(*told);
    return read ? std::move(*read) : WordRead{base::Err{Unread::gave_up}};
}

} // namespace

WordReader word_reader_in(std::string program) {
    // A child that ends early must not end us.
    static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
    return [program = std::move(program)](std::string_view bytes) {
        return read_in_child(program, bytes);
    };
}

int be_word_reader() {
    // libzip asks for the local time of each part, which would open the file of the time zone.
    ::setenv("TZ", "UTC0", 1);
    ::tzset();
    if (limit_this_process() == Limited::no) {
        return 1;
    }
    std::string bytes;
    std::array<char, at_once> piece{};
    for (auto got = ::read(STDIN_FILENO, piece.data(), piece.size()); got != 0;
         got = ::read(STDIN_FILENO, piece.data(), piece.size())) {
        if (got < 0) {
            return 1;
        }
        bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
    const auto said = to_wire(read_docx(bytes));
    for (std::string_view left = said; !left.empty();) {
        const auto written = ::write(STDOUT_FILENO, left.data(), left.size());
        if (written <= 0) {
            return 1;
        }
        left.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

} // namespace gweld::documents
