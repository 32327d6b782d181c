// Every route of the router's own table, asked by everybody of every relation, with the record
// closed in every way: what comes back is compared with the rules (tests/access/rules.py), which
// name every route and what it takes. A route they do not name fails. And whoever may not see the
// record is shown nothing of it on any page: the child has a name that stands nowhere else.
#include "made_county.h"

#include <cstdio>
#include <fstream>
#include <map>

namespace gweld::web::pages {

namespace {

using base::Uuid;
using made::County;
using made::now;
using record::Draft;
using record::Role;

constexpr std::string_view canary = "Zephyrine Quillfeather";

struct Persona {
    access::Viewer viewer;
    std::string relation; // as rules.py names it
};

class EveryRoute : public ::testing::Test {
  protected:
    EveryRoute() {
        auto drafts = made::made_county().drafts;
        {
            County whole{drafts};
            choose(whole.store());
        }
        for (auto& draft : drafts) {
            if (record::is_a<record::PersonDescribed>(draft) && draft.about.front() == child_) {
                auto body = record::body_of<record::PersonDescribed>(draft);
                body.forename = "Zephyrine";
                body.surname = "Quillfeather";
                draft.body = record::encode(body);
            }
        }
        drafts_ = std::move(drafts);
    }

    // On the register, in a team, with a worker, without brothers and sisters: what is shown of
    // them is another record's.
    void choose(record::Store& store) {
        EXPECT_TRUE(store
                        .read([&](const record::Reading& reading) {
                            const auto day = time::date_in_wales(now).day_number();
                            for (const auto& row : reading.registrations_between(day, day + 1)) {
                                consider(reading, row.child);
                            }
                            for (const auto& team : reading.teams()) {
                                team_name_ = team.team == team_ ? team.name : team_name_;
                                other_team_ = team.team == team_ ? other_team_ : team.team;
                            }
                            for (const auto& entry : reading.about(child_, 0)) {
                                const auto word = entry.kind.substr(0, entry.kind.find('.'));
                                of_kind_[word] = record::is_a<record::AssessmentWritten>(entry)
                                                     ? entry.about.back()
                                                     : entry.id;
                            }
                            for (const auto& contact : reading.contacts_of(child_)) {
                                of_kind_["contact"] = contact.contact;
                            }
                        })
                        .ok());
        ASSERT_NE(child_, Uuid{});
    }
    void consider(const record::Reading& reading, Uuid child) {
        const auto held = reading.allocations_of(child);
        const auto families = reading.families_of(child);
        const bool alone = families.size() == 1 && reading.members_of(families.front()).size() == 1;
        const auto bookings = reading.bookings_of(child);
        if (alone && held.size() == 1 && !reading.contacts_of(child).empty() &&
            bookings.size() > 1 && held.back().team) {
            child_ = child;
            worker_ = held.back().worker;
            team_ = held.back().team;
            chair_ = bookings.back().chair_worker;
        }
    }

    static Uuid who(std::string_view name) { return base::uuid_of("test", "who", name); }
    std::vector<Persona> personas() const {
        const auto& team = team_name_;
        std::vector<Persona> all{
            {{"worker", worker_, "Worker", Role::social_worker, team_, team}, "mine"},
            {{"colleague", who("colleague"), "Colleague", Role::social_worker, team_, team},
             "my-teams"},
            {{"stranger", who("stranger"), "Stranger", Role::social_worker, other_team_, "Other"},
             "another-teams"},
            {{"manager", who("manager"), "Manager", Role::team_manager, team_, team}, "my-teams"},
            {{"elsewhere", who("elsewhere"), "Elsewhere", Role::team_manager, other_team_, "Other"},
             "another-teams"},
            {{"head", who("head"), "Head", Role::head_of_service, {}, ""}, "another-teams"},
            {{"duty", who("duty"), "Duty", Role::duty_worker, {}, ""}, "another-teams"},
            {{"officer", who("officer"), "Officer", Role::reviewing_officer, {}, ""},
             "another-teams"},
            {{"administrator", worker_, "Administrator", Role::administrator, {}, ""}, "mine"},
            {{"guardian", worker_, "Guardian", Role::guardian, {}, ""}, "mine"}};
        if (chair_) {
            all.push_back({{"chair", *chair_, "Chair", Role::reviewing_officer, {}, ""},
                           "i-chaired-the-last"});
        }
        return all;
    }

    Draft entry(std::string_view what, std::vector<Uuid> about, const record::Recorder& by) const {
        Draft draft;
        draft.id = base::uuid_of("test", "barrier", what);
        draft.about = std::move(about);
        draft.effective = time::date_in_wales(now);
        draft.recorded_at = now;
        draft.recorded_by = by;
        return draft;
    }
    template <class Kind> static Draft with(Draft draft, const Kind& body) {
        draft.kind = record::Named<Kind>::name;
        draft.body = record::encode(body);
        return draft;
    }
    Draft restriction(record::OpenTo to, std::vector<record::ListedPerson> listed) const {
        return with(entry("restriction", {child_}, {{}, "Gweld", "system", ""}),
                    record::RecordRestricted{record::WhyRestricted::other,
                                             to,
                                             std::move(listed),
                                             "Why",
                                             time::date_in_wales(now).plus_days(90),
                                             {}});
    }
    Draft opening(const access::Viewer& by) const {
        return with(
            entry("opening " + by.name, {child_},
                  {by.worker, by.name, std::string{record::name_of(by.role)}, by.team_name}),
            record::OpenedInEmergency{record::WhyOpened::here_now, "They are here"});
    }

    // The record closed in the way that rules.py names so, for each of them.
    std::vector<Draft> closed(std::string_view how, const std::vector<Persona>& all) const {
        using To = record::OpenTo;
        const record::ListedPerson another{base::WorkerId{who("another")}, "Another"};
        std::vector<record::ListedPerson> with_all{another};
        std::vector<Draft> exclusions;
        std::vector<Draft> openings{restriction(To::allocated_chain, {})};
        for (const auto& [viewer, relation] : all) {
            const record::ListedPerson me{base::WorkerId{viewer.worker}, viewer.name};
            with_all.push_back(me);
            exclusions.push_back(with(
                entry("exclusion" + viewer.name, {child_, viewer.worker},
                      {{}, "Gweld", "system", ""}),
                record::PersonExcluded{me.worker, me.name, record::WhyExcluded::other, "Why"}));
            openings.push_back(opening(viewer));
        }
        if (how == "i-am-excluded") {
            return exclusions;
        }
        if (how == "to-chain") {
            return {restriction(To::allocated_chain, {})};
        }
        if (how == "to-list-without-me") {
            return {restriction(To::listed, {another})};
        }
        if (how == "to-list-with-me") {
            return {restriction(To::listed, with_all)};
        }
        return how == "to-chain-opened-by-me" ? openings : std::vector<Draft>{};
    }

    std::string target_of(const Route& route) const {
        std::string target;
        for (std::size_t at = 0; at < route.pattern.size();) {
            if (route.pattern[at] != '{') {
                target += route.pattern[at++];
                continue;
            }
            const auto end = route.pattern.find('}', at);
            target += filling(route.pattern.substr(at + 1, end - at - 1), target);
            at = end + 1;
        }
        return route.name == "search" ? target + "?q=Quillfeather" : target;
    }
    std::string filling(const std::string& slot, const std::string& before) const {
        if (slot == "format") {
            return "pdf";
        }
        if (slot == "rule") {
            return "cp.visit.seen-alone";
        }
        const auto slash = before.rfind('/', before.size() - 2);
        const auto what = before.substr(slash + 1, before.size() - slash - 2);
        const auto found = of_kind_.find(what);
        return base::to_text(found == of_kind_.end() ? child_ : found->second);
    }

    Uuid child_{};
    Uuid worker_{};
    std::optional<Uuid> team_;
    std::optional<Uuid> other_team_;
    std::optional<Uuid> chair_;
    std::string team_name_;
    std::map<std::string, Uuid, std::less<>> of_kind_; // of this child, by the first word of a kind
    std::vector<Draft> drafts_;
};

// Names, not texts: a page of the child's has the name at its head.
bool shows_the_child(const std::string& body) {
    return body.find("Zephyrine") != std::string::npos ||
           body.find("Quillfeather") != std::string::npos;
}

std::string answer_of_rules(const std::string& cells) {
    const std::string file = ::testing::TempDir() + "gweld-routes";
    std::ofstream{file, std::ios::binary} << cells;
    const std::string ask = "python3 " GWELD_TREE "/tests/access/rules.py routes " + file;
    std::string answer;
    std::FILE* pipe = ::popen(ask.c_str(), "r");
    char piece[512];
    while (pipe != nullptr && std::fgets(piece, sizeof piece, pipe) != nullptr) {
        answer += piece;
    }
    const int status = pipe == nullptr ? -1 : ::pclose(pipe);
    std::remove(file.c_str());
    return status == 0 ? answer : answer + "rules.py ended with " + std::to_string(status);
}

} // namespace

TEST_F(EveryRoute, is_open_and_shut_as_the_rules_say_and_shows_nobody_what_is_shut) {
    std::string cells;
    std::size_t asked = 0;
    const auto all = personas();
    for (const auto* how : {"none", "i-am-excluded", "to-chain", "to-list-without-me",
                            "to-list-with-me", "to-chain-opened-by-me"}) {
        auto drafts = drafts_;
        for (auto& draft : closed(how, all)) {
            drafts.push_back(std::move(draft));
        }
        County county{drafts};
        for (const auto& [viewer, relation] : all) {
            for (const auto& route : county.router().table()) {
                if (route.spoken == Spoken::no_language || route.name == "sign-out") {
                    continue;
                }
                county.let_in(viewer);
                const auto before = county.head();
                const auto got = county.ask(viewer, route.method, target_of(route));
                // The search repeats what was typed.
                const bool shown = route.name == "search"
                                       ? got.body.find("Zephyrine") != std::string::npos
                                       : shows_the_child(got.body);
                for (const auto& part :
                     {std::string{record::name_of(viewer.role)}, relation, std::string{how},
                      std::string{route.method == Method::get ? "get" : "post"}, route.name,
                      route.pattern, std::to_string(got.status),
                      std::string{shown ? "shown" : "hidden"},
                      std::string{county.head() == before ? "unwritten" : "written"}}) {
                    cells.append(part).append(1, '\t');
                }
                cells.back() = '\n';
                ++asked;
            }
        }
    }
    EXPECT_EQ(answer_of_rules(cells), std::to_string(asked) + " answers are as the rules say\n");
}

} // namespace gweld::web::pages
