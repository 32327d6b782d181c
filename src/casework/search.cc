#include "casework/search.h"

#include "people/names.h"
#include "record/run_together.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace gweld::casework {

namespace {

constexpr std::size_t most_shown = 50;
constexpr std::size_t most_matched = 400;

std::vector<std::string_view> pieces(std::string_view text) {
    std::vector<std::string_view> all;
    std::size_t i = 0;
    while (i < text.size()) {
        const auto start = text.find_first_not_of(" /.-", i);
        if (start == std::string_view::npos) {
            break;
        }
        const auto stop = std::min(text.find_first_of(" /.-", start), text.size());
        all.push_back(text.substr(start, stop - start));
        i = stop;
    }
    return all;
}

std::optional<int> number(std::string_view text) {
    int n = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, n);
    return problem == std::errc{} && stopped == end ? std::optional{n} : std::nullopt;
}

// "3", "03", "March", "mar", "Mawrth", "maw": a month as people write it; none: no month.
std::optional<int> month_typed(std::string_view typed) {
    if (const auto n = number(typed)) {
        return *n >= 1 && *n <= 12 ? n : std::nullopt;
    }
    using Names = std::array<std::string_view, 12>;
    static constexpr Names english{"january",   "february", "march",    "april",
                                   "may",       "june",     "july",     "august",
                                   "september", "october",  "november", "december"};
    static constexpr Names welsh{"ionawr", "chwefror", "mawrth",     "ebrill",
                                 "mai",    "mehefin",  "gorffennaf", "awst",
                                 "medi",   "hydref",   "tachwedd",   "rhagfyr"};
    std::string lower;
    std::ranges::transform(typed, std::back_inserter(lower), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    for (const auto* names : {&english, &welsh}) {
        for (std::size_t i = 0; i < names->size(); ++i) {
            if (lower.size() >= 3 && (*names)[i].starts_with(lower)) {
                return static_cast<int>(i) + 1;
            }
        }
    }
    return std::nullopt;
}

std::optional<CivilDate> date_typed(std::string_view typed) {
    if (const auto iso = time::parse_iso(typed)) {
        return iso;
    }
    const auto parts = pieces(typed);
    if (parts.size() != 3 || parts[2].size() != 4) {
        return std::nullopt;
    }
    const auto d = number(parts[0]);
    const auto m = month_typed(parts[1]);
    const auto y = number(parts[2]);
    if (!d || !m || !y || *d < 1 || *d > 31) {
        return std::nullopt;
    }
    const auto ymd = std::chrono::year{*y} / *m / *d;
    return ymd.ok() ? std::optional{CivilDate{ymd}} : std::nullopt;
}

// 31/2/2018: three numbers and no day of the calendar.
bool is_no_day(std::string_view typed) {
    const auto parts = pieces(typed);
    return parts.size() == 3 && parts[2].size() == 4 && number(parts[0]) && number(parts[1]) &&
           number(parts[2]) && !date_typed(typed);
}

std::string without_spaces(std::string_view typed) {
    std::string out;
    std::ranges::copy_if(typed, std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

bool has_digit(std::string_view typed) {
    return std::ranges::any_of(typed, [](char c) { return c >= '0' && c <= '9'; });
}

// Before an address narrows them: a common name is why the address was typed.
constexpr std::size_t everybody_so_named = 20'000;

std::vector<record::PersonRow> named(const record::Reading& reading, std::string_view typed,
                                     std::size_t most = most_matched) {
    const auto prefixes = people::search_prefixes(typed);
    return prefixes.empty() ? std::vector<record::PersonRow>{}
                            : reading.people_named(prefixes, most);
}

// "Ffion 11/03/2018", "Ffion Davies 11 March 2018": a name and then the date of birth.
struct NameAndBirth {
    std::string_view name;
    CivilDate born;
};
std::optional<NameAndBirth> name_and_birth(std::string_view typed) {
    for (std::size_t at = typed.find(' '); at != std::string_view::npos;
         at = typed.find(' ', at + 1)) {
        if (const auto born = date_typed(typed.substr(at + 1))) {
            return NameAndBirth{typed.substr(0, at), *born};
        }
    }
    return std::nullopt;
}

// Who lives there today.
std::vector<record::PersonRow> living_at(const record::Reading& reading, std::string_view typed,
                                         CivilDate today) {
    constexpr std::size_t shortest = 4; // "Ty" is part of every other address
    std::vector<record::PersonRow> rows;
    std::set<Uuid> known;
    const std::int64_t n = today.day_number();
    if (typed.size() < shortest) {
        return rows;
    }
    for (const auto& address : reading.addresses_like(typed, most_matched)) {
        const bool now = address.from_day <= n && (!address.until_day || n < *address.until_day);
        auto person = now && known.insert(address.person).second ? reading.person(address.person)
                                                                 : std::nullopt;
        if (person) {
            rows.push_back(std::move(*person));
        }
    }
    return rows;
}

std::vector<record::PersonRow> named_or_numbered(const record::Reading& reading,
                                                 std::string_view typed) {
    if (const auto born = date_typed(typed)) {
        return reading.people_born(born->day_number());
    }
    if (const auto both = name_and_birth(typed)) {
        auto rows = named(reading, both->name);
        // By any record of theirs: two that are one person's may have differed.
        const auto born = reading.people_born(both->born.day_number());
        std::erase_if(rows, [&](const auto& row) {
            return std::ranges::find(born, row.person, &record::PersonRow::person) == born.end();
        });
        return rows;
    }
    if (has_digit(typed)) {
        auto exact = reading.people_numbered(typed);
        return exact.empty() ? reading.people_numbered(without_spaces(typed)) : exact;
    }
    return named(reading, typed);
}

bool lives_now_at(const record::Reading& reading, Uuid person, std::string_view wanted,
                  CivilDate today) {
    const std::int64_t n = today.day_number();
    return std::ranges::any_of(reading.addresses_of(person), [&](const auto& address) {
        const bool now = address.from_day <= n && (!address.until_day || n < *address.until_day);
        return now && record::as_run_together(address.lines + address.postcode).find(wanted) !=
                          std::string::npos;
    });
}

// "Davies Maes-y-coed", "NP15 1HF Ffion Davies": a name, and part of where they live today.
std::vector<record::PersonRow> named_and_living_at(const record::Reading& reading,
                                                   std::string_view typed, CivilDate today) {
    constexpr std::size_t shortest = 3; // "Ty" is part of every other address
    for (std::size_t at = typed.find(' '); at != std::string_view::npos;
         at = typed.find(' ', at + 1)) {
        const std::array halves{std::pair{typed.substr(0, at), typed.substr(at + 1)},
                                std::pair{typed.substr(at + 1), typed.substr(0, at)}};
        for (const auto& [name, home] : halves) {
            const auto wanted = record::as_run_together(home);
            auto rows = wanted.size() < shortest ? std::vector<record::PersonRow>{}
                                                 : named(reading, name, everybody_so_named);
            std::erase_if(rows, [&](const auto& row) {
                return !lives_now_at(reading, row.person, wanted, today);
            });
            if (!rows.empty()) {
                return rows;
            }
        }
    }
    return {};
}

std::vector<record::PersonRow> matches(const record::Reading& reading, std::string_view typed,
                                       CivilDate today) {
    auto rows = named_or_numbered(reading, typed);
    if (rows.empty()) {
        rows = living_at(reading, typed, today);
    }
    return rows.empty() ? named_and_living_at(reading, typed, today) : rows;
}

bool in_directory_order(const Found& a, const Found& b) {
    const auto& pa = *a.standing.facts->person;
    const auto& pb = *b.standing.facts->person;
    if (pa.surname != pb.surname) {
        return people::comes_before(pa.surname, pb.surname);
    }
    return people::comes_before(pa.forename, pb.forename);
}

// So that the permissions' own transaction, for which others wait, finds what is known of everybody
// kept and need not read fifty records. Nothing is shown by what is decided here.
void know_before(Office& office, const record::Reading& reading, const access::Viewer& viewer,
                 const std::vector<record::PersonRow>& rows) {
    std::size_t let_in = 0;
    for (const auto& row : rows) {
        const auto facts = office.facts.of(reading, PersonId{row.person});
        const auto decision =
            access::decide(viewer, access::Action::see_record, facts->bearing(), office.when());
        let_in += decision.allowed() ? 1U : 0U;
        if (let_in > most_shown) {
            return;
        }
    }
}

constexpr std::size_t most_closed = 3;

// Half a name must not tell that there is such a record.
bool names_fully(std::string_view typed, const record::PersonRow& person) {
    if (!person.number.empty() && without_spaces(typed) == without_spaces(person.number)) {
        return true;
    }
    const auto both = name_and_birth(typed);
    return both && person.born == both->born.day_number() &&
           people::fold(both->name) == people::fold(person.forename + " " + person.surname);
}

void note_closed(Office& office, record::Writing& tx, const access::Viewer& viewer,
                 const Facts& facts, const access::Decision& decision, std::string_view typed,
                 SearchAnswer& answer) {
    if (decision.bar != access::Bar::excluded && facts.person &&
        answer.closed.size() < most_closed && names_fully(typed, *facts.person)) {
        look(office, tx, viewer, access::Action::see_record, facts, "search-result");
        answer.closed.push_back(facts.child);
    }
}

// Only what the viewer could open is logged and shown; the rest leaves no trace on the page.
void keep_what_may_be_seen(Office& office, record::Writing& tx, const access::Viewer& viewer,
                           const std::vector<record::PersonRow>& rows, std::string_view typed,
                           SearchAnswer& answer) {
    for (const auto& row : rows) {
        auto facts = office.facts.of(tx, PersonId{row.person});
        const auto decision =
            access::decide(viewer, access::Action::see_record, facts->bearing(), office.when());
        if (!decision.allowed()) {
            note_closed(office, tx, viewer, *facts, decision, typed, answer);
            continue;
        }
        if (answer.found.size() == most_shown) {
            answer.more = MoreThanShown::yes;
            return;
        }
        look(office, tx, viewer, access::Action::see_record, *facts, "search-result");
        auto coordinator = coordinator_of(tx, *facts, office.today());
        answer.found.push_back(
            {standing_of(std::move(facts), office.book, office.today()), std::move(coordinator)});
    }
}

} // namespace

base::Result<SearchAnswer, record::StoreFault> search(Office& office, const access::Viewer& viewer,
                                                      std::string_view typed) {
    SearchAnswer answer;
    answer.no_such_day = is_no_day(typed);
    std::vector<record::PersonRow> rows;
    const auto read = office.store.read([&](const record::Reading& reading) {
        rows = matches(reading, typed, office.today());
        know_before(office, reading, viewer, rows);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    if (rows.size() == most_matched) {
        answer.more = MoreThanShown::yes; // there may be others, whoever may be seen among these
    }
    if (!rows.empty()) {
        const auto done = office.store.write([&](record::Writing& tx) {
            keep_what_may_be_seen(office, tx, viewer, rows, typed, answer);
            return record::Keep::yes;
        });
        if (!done.ok()) {
            return base::Err{done.error()};
        }
    }
    std::ranges::sort(answer.found, in_directory_order);
    return base::Ok{std::move(answer)};
}

} // namespace gweld::casework
