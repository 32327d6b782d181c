#include "time/instant.h"

// Debian builds this library to read the system's zone files; the header must be told so, or the
// two disagree about the layout of a time zone.
#define USE_OS_TZDB 1
#define HAS_STRING_VIEW 1
#include <date/tz.h>

#include <charconv>
#include <memory>
#include <stdexcept>

namespace gweld::time {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

// NOT MODELLED: clock changes after 2037, because the zone files list them no further and this
// library does not read the rule at their end. Files that list none at all ("slim") would put every
// summer an hour out, so they are refused.
const date::time_zone& london() {
    static const date::time_zone* const zone = [] {
        const auto* found = date::locate_zone("Europe/London");
        const auto july_2037 = sys_seconds{std::chrono::sys_days{std::chrono::year{2037} / 7 / 1}};
        if (found->get_info(july_2037).offset != hours{1}) {
            throw std::runtime_error{"the zone files of this machine do not list the clock changes "
                                     "of Europe/London to 2037: install Debian's tzdata"};
        }
        return found;
    }();
    return *zone;
}

// Of a whole record nearly every moment lies in the same half-year as the one asked about before,
// and the zone's own search takes longer than all else that is done with a moment.
seconds offset_at(sys_seconds moment) {
    struct HalfYear {
        sys_seconds begin;
        sys_seconds end;
        seconds offset;
    };
    constinit thread_local HalfYear last{};
    if (moment < last.begin || moment >= last.end) {
        const auto found = london().get_info(moment);
        last = {found.begin, found.end, found.offset};
    }
    return last.offset;
}

WallTime wall_time_at(sys_seconds moment) {
    const auto local = moment.time_since_epoch() + offset_at(moment);
    const auto day_count = std::chrono::floor<days>(local);
    return {CivilDate{std::chrono::local_days{day_count}},
            std::chrono::floor<minutes>(local - day_count)};
}

sys_seconds moment_of(date::local_seconds local, const date::local_info& info) {
    switch (info.result) {
    case date::local_info::nonexistent:
        return info.first.end;
    case date::local_info::ambiguous: // the first of the two: still on summer time
    default:
        return sys_seconds{local.time_since_epoch() - info.first.offset};
    }
}

// Reads one value after another off the front of a text; a refused one stops it for good.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_{text} {}

    bool take(char c) {
        if (!rest_.starts_with(c)) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    // Exactly so many digits, of value at most `most`.
    std::optional<int> number(std::size_t digits, int most) {
        if (rest_.size() < digits || count_digits() < digits) {
            return std::nullopt;
        }
        int n = 0;
        const auto* begin = std::to_address(rest_.begin());
        std::from_chars(begin, begin + digits, n);
        rest_.remove_prefix(digits);
        return n <= most ? std::optional{n} : std::nullopt;
    }
    std::string_view digits() {
        const auto found = rest_.substr(0, count_digits());
        rest_.remove_prefix(found.size());
        return found;
    }
    bool done() const { return rest_.empty(); }

  private:
    std::size_t count_digits() const {
        const auto end = rest_.find_first_not_of("0123456789");
        return end == std::string_view::npos ? rest_.size() : end;
    }
    std::string_view rest_;
};

std::optional<seconds> time_of_day(Reader& in) {
    const auto h = in.number(2, 23);
    if (!h || !in.take(':')) {
        return std::nullopt;
    }
    const auto m = in.number(2, 59);
    if (!m || !in.take(':')) {
        return std::nullopt;
    }
    const auto s = in.number(2, 59);
    if (!s) {
        return std::nullopt;
    }
    return hours{*h} + minutes{*m} + seconds{*s};
}

std::optional<milliseconds> fraction(Reader& in) {
    if (!in.take('.')) {
        return milliseconds{0};
    }
    const auto digits = in.digits();
    if (digits.empty() || digits.size() > 9) {
        return std::nullopt;
    }
    int n = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        n = n * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    }
    return milliseconds{n};
}

std::optional<minutes> offset_from_utc(Reader& in) {
    if (in.take('Z')) {
        return minutes{0};
    }
    const int sign = in.take('+') ? 1 : (in.take('-') ? -1 : 0);
    const auto h = in.number(2, 23);
    if (sign == 0 || !h || !in.take(':')) {
        return std::nullopt;
    }
    const auto m = in.number(2, 59);
    if (!m) {
        return std::nullopt;
    }
    return sign * (hours{*h} + minutes{*m});
}

void digits_of(std::string& out, std::int64_t n, int width) {
    const auto text = std::to_string(n);
    out.append(static_cast<std::size_t>(width) - text.size(), '0').append(text);
}

} // namespace

CivilDate date_in_wales(Instant moment) { return wall_time_in_wales(moment).date; }

WallTime wall_time_in_wales(Instant moment) {
    return wall_time_at(std::chrono::floor<seconds>(moment));
}

Instant start_of_day_in_wales(CivilDate date) { return at_wall_time_in_wales(date, minutes{0}); }

Instant at_wall_time_in_wales(CivilDate date, minutes since_midnight) {
    const date::local_seconds local{seconds{days{date.day_number()}} + since_midnight};
    return moment_of(local, london().get_info(local));
}

std::string to_rfc3339(Instant moment) {
    const auto day_start = std::chrono::floor<days>(moment);
    const std::chrono::hh_mm_ss clock{moment - day_start};
    auto out = to_iso(CivilDate{std::chrono::local_days{day_start.time_since_epoch()}});
    out += 'T';
    digits_of(out, clock.hours().count(), 2);
    out += ':';
    digits_of(out, clock.minutes().count(), 2);
    out += ':';
    digits_of(out, clock.seconds().count(), 2);
    out += '.';
    digits_of(out, clock.subseconds().count(), 3);
    out += 'Z';
    return out;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    const auto date = parse_iso(text.substr(0, 10));
    if (!date) {
        return std::nullopt;
    }
    Reader in{text.substr(10)};
    if (!in.take('T')) {
        return std::nullopt;
    }
    const auto clock = time_of_day(in);
    const auto part = clock ? fraction(in) : std::nullopt;
    const auto offset = part ? offset_from_utc(in) : std::nullopt;
    if (!offset || !in.done()) {
        return std::nullopt;
    }
    return Instant{days{date->day_number()} + *clock + *part - *offset};
}

} // namespace gweld::time
