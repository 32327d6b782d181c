#include "law/read_parts.h"
#include "law/reading.h"

#include <algorithm>

namespace gweld::law {

namespace {

// Where a run of years was taken from; each holiday names one.
std::vector<std::pair<std::string, std::string>> read_lists(Fields& fields) {
    std::vector<std::pair<std::string, std::string>> names;
    for (auto& list : fields.list("lists")) {
        const auto name = list.text("name");
        names.emplace_back(name, name);
        (void)list.text("years");
        (void)list.text("source");
        (void)list.text("licence");
        (void)list.optional_text("address");
        (void)read_confidence(list);
        list.finish();
    }
    return names;
}

bool is_weekend(CivilDate d) {
    return d.weekday() == std::chrono::Saturday || d.weekday() == std::chrono::Sunday;
}

void refuse_impossible(Fields& row, const std::set<time::Holiday>& so_far, CivilDate date,
                       const time::Span& known) {
    const auto line = row.line_of("date");
    const auto text = time::to_iso(date);
    if (!known.contains(date)) {
        row.fault(line, text + " is outside the span the calendar says it knows");
    }
    if (is_weekend(date)) {
        row.fault(line, text + " is a Saturday or Sunday: give the substitute day");
    }
    if (so_far.contains(time::Holiday{date, {}, {}})) {
        row.fault(line, text + " is listed twice");
    }
}

std::set<time::Holiday> read_holidays(Fields& fields, const time::Span& known) {
    const auto lists = read_lists(fields);
    std::set<time::Holiday> holidays;
    for (auto& row : fields.list("holidays")) {
        const auto date = row.date("date");
        auto name = Bilingual{row.text("en"), row.text("cy")};
        (void)row.choice("list", lists);
        (void)row.optional_text("check");
        row.finish();
        if (date) {
            refuse_impossible(row, holidays, *date, known);
            holidays.insert({*date, std::move(name.en), std::move(name.cy)});
        }
    }
    return holidays;
}

} // namespace

std::optional<CalendarPage> read_calendar(const Page& page, std::vector<CardFault>& faults) {
    auto flat = parse_toml(page.text, page.path, 1);
    if (!flat.ok()) {
        faults.push_back(flat.error());
        return std::nullopt;
    }
    Fields fields{std::move(flat).value(), page.path, faults};
    auto id = fields.text("id");
    WorkingDayMeaning meaning;
    meaning.title = fields.bilingual("title");
    meaning.definition = fields.bilingual("definition");
    meaning.reading = fields.bilingual("reading");
    meaning.confidence = read_confidence(fields);
    meaning.source = read_source(fields, Address::required);
    const auto from = fields.date("known-from");
    const auto until = fields.date("known-until");
    if (!from || !until || *until <= *from) {
        if (from && until) {
            fields.fault(fields.line_of("known-until"), "known-until must be after known-from");
        }
        return std::nullopt;
    }
    const time::Span known{*from, until};
    auto holidays = read_holidays(fields, known);
    fields.finish();
    return CalendarPage{Calendar{std::move(id), std::move(holidays), known}, std::move(meaning)};
}

} // namespace gweld::law
