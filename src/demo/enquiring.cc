#include "demo/enquiring.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Agency;
using record::Came;
using record::Determination;
using record::Threshold;

std::vector<const Child*> children_on(const Case& family, const Stay& stay) {
    std::vector<const Child*> children;
    for (const auto& child : family.household.children) {
        if (registered(child, stay, stay.start)) {
            children.push_back(&child);
        }
    }
    return children;
}

// One family's way from a discussion to a conference, told step by step.
class Way {
  public:
    Way(const County& county, std::vector<const Child*> children, std::size_t writer,
        Scribe& scribe)
        : county_{county}, children_{std::move(children)}, writer_{writer}, scribe_{scribe} {
        for (const auto* child : children_) {
            about_.push_back(child->id.uuid);
        }
    }

    base::EntryId discuss(CivilDate on, Came police) {
        record::StrategyDiscussionHeld held;
        held.on = on;
        held.at = "11:00";
        held.invited = {
            {Agency::childrens_services, county_.staff.workers[writer_].name,
             county_.staff.workers[writer_].job_title, Came::attended,
             "What the family has told us, and what we have seen at home."},
            {Agency::police, "Detective Sergeant Owen Pugh", "Public protection", police,
             police == Came::attended ? "Two calls to the address since the summer." : ""},
            {Agency::health, "Anwen Price", "Health visitor", Came::attended,
             "Two appointments missed."},
            {Agency::education, "Mr Lewis", "Head of year", Came::sent_apologies, ""}};
        for (const auto* child : children_) {
            held.children.push_back({child->id, Threshold::met});
        }
        held.enquiry = record::EnquiryBy::jointly_with_police;
        held.decided = "A section 47 enquiry, starting today.";
        held.why = "There is reasonable cause to suspect significant harm.";
        held.actions = {{"See each child alone", county_.staff.workers[writer_].name,
                         county_.workdays.after(on, 1)}};
        return write(held, on, at_time(12, 20));
    }

    base::EntryId start(base::EntryId discussion, CivilDate on) {
        return write(record::EnquiryStarted{discussion, on, record::EnquiryBy::jointly_with_police},
                     on, at_time(13, 5));
    }

    void conclude(base::EntryId enquiry, CivilDate on, Determination found) {
        record::EnquiryConcluded concluded{enquiry, on, {}};
        const bool goes_on = found == Determination::substantiated_continuing_risk;
        for (const auto* child : children_) {
            concluded.children.push_back(
                {child->id, found,
                 goes_on ? "The risk goes on: what happened was not a single event, and nobody at "
                           "home can keep it from happening again yet."
                         : "The adults at home have shown that they can keep the child safe.",
                 goes_on ? "Initial child protection conference."
                         : "Care and support assessment."});
        }
        write(concluded, on, at_time(15, 40));
    }

    void book(CivilDate conference, CivilDate recorded) {
        write(record::ConferenceBooked{record::ConferenceType::initial, conference, "14:00",
                                       "County Hall, room 2", "Gwenan Ellis"},
              recorded, at_time(16, 30));
    }

  private:
    template <class Kind>
    base::EntryId write(const Kind& body, CivilDate on, std::chrono::minutes at) {
        return base::EntryId{scribe_.write(body, {about_, on}, {moment(on, at), writer_})};
    }

    const County& county_;
    std::vector<const Child*> children_;
    std::vector<Uuid> about_;
    std::size_t writer_;
    Scribe& scribe_;
};

// One new worry: how many working days ago each step was; none: not taken.
struct Worry {
    int discussed;
    Came police = Came::attended;
    bool enquired = true;
    std::optional<int> concluded = {};
    Determination found = Determination::substantiated_continuing_risk;
    std::optional<int> booked_ahead = {}; // for a conference so many working days from today
};
constexpr auto continuing = Determination::substantiated_continuing_risk;
constexpr std::array worries{
    Worry{6},
    Worry{11},
    Worry{3},
    Worry{2, Came::attended, false},                    // threshold met, no enquiry
    Worry{9, Came::attended, true, 2},                  // no conference booked
    Worry{20, Came::attended, true, 10, continuing, 2}, // due and not held
    Worry{4, Came::sent_apologies, false},              // an internal meeting
    Worry{8, Came::attended, true, 3, continuing, 5},   // booked in time
    Worry{15, Came::attended, true, 6, Determination::not_substantiated},
    Worry{18, Came::attended, true, 8, Determination::substantiated_not_continuing_risk},
};

bool left_long_ago(const County& county, const Case& family) {
    constexpr int long_ago = 60;
    constexpr int grown = 16;
    const auto& last = family.stays.back();
    return family.script == nullptr && last.end &&
           time::days_between(*last.end, county.days.today) > long_ago &&
           last.ground == record::GroundForRemoval::decided_at_review_conference &&
           age_on(family.household.children.front(), county.days.today) < grown;
}

void tell(const County& county, const Case& family, const Worry& worry, Scribe& scribe) {
    const auto ago = [&](int n) { return county.workdays.before(county.days.today, n); };
    std::vector<const Child*> children;
    for (const auto& child : family.household.children) {
        children.push_back(&child);
    }
    Way way{county, std::move(children), county.staff.duty_worker(), scribe};
    const auto discussion = way.discuss(ago(worry.discussed), worry.police);
    if (!worry.enquired) {
        return;
    }
    const auto enquiry = way.start(discussion, ago(worry.discussed));
    if (worry.concluded) {
        way.conclude(enquiry, ago(*worry.concluded), worry.found);
    }
    if (worry.booked_ahead) {
        way.book(county.workdays.after(county.days.today, *worry.booked_ahead),
                 ago(*worry.concluded));
    }
}

} // namespace

void tell_enquiries(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    constexpr int a_year = 366;
    constexpr int late_in_a_thousand = 160; // 83.8 % of conferences in time, as once published
    for (const auto& stay : family.stays) {
        const bool late = chance.happens(late_in_a_thousand);
        const int before = late ? chance.between(16, 19) : chance.between(9, 15);
        const int concluded = chance.between(3, 6);
        const auto children = children_on(family, stay);
        if (time::days_between(stay.start, county.days.today) > a_year || children.empty()) {
            continue;
        }
        // The family was told to us some days before somebody held it.
        const auto known = county.workdays.on_or_after(family.holdings.front().from.plus_days(-3));
        const auto discussed = std::max(county.workdays.before(stay.start, before), known);
        Way way{county, children, county.staff.manager_of(family.team), scribe};
        const auto enquiry = way.start(way.discuss(discussed, Came::attended), discussed);
        const auto found = std::max(county.workdays.before(stay.start, concluded), discussed);
        way.conclude(enquiry, found, Determination::substantiated_continuing_risk);
        way.book(stay.start, found);
    }
}

void tell_new_worries(const County& county, const std::vector<Case>& cases, Scribe& scribe) {
    std::size_t next = 0;
    for (const auto& family : cases) {
        if (next == worries.size()) {
            return;
        }
        if (left_long_ago(county, family)) {
            tell(county, family, worries.at(next++), scribe);
        }
    }
}

} // namespace gweld::demo
