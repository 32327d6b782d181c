#include "record/conference_rows.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <charconv>

namespace gweld::record {

namespace {

std::string_view up_to(std::string_view& rest, char end) {
    const auto at = rest.find(end);
    const auto piece = rest.substr(0, at);
    rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
    return piece;
}

} // namespace

std::vector<ChairDiaryRow> diary_rows(const Entry& entry, const ChairSlotsSet& body) {
    std::string slots;
    for (const auto& slot : body.slots) {
        slots += (slots.empty() ? "" : ",") +
                 std::string{boost::describe::enum_to_string(slot.day, "")} + ' ' + slot.at + ' ' +
                 std::to_string(slot.minutes);
    }
    return {{.entry = entry.id,
             .worker = body.chair.uuid,
             .from_day = body.from.day_number(),
             .back_day = std::nullopt,
             .slots = std::move(slots),
             .why = {}}};
}

std::vector<ChairDiaryRow> diary_rows(const Entry& entry, const ChairAway& body) {
    return {{.entry = entry.id,
             .worker = body.chair.uuid,
             .from_day = body.from.day_number(),
             .back_day = body.back_on.day_number(),
             .slots = {},
             .why = body.why}};
}

std::vector<WeeklySlot> slots_in(const ChairDiaryRow& row) {
    std::vector<WeeklySlot> slots;
    std::string_view rest{row.slots};
    while (!rest.empty()) {
        auto one = up_to(rest, ',');
        const std::string day{up_to(one, ' ')};
        WeeklySlot slot;
        slot.at = up_to(one, ' ');
        const auto read = std::from_chars(one.data(), one.data() + one.size(), slot.minutes);
        if (boost::describe::enum_from_string(day.c_str(), slot.day) && read.ec == std::errc{}) {
            slots.push_back(std::move(slot));
        }
    }
    return slots;
}

} // namespace gweld::record
