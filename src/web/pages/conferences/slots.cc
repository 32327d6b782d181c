#include "web/pages/conferences/slots.h"

#include "web/pages/child/wording.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/forms/typed.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

constexpr std::size_t most_in_time = 12;
constexpr std::size_t most_late = 4;
constexpr int days_looked_at = 12 * 7;
constexpr std::string_view another = "other";
constexpr char between = ' ';

// "<chair> 2026-12-01 10:00 90"
std::string value_of(const protection::Slot& slot) {
    return base::to_text(slot.chair) + between + time::to_iso(slot.on) + between + slot.at +
           between + std::to_string(slot.minutes);
}

Option option_for(const Words& say, const casework::FreeSlot& free, bool late) {
    const auto& slot = free.slot;
    auto hint = minutes_in_words(say, slot.minutes);
    if (late) {
        hint += ". " + say.say("After the day it is due.");
    }
    return {value_of(slot),
            say.say("{date}, {time}: {name}", {{"date", say.long_date(slot.on)},
                                               {"time", child_record::time_of_day(slot.at)},
                                               {"name", free.chair}}),
            std::move(hint),
            {}};
}

std::string_view next_piece(std::string_view& rest) {
    const auto end = rest.find(between);
    const auto piece = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return piece;
}

} // namespace

base::Result<SlotsOffered, record::StoreFault> slots_to_offer(const Caller& caller,
                                                              std::optional<time::CivilDate> due,
                                                              casework::SlotLength length) {
    const auto from = caller.today().next_day();
    const auto furthest = from.plus_days(days_looked_at);
    const auto until = due ? std::max(furthest, due->plus_days(days_looked_at)) : furthest;
    auto free = casework::slots_offered(caller.office(), from, until, length);
    if (!free.ok()) {
        return base::Err{free.error()};
    }
    SlotsOffered offered;
    offered.length = length;
    for (auto& slot : free.value()) {
        const bool late = due && *due < slot.slot.on;
        auto& list = late ? offered.late : offered.in_time;
        if (list.size() < (late ? most_late : most_in_time)) {
            list.push_back(std::move(slot));
        }
    }
    return base::Ok{std::move(offered)};
}

Html ask_slot(const Words& say, const Questions& ask, const SlotsOffered& offered, Html other) {
    if (offered.empty()) {
        return other;
    }
    std::vector<Option> options;
    for (const auto& slot : offered.in_time) {
        options.push_back(option_for(say, slot, false));
    }
    for (const auto& slot : offered.late) {
        options.push_back(option_for(say, slot, true));
    }
    options.push_back(
        {std::string{another}, say.say("Another day, time or chair"), {}, std::move(other)});
    return ask.one_of({"slot", say.say("When, and who chairs it?"),
                       offered.in_time.empty()
                           ? say.say("No slot is free in the chairs’ diaries by the day it is due. "
                                     "These come after it.")
                           : say.say("Slots that are free in the chairs’ diaries.")},
                      options);
}

std::optional<SlotChosen> slot_chosen(const Answers& answers) {
    const auto text = answers.text("slot");
    std::string_view rest{text};
    const auto chair = base::parse_uuid(next_piece(rest));
    const auto on = time::parse_iso(next_piece(rest));
    const auto at = next_piece(rest);
    const auto minutes = whole_number(rest);
    if (!chair || !on || !minutes) {
        return std::nullopt;
    }
    return SlotChosen{base::WorkerId{*chair}, *on, std::string{at}, *minutes};
}

} // namespace gweld::web::pages
