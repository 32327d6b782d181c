// A made-up county in which an address is written into every text that has room for it, and then
// protected: no page, list, search, paper, file or pack has it any more, for anybody.
// GWELD_CANARY_FAMILIES says of how many families (200 in the ordinary test).
#include "made_county.h"

#include "documents/zip_folder.h"
#include "files/zip_listing.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdlib>
#include <map>
#include <set>

namespace gweld::web::pages {

namespace {

namespace json = boost::json;
using base::Uuid;
using made::County;
using made::made_county;
using record::Draft;

std::size_t families_wanted() {
    const char* asked = std::getenv("GWELD_CANARY_FAMILIES");
    return asked == nullptr ? 200 : std::stoul(asked);
}

// Nothing else in the county is spelt like it.
struct Canary {
    std::string street; // "Cuddfanaab"
    std::string lines;
    std::string postcode;
};

Canary canary(std::size_t nth) {
    const auto letter = [](std::size_t n) { return static_cast<char>('a' + n % 26); };
    Canary one;
    one.street = std::string{"Cuddfan"} + letter(nth / 676) + letter(nth / 26) + letter(nth) + "x";
    one.lines = std::to_string(nth % 90 + 3) + " " + one.street + ", Pentre Cudd";
    one.postcode = std::string{"QX"} + std::to_string(nth % 90 + 10) + " " +
                   std::to_string(nth / 90 % 10) + static_cast<char>('A' + nth % 23) + "Z";
    return one;
}

// ---- planting
// ------------------------------------------------------------------------------------

bool is_free_text(std::string_view text) { return text.find(' ') != std::string_view::npos; }

std::size_t plant(json::value& value, const std::string& text) {
    std::size_t planted = 0;
    if (auto* object = value.if_object()) {
        for (auto& member : *object) {
            planted += plant(member.value(), text);
        }
    } else if (auto* array = value.if_array()) {
        for (auto& item : *array) {
            planted += plant(item, text);
        }
    } else if (auto* words = value.if_string();
               words != nullptr && is_free_text({words->data(), words->size()})) {
        words->append(text);
        ++planted;
    }
    return planted;
}

Draft draft_of(std::string_view id, std::string_view kind, std::vector<Uuid> about,
               std::string body) {
    Draft draft;
    draft.id = base::uuid_of("test", kind, id);
    draft.kind = kind;
    draft.about = std::move(about);
    draft.effective = time::date_in_wales(made::now);
    draft.recorded_at = made::now;
    draft.recorded_by = {base::uuid_of("test", "who", "manager"), "Manager", "team_manager", ""};
    draft.body = std::move(body);
    return draft;
}

struct Family {
    Uuid id;
    std::vector<Uuid> children;
    Canary hidden;
    std::set<Uuid> contacts; // and assessments: whatever is about them besides
};

class Planted {
  public:
    Planted() : drafts{made_county().drafts} {
        std::map<Uuid, std::vector<Uuid>> members;
        for (const auto& draft : drafts) {
            if (record::is_a<record::FamilyMemberNamed>(draft)) {
                members[draft.about.at(1)].push_back(draft.about.at(0));
            }
        }
        for (auto& [id, children] : members) {
            if (families.size() < families_wanted()) {
                families.push_back({id, std::move(children), canary(families.size()), {}});
            }
        }
        for (auto& family : families) {
            for (const auto& child : family.children) {
                family_of_[child] = &family;
            }
            family_of_[family.id] = &family;
        }
        for (auto& draft : drafts) {
            plant_in(draft);
        }
        for (const auto& family : families) {
            add_open(family);
        }
    }

    // What every family's first child says of it: from here on nobody is to read it.
    std::vector<Draft> protections() const {
        std::vector<Draft> all;
        for (const auto& family : families) {
            record::AddressProtected said;
            said.lines = record::ProtectedText{family.hidden.lines};
            said.postcode = record::ProtectedText{family.hidden.postcode};
            said.from = time::date_in_wales(made::now).plus_days(-1);
            said.because = record::WhyProtected::domestic_abuse;
            said.words = "He looks for them";
            all.push_back(draft_of(base::to_text(family.id),
                                   record::Named<record::AddressProtected>::name,
                                   {family.children.front()}, record::encode(said)));
        }
        return all;
    }

    std::vector<Draft> drafts;
    std::vector<Family> families;
    std::set<std::string> kinds; // in which it was planted
    std::size_t texts = 0;

  private:
    void plant_in(Draft& draft) {
        Family* whose = nullptr;
        for (const auto& subject : draft.about) {
            const auto found = family_of_.find(subject);
            if (found == family_of_.end()) {
                continue;
            }
            if (whose != nullptr && whose != found->second) {
                return; // of two families: their texts would hold each other's
            }
            whose = found->second;
        }
        if (whose == nullptr || record::is_a<record::PersonDescribed>(draft) ||
            record::is_a<record::AddressLivedAt>(draft) || record::is_a<record::Signed>(draft) ||
            draft.kind.starts_with("person.")) {
            return;
        }
        auto body = json::parse(draft.body);
        const auto planted = plant(body, " They are at " + whose->hidden.lines + ", " +
                                             whose->hidden.postcode + ".");
        if (planted > 0) {
            draft.body = json::serialize(body);
            kinds.insert(draft.kind);
            texts += planted;
        }
    }

    void add_open(const Family& family) {
        const auto open = [&](Uuid child) {
            record::AddressLivedAt lived{
                record::AddressKind::home, family.hidden.lines, family.hidden.postcode,
                time::date_in_wales(made::now).plus_days(-30), std::nullopt};
            drafts.push_back(draft_of(base::to_text(child) + "open",
                                      record::Named<record::AddressLivedAt>::name, {child},
                                      record::encode(lived)));
        };
        std::ranges::for_each(family.children, open);
    }

    std::map<Uuid, Family*> family_of_;
};

// ---- asking
// --------------------------------------------------------------------------------------

std::string letters_of(std::string_view text) {
    std::string bare;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z') {
            bare += static_cast<char>(c - 'A' + 'a');
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            bare += c;
        }
    }
    return bare;
}

bool holds(std::string_view text, const Canary& hidden) {
    const auto bare = letters_of(text);
    return bare.find(letters_of(hidden.street)) != std::string::npos ||
           bare.find(letters_of(hidden.postcode)) != std::string::npos;
}

// Of a file for Word every part of it, what it says of itself too.
std::string text_of(const made::Answer& answer) {
    if (!answer.body.starts_with("PK")) {
        return answer.body + answer.location;
    }
    constexpr std::size_t enough = 64U << 20U;
    const auto members = files::members_of_zip(answer.body);
    const auto opened = documents::OpenedZip::open(answer.body, 100);
    EXPECT_TRUE(members && opened.ok());
    std::string text;
    if (members && opened.ok()) {
        for (const auto& member : *members) {
            text += opened.value().read(std::string{member.name}, enough).value();
        }
    }
    return text;
}

class Canaries : public ::testing::Test {
  protected:
    static std::vector<access::Viewer> viewers() {
        using record::Role;
        const auto who = [](std::string_view name, Role role) {
            return access::Viewer{std::string{name},
                                  base::uuid_of("test", "who", name),
                                  std::string{name},
                                  role,
                                  {},
                                  ""};
        };
        return {who("head", Role::head_of_service), who("duty", Role::duty_worker)};
    }
    // /child/{id} and everything below it, and what the entries and contacts of the family lead to.
    std::vector<std::string> targets_of(const County& county, record::Store& store,
                                        const Family& family) {
        std::map<std::string, std::set<Uuid>, std::less<>> ids;
        EXPECT_TRUE(store
                        .read([&](const record::Reading& reading) {
                            for (const auto& child : family.children) {
                                ids["child"].insert(child);
                                for (const auto& row : reading.contacts_of(child)) {
                                    ids["contact"].insert(row.contact);
                                }
                                for (const auto& entry : reading.about(child, 0)) {
                                    know(ids, entry);
                                }
                            }
                        })
                        .ok());
        std::vector<std::string> targets;
        for (const auto& route : county.router().table()) {
            if (route.method != Method::get || route.spoken != Spoken::both_languages ||
                route.name.starts_with("refer") || route.name == "sign-in") {
                continue;
            }
            add_targets(route.pattern, ids, targets);
        }
        targets.push_back("/search?q=" + family.hidden.street);
        return targets;
    }
    static void know(std::map<std::string, std::set<Uuid>, std::less<>>& ids,
                     const record::Entry& entry) {
        const auto kind = entry.kind.substr(0, entry.kind.find('.'));
        const auto id =
            record::is_a<record::AssessmentWritten>(entry) ? entry.about.back() : entry.id;
        if (ids[kind].size() < 3) { // the newest of a kind look like the others
            ids[kind].insert(id);
        }
        if (ids["entry"].size() < 5) {
            ids["entry"].insert(entry.id);
        }
    }
    static void add_targets(const std::string& pattern,
                            const std::map<std::string, std::set<Uuid>, std::less<>>& ids,
                            std::vector<std::string>& targets) {
        const auto slot = pattern.find('{');
        if (slot == std::string::npos) {
            return; // asked once for everybody
        }
        const auto what = pattern.substr(1, pattern.find('/', 1) - 1);
        const auto found = ids.find(what);
        if (found == ids.end()) {
            return;
        }
        for (const auto& id : found->second) {
            auto target = pattern;
            target.replace(slot, target.find('}') - slot + 1, base::to_text(id));
            if (const auto format = target.find("{format}"); format != std::string::npos) {
                target.replace(format, 8, "word");
            }
            if (target.find('{') == std::string::npos) {
                targets.push_back(std::move(target));
            }
        }
    }
    static std::vector<std::string> targets_for_everybody(const County& county) {
        std::vector<std::string> targets;
        for (const auto& route : county.router().table()) {
            if (route.method == Method::get && route.spoken == Spoken::both_languages &&
                route.pattern.find('{') == std::string::npos && route.name != "sign-in" &&
                !route.name.starts_with("refer")) {
                targets.push_back(route.pattern);
            }
        }
        return targets;
    }
};

// Which pages showed it.
std::set<std::string> shown(County& county, const std::vector<access::Viewer>& viewers,
                            const std::vector<std::string>& targets,
                            const std::vector<Family>& families, std::size_t& answered) {
    std::set<std::string> pages;
    for (std::size_t at = 0; at < targets.size(); ++at) {
        const auto& viewer = viewers[at % viewers.size()];
        const auto answer = county.ask(viewer, Method::get, targets[at]);
        answered += answer.status == 200 ? 1U : 0U;
        const auto text = text_of(answer);
        for (const auto& family : families) {
            if (holds(text, family.hidden) && targets[at].find("/search") == std::string::npos) {
                pages.insert(targets[at]);
            } else if (holds(text, family.hidden) &&
                       text.find("/child/" + base::to_text(family.children.front())) !=
                           std::string::npos) {
                pages.insert(targets[at]); // the box repeats what was typed; the child is found
            }
        }
    }
    return pages;
}

} // namespace

TEST_F(Canaries, nothing_that_leaves_the_program_has_a_protected_address) {
    const Planted planted;
    EXPECT_GE(planted.kinds.size(), 20U); // or there would be little to leave out
    auto guarded = planted.drafts;
    std::ranges::copy(planted.protections(), std::back_inserter(guarded));
    County open{planted.drafts};
    County county{guarded};
    const auto who = viewers();
    for (const auto& viewer : who) {
        open.let_in(viewer);
        county.let_in(viewer);
    }
    std::size_t answered = 0;
    std::size_t shown_before = 0;
    std::size_t nth = 0;
    for (const auto& family : planted.families) {
        const auto targets = targets_of(county, county.store(), family);
        const auto leaks = shown(county, who, targets, {family}, answered);
        EXPECT_TRUE(leaks.empty()) << family.hidden.lines << "\n"
                                   << ::testing::PrintToString(leaks);
        if (nth++ % 10 == 0) { // the same pages, where it is not protected, do have it
            std::size_t unused = 0;
            shown_before += shown(open, who, targets, {family}, unused).size();
        }
    }
    EXPECT_GT(shown_before, planted.families.size() / 10 * 5);
    const auto everybodys = targets_for_everybody(county);
    const auto leaks = shown(county, who, everybodys, planted.families, answered);
    EXPECT_TRUE(leaks.empty()) << ::testing::PrintToString(leaks);
    EXPECT_GT(answered, planted.families.size() * 10);
    std::cout << "figures {\"canaries\": {\"families\": " << planted.families.size()
              << ", \"kinds\": " << planted.kinds.size() << ", \"texts\": " << planted.texts
              << ", \"answers\": " << answered << "}}\n";
}

} // namespace gweld::web::pages
