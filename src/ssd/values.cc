#include "ssd/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

namespace gweld::ssd {
namespace {

using base::Err;
using base::Ok;
using std::string;
using std::string_view;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr string_view no_break_space = "\xC2\xA0";
constexpr int first_year = 1900;
constexpr int last_year = 2199;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_one_of(string_view text, std::initializer_list<string_view> those) {
    return std::ranges::find(those, text) != those.end();
}

// Reads a moment from left to right. `valid` is about the calendar, the rest about the shape.
class MomentReader {
  public:
    explicit MomentReader(string_view text) : rest_{text} {}

    bool done() const { return rest_.empty(); }
    bool take(char c) {
        if (!rest_.starts_with(c)) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    void skip_spaces() {
        while (take(' ')) {
        }
    }
    std::optional<int> number(std::size_t fewest, std::size_t most) {
        std::size_t n = 0;
        while (n < rest_.size() && n <= most && is_digit(rest_[n])) {
            ++n;
        }
        if (n < fewest || n > most) {
            return std::nullopt;
        }
        int value = 0;
        std::from_chars(rest_.data(), rest_.data() + n, value);
        rest_.remove_prefix(n);
        return value;
    }
    std::optional<int> two_digits() { // whatever follows them
        if (rest_.size() < 2 || !is_digit(rest_[0]) || !is_digit(rest_[1])) {
            return std::nullopt;
        }
        const int value = (rest_[0] - '0') * 10 + (rest_[1] - '0');
        rest_.remove_prefix(2);
        return value;
    }
    std::optional<milliseconds> fraction() {
        if (!take('.') && !take(',')) {
            return milliseconds{0};
        }
        int value = 0;
        std::size_t n = 0;
        for (; n < rest_.size() && is_digit(rest_[n]); ++n) {
            value = n < 3 ? value * 10 + (rest_[n] - '0') : value;
        }
        if (n == 0 || n > 9) {
            return std::nullopt;
        }
        for (auto i = n; i < 3; ++i) {
            value *= 10;
        }
        rest_.remove_prefix(n);
        return milliseconds{value};
    }
    bool looks_like_iso() const { return rest_.size() > 4 && rest_[4] == '-'; }

  private:
    string_view rest_;
};

struct Ymd {
    int year;
    int month;
    int day;
};

std::optional<Ymd> iso_date(MomentReader& in) {
    const auto year = in.number(4, 4);
    if (!year || !in.take('-')) {
        return std::nullopt;
    }
    const auto month = in.number(2, 2);
    if (!month || !in.take('-')) {
        return std::nullopt;
    }
    const auto day = in.number(2, 2);
    return day ? std::optional{Ymd{*year, *month, *day}} : std::nullopt;
}

std::optional<Ymd> slash_date(MomentReader& in) {
    const auto day = in.number(1, 2);
    if (!day || !in.take('/')) {
        return std::nullopt;
    }
    const auto month = in.number(1, 2);
    if (!month || !in.take('/')) {
        return std::nullopt;
    }
    const auto year = in.number(4, 4);
    return year ? std::optional{Ymd{*year, *month, *day}} : std::nullopt;
}

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
    milliseconds part{0};
    bool exists() const { return hour < 24 && minute < 60 && second < 60; }
    milliseconds of_day() const { return hours{hour} + minutes{minute} + seconds{second} + part; }
};

std::optional<Clock> clock_of(MomentReader& in) {
    Clock clock;
    const auto hour = in.number(1, 2);
    if (!hour || !in.take(':')) {
        return std::nullopt;
    }
    const auto minute = in.number(2, 2);
    if (!minute) {
        return std::nullopt;
    }
    clock.hour = *hour;
    clock.minute = *minute;
    if (!in.take(':')) {
        return clock;
    }
    const auto second = in.number(2, 2);
    const auto part = second ? in.fraction() : std::nullopt;
    if (!part) {
        return std::nullopt;
    }
    clock.second = *second;
    clock.part = *part;
    return clock;
}

struct Zone {
    std::optional<minutes> offset; // none: the cell does not say
    bool good = true;
};

Zone zone_of(MomentReader& in) {
    in.skip_spaces();
    if (in.done()) {
        return {};
    }
    if (in.take('Z') || in.take('z')) {
        return {minutes{0}, true};
    }
    const int sign = in.take('+') ? 1 : (in.take('-') ? -1 : 0);
    const auto hour = sign == 0 ? std::nullopt : in.two_digits();
    if (!hour) {
        return {std::nullopt, false};
    }
    in.take(':');
    const auto minute = in.two_digits();
    constexpr int furthest = 14; // hours from UTC of any zone there is
    if (!minute || *hour > furthest || *minute > 59) {
        return {std::nullopt, false};
    }
    return {sign * (hours{*hour} + minutes{*minute}), true};
}

base::Result<time::CivilDate, Reason> date_of(const Ymd& ymd) {
    const std::chrono::year_month_day found{std::chrono::year{ymd.year},
                                            std::chrono::month{static_cast<unsigned>(ymd.month)},
                                            std::chrono::day{static_cast<unsigned>(ymd.day)}};
    if (!found.ok()) {
        return Err{Reason::no_such_date};
    }
    if (ymd.year < first_year || ymd.year > last_year) {
        return Err{Reason::year_not_believable};
    }
    return Ok{time::CivilDate{found}};
}

SourceMoment with_offset(time::CivilDate date, milliseconds of_day, minutes offset) {
    const time::Instant instant{days{date.day_number()} + of_day - offset};
    const auto wall = time::wall_time_in_wales(instant);
    const auto below_minutes = of_day - std::chrono::floor<minutes>(of_day);
    return {wall.date, wall.since_midnight + below_minutes, instant};
}

base::Result<SourceMoment, Reason> with_time(MomentReader& in, time::CivilDate date) {
    const auto clock = clock_of(in);
    const auto zone = clock ? zone_of(in) : Zone{std::nullopt, false};
    if (!clock || !zone.good || !in.done()) {
        return Err{Reason::not_a_date};
    }
    if (!clock->exists()) {
        return Err{Reason::no_such_date};
    }
    if (zone.offset) {
        return Ok{with_offset(date, clock->of_day(), *zone.offset)};
    }
    return Ok{SourceMoment{date, clock->of_day(), std::nullopt}};
}

} // namespace

string lower(string_view text) {
    string result{text};
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

string_view plain(string_view cell) {
    for (;;) {
        const auto before = cell.size();
        while (!cell.empty() && is_space(cell.front())) {
            cell.remove_prefix(1);
        }
        while (!cell.empty() && is_space(cell.back())) {
            cell.remove_suffix(1);
        }
        if (cell.starts_with(no_break_space)) {
            cell.remove_prefix(no_break_space.size());
        }
        if (cell.ends_with(no_break_space)) {
            cell.remove_suffix(no_break_space.size());
        }
        if (cell.size() == before) {
            return cell == "NULL" ? string_view{} : cell;
        }
    }
}

time::Instant SourceMoment::as_instant() const {
    if (instant) {
        return *instant;
    }
    const auto whole = std::chrono::floor<minutes>(of_day.value_or(milliseconds{0}));
    return time::at_wall_time_in_wales(date, whole) + (of_day.value_or(milliseconds{0}) - whole);
}

base::Result<SourceMoment, Reason> moment_in(string_view text) {
    MomentReader in{text};
    const auto ymd = in.looks_like_iso() ? iso_date(in) : slash_date(in);
    if (!ymd) {
        return Err{Reason::not_a_date};
    }
    const bool time_follows = in.take('T') || in.take('t') || in.take(' ');
    if (!time_follows && !in.done()) {
        return Err{Reason::not_a_date};
    }
    const auto date = date_of(*ymd);
    if (!date.ok()) {
        return Err{date.error()};
    }
    if (!time_follows) {
        return Ok{SourceMoment{date.value(), std::nullopt, std::nullopt}};
    }
    in.skip_spaces();
    return with_time(in, date.value());
}

std::optional<record::Answer> answer_in(string_view text) {
    const auto said = lower(text);
    if (said.empty()) {
        return record::Answer::not_recorded;
    }
    if (is_one_of(said, {"y", "yes", "1", "true"})) {
        return record::Answer::yes;
    }
    if (is_one_of(said, {"n", "no", "0", "false"})) {
        return record::Answer::no;
    }
    return std::nullopt;
}

std::optional<record::Sex> sex_in(string_view text) {
    const auto said = lower(text);
    if (is_one_of(said, {"f", "2", "female"})) {
        return record::Sex::female;
    }
    if (is_one_of(said, {"m", "1", "male"})) {
        return record::Sex::male;
    }
    if (is_one_of(said, {"", "u", "0", "9", "unknown", "not known"})) {
        return record::Sex::not_known;
    }
    return std::nullopt;
}

std::optional<record::Place> place_in(string_view text) {
    const auto said = lower(text);
    struct Named {
        string_view name;
        record::Place place;
    };
    using enum record::Place;
    for (const auto& [name, place] :
         {Named{"home", home}, Named{"school", school}, Named{"office", office},
          Named{"other", other}, Named{"", not_recorded}}) {
        if (said == name) {
            return place;
        }
    }
    return std::nullopt;
}

namespace {

std::optional<record::Category> category_in(string_view said) {
    if (is_one_of(said, {"neglect", "neg"})) {
        return record::Category::neglect;
    }
    if (is_one_of(said, {"physical abuse", "physical", "phy"})) {
        return record::Category::physical_abuse;
    }
    if (is_one_of(said, {"sexual abuse", "sexual", "sab"})) {
        return record::Category::sexual_abuse;
    }
    if (is_one_of(said,
                  {"emotional abuse", "emotional", "psychological abuse", "psychological",
                   "emotional/psychological abuse", "emotional or psychological abuse", "emo"})) {
        return record::Category::emotional_or_psychological_abuse;
    }
    if (is_one_of(said, {"financial abuse", "financial"})) {
        return record::Category::financial_abuse;
    }
    return std::nullopt;
}

string_view without_brackets(string_view text) {
    text = plain(text);
    if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
        text = plain(text.substr(1, text.size() - 2));
    }
    return text;
}

} // namespace

std::optional<Categories> categories_in(string_view text) {
    Categories found;
    const auto said = lower(text);
    auto rest = without_brackets(said);
    bool multiple = false;
    for (const string_view word : {"multiple", "mul"}) {
        if (rest == word || (rest.starts_with(word) && rest[word.size()] == ':')) {
            rest = without_brackets(rest.substr(std::min(word.size() + 1, rest.size())));
            multiple = true;
            break;
        }
    }
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(",;"), rest.size());
        const auto part = plain(rest.substr(0, end));
        rest = rest.substr(std::min(end + 1, rest.size()));
        const auto category = category_in(part);
        if (!category) {
            return std::nullopt;
        }
        found.listed.push_back(*category);
    }
    std::ranges::sort(found.listed);
    const auto repeated = std::ranges::unique(found.listed);
    found.listed.erase(repeated.begin(), repeated.end());
    found.multiple_without_list = multiple && found.listed.empty();
    return found;
}

record::AllocatedAs allocated_as(string_view role) {
    const auto said = lower(role);
    const auto says = [&](std::initializer_list<string_view> words) {
        return std::ranges::any_of(
            words, [&](string_view word) { return said.find(word) != string::npos; });
    };
    if (says({"co-worker", "co worker", "coworker", "co-alloc", "joint", "second", "assistant",
              "support", "student"})) {
        return record::AllocatedAs::co_worker;
    }
    if (said.empty() || is_one_of(said, {"cw", "kw", "sw", "asw"}) ||
        says({"allocated", "key worker", "keyworker", "case worker", "caseworker", "lead",
              "social worker"})) {
        return record::AllocatedAs::allocated_worker;
    }
    return record::AllocatedAs::other;
}

record::AddressKind address_kind(string_view type) {
    const auto said = lower(type);
    if (said.starts_with("placement")) {
        return record::AddressKind::placement;
    }
    for (const string_view home : {"home", "primary", "main", "permanent"}) {
        if (said.starts_with(home)) {
            return record::AddressKind::home;
        }
    }
    return record::AddressKind::other;
}

Postcode postcode_in(string_view text) {
    string letters;
    for (const char c : text) {
        if (!is_space(c)) {
            letters += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    // A9 9AA, A99 9AA, AA9 9AA, AA99 9AA, A9A 9AA, AA9A 9AA: one or two letters, a digit, perhaps a
    // digit or letter, then a digit and two letters.
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    constexpr std::size_t inward = 3;
    if (letters.size() < 5 || letters.size() > 7) {
        return {string{text}, text.empty()};
    }
    const auto out = string_view{letters}.substr(0, letters.size() - inward);
    const auto in = string_view{letters}.substr(letters.size() - inward);
    const std::size_t area = is_letter(out[1]) ? 2 : 1;
    const bool outward_good =
        is_letter(out[0]) && out.size() > area && out.size() <= area + 2 && is_digit(out[area]) &&
        (out.size() == area + 1 || is_digit(out[area + 1]) || is_letter(out[area + 1]));
    if (!outward_good || !is_digit(in[0]) || !is_letter(in[1]) || !is_letter(in[2])) {
        return {string{text}, false};
    }
    return {string{out} + " " + string{in}, true};
}

} // namespace gweld::ssd
