#include "store/sqlite/log_damage.h"

#include "store/sqlite/on_disk.h"

#include <vector>

namespace gweld::store::sqlite {

namespace {

// https://www.sqlite.org/fileformat2.html#the_write_ahead_log
constexpr std::size_t head_size = 32;
constexpr std::size_t frame_head_size = 24;
constexpr std::uint32_t magic_of_little_sums = 0x377f0682;
constexpr std::uint32_t magic_of_big_sums = 0x377f0683;

using Bytes = std::vector<std::uint8_t>;

std::uint32_t big(const Bytes& bytes, std::size_t at) {
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U |
           std::uint32_t{bytes[at + 2]} << 8U | std::uint32_t{bytes[at + 3]};
}

std::uint32_t little(const Bytes& bytes, std::size_t at) {
    return std::uint32_t{bytes[at + 3]} << 24U | std::uint32_t{bytes[at + 2]} << 16U |
           std::uint32_t{bytes[at + 1]} << 8U | std::uint32_t{bytes[at]};
}

// The running checksum of a log: every frame's covers all before it.
class Sum {
  public:
    explicit Sum(bool words_are_big) : words_are_big_{words_are_big} {}
    void add(const Bytes& bytes, std::size_t from, std::size_t until) {
        for (std::size_t at = from; at < until; at += 8) {
            first_ += word(bytes, at) + second_;
            second_ += word(bytes, at + 4) + first_;
        }
    }
    bool is(const Bytes& bytes, std::size_t at) const {
        return big(bytes, at) == first_ && big(bytes, at + 4) == second_;
    }

  private:
    std::uint32_t word(const Bytes& bytes, std::size_t at) const {
        return words_are_big_ ? big(bytes, at) : little(bytes, at);
    }
    bool words_are_big_;
    std::uint32_t first_ = 0;
    std::uint32_t second_ = 0;
};

std::optional<Sum> sum_of_head(const Bytes& head) {
    const auto magic = big(head, 0);
    if (magic != magic_of_little_sums && magic != magic_of_big_sums) {
        return std::nullopt;
    }
    Sum sum{magic == magic_of_big_sums};
    sum.add(head, 0, 24);
    return sum.is(head, 24) ? std::optional{sum} : std::nullopt;
}

} // namespace

std::optional<LogDamage> damage_in_log(const std::string& record) {
    if (!is_there(record + "-wal")) {
        return std::nullopt;
    }
    const auto file = OpenFile::to_read(record + "-wal");
    Bytes head(head_size);
    if (file.read_at(0, head.data(), head_size) < head_size ||
        file.size() == static_cast<std::int64_t>(head_size)) {
        return std::nullopt;
    }
    // It lies in one sector and is flushed before the first frame: no power cut makes it like this.
    auto sum = sum_of_head(head);
    if (!sum) {
        return LogDamage{0, 0};
    }
    Bytes frame(frame_head_size + big(head, 8));
    LogDamage damage;
    bool another_behind = false;
    for (std::int64_t number = 1;; ++number) {
        const auto place = static_cast<std::int64_t>(head_size) +
                           (number - 1) * static_cast<std::int64_t>(frame.size());
        if (file.read_at(place, frame.data(), frame.size()) < frame.size()) {
            break;
        }
        const bool is_of_this_log =
            big(frame, 8) == big(head, 16) && big(frame, 12) == big(head, 20);
        const bool ends_transaction = big(frame, 4) != 0;
        if (damage.frame != 0) {
            another_behind = another_behind || (is_of_this_log && damage.commits > 0);
            damage.commits += is_of_this_log && ends_transaction ? 1 : 0;
            continue;
        }
        sum->add(frame, 0, 8);
        sum->add(frame, frame_head_size, frame.size());
        if (!is_of_this_log || !sum->is(frame, 16)) {
            damage.frame = number;
            damage.commits = ends_transaction ? 1 : 0;
        }
    }
    return another_behind ? std::optional{damage} : std::nullopt;
}

} // namespace gweld::store::sqlite
