#include "demo/conferring.h"

#include "casework/conference_practice.h"
#include "demo/county.h"
#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Agency;
using record::Came;
using record::ConferencePaper;
using record::ConferenceType;
using record::Felt;
using record::Weekday;

constexpr int slot_minutes = 90;

struct Person {
    Agency agency;
    std::string_view name;
    std::string_view role;
};
constexpr std::array people{
    Person{Agency::childrens_services, "Rhian Ellis", "Team manager"},
    Person{Agency::police, "Detective Sergeant Owen Pugh", "Public protection"},
    Person{Agency::health, "Anwen Price", "Health visitor"},
    Person{Agency::education, "Mr Lewis", "Head of year"},
};

struct Remark {
    std::string_view strengths;
    std::string_view worries;
    std::string_view risk;
    std::string_view change;
};
constexpr std::array written{
    Remark{"The children turn to their grandmother and she comes when they ask.",
           "There has been little food in the house on three visits out of five.",
           "It goes on while nobody at home notices what the children need.",
           "Somebody besides the children has to see to meals and to school."},
    Remark{"No call to the address in the last month.",
           "Two calls to the house since the summer, both at night.",
           "High when the adults drink; the children are in the house then.",
           "An agreement about who stays the night is not enough; help with drinking is needed."},
    Remark{"Weight and height are as they should be.",
           "Two appointments missed, and no answer to the letters.",
           "A missed illness is the risk that worries us most.",
           "Appointments at home, and one person who is told when they are missed."},
    Remark{"They like school and have a friend each.",
           "Late eleven times this term; hungry in the mornings.",
           "Less on school days, more in the holidays.",
           "Breakfast at school, and a call the same day when nobody comes."},
};

const Worker& worker(const County& county, std::size_t at) { return county.staff.workers[at]; }

template <class Kind>
Uuid write(const Kind& body, const Conferring& conference, CivilDate on, std::chrono::minutes at,
           Scribe& scribe) {
    return scribe.write(body, {conference.children, on}, {moment(on, at), conference.writer});
}

// ---- reviews to come
// -------------------------------------------------------------------------------

struct ReviewDue {
    const Case* family;
    std::vector<Uuid> children;
    CivilDate by;
};

CivilDate next_review(const Stay& stay) {
    return stay.reviews.empty() ? stay.start.plus_months_clipped(3)
                                : stay.reviews.back().plus_months_clipped(6);
}

std::vector<ReviewDue> reviews_due(const County& county, const std::vector<Case>& cases) {
    constexpr int weeks = 12;
    const auto today = county.days.today;
    std::vector<ReviewDue> due;
    for (const auto& family : cases) {
        const auto* stay = family.stay_on(today);
        if (stay == nullptr || stay->end) {
            continue;
        }
        const auto by = next_review(*stay);
        if (by <= today || by >= today.plus_days(7 * weeks)) {
            continue;
        }
        std::vector<Uuid> children;
        for (const auto& child : family.household.children) {
            if (registered(child, *stay, today)) {
                children.push_back(child.id.uuid);
            }
        }
        if (!children.empty()) {
            due.push_back({&family, std::move(children), by});
        }
    }
    std::ranges::stable_sort(due, {}, &ReviewDue::by);
    return due;
}

struct DemoSlot {
    CivilDate on;
    std::string_view at;
    std::size_t chair;
};

constexpr std::array times{std::string_view{"09:30"}, std::string_view{"11:00"}};

bool is_away(const County& county, std::size_t nth, CivilDate day) {
    const auto from = county.workdays.on_or_after(county.days.today.plus_days(21));
    return nth == 1 && day >= from && day < from.plus_days(14);
}

// Gwenan on Tuesdays, Iolo on Thursdays, twice each.
std::vector<DemoSlot> slots_ahead(const County& county) {
    const auto chairs = county.staff.chairs();
    std::vector<DemoSlot> slots;
    constexpr int days = 11 * 7;
    for (int n = 1; n < days; ++n) {
        const auto day = county.days.today.plus_days(n);
        for (std::size_t nth = 0; nth < chairs.size(); ++nth) {
            const auto weekday = nth == 0 ? std::chrono::Tuesday : std::chrono::Thursday;
            if (day.weekday() != weekday || !county.workdays.is_one(day) ||
                is_away(county, nth, day)) {
                continue;
            }
            for (const auto at : times) {
                slots.push_back({day, at, chairs[nth]});
            }
        }
    }
    return slots;
}

void book_review(const County& county, const ReviewDue& due, const DemoSlot& slot, Scribe& scribe,
                 Chance chance) {
    record::ConferenceBooked booked;
    booked.type = ConferenceType::review;
    booked.on = slot.on;
    booked.at = slot.at;
    booked.place = chance.happens(500) ? "County Hall, room 2" : "Canolfan y Bont, room 1";
    book_with_chair(county, slot.chair, booked);
    if (chance.happens(600)) {
        booked.travel_minutes = chance.between(2, 8) * 10;
    }
    if (chance.happens(150)) {
        booked.access_needs = "Step-free, and a quiet room for the children.";
    }
    if (booked.on > due.by) {
        booked.late_because = "The father works away and is back that week.";
    }
    const auto written_on = county.workdays.before(county.days.today, chance.between(1, 4));
    const auto manager = county.staff.manager_of(due.family->team);
    const base::EntryId entry{scribe.write(booked, {due.children, written_on},
                                           {moment(written_on, at_time(11, 20)), manager})};
    constexpr int reports_come_within = 14;
    if (time::days_between(county.days.today, booked.on) < reports_come_within) {
        tell_reports(county, {due.children, entry, booked.on, manager}, scribe,
                     chance.branch("reports"));
    }
}

// ---- after a conference
// ----------------------------------------------------------------------------

void send(const County& county, const Conferring& conference, ConferencePaper paper, int after,
          Scribe& scribe) {
    record::ConferencePaperSent sent{
        conference.entry, paper, county.workdays.after(conference.on, after), {}};
    for (const auto& person : people) {
        sent.to.emplace_back(person.name);
    }
    sent.to.emplace_back("Their mother");
    write(sent, conference, sent.on, at_time(15, 15), scribe);
}

void answer(const County& county, const Conferring& conference, int sent_after, Scribe& scribe,
            Chance& chance) {
    for (const auto& person : people) {
        if (person.agency == Agency::childrens_services || chance.happens(350)) {
            continue;
        }
        const auto on = county.workdays.after(conference.on, sent_after + chance.between(2, 9));
        record::ConferenceRecordAnswered given{conference.entry,
                                               person.agency,
                                               std::string{person.name},
                                               on,
                                               record::RecordAnswer::agreed,
                                               ""};
        if (chance.happens(200)) {
            given.answer = record::RecordAnswer::asked_for_change;
            given.words = "I said that it happened twice, not that it happens every week.";
        }
        write(given, conference, on, at_time(10, 40), scribe);
    }
}

void give_feedback(const County& county, const Conferring& conference, Scribe& scribe,
                   Chance& chance) {
    const auto on = county.workdays.after(conference.on, chance.between(1, 4));
    constexpr std::array felt{Felt::yes, Felt::partly, Felt::no};
    record::ConferenceFeedbackGiven given;
    given.conference = conference.entry;
    given.from = chance.happens(300) ? record::FeedbackFrom::child : record::FeedbackFrom::parent;
    given.on = on;
    given.prepared = chance.one_of(felt);
    given.understood = chance.one_of(felt);
    given.listened = chance.one_of(felt);
    given.know_next = chance.one_of(felt);
    given.good = "The chair asked me first.";
    given.better = "I got the reports the evening before. There were too many people.";
    given.language = "en";
    write(given, conference, on, at_time(16, 5), scribe);
}

void disagree(const County& county, const Conferring& conference, Scribe& scribe) {
    record::DissentRecorded dissent{conference.entry, Agency::education, "Mr Lewis",
                                    county.workdays.after(conference.on, 0),
                                    "The school sees no change since the last worry and would have "
                                    "placed the name for neglect as well."};
    write(dissent, conference, dissent.on, at_time(16, 40), scribe);
}

} // namespace

void tell_diaries(const County& county, Scribe& scribe) {
    const auto opening = county.days.opening;
    const auto head = county.staff.head_of_service();
    const auto at = moment(county.workdays.on_or_after(opening), at_time(9));
    record::ConferencePracticeSet practice{opening, 3, 2, 5, "Maesgwyn: chairs' handbook, page 4"};
    scribe.write(practice, {{casework::practice_about(authority)}, opening}, {at, head});
    const auto chairs = county.staff.chairs();
    for (std::size_t nth = 0; nth < chairs.size(); ++nth) {
        const auto& chair = worker(county, chairs[nth]);
        record::ChairSlotsSet set{chair.id, opening, {}};
        for (const auto time : times) {
            set.slots.push_back(
                {nth == 0 ? Weekday::tuesday : Weekday::thursday, std::string{time}, slot_minutes});
        }
        scribe.write(set, {{chair.id.uuid}, opening}, {at, chairs[nth]});
        const auto leave = county.workdays.on_or_after(county.days.today.plus_days(21));
        if (is_away(county, nth, leave)) {
            const auto told = county.workdays.before(county.days.today, 15);
            scribe.write(record::ChairAway{chair.id, leave, leave.plus_days(14), "Leave"},
                         {{chair.id.uuid}, leave}, {moment(told, at_time(9, 30)), chairs[nth]});
        }
    }
}

void tell_reviews_to_come(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                          const Chance& chance) {
    constexpr std::size_t one_in = 4;      // not booked yet
    constexpr std::size_t full_until = 10; // every slot is taken; after that every other one
    const auto slots = slots_ahead(county);
    std::size_t next = 0;
    const auto due = reviews_due(county, cases);
    for (std::size_t i = 0; i < due.size() && next < slots.size(); ++i) {
        if (i % one_in != one_in - 1) {
            book_review(county, due[i], slots[next], scribe, chance.branch("review", i));
            next += next < full_until ? 1 : 2;
        }
    }
}

std::size_t chair_for(const County& county, const Case& family) {
    const auto chairs = county.staff.chairs();
    return chairs[family.team % chairs.size()];
}

void book_with_chair(const County& county, std::size_t chair, record::ConferenceBooked& booked) {
    booked.chair = worker(county, chair).name;
    booked.chair_worker = worker(county, chair).id;
    booked.minutes = slot_minutes;
    for (const auto& person : people) {
        booked.invited.push_back(person.agency);
    }
    booked.family_invited = "Their mother, with her sister";
}

std::vector<record::AgencyAtMeeting> there(Chance chance) {
    constexpr int few_in_a_thousand = 60;
    const bool few = chance.happens(few_in_a_thousand);
    std::vector<record::AgencyAtMeeting> invited;
    for (const auto& person : people) {
        const bool stays_away =
            few && (person.agency == Agency::police || person.agency == Agency::education);
        invited.push_back({person.agency, std::string{person.name}, std::string{person.role},
                           stays_away ? Came::sent_apologies : Came::attended, ""});
    }
    return invited;
}

void tell_reports(const County& county, const Conferring& conference, Scribe& scribe,
                  Chance chance) {
    constexpr int missing_in_a_thousand = 180;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (chance.happens(missing_in_a_thousand)) {
            continue;
        }
        const auto came = county.workdays.before(conference.on, chance.between(3, 7));
        record::ConferenceReportReceived report;
        report.conference = conference.entry;
        report.agency = people.at(i).agency;
        report.name = people.at(i).name;
        report.role = people.at(i).role;
        report.received_on = came;
        report.strengths = written.at(i).strengths;
        report.worries = written.at(i).worries;
        report.risk = written.at(i).risk;
        report.change = written.at(i).change;
        const base::EntryId entry{write(report, conference, came, at_time(14, 20), scribe)};
        const bool late = chance.happens(150);
        const auto shared = late ? county.workdays.after(conference.on, 1)
                                 : county.workdays.before(conference.on, chance.between(1, 2));
        write(record::ConferenceReportShared{entry, shared, "Their mother, gone through together"},
              conference, shared, at_time(15), scribe);
    }
}

void tell_what_followed(const County& county, const Conferring& conference, Scribe& scribe,
                        Chance chance) {
    constexpr int late_in_a_thousand = 150;
    // What is older was sent, sooner or later.
    constexpr int recent_days = 120;
    const bool recent = time::days_between(conference.on, county.days.today) < recent_days;
    const int never_in_a_thousand = recent ? 200 : 0;
    const bool late_plan = chance.happens(late_in_a_thousand);
    send(county, conference, ConferencePaper::outline_plan,
         late_plan ? chance.between(6, 9) : chance.between(2, 5), scribe);
    const int record_after =
        chance.happens(late_in_a_thousand) ? chance.between(21, 30) : chance.between(12, 20);
    if (chance.happens(never_in_a_thousand)) {
        return;
    }
    send(county, conference, ConferencePaper::full_record, record_after, scribe);
    answer(county, conference, record_after, scribe, chance);
    if (chance.happens(350)) {
        give_feedback(county, conference, scribe, chance);
    }
    if (chance.happens(60)) {
        disagree(county, conference, scribe);
    }
}

} // namespace gweld::demo
