#include "audit/folder.h"

#include "base/descriptor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>

namespace gweld::audit {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".checkpoints";
constexpr ::mode_t owner_and_group = 0640;
constexpr std::string_view between = "\n\n"; // ends every note, so that a torn one is known

// The oldest month first: the names sort so.
base::Result<std::vector<std::string>, std::string> months_in(const std::string& folder) {
    std::error_code fault;
    std::vector<std::string> names;
    for (fs::directory_iterator at{folder, fault}, end; !fault && at != end; at.increment(fault)) {
        if (auto name = at->path().filename().string(); name.ends_with(ending)) {
            names.push_back(std::move(name));
        }
    }
    if (fault) {
        return base::Err{fault.message()};
    }
    std::ranges::sort(names);
    return base::Ok{std::move(names)};
}

// The end of the last note that is whole.
std::size_t whole_length(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const auto signature = text.rfind("\n\u2014 ");
    const auto end =
        signature == std::string_view::npos ? signature : text.find(between, signature);
    if (end != std::string_view::npos) {
        return end + between.size();
    }
    // The last signature was not finished: what is before its text ended with one that was.
    const auto before = signature == std::string_view::npos
                            ? signature
                            : text.substr(0, signature).rfind("\n\u2014 ");
    const auto last = before == std::string_view::npos ? before : text.find(between, before);
    return last == std::string_view::npos ? 0 : last + between.size();
}

// One note, with the two line ends behind it, from the front of a text.
std::string_view first_note(std::string_view text) {
    const auto blank = text.find(between);
    if (blank == std::string_view::npos) {
        return text;
    }
    const auto end = text.find(between, blank + between.size());
    return end == std::string_view::npos ? text : text.substr(0, end + between.size());
}

void take_notes(std::string_view text, const std::string& file, Kept& kept) {
    std::int64_t line = 1;
    while (!text.empty()) {
        const auto whole = first_note(text);
        const Place place{file, line};
        // Without the empty line behind it, which belongs to the file.
        auto note =
            whole.ends_with(between) ? note_from(whole.substr(0, whole.size() - 1)) : std::nullopt;
        auto says = note ? checkpoint_from(note->text) : std::nullopt;
        if (says) {
            kept.checkpoints.push_back({place, std::move(*note), std::move(*says)});
        } else {
            kept.unreadable.push_back(place);
        }
        line += std::ranges::count(whole, '\n');
        text.remove_prefix(whole.size());
    }
}

std::optional<std::string> text_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    return file.bad() || !file.is_open() ? std::nullopt : std::optional{std::move(text)};
}

enum class Last { no, yes };
bool take_file(const std::string& folder, const std::string& name, Last last, Kept& kept) {
    const auto text = text_of(folder + "/" + name);
    if (!text) {
        return false;
    }
    const auto whole = last == Last::yes ? whole_length(*text) : text->size();
    take_notes(std::string_view{*text}.substr(0, whole), name, kept);
    if (whole < text->size()) {
        kept.unfinished =
            Place{name, 1 + std::count(text->begin(),
                                       text->begin() + static_cast<std::ptrdiff_t>(whole), '\n')};
    }
    return true;
}

std::string month_name(Instant at) {
    return time::to_rfc3339(at).substr(0, std::string_view{"2026-11"}.size()) + std::string{ending};
}

std::string system_says() { return std::strerror(errno); }

} // namespace

base::Result<Kept, std::string> read_checkpoints(const std::string& folder) {
    const auto months = months_in(folder);
    if (!months.ok()) {
        return base::Err{months.error()};
    }
    Kept kept;
    for (const auto& name : months.value()) {
        const auto last = name == months.value().back() ? Last::yes : Last::no;
        if (!take_file(folder, name, last, kept)) {
            return base::Err{name + ": " + system_says()};
        }
    }
    return base::Ok{std::move(kept)};
}

base::Result<Kept, std::string> read_newest(const std::string& folder, std::string_view authority) {
    const auto months = months_in(folder);
    if (!months.ok()) {
        return base::Err{months.error()};
    }
    Kept newest;
    std::set<std::string> wanted;
    for (const auto log : both_logs) {
        wanted.insert(origin_of(authority, log));
    }
    for (auto name = months.value().rbegin(); name != months.value().rend() && !wanted.empty();
         ++name) {
        Kept month;
        const auto last = name == months.value().rbegin() ? Last::yes : Last::no;
        if (!take_file(folder, *name, last, month)) {
            return base::Err{*name + ": " + system_says()};
        }
        newest.unreadable.insert(newest.unreadable.end(), month.unreadable.begin(),
                                 month.unreadable.end());
        newest.unfinished = newest.unfinished ? newest.unfinished : month.unfinished;
        for (auto one = month.checkpoints.rbegin(); one != month.checkpoints.rend(); ++one) {
            if (wanted.erase(one->says.origin) == 1) {
                newest.checkpoints.push_back(std::move(*one));
            }
        }
    }
    return base::Ok{std::move(newest)};
}

FolderWriter::FolderWriter(const std::string& folder) : folder_{folder} {
    std::error_code fault;
    fs::create_directories(folder, fault);
    lock_ = ::open((folder + "/.signer").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_and_group);
    if (lock_ < 0 || ::flock(lock_, LOCK_EX) != 0) {
        fault_ = system_says();
    }
}

FolderWriter::~FolderWriter() {
    if (lock_ >= 0) {
        ::close(lock_);
    }
}

std::string FolderWriter::add(const std::string& note, Instant at) {
    const auto path = folder_ + "/" + month_name(at);
    const base::Descriptor file{
        ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, owner_and_group)};
    const auto there = file.number() < 0 ? std::nullopt : text_of(path);
    if (!there) {
        return path + ": " + system_says();
    }
    const auto whole = whole_length(*there);
    if (whole < there->size() && ::ftruncate(file.number(), static_cast<::off_t>(whole)) != 0) {
        return path + ": " + system_says();
    }
    if (!base::write_whole(file.number(), note + "\n")) {
        return path + ": " + system_says();
    }
    const base::Descriptor folder{::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    return ::fsync(folder.number()) == 0 ? std::string{} : folder_ + ": " + system_says();
}

} // namespace gweld::audit
