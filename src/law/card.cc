#include "law/card.h"

#include <algorithm>

namespace gweld::law {

Book::Book(std::vector<Card> cards, std::map<std::string, Calendar, std::less<>> calendars,
           std::map<std::string, WorkingDayMeaning, std::less<>> meanings,
           std::vector<SigningTime> signing_times)
    : cards_{std::move(cards)}, signing_times_{std::move(signing_times)},
      calendars_{std::move(calendars)}, meanings_{std::move(meanings)} {
    std::ranges::sort(cards_, {}, &Card::id);
}

const Card* Book::card(std::string_view id) const {
    const auto found = std::ranges::lower_bound(
        cards_, id, {}, [](const Card& card) { return std::string_view{card.id}; });
    return found != cards_.end() && found->id == id ? &*found : nullptr;
}

const Calendar* Book::calendar(std::string_view id) const {
    const auto found = calendars_.find(id);
    return found == calendars_.end() ? nullptr : &found->second;
}

const WorkingDayMeaning* Book::working_day(std::string_view calendar_id) const {
    const auto found = meanings_.find(calendar_id);
    return found == meanings_.end() ? nullptr : &found->second;
}

const SigningTime* Book::signing_time(std::string_view decision) const {
    const auto found = std::ranges::find(signing_times_, decision, &SigningTime::decision);
    return found == signing_times_.end() ? nullptr : &*found;
}

} // namespace gweld::law
