#include "demo/front_door.h"

#include "demo/moments.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Channel;
using record::ContactOutcome;
using record::ContactSource;

constexpr int days_told = 30;
constexpr int known_in_a_thousand = 300;

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

class InTray {
  public:
    InTray(const County& county, const std::vector<Case>& cases, Scribe& scribe)
        : county_{county}, scribe_{scribe} {
        for (const auto& family : cases) {
            if (family.script == nullptr) {
                known_.push_back(&family);
            }
        }
    }

    void day(CivilDate day, Chance chance) {
        const bool working = county_.workdays.is_one(day);
        const int came_in = working ? chance.between(22, 29) : chance.between(3, 7);
        for (int i = 0; i < came_in; ++i) {
            contact(day, chance.branch("contact", static_cast<std::uint64_t>(i)));
        }
    }

  private:
    const Case* somebody_known(Chance& chance) const {
        if (known_.empty() || !chance.happens(known_in_a_thousand)) {
            return nullptr;
        }
        return chance.one_of(known_);
    }

    // What came in late is decided the next morning; everything told here is decided.
    time::Instant decided_at(CivilDate day, std::chrono::minutes received, Chance& chance) const {
        const auto same_day = received + std::chrono::minutes{chance.between(60, 300)};
        const bool today = county_.workdays.is_one(day) && same_day < at_time(17);
        if (today && day < county_.days.today) {
            return moment(day, same_day);
        }
        return moment(county_.workdays.after(day, 1), at_time(8, chance.between(5, 55)));
    }

    void contact(CivilDate day, Chance chance) {
        const auto& way = any_way(chance);
        const auto* family = somebody_known(chance);
        const auto received = at_time(8, chance.between(0, 9 * 60 - 10));
        const auto at = moment(day, received);
        const auto decided = decided_at(day, received, chance);
        if (!scribe_.in_time(decided)) {
            return; // tell_waiting says what waits
        }
        record::ContactReceived body;
        body.contact = base::ContactId{scribe_.fresh_id(at)};
        body.on = day;
        body.at = clock_text(received);
        body.channel = way.channel;
        body.source = way.source;
        body.organisation = way.organisation;
        body.referrer = way.referrer;
        body.referrer_role = way.role;
        body.reach = way.referrer.empty() ? "" : "01632 960 140";
        body.worry = worry_for(way.source, chance);
        body.worry_language = "en";
        put_child(body, family, day, chance);
        std::vector<Uuid> about{body.contact.uuid};
        if (body.children.front().person) {
            about.push_back(body.children.front().person->uuid);
        }
        const std::size_t duty = county_.staff.duty_worker();
        scribe_.write(body, {about, day, at}, {at, duty});
        const auto& worker = county_.staff.workers[duty];
        scribe_.write(record::ContactTaken{body.contact, worker.id, worker.name},
                      {{body.contact.uuid}, day}, {at + std::chrono::minutes{4}, duty});
        decide(body, family, about, decided, chance);
    }

    static void put_child(record::ContactReceived& body, const Case* family, CivilDate day,
                          Chance& chance) {
        const auto stranger = household_at(day, chance);
        const auto& children = family == nullptr ? stranger.children : family->household.children;
        const auto& child = children.front();
        record::ChildInContact part;
        part.name = child.forename + " " + child.surname;
        if (child.born <= day) {
            part.born = child.born;
        }
        if (family != nullptr) {
            part.person = child.id;
        }
        body.children.push_back(std::move(part));
    }

    static ContactOutcome outcome_for(bool known, bool held, Chance& chance) {
        constexpr std::array of_known{ContactOutcome::allocated_worker, ContactOutcome::referral,
                                      ContactOutcome::strategy_discussion, ContactOutcome::advice};
        constexpr std::array of_strangers{ContactOutcome::advice, ContactOutcome::early_help,
                                          ContactOutcome::no_further_action};
        if (!known) {
            return of_strangers[chance.weighted(std::array{40, 20, 40})];
        }
        return of_known[chance.weighted(std::array{held ? 60 : 0, 25, 5, 10})];
    }

    void decide(const record::ContactReceived& contact, const Case* family,
                const std::vector<Uuid>& about, time::Instant at, Chance& chance) {
        const auto day = time::date_in_wales(at);
        const bool held = family != nullptr && family->held_on(day) != nullptr;
        record::ContactDecided body;
        body.contact = contact.contact;
        body.outcome = outcome_for(family != nullptr, held, chance);
        body.reason = reason_for(body.outcome);
        body.on = day;
        if (body.outcome == ContactOutcome::early_help) {
            body.consent = record::Consent::given;
        }
        if (contact.children.front().person) {
            body.children.push_back(*contact.children.front().person);
        }
        scribe_.write(body, {about, day, at}, {at, county_.staff.duty_worker()});
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

    const County& county_;
    Scribe& scribe_;
    std::vector<const Case*> known_;
};

} // namespace

void tell_front_door(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                     const Chance& chance) {
    InTray tray{county, cases, scribe};
    for (int back = days_told; back > 0; --back) {
        tray.day(county.days.today.plus_days(-back),
                 chance.branch("day", static_cast<std::uint64_t>(back)));
    }
    tell_waiting(county, cases, scribe);
}

} // namespace gweld::demo
