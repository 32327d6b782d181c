// For whom a record excludes there is no such record: the same made-up county with and without one
// child, asked the same things by somebody excluded from that child, answers alike to the byte.
// Every route of the router's own table; GWELD_HIDDEN_REQUESTS says how many are asked.
#include "made_county.h"

#include <cstdlib>
#include <random>
#include <set>

namespace gweld::web::pages {

namespace {

using base::Uuid;
using record::Draft;

using made::County;
using made::made_county;
using made::now;
using made::where_they_part;

// Says nothing to anybody and takes the same place in the log.
Draft nothing_said(const Draft& instead_of) {
    Draft draft;
    draft.id = instead_of.id;
    draft.kind = record::Named<record::PhoneListWiped>::name;
    draft.about = {base::uuid_of("test", "nobody", "")};
    draft.effective = instead_of.effective;
    draft.recorded_at = instead_of.recorded_at;
    draft.recorded_by = {{}, "Gweld", "system", ""};
    draft.body = record::encode(record::PhoneListWiped{});
    return draft;
}

Draft exclusion_of(Uuid child, const access::Viewer& viewer) {
    Draft draft;
    draft.id = base::uuid_of("test", "exclusion", viewer.sign_in_name);
    draft.kind = record::Named<record::PersonExcluded>::name;
    draft.about = {child, viewer.worker};
    draft.effective = time::date_in_wales(now);
    draft.recorded_at = now;
    draft.recorded_by = {{}, "Gweld", "system", ""};
    draft.body = record::encode(record::PersonExcluded{base::WorkerId{viewer.worker}, viewer.name,
                                                       record::WhyExcluded::knows_them, "Known"});
    return draft;
}

class HiddenChild : public ::testing::Test {
  protected:
    HiddenChild() {
        auto drafts = made_county().drafts;
        {
            County whole{drafts};
            choose(whole.store());
        }
        auto without = drafts;
        for (auto& draft : without) {
            const bool hidden = std::ranges::any_of(draft.about, [&](const Uuid& id) {
                return id == child_ || contacts_.contains(id);
            });
            if (hidden) {
                draft = nothing_said(draft);
            }
        }
        for (const auto& viewer : viewers_) {
            drafts.push_back(exclusion_of(child_, viewer));
            without.push_back(nothing_said(drafts.back()));
        }
        with_ = std::make_unique<County>(drafts);
        without_ = std::make_unique<County>(without);
        for (const auto& viewer : viewers_) {
            with_->let_in(viewer);
            without_->let_in(viewer);
        }
    }

    // A child on the register with a worker, and somebody of every role.
    void choose(record::Store& store) {
        EXPECT_TRUE(store
                        .read([&](const record::Reading& reading) {
                            const auto day = time::date_in_wales(now).day_number();
                            for (const auto& row : reading.registrations_between(day, day + 1)) {
                                const auto held = reading.allocations_of(row.child);
                                if (!held.empty() && reading.families_of(row.child).size() == 1 &&
                                    !reading.contacts_of(row.child).empty()) {
                                    child_ = row.child;
                                    worker_ = held.back().worker;
                                    team_ = held.back().team;
                                }
                                by_address_["child"].push_back(row.child);
                                know_entries(reading, row.child, 1);
                            }
                            know_entries(reading, child_, 40);
                            by_address_["child"].insert(by_address_["child"].end(), 50, child_);
                            for (const auto& contact : reading.contacts_of(child_)) {
                                contacts_.insert(contact.contact);
                                by_address_["contact"].push_back(contact.contact);
                            }
                            for (const auto& row : reading.contacts_waiting()) {
                                by_address_["contact"].push_back(row.contact);
                            }
                            for (const auto& team : reading.teams()) {
                                team_name_ = team.team == team_ ? team.name : team_name_;
                            }
                        })
                        .ok());
        ASSERT_NE(child_, Uuid{});
        for (const auto& [what, ids] : by_address_) {
            ids_.insert(ids_.end(), ids.begin(), ids.end());
        }
        using record::Role;
        viewers_ = {
            {"worker", worker_, "Worker", Role::social_worker, team_, team_name_},
            {"colleague", base::uuid_of("test", "who", "colleague"), "Colleague",
             Role::social_worker, team_, team_name_},
            {"manager", base::uuid_of("test", "who", "manager"), "Manager", Role::team_manager,
             team_, team_name_},
            {"duty", base::uuid_of("test", "who", "duty"), "Duty", Role::duty_worker, {}, ""},
            {"chair",
             base::uuid_of("test", "who", "chair"),
             "Chair",
             Role::reviewing_officer,
             {},
             ""},
            {"head", base::uuid_of("test", "who", "head"), "Head", Role::head_of_service, {}, ""}};
    }

    // Each as often as is said: of one child against many.
    void know_entries(const record::Reading& reading, Uuid child, std::size_t often) {
        for (const auto& entry : reading.about(child, 0)) {
            auto& of_kind = by_address_[entry.kind.substr(0, entry.kind.find('.'))];
            const auto id =
                record::is_a<record::AssessmentWritten>(entry) ? entry.about.back() : entry.id;
            of_kind.insert(of_kind.end(), often, id);
            by_address_["entry"].insert(by_address_["entry"].end(), often, entry.id);
            by_address_["signing"].insert(by_address_["signing"].end(), often, entry.id);
        }
    }

    std::string target_of(const Route& route) {
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
        if (route.name == "search") {
            target += "?q=" + encoded(searched_[dice_() % searched_.size()]);
        }
        return target;
    }
    // Mostly what the address asks for, sometimes anything.
    std::string filling(const std::string& slot, std::string_view before) {
        if (slot == "format") {
            return "pdf";
        }
        if (slot == "month") {
            return "2026-11";
        }
        if (slot == "rule") {
            return "cp.visit.seen-alone";
        }
        const auto what = before.substr(before.rfind('/', before.size() - 2) + 1);
        const auto found = by_address_.find(what.substr(0, what.size() - 1));
        const bool anything = dice_() % 8 == 0 || found == by_address_.end();
        const auto& ids = anything ? ids_ : found->second;
        return base::to_text(ids[dice_() % ids.size()]);
    }
    static std::string encoded(const std::string& text) {
        const Field field{"q", text};
        return encode_fields({&field, 1}).substr(2);
    }
    void know_the_name() {
        EXPECT_TRUE(with_->store()
                        .read([&](const record::Reading& reading) {
                            const auto person = *reading.person(child_);
                            const auto born = time::to_iso(time::CivilDate::from_day_number(
                                static_cast<std::int32_t>(*person.born)));
                            searched_ = {person.surname,
                                         person.forename,
                                         person.number,
                                         born,
                                         person.forename + " " + person.surname + " " + born,
                                         reading.addresses_of(child_).back().postcode,
                                         "a",
                                         "Davies"};
                        })
                        .ok());
    }

    Uuid child_{};
    Uuid worker_{};
    std::optional<Uuid> team_;
    std::string team_name_;
    std::set<Uuid> contacts_;
    // What is asked for after "/child/", "/contact/", "/entry/"; the hidden one's often.
    std::map<std::string, std::vector<Uuid>, std::less<>> by_address_;
    std::vector<Uuid> ids_;
    std::vector<std::string> searched_;
    std::vector<access::Viewer> viewers_;
    std::unique_ptr<County> with_;
    std::unique_ptr<County> without_;
    std::mt19937_64 dice_{20261124};
};

std::size_t requests() {
    const char* asked = std::getenv("GWELD_HIDDEN_REQUESTS");
    return asked == nullptr ? 10'000 : std::stoul(asked);
}

// What ends the session, and the form of people who are not signed in, which is made by chance.
bool is_asked(const Route& route) {
    static const std::set<std::string, std::less<>> not_asked{"sign-out", "sign-in"};
    return !not_asked.contains(route.name) && !route.name.starts_with("refer") &&
           route.spoken == Spoken::both_languages;
}

} // namespace

TEST_F(HiddenChild, every_answer_is_that_of_a_county_without_the_child) {
    know_the_name();
    std::vector<Route> routes;
    for (const auto& route : with_->router().table()) {
        if (is_asked(route)) { // what is read more often than what is sent
            routes.insert(routes.end(), route.method == Method::get ? 6 : 1, route);
        }
    }
    std::ranges::shuffle(routes, dice_);
    std::size_t found = 0;
    for (std::size_t asked = 0; asked < requests(); ++asked) {
        const auto& route = routes[asked % routes.size()];
        const auto& viewer = viewers_[dice_() % viewers_.size()];
        const auto target = target_of(route);
        const auto with = with_->ask(viewer, route.method, target);
        const auto without = without_->ask(viewer, route.method, target);
        ASSERT_EQ(with.status, without.status) << viewer.name << ' ' << target;
        ASSERT_EQ(with.location, without.location) << viewer.name << ' ' << target;
        ASSERT_EQ(where_they_part(with.body, without.body), "") << viewer.name << ' ' << target;
        ASSERT_EQ(with.tag, without.tag) << viewer.name << ' ' << target;
        found += with.status == 200 ? 1U : 0U;
    }
    EXPECT_GT(found, requests() / 8); // or nothing would have been compared
}

// So that the test above can fail: somebody who is not excluded is answered otherwise.
TEST_F(HiddenChild, whoever_is_not_excluded_is_answered_otherwise) {
    const access::Viewer other{"other", base::uuid_of("test", "who", "other"),
                               "Other", record::Role::head_of_service,
                               {},      ""};
    with_->let_in(other);
    without_->let_in(other);
    const auto target = "/child/" + base::to_text(child_);
    EXPECT_EQ(with_->ask(other, Method::get, target).status, 200);
    EXPECT_EQ(without_->ask(other, Method::get, target).status, 404);
    EXPECT_NE(with_->ask(other, Method::get, "/team").body,
              without_->ask(other, Method::get, "/team").body);
}

} // namespace gweld::web::pages
