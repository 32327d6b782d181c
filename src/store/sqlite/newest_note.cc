#include "store/sqlite/newest_note.h"

#include "record/digest.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gweld::store::sqlite {

namespace {

using record::Hash;

constexpr const char* suffix = "-newest";
constexpr std::size_t hash_length = std::tuple_size_v<Hash>;
constexpr std::size_t note_length = 3 * hash_length + 2 * sizeof(std::int64_t) + hash_length;
using NoteBytes = std::array<std::uint8_t, note_length>;

Hash sum_of(const Newest& newest) {
    return record::Digest{"gweld newest 1"}
        .bytes(newest.first)
        .number(newest.entry)
        .bytes(newest.entry_hash)
        .number(newest.look)
        .bytes(newest.look_hash)
        .finish();
}

// put(value) or take(value) for every part in order; the byte order is this machine's, which is
// where the note stays.
template <class Value> void put(std::uint8_t*& at, const Value& value) {
    std::memcpy(at, &value, sizeof value);
    at += sizeof value;
}
template <class Value> void take(const std::uint8_t*& at, Value& value) {
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
}

} // namespace

std::optional<Newest> noted_newest(const std::string& record) {
    const int descriptor = ::open((record + suffix).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return std::nullopt;
    }
    NoteBytes bytes{};
    const auto got = ::pread(descriptor, bytes.data(), bytes.size(), 0);
    ::close(descriptor);
    if (got != static_cast<ssize_t>(bytes.size())) {
        return std::nullopt;
    }
    Newest newest;
    Hash sum{};
    const std::uint8_t* at = bytes.data();
    take(at, newest.first);
    take(at, newest.entry);
    take(at, newest.entry_hash);
    take(at, newest.look);
    take(at, newest.look_hash);
    take(at, sum);
    return sum == sum_of(newest) ? std::optional{newest} : std::nullopt;
}

NewestNote::NewestNote(const std::string& record)
    : descriptor_{
          ::open((record + suffix).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)} {}

NewestNote::~NewestNote() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

void NewestNote::write(const Newest& newest) const {
    NoteBytes bytes{};
    std::uint8_t* at = bytes.data();
    put(at, newest.first);
    put(at, newest.entry);
    put(at, newest.entry_hash);
    put(at, newest.look);
    put(at, newest.look_hash);
    put(at, sum_of(newest));
    if (descriptor_ >= 0) {
        static_cast<void>(::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == 0);
    }
}

} // namespace gweld::store::sqlite
