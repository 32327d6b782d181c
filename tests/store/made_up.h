// made_up.h - drafts about made-up people, for the tests of the stores.
#pragma once

#include "record/chain.h"
#include "record/codec.h"
#include "record/kinds.h"
#include "record/store.h"

#include <string>
#include <vector>

namespace gweld::made_up {

using namespace gweld::record;

// "mair" and "lloyd" from "Mair Lloyd": enough for a store, which does not know how names sound.
inline std::vector<std::string> plain_keys(std::string_view forename, std::string_view surname) {
    std::vector<std::string> keys;
    for (const auto name : {forename, surname}) {
        std::string key;
        for (const char c : name) {
            key += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        }
        keys.push_back(std::move(key));
    }
    return keys;
}

inline Uuid someone(std::string_view name) { return base::uuid_of("made-up", "person", name); }
inline Uuid entry_named(std::string_view name) { return base::uuid_of("made-up", "entry", name); }

inline Instant moment(int minute) {
    return Instant{std::chrono::milliseconds{1795500000000}} + std::chrono::minutes{minute};
}

template <class Kind>
Draft draft(std::string_view name, std::vector<Uuid> about, const Kind& body,
            std::string_view corrects = {}) {
    Draft made;
    made.id = entry_named(name);
    made.kind = Named<Kind>::name;
    made.about = std::move(about);
    made.effective = time::day(2, std::chrono::November, 2026);
    made.recorded_at = moment(1);
    made.recorded_by = {someone("Carys"), "Carys Prydderch", "social_worker", "Tîm y Dyffryn"};
    if (!corrects.empty()) {
        made.corrects = entry_named(corrects);
        made.reason = "typed on the wrong line";
    }
    made.body = encode(body);
    return made;
}

inline Draft person(std::string_view name, std::string forename, std::string surname,
                    std::string_view corrects = {}) {
    PersonDescribed body;
    body.number = "N-" + forename;
    body.forename = std::move(forename);
    body.surname = std::move(surname);
    body.born = time::day(9, std::chrono::April, 2019);
    return draft(name, {someone(body.forename)}, body, corrects);
}

inline Draft placed(std::string_view name, std::string_view child, CivilDate on,
                    std::string_view corrects = {}) {
    PlacedOnRegister body;
    body.on = on;
    body.categories = {Category::neglect};
    body.plan_number = "P1";
    return draft(name, {someone(child)}, body, corrects);
}

inline Draft removed(std::string_view name, std::string_view child, std::string_view placing,
                     CivilDate on, std::string_view corrects = {}) {
    RemovedFromRegister body;
    body.placed.uuid = entry_named(placing);
    body.on = on;
    body.ground = GroundForRemoval::decided_at_review_conference;
    return draft(name, {someone(child)}, body, corrects);
}

inline Draft visit(std::string_view name, const std::vector<std::string>& children,
                   std::string_view corrects = {}, WriteUp write_up = WriteUp::complete) {
    VisitMade body;
    body.on = time::day(2, std::chrono::November, 2026);
    body.place = Place::home;
    body.write_up = write_up;
    std::vector<Uuid> about;
    for (const auto& child : children) {
        about.push_back(someone(child));
        body.children.push_back({base::PersonId{someone(child)}, Answer::yes, Answer::yes,
                                 Answer::no, "Dwi'n hoffi'r ardd", "cy"});
    }
    return draft(name, about, body, corrects);
}

inline Draft discussion(std::string_view name, const std::vector<std::string>& children,
                        CivilDate on, Came police = Came::attended,
                        std::string_view corrects = {}) {
    StrategyDiscussionHeld body;
    body.on = on;
    body.invited = {
        {Agency::childrens_services, "Carys Prydderch", "Team manager", Came::attended, ""},
        {Agency::police, "Sarjant Huws", "Public protection", police, ""}};
    body.enquiry = EnquiryBy::jointly_with_police;
    std::vector<Uuid> about;
    for (const auto& child : children) {
        about.push_back(someone(child));
        body.children.push_back({base::PersonId{someone(child)}, Threshold::met});
    }
    return draft(name, about, body, corrects);
}

inline Draft enquiry(std::string_view name, const std::vector<std::string>& children,
                     std::string_view from, CivilDate on, std::string_view corrects = {}) {
    std::vector<Uuid> about;
    for (const auto& child : children) {
        about.push_back(someone(child));
    }
    return draft(
        name, about,
        EnquiryStarted{base::EntryId{entry_named(from)}, on, EnquiryBy::jointly_with_police},
        corrects);
}

inline Draft concluded(std::string_view name, std::string_view child, std::string_view started,
                       CivilDate on, Determination determination, std::string_view corrects = {}) {
    return draft(name, {someone(child)},
                 EnquiryConcluded{base::EntryId{entry_named(started)},
                                  on,
                                  {{base::PersonId{someone(child)}, determination, "", ""}}},
                 corrects);
}

inline Draft booking(std::string_view name, const std::vector<std::string>& children,
                     CivilDate on) {
    std::vector<Uuid> about;
    for (const auto& child : children) {
        about.push_back(someone(child));
    }
    return draft(name, about,
                 ConferenceBooked{ConferenceType::initial, on, "10:00", "Neuadd y Sir", "Gwenan"});
}

inline Draft withdrawn(std::string_view name, const Draft& what) {
    Draft made = draft(name, what.about, Withdrawn{"another child's"});
    made.corrects = what.id;
    made.reason = "another child's";
    return made;
}

inline Look look_at(std::string_view child, int minute) {
    Look look;
    look.at = moment(minute);
    look.worker = someone("Carys");
    look.name = "Carys Prydderch";
    look.role = "social_worker";
    look.subject = someone(child);
    look.page = "child";
    look.ground = "allocated";
    look.allowed = true;
    return look;
}

inline Account account_named(std::string name, Role role) {
    Account account;
    account.sign_in_name = std::move(name);
    account.role = role;
    return account;
}

inline Session session_of(std::string name, const Hash& token_hash) {
    Session session;
    session.token_hash = token_hash;
    session.sign_in_name = std::move(name);
    session.expires_at = moment(60);
    return session;
}

} // namespace gweld::made_up
