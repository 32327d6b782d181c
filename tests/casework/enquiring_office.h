// enquiring_office.h - the small office with a second family, and short ways through the steps of
// an enquiry.
#pragma once

#include "casework/enquiries.h"
#include "casework/enquiry_register.h"
#include "small_office.h"

namespace gweld::casework {

using record::Agency;
using record::Came;
using record::ConferenceDecision;
using record::ConferenceType;
using record::Determination;
using record::Threshold;

// Nia and Tomos Bowen, allocated to Catrin and not on the register.
class Enquiries : public SmallOffice {
  protected:
    Enquiries() {
        for (const auto* id : {"nia", "tomos"}) {
            bring_in(id);
        }
    }
    void bring_in(std::string_view id) {
        record::PersonDescribed person;
        person.number = id;
        person.forename = id;
        person.surname = "Bowen";
        person.born = time::day(14, std::chrono::March, 2018);
        put(person, {thing(id)}, registered);
        put(record::FamilyMemberNamed{base::FamilyId{thing("bowen")}, "F2"},
            {thing(id), thing("bowen")}, registered);
        record::Allocated held;
        held.child = child(id);
        held.worker = base::WorkerId{thing("catrin")};
        held.team = base::TeamId{thing("North")};
        held.from = registered;
        put(held, {thing(id), thing("catrin")}, registered);
    }
    static access::Viewer eleri() {
        return {"eleri", thing("eleri"), "Eleri Vaughan", record::Role::head_of_service, {}, ""};
    }
    static CivilDate november(unsigned day) { return time::day(day, std::chrono::November, 2026); }

    Saw saw(const std::vector<std::string>& children) {
        Saw seen{"key " + std::to_string(++keys_), {}};
        for (const auto& id : children) {
            seen.versions.push_back({thing(id), version(id)});
        }
        return seen;
    }
    static record::StrategyDiscussionHeld discussion(const std::vector<std::string>& children,
                                                     CivilDate on, Came police = Came::attended) {
        record::StrategyDiscussionHeld held;
        held.on = on;
        held.invited = {{Agency::childrens_services, "Rhian Ellis", "", Came::attended, ""},
                        {Agency::police, "Sarjant Huws", "", police, ""}};
        held.enquiry = record::EnquiryBy::jointly_with_police;
        held.decided = "A section 47 enquiry";
        held.why = "Unexplained bruises";
        for (const auto& id : children) {
            held.children.push_back({child(id), Threshold::met});
        }
        return held;
    }
    base::EntryId discussed(const std::vector<std::string>& children, CivilDate on,
                            Came police = Came::attended) {
        const auto done =
            record_discussion(office, catrin(), discussion(children, on, police), saw(children));
        EXPECT_TRUE(done.ok());
        return done.ok() ? done.value().entry : base::EntryId{};
    }
    EnquiryAnswer start(base::EntryId from, const std::vector<std::string>& children,
                        CivilDate on) {
        return start_enquiry(office, catrin(), {from, on, record::EnquiryBy::jointly_with_police},
                             people(children), saw(children));
    }
    EnquiryAnswer conclude(base::EntryId enquiry, const std::vector<std::string>& children,
                           CivilDate on,
                           Determination found = Determination::substantiated_continuing_risk) {
        record::EnquiryConcluded concluded{enquiry, on, {}};
        for (const auto& id : children) {
            concluded.children.push_back({child(id), found, "analysis", "what follows"});
        }
        return conclude_enquiry(office, catrin(), concluded, saw(children));
    }
    // Discussed on the 9th, started the same day, concluded on the 16th.
    void found(const std::vector<std::string>& children,
               Determination determination = Determination::substantiated_continuing_risk) {
        const auto started = start(discussed(children, november(9)), children, november(9));
        ASSERT_TRUE(started.ok());
        ASSERT_TRUE(conclude(started.value().entry, children, november(16), determination).ok());
    }
    EnquiryAnswer book(const std::vector<std::string>& children, CivilDate on,
                       ConferenceType type = ConferenceType::initial) {
        return book_conference(office, catrin(), {type, on, "10:00", "Neuadd y Sir", "Gwenan"},
                               people(children), saw(children));
    }
    static record::ConferenceHeld conference(const std::vector<std::string>& children, CivilDate on,
                                             ConferenceDecision decision,
                                             ConferenceType type = ConferenceType::initial) {
        record::ConferenceHeld held{type, on};
        held.chair = "Gwenan Ellis";
        for (const auto& id : children) {
            record::ChildAtConference part{child(id), decision, {}, "why", "her letter"};
            if (decision == ConferenceDecision::placed) {
                part.categories = {record::Category::neglect};
            }
            held.children.push_back(part);
        }
        return held;
    }
    EnquiryAnswer confer(const record::ConferenceHeld& held,
                         const std::vector<std::string>& children) {
        return record_conference(office, catrin(), held, saw(children));
    }
    static std::vector<PersonId> people(const std::vector<std::string>& children) {
        std::vector<PersonId> ids;
        for (const auto& id : children) {
            ids.push_back(child(id));
        }
        return ids;
    }
    static std::optional<EnquiryNonsense> nonsense(const EnquiryAnswer& answer) {
        if (answer.ok()) {
            return std::nullopt;
        }
        const auto* why = std::get_if<EnquiryNonsense>(&answer.error());
        return why == nullptr ? std::nullopt : std::optional{*why};
    }
    template <class Why> static bool refused_as(const EnquiryAnswer& answer) {
        return !answer.ok() && std::holds_alternative<Why>(answer.error());
    }
    std::vector<record::RegistrationRow> register_of(std::string_view id) {
        std::vector<record::RegistrationRow> rows;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { rows = r.registrations_of(thing(id)); })
                .ok());
        return rows;
    }
    std::shared_ptr<const EnquiryRegister> the_register(const access::Viewer& viewer) {
        const auto answer = register_of_enquiries(office, viewer, november(1), office.today(), 100);
        EXPECT_TRUE(answer.ok());
        return answer.value();
    }
    std::vector<Missing> missing() {
        std::vector<Missing> all;
        const auto seen = the_register(rhian());
        for (const auto& step : seen->missing) {
            all.push_back(step.what);
        }
        return all;
    }

  private:
    int keys_ = 0;
};

} // namespace gweld::casework
