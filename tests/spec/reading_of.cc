#include "reading_of.h"

#include <algorithm>

namespace gweld::spec {

namespace {

using law::Card;
using law::CivilDate;

class Story {
  public:
    Story(const Card& card, const law::Book& book, std::vector<Event> events, CivilDate today)
        : card_{card}, book_{book}, events_{std::move(events)}, today_{today} {
        std::erase_if(events_, [today](const Event& e) { return e.on > today; });
        std::ranges::stable_sort(events_, {}, &Event::on);
    }

    std::vector<Link> links() const {
        switch (card_.kind) {
        case law::ClockKind::recurring:
        case law::ClockKind::chain:
            return in_a_row();
        case law::ClockKind::once_between:
            return between();
        case law::ClockKind::single:
        case law::ClockKind::before:
        case law::ClockKind::count_in:
            break;
        }
        return one();
    }

  private:
    std::vector<CivilDate> days_of(std::string_view name) const {
        std::vector<CivilDate> days;
        for (const auto& e : events_) {
            if (e.name == name) {
                days.push_back(e.on);
            }
        }
        return days;
    }
    std::optional<CivilDate> first_from(std::string_view name, CivilDate from) const {
        const auto days = days_of(name);
        const auto found = std::ranges::lower_bound(days, from);
        return found == days.end() ? std::nullopt : std::optional{*found};
    }
    const law::Calendar* calendar() const { return book_.calendar(card_.calendar); }

    // The last time the trigger came counts: "the last strategy discussion".
    std::vector<Link> one() const {
        const auto starts = days_of(card_.trigger);
        if (starts.empty()) {
            return {};
        }
        const auto met = first_from(card_.met_by, starts.back());
        return {{starts.back(),
                 law::read_clock(card_.interval, starts.back(), met, today_, calendar())}};
    }

    std::vector<Link> in_a_row() const {
        std::vector<Link> links;
        auto anchor = first_from(card_.trigger, CivilDate{std::chrono::local_days::min()});
        while (anchor) {
            const auto step = links.empty() || !card_.then ? Step::first : Step::then;
            const auto met = first_from(card_.met_by, anchor->next_day());
            const auto& interval = step == Step::first ? card_.interval : *card_.then;
            links.push_back(
                {*anchor, law::read_clock(interval, *anchor, met, today_, calendar()), step});
            anchor = met;
        }
        return links;
    }

    std::vector<Link> between() const {
        const auto& review = *book_.card("cp.conference.review");
        const auto conferences = days_of(card_.trigger);
        std::vector<Link> links;
        for (std::size_t i = 0; i < conferences.size(); ++i) {
            const auto opened = conferences[i];
            const auto closed =
                i + 1 < conferences.size() ? std::optional{conferences[i + 1]} : std::nullopt;
            const auto latest =
                law::due_day_after(i == 0 ? review.interval : *review.then, opened, nullptr);
            links.push_back({opened, law::read_once_between(
                                         opened, closed, latest,
                                         first_from(card_.met_by, opened.next_day()), today_)});
        }
        return links;
    }

    const Card& card_;
    const law::Book& book_;
    std::vector<Event> events_;
    CivilDate today_;
};

} // namespace

std::vector<Link> links_of(const Card& card, const law::Book& book, std::vector<Event> events,
                           CivilDate today) {
    return Story{card, book, std::move(events), today}.links();
}

} // namespace gweld::spec
