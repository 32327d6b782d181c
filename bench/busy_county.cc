// bench/busy_county.cc - puts into the demo county what the front door, the register of enquiries
// and one child's timeline are measured with: 70,000 contacts decided in the last year and 500
// waiting, five years of section 47 enquiries, 2,000 visits to one child, who is named on the last
// line. The same every time. bench/busy.sh runs it.
//
//   busy_county DATA       a file made by gweld demo
#include "people/names.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "store/sqlite/sqlite_store.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace gweld::bench {
namespace {

constexpr int decided_contacts = 70'000;
constexpr int waiting_contacts = 500;
constexpr int enquiries_a_year = 1'185;
constexpr int years_of_enquiries = 5;
constexpr int visits = 2'000;
constexpr int a_year = 365;
constexpr std::size_t drafts_at_once = 3'000;

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

std::chrono::minutes time_of(int n) {
    return std::chrono::hours{8} + std::chrono::minutes{n * 7 % 480};
}

std::string clock_text(std::chrono::minutes at) {
    const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(at.count() / 60) + ":" + two(at.count() % 60);
}

class BusyCounty {
  public:
    explicit BusyCounty(record::Store& store) : store_{store} {
        const auto read = store.read([this](const record::Reading& in) { learn(in); });
        if (!read.ok() || people_.empty() || !child_) {
            stop("this is not a county made by gweld demo");
        }
    }

    void make() {
        enquiries();
        visits_to_one_child();
        for (int n = 0; n < decided_contacts; ++n) {
            const auto back = a_year - n * a_year / decided_contacts;
            decide(contact(today_.plus_days(-back), n));
        }
        for (int n = 0; n < waiting_contacts; ++n) {
            contact(today_.plus_days(-(n % 2)), n);
        }
        flush();
        std::printf("%s\n", base::to_text(child_->uuid).c_str());
    }

  private:
    struct Person {
        base::PersonId id;
        record::PersonDescribed described;
    };

    void learn(const record::Reading& in) {
        in.each_entry(0, [this](const record::Entry& entry) {
            now_ = entry.recorded_at;
            if (entry.kind == record::Named<record::PersonDescribed>::name) {
                people_.push_back({base::PersonId{entry.about.front()},
                                   record::body_of<record::PersonDescribed>(entry)});
            }
            return true;
        });
        today_ = time::date_in_wales(now_);
        const auto day = today_.day_number();
        for (const auto& row : in.registrations_between(day, day + 1)) {
            child_ = base::PersonId{row.child};
        }
        for (const auto& worker : in.workers()) {
            by_ = {worker.worker, worker.name, "duty_worker", {}};
        }
    }

    base::Uuid fresh_id() {
        const auto n = ++made_;
        const auto byte = [n](unsigned at) { return static_cast<std::uint8_t>(n >> (8U * at)); };
        const std::array<std::uint8_t, 10> noise = {0,       byte(3), 0, byte(2), byte(1),
                                                    byte(0), 9,       9, 9,       9};
        return base::uuid_at(now_.time_since_epoch().count(), noise);
    }

    template <class Kind>
    base::EntryId put(const Kind& body, std::vector<base::Uuid> about, time::CivilDate on,
                      std::chrono::minutes at) {
        record::Draft draft;
        draft.id = fresh_id();
        draft.kind = record::Named<Kind>::name;
        draft.about = std::move(about);
        draft.effective = on;
        draft.recorded_at = std::min(time::at_wall_time_in_wales(on, at), now_);
        draft.recorded_by = by_;
        draft.body = record::encode(body);
        const base::EntryId id{draft.id};
        drafts_.push_back(std::move(draft));
        if (drafts_.size() >= drafts_at_once) {
            flush();
        }
        return id;
    }

    void flush() {
        const auto done = store_.write([this](record::Writing& tx) {
            tx.append({"busy county " + std::to_string(made_), {}, drafts_});
            return record::Keep::yes;
        });
        if (!done.ok()) {
            stop("the store did not take them");
        }
        drafts_.clear();
    }

    const Person& somebody(int n) const {
        return people_[static_cast<std::size_t>(n) * 7 % people_.size()];
    }

    // Two in five about somebody known; the others have names that are like those of people known.
    record::ContactReceived contact(time::CivilDate on, int n) {
        const auto& person = somebody(n);
        record::ContactReceived in;
        in.contact = base::ContactId{fresh_id()};
        in.on = on;
        in.at = clock_text(time_of(n));
        in.channel = n % 3 == 0 ? record::Channel::police_report : record::Channel::telephone;
        in.source = n % 3 == 0 ? record::ContactSource::police : record::ContactSource::family;
        in.organisation = n % 3 == 0 ? "Police" : "";
        in.worry = "Called by neighbours to shouting. The children were upstairs. The family knows "
                   "that we are ringing.";
        in.worry_language = "en";
        record::ChildInContact child;
        child.name = person.described.forename + " " + person.described.surname;
        child.born = person.described.born;
        std::vector<base::Uuid> about{in.contact.uuid};
        if (n % 5 < 2) {
            child.person = person.id;
            about.push_back(person.id.uuid);
        }
        in.children.push_back(std::move(child));
        put(in, about, on, time_of(n));
        if (n % 2 == 0) {
            put(record::ContactTaken{in.contact, base::WorkerId{by_.worker}, by_.name},
                {in.contact.uuid}, on, time_of(n) + std::chrono::minutes{5});
        }
        return in;
    }

    void decide(const record::ContactReceived& in) {
        record::ContactDecided decided;
        decided.contact = in.contact;
        decided.outcome = record::ContactOutcome::advice;
        decided.reason = "Advice given; the family knows where to turn.";
        decided.on = in.on;
        std::vector<base::Uuid> about{in.contact.uuid};
        if (in.children.front().person) {
            decided.children = {*in.children.front().person};
            about.push_back(in.children.front().person->uuid);
        }
        put(decided, about, in.on, std::chrono::hours{17});
    }

    void enquiries() {
        using record::Agency;
        using record::Came;
        constexpr int all = enquiries_a_year * years_of_enquiries;
        for (int n = 0; n < all; ++n) {
            const auto child = somebody(n * 3 + 1).id;
            const auto on = today_.plus_days(-a_year * years_of_enquiries +
                                             n * a_year * years_of_enquiries / all);
            record::StrategyDiscussionHeld held;
            held.on = on;
            held.at = "11:00";
            held.invited = {
                {Agency::childrens_services, by_.name, "Social worker", Came::attended, "Known."},
                {Agency::police, "Owen Pugh", "Public protection", Came::attended, "Two calls."}};
            held.children = {{child, record::Threshold::met}};
            held.enquiry = record::EnquiryBy::jointly_with_police;
            held.decided = "A section 47 enquiry, starting today.";
            const auto discussion = put(held, {child.uuid}, on, time_of(n));
            const auto enquiry =
                put(record::EnquiryStarted{discussion, on, record::EnquiryBy::jointly_with_police},
                    {child.uuid}, on, time_of(n));
            const auto ended = on.plus_days(8);
            if (ended <= today_) {
                record::EnquiryConcluded concluded{enquiry, ended, {}};
                concluded.children = {
                    {child, record::Determination::substantiated_not_continuing_risk,
                     "The adults at home keep the child safe.", "Care and support assessment."}};
                put(concluded, {child.uuid}, ended, time_of(n));
            }
        }
    }

    void visits_to_one_child() {
        for (int n = 0; n < visits; ++n) {
            record::VisitMade visit;
            visit.on = today_.plus_days(-(visits - n) * years_of_enquiries * a_year / visits);
            visit.arrived = clock_text(time_of(n));
            visit.place = record::Place::home;
            visit.children = {{*child_, record::Answer::yes, record::Answer::yes,
                               record::Answer::yes, "I like my new school.", "en"}};
            visit.account = "The house was warm and tidy. " + std::string(500, 'a');
            put(visit, {child_->uuid}, visit.on, time_of(n) + std::chrono::hours{1});
        }
    }

    record::Store& store_;
    record::Instant now_;
    time::CivilDate today_ = record::to_be_given;
    std::vector<Person> people_;
    std::optional<base::PersonId> child_;
    record::Recorder by_;
    std::vector<record::Draft> drafts_;
    std::uint32_t made_ = 0;
};

} // namespace
} // namespace gweld::bench

int main(int count, char** words) {
    using namespace gweld;
    if (count != 2) {
        bench::stop("busy_county DATA");
    }
    store::SqliteOptions options;
    options.name_keys = &people::name_keys;
    auto opened = store::open_sqlite(words[1], "X00000001", options);
    if (!opened.ok()) {
        bench::stop(opened.error().detail);
    }
    bench::BusyCounty{*opened.value()}.make();
    return 0;
}
