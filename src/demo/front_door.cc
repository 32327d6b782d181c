#include "demo/front_door.h"

#include "demo/door_families.h"
#include "demo/handing_over.h"
#include "demo/moments.h"
#include "demo/referring.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Channel;
using record::ContactOutcome;
using record::ContactSource;

struct Way { // how contacts come in, and from whom
    Channel channel;
    ContactSource source;
    std::string_view organisation;
    std::string_view referrer;
    std::string_view role;
    int weight;
};
constexpr std::array ways{
    Way{Channel::police_report, ContactSource::police, "Police", "PC Meirion Blythe",
        "Police officer", 22},
    Way{Channel::online_form, ContactSource::school, "Ysgol Bro Dulas", "Non Gruffudd",
        "Safeguarding lead", 18},
    Way{Channel::telephone, ContactSource::school, "Ysgol y Bont", "Carwyn Pugh", "Head teacher",
        10},
    Way{Channel::telephone, ContactSource::family, "", "", "Grandmother", 9},
    Way{Channel::telephone, ContactSource::member_of_public, "", "", "Neighbour", 6},
    Way{Channel::secure_email, ContactSource::health, "Maesgwyn surgery", "Dr Anwen Teague", "GP",
        9},
    Way{Channel::secure_email, ContactSource::health, "Health visiting team", "Lowri Stacey",
        "Health visitor", 8},
    Way{Channel::secure_email, ContactSource::probation, "Probation service", "Darren Quill",
        "Probation officer", 3},
    Way{Channel::online_form, ContactSource::housing, "Maesgwyn homes", "Tanya Orme",
        "Housing officer", 6},
    Way{Channel::out_of_hours, ContactSource::social_services, "Out-of-hours team", "Iestyn Crane",
        "Duty social worker", 5},
    Way{Channel::in_person, ContactSource::family, "", "Mother", "Mother", 3},
    Way{Channel::letter, ContactSource::voluntary_organisation, "Maesgwyn young carers",
        "Ceri Lunt", "Manager", 1},
};

const Way& any_way(Chance& chance) {
    std::array<int, ways.size()> weights{};
    std::ranges::transform(ways, weights.begin(), &Way::weight);
    return ways[chance.weighted(weights)];
}

// Whom a contact is about.
struct Whom {
    const Case* held = nullptr;   // a family of the register
    DoorFamily* family = nullptr; // else one of the front door's own
    const std::vector<Child>* children = nullptr;
    bool known() const { return held != nullptr || family->described; }
};

class InTray {
  public:
    InTray(const County& county, const std::vector<Case>& cases, Scribe& scribe)
        : county_{county}, scribe_{scribe}, door_{county, scribe}, hand_overs_{county, scribe} {
        for (const auto& family : cases) {
            if (family.script == nullptr) {
                known_.push_back(&family);
            }
        }
    }

    void day(CivilDate day, Chance chance) {
        const int came_in = how_many(day, chance);
        for (int i = 0; i < came_in; ++i) {
            contact(day, chance.branch("contact", static_cast<std::uint64_t>(i)));
        }
    }

  private:
    // 7,071 a year now and 5,825 the year before, as one county published.
    int how_many(CivilDate day, Chance& chance) const {
        constexpr int a_year = 365;
        const bool working = county_.workdays.is_one(day);
        if (time::days_between(day, county_.days.today) <= a_year) {
            return working ? chance.between(22, 29) : chance.between(3, 8);
        }
        return working ? chance.between(18, 24) : chance.between(2, 7);
    }

    // Known since shortly before somebody first held it.
    const Case* of_the_register(CivilDate day, Chance& chance) const {
        constexpr int register_in_a_thousand = 220;
        if (known_.empty() || !chance.happens(register_in_a_thousand)) {
            return nullptr;
        }
        const auto* family = chance.one_of(known_);
        return family->holdings.front().from <= day ? family : nullptr;
    }

    Whom somebody(CivilDate day, Chance& chance) {
        constexpr int again_in_a_thousand = 330;
        Whom whom;
        whom.held = of_the_register(day, chance);
        if (whom.held != nullptr) {
            whom.children = &whom.held->household.children;
            return whom;
        }
        whom.family = chance.happens(again_in_a_thousand) ? door_.again(chance) : nullptr;
        if (whom.family == nullptr) {
            whom.family = &door_.fresh(day, chance);
        }
        whom.children = &whom.family->household.children;
        return whom;
    }

    // Nearly all on the day or, what came in late, the next morning; a few waited for an answer.
    time::Instant decided_at(CivilDate day, std::chrono::minutes received, bool waits,
                             Chance& chance) const {
        if (waits) {
            return moment(county_.workdays.after(day, chance.between(2, 3)),
                          at_time(10, chance.between(5, 55)));
        }
        const auto same_day = received + std::chrono::minutes{chance.between(60, 300)};
        const bool today = county_.workdays.is_one(day) && same_day < at_time(17);
        if (today && day < county_.days.today) {
            return moment(day, same_day);
        }
        return moment(county_.workdays.after(day, 1), at_time(8, chance.between(5, 55)));
    }

    void contact(CivilDate day, Chance chance) {
        constexpr int waiting_in_a_thousand = 28; // 97.2 % in time, as once published
        const auto& way = any_way(chance);
        const auto whom = somebody(day, chance);
        const auto received = at_time(8, chance.between(0, 9 * 60 - 10));
        const auto at = moment(day, received);
        const bool waits = chance.happens(waiting_in_a_thousand);
        const auto decided = decided_at(day, received, waits, chance);
        if (!scribe_.in_time(decided + minutes_to_write)) {
            return; // tell_waiting says what waits
        }
        auto body = received_by(way, day, received, whom, chance);
        body.contact = base::ContactId{scribe_.fresh_id(at)};
        std::vector<Uuid> about{body.contact.uuid};
        for (const auto& child : body.children) {
            if (child.person) {
                about.push_back(child.person->uuid);
            }
        }
        const std::size_t duty = county_.staff.duty_worker();
        if (way.channel == Channel::online_form) {
            scribe_.write(body, {about, day, at}, {at, std::nullopt, Nobody::partners_form});
            tell_form(body, at, Filled::partly, scribe_);
        } else {
            scribe_.write(body, {about, day, at}, {at, duty});
        }
        const auto& worker = county_.staff.workers[duty];
        scribe_.write(record::ContactTaken{body.contact, worker.id, worker.name},
                      {{body.contact.uuid}, day}, {at + std::chrono::minutes{4}, duty});
        if (waits) {
            scribe_.write(record::ContactWaits{body.contact, "Whether the family is still there",
                                               "the health visitor", county_.workdays.after(day, 2),
                                               ""},
                          {{body.contact.uuid}, day}, {at + std::chrono::minutes{20}, duty});
        }
        decide(body, whom, decided, chance);
    }

    static record::ContactReceived received_by(const Way& way, CivilDate day,
                                               std::chrono::minutes at, const Whom& whom,
                                               Chance& chance) {
        const auto& household =
            whom.held != nullptr ? whom.held->household : whom.family->household;
        const bool own = way.source == ContactSource::family;
        const bool welsh = own ? household.language == "cy" : chance.happens(90);
        record::ContactReceived body;
        body.on = day;
        body.at = clock_text(at);
        body.channel = way.channel;
        body.source = way.source;
        body.organisation = way.organisation;
        body.referrer = way.referrer;
        body.referrer_role = way.role;
        body.reach = way.referrer.empty() ? "" : "01632 960 140";
        body.worry = worry_for(way.source, welsh ? WritesIn::welsh : WritesIn::english, chance);
        body.worry_language = welsh ? "cy" : "en";
        for (const auto& child : *whom.children) {
            record::ChildInContact part;
            part.name = child.forename + " " + child.surname;
            if (child.born <= day) {
                part.born = child.born;
            } else {
                part.expected = child.born;
            }
            if (whom.known()) {
                part.person = child.id;
            }
            body.children.push_back(std::move(part));
        }
        return body;
    }

    ContactOutcome outcome_for(const Whom& whom, CivilDate day, Chance& chance) const {
        using enum ContactOutcome;
        if (whom.held != nullptr) {
            constexpr std::array of_held{allocated_worker, referral, strategy_discussion, advice};
            const bool held = whom.held->held_on(day) != nullptr;
            return of_held[chance.weighted(std::array{held ? 60 : 0, 25, 0, 10})];
        }
        constexpr int days_between_enquiries = 40;
        const auto& last = whom.family->last_enquiry;
        const bool lately = last && time::days_between(*last, day) < days_between_enquiries;
        const int strategy = lately ? 0 : whom.family->described ? 27 : 12;
        constexpr std::array of_others{advice, early_help, no_further_action, referral,
                                       strategy_discussion};
        return of_others[chance.weighted(std::array{38, 16, 36, 8, strategy})];
    }

    void decide(const record::ContactReceived& contact, const Whom& whom, time::Instant at,
                Chance& chance) {
        const auto day = time::date_in_wales(at);
        record::ContactDecided body;
        body.contact = contact.contact;
        body.outcome = outcome_for(whom, day, chance);
        body.reason = reason_for(body.outcome);
        body.on = day;
        body.received = contact.on;
        if (body.outcome == ContactOutcome::early_help) {
            body.consent = record::Consent::given;
        }
        const bool goes_on = body.outcome == ContactOutcome::referral ||
                             body.outcome == ContactOutcome::strategy_discussion;
        if (goes_on && !whom.known()) {
            make_known(contact, *whom.family, at);
        }
        std::vector<Uuid> about{contact.contact.uuid};
        if (whom.known()) {
            for (const auto& child : *whom.children) {
                body.children.push_back(child.id);
                about.push_back(child.id.uuid);
            }
        }
        scribe_.write(body, {about, day, at}, {at, county_.staff.duty_worker()});
        hand_over(body, whom, at, chance);
        tell_referrer(contact, at, chance.branch("told"));
    }

    // An enquiry is only ever made about a family of the front door's own.
    void hand_over(const record::ContactDecided& decided, const Whom& whom, time::Instant at,
                   Chance& chance) {
        auto discussed = Discussed::no;
        if (decided.outcome == ContactOutcome::strategy_discussion) {
            discussed = door_.enquire(*whom.family, decided.on, chance);
        } else if (decided.outcome != ContactOutcome::referral) {
            return;
        }
        const HandedOver what{decided.contact, whom.children, at, decided.outcome, discussed};
        if (whom.family != nullptr) {
            hand_overs_.tell(what, *whom.family, chance.branch("handed over"));
        } else {
            hand_overs_.let_go(what, chance.branch("handed over"));
        }
    }

    // Most are told in the hour; of the last days some are still to be.
    void tell_referrer(const record::ContactReceived& contact, time::Instant decided,
                       Chance chance) {
        constexpr int not_yet_in_a_thousand = 150;
        const auto told = decided + std::chrono::minutes{chance.between(10, 50)};
        const bool lately = time::date_in_wales(decided) >=
                            county_.workdays.on_or_before(county_.days.today.plus_days(-1));
        if (!record::is_professional(contact.source) ||
            (lately && chance.happens(not_yet_in_a_thousand)) || !scribe_.in_time(told)) {
            return;
        }
        const auto how = contact.channel == record::Channel::telephone
                             ? record::ToldBy::telephone
                             : record::ToldBy::secure_email;
        tell_outcome(county_, contact, told, how, scribe_);
    }

    // Before anything is decided that goes on every child is somebody.
    void make_known(const record::ContactReceived& contact, DoorFamily& family, time::Instant at) {
        const auto duty = county_.staff.duty_worker();
        const auto before = at - minutes_to_write;
        const auto day = time::date_in_wales(before);
        door_.describe(family, before, duty);
        int nth = 0;
        for (const auto& child : family.household.children) {
            scribe_.write(record::ContactChildMatched{contact.contact, ++nth, child.id, ""},
                          {{contact.contact.uuid, child.id.uuid}, day},
                          {before + std::chrono::minutes{1}, duty});
        }
    }

    static std::string reason_for(ContactOutcome outcome) {
        switch (outcome) {
        case ContactOutcome::allocated_worker:
            return "Passed to the worker, who will speak to the family today.";
        case ContactOutcome::advice:
            return "Advice given; the family knows where to turn.";
        case ContactOutcome::early_help:
            return "The family asked for help and agreed to it.";
        case ContactOutcome::referral:
            return "More is going on than was said; an assessment is needed.";
        case ContactOutcome::strategy_discussion:
            return "A child may have been hurt. The police were spoken to at once.";
        case ContactOutcome::no_further_action:
            break;
        }
        return "Checked with the school and the health visitor: no worry remains.";
    }

    static constexpr std::chrono::minutes minutes_to_write{3};

    const County& county_;
    Scribe& scribe_;
    DoorFamilies door_;
    HandOvers hand_overs_;
    std::vector<const Case*> known_;
};

} // namespace

void tell_front_door(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                     int days_told, const Chance& chance) {
    InTray tray{county, cases, scribe};
    for (int back = days_told; back > 0; --back) {
        tray.day(county.days.today.plus_days(-back),
                 chance.branch("day", static_cast<std::uint64_t>(back)));
    }
    tell_waiting(county, cases, scribe);
}

} // namespace gweld::demo
