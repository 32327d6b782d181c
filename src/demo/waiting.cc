#include "demo/front_door.h"
#include "demo/moments.h"
#include "demo/referring.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

namespace {

using record::Channel;
using record::ContactSource;

enum class When { this_morning, last_working_day };
enum class Has { nobody, duty, manager };

struct Waiting {
    When when;
    std::string_view at;
    Channel channel;
    ContactSource source;
    std::string_view organisation;
    std::string_view referrer;
    std::string_view role;
    std::string_view worry;
    std::string_view language;
    Has has;
};

constexpr auto now = When::this_morning;
constexpr auto before = When::last_working_day;

// In the order of the children below.
constexpr std::array all_that_waits{
    Waiting{now, "08:41", Channel::telephone, ContactSource::member_of_public, "", "", "",
            "Seen alone by the roadside twice this morning. Caller gave a lorry number.", "en",
            Has::duty},
    Waiting{before, "11:30", Channel::secure_email, ContactSource::health, "Maternity unit",
            "Mari Threlfall", "Midwife", "Mother 17, not booked in with a midwife until 30 weeks.",
            "en", Has::nobody},
    Waiting{before, "14:15", Channel::online_form, ContactSource::school, "Ysgol Bro Dulas",
            "Non Gruffudd", "Safeguarding lead",
            "Came to school with a cut lip. Says “Dad lost it”.", "en", Has::nobody},
    Waiting{before, "09:05", Channel::police_report, ContactSource::police, "Police",
            "PC Meirion Blythe", "Police officer",
            "Missing 4 times in 2 weeks. Older boys in a car.", "en", Has::duty},
    Waiting{before, "10:20", Channel::online_form, ContactSource::health, "Maesgwyn surgery",
            "Dr Anwen Teague", "GP", "Carer for his father since a stroke. Missing school.", "en",
            Has::duty},
    Waiting{before, "16:40", Channel::telephone, ContactSource::family, "", "Gemma Cox", "Mother",
            "Mother asks for help. Electricity off, hours of anger at night.", "en", Has::manager},
    Waiting{now, "07:12", Channel::police_report, ContactSource::police, "Police",
            "PC Meirion Blythe", "Police officer", "Police called to shouting. Children upstairs.",
            "en", Has::nobody},
    Waiting{now, "08:00", Channel::out_of_hours, ContactSource::social_services,
            "Out-of-hours team", "Iestyn Crane", "Duty social worker",
            "Self-harm, seen by A&E overnight, gone home.", "en", Has::duty},
    Waiting{now, "08:35", Channel::telephone, ContactSource::nursery, "Meithrin y Bont",
            "Sioned Farrant", "Manager", "Not collected from nursery until 6:40pm yesterday.", "en",
            Has::duty},
    Waiting{now, "08:20", Channel::secure_email, ContactSource::probation, "Probation service",
            "Darren Quill", "Probation officer", "Partner on bail for assault.", "en",
            Has::manager},
    Waiting{now, "08:50", Channel::telephone, ContactSource::family, "", "Eirlys Wyn", "Nain",
            "Dyw Nain ddim yn gallu ymdopi mwyach â Cadi’n byw gyda hi.", "cy", Has::manager},
};

record::ChildInContact child(std::string name, std::optional<CivilDate> born = {}) {
    record::ChildInContact part;
    part.name = std::move(name);
    part.born = born;
    return part;
}

record::ChildInContact unborn(std::string name, CivilDate expected) {
    auto part = child(std::move(name));
    part.expected = expected;
    return part;
}

using Children = std::vector<record::ChildInContact>;

CivilDate years_ago(CivilDate today, int years, int days) {
    return today.plus_months_clipped(-12 * years).plus_days(-days);
}

// A child whom the county knows: matched from the start, or only named so that the match is found.
const Child& somebody_known(const std::vector<Case>& cases, std::size_t from_the_end) {
    std::vector<const Case*> plain;
    for (const auto& family : cases) {
        if (family.script == nullptr) {
            plain.push_back(&family);
        }
    }
    return plain.at(plain.size() - from_the_end)->household.children.front();
}

std::vector<Children> children_of(const County& county, const std::vector<Case>& cases) {
    const auto today = county.days.today;
    auto girl = child("Unknown girl");
    girl.age = "about 3";
    const auto& known = somebody_known(cases, 1);
    const auto& named = somebody_known(cases, 2);
    auto matched = child(known.forename + " " + known.surname, known.born);
    matched.person = known.id;
    auto probation = child(named.forename + " " + named.surname, named.born);
    return {
        {girl},
        {unborn("First twin", today.plus_days(58)), unborn("Second twin", today.plus_days(58))},
        {child("Leo Hartley", years_ago(today, 14, 40))},
        {std::move(matched)},
        {child("Idris Vaughan", years_ago(today, 12, 90))},
        {child("Noah Cox", years_ago(today, 6, 12)), child("Evie Cox", years_ago(today, 4, 200))},
        {child("Aisha Rahman", years_ago(today, 7, 33)),
         child("Yusuf Rahman", years_ago(today, 2, 70))},
        {child("Gruff Tudor", years_ago(today, 15, 8))},
        {child("Mia Farr", years_ago(today, 5, 120))},
        {std::move(probation), unborn("Unborn", today.plus_days(90))},
        {child("Cadi Wyn", years_ago(today, 10, 15))}};
}

record::ContactReceived received(const Waiting& what, CivilDate day, Children children) {
    record::ContactReceived body;
    body.on = day;
    body.at = what.at;
    body.channel = what.channel;
    body.source = what.source;
    body.organisation = what.organisation;
    body.referrer = what.referrer;
    body.referrer_role = what.role;
    body.reach = what.referrer.empty() ? "" : "01632 960 140";
    body.children = std::move(children);
    body.worry = what.worry;
    body.worry_language = what.language;
    return body;
}

std::optional<std::size_t> whoever_has(const County& county, Has has) {
    switch (has) {
    case Has::duty:
        return county.staff.duty_worker();
    case Has::manager:
        return county.staff.manager_of(north);
    case Has::nobody:
        break;
    }
    return std::nullopt;
}

base::ContactId tell(const County& county, const Waiting& what, record::ContactReceived body,
                     Scribe& scribe) {
    const auto at = moment(body.on, read_clock_text(what.at));
    body.contact = base::ContactId{scribe.fresh_id(at)};
    std::vector<Uuid> about{body.contact.uuid};
    for (const auto& child : body.children) {
        if (child.person) {
            about.push_back(child.person->uuid);
        }
    }
    if (what.channel == Channel::online_form) {
        const bool by_school = what.source == ContactSource::school;
        scribe.write(body, {about, body.on, at}, {at, std::nullopt, Nobody::partners_form});
        tell_form(body, at, by_school ? Filled::whole : Filled::partly, scribe);
    } else {
        scribe.write(body, {about, body.on, at}, {at, county.staff.duty_worker()});
    }
    if (const auto has = whoever_has(county, what.has)) {
        const auto& worker = county.staff.workers[*has];
        scribe.write(record::ContactTaken{body.contact, worker.id, worker.name},
                     {{body.contact.uuid}, body.on}, {at + std::chrono::minutes{6}, *has});
    }
    if (what.channel == Channel::online_form && what.has == Has::duty) {
        tell_question(county, body, at + std::chrono::minutes{30}, at + std::chrono::hours{5},
                      scribe);
    }
    return body.contact;
}

} // namespace

void tell_waiting(const County& county, const std::vector<Case>& cases, Scribe& scribe) {
    const auto last = county.workdays.on_or_before(county.days.today.plus_days(-1));
    auto children = children_of(county, cases);
    for (std::size_t i = 0; i < all_that_waits.size(); ++i) {
        const auto& what = all_that_waits[i];
        const auto day = what.when == now ? county.days.today : last;
        auto body = received(what, day, std::move(children[i]));
        const bool roadside = i == 0;
        body.harm =
            roadside ? record::SignificantHarm::possible : record::SignificantHarm::not_suspected;
        const auto contact = tell(county, what, std::move(body), scribe);
        const bool waits_for_the_police = i == 3;
        if (waits_for_the_police) { // said on the day, and the day has gone by
            const auto at = moment(day, at_time(9, 40));
            scribe.write(record::ContactWaits{contact, "Whose car it is", "the police", day, ""},
                         {{contact.uuid}, day}, {at, county.staff.duty_worker()});
        }
    }
}

} // namespace gweld::demo
