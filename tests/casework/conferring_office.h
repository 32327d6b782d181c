// conferring_office.h - the enquiring office with two chairs and their diaries.
#pragma once

#include "casework/chairs.h"
#include "casework/conference_file.h"
#include "casework/conference_load.h"
#include "casework/conferences.h"
#include "enquiring_office.h"

namespace gweld::casework {

// Gwenan chairs on Tuesdays and Iolo on Thursdays, at 9:30 and at 11, ninety minutes each. Today is
// Tuesday 24 November 2026; Nia's and Tomos's initial conference is due on the 30th.
class Conferring : public Enquiries {
  protected:
    Conferring() {
        describe_worker("gwenan", "Gwenan Ellis");
        describe_worker("iolo", "Iolo Mathias");
        keep_diary("gwenan", record::Weekday::tuesday);
        keep_diary("iolo", record::Weekday::thursday);
    }
    void keep_diary(std::string_view chair, record::Weekday day) {
        record::ChairSlotsSet set;
        set.chair = base::WorkerId{thing(chair)};
        set.from = registered;
        set.slots = {{day, "09:30", 90}, {day, "11:00", 90}};
        put(set, {thing(chair)}, registered);
    }
    static access::Viewer chair(std::string_view id, const std::string& name) {
        return {std::string{id}, thing(id), name, record::Role::reviewing_officer, {}, ""};
    }
    static access::Viewer gwenan() { return chair("gwenan", "Gwenan Ellis"); }
    static access::Viewer iolo() { return chair("iolo", "Iolo Mathias"); }

    static record::ConferenceBooked slot(std::string_view chair, CivilDate on,
                                         const std::string& at,
                                         ConferenceType type = ConferenceType::initial) {
        record::ConferenceBooked booked{type, on, at, "Neuadd y Sir", std::string{chair}};
        booked.chair_worker = base::WorkerId{thing(chair)};
        booked.minutes = 90;
        booked.invited = {Agency::childrens_services, Agency::police, Agency::health};
        return booked;
    }
    EnquiryAnswer take_slot(const record::ConferenceBooked& booked,
                            const std::vector<std::string>& children) {
        return book_conference(office, catrin(), booked, people(children), saw(children));
    }
    std::vector<std::string> offered(CivilDate from, CivilDate until,
                                     SlotLength length = SlotLength::usual) {
        std::vector<std::string> all;
        const auto slots = slots_offered(office, from, until, length);
        EXPECT_TRUE(slots.ok());
        for (const auto& free : slots.value()) {
            all.push_back(time::to_iso(free.slot.on) + " " + free.slot.at + " " + free.chair);
        }
        return all;
    }
    std::shared_ptr<const ConferenceLoad> load_for(const access::Viewer& viewer) {
        const auto load = conference_load(office, viewer);
        EXPECT_TRUE(load.ok());
        return load.value();
    }
    // Held on the 20th, the name of each placed.
    base::EntryId held(const std::vector<std::string>& children) {
        found(children);
        const auto done =
            confer(conference(children, november(20), ConferenceDecision::placed), children);
        EXPECT_TRUE(done.ok());
        return done.ok() ? done.value().entry : base::EntryId{};
    }
    static std::optional<ConferenceNonsense> wrong(const ConferenceAnswer& answer) {
        if (answer.ok()) {
            return std::nullopt;
        }
        const auto* why = std::get_if<ConferenceNonsense>(&answer.error());
        return why == nullptr ? std::nullopt : std::optional{*why};
    }
    static record::ConferenceReportReceived report(base::EntryId conference) {
        return {conference,  Agency::health, "Non Preece", "Health visitor", november(20),
                "strengths", "worries",      "risk",       "change"};
    }
};

} // namespace gweld::casework
