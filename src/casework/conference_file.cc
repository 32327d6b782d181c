#include "casework/conference_file.h"

#include <algorithm>

namespace gweld::casework {

namespace {

constexpr std::string_view booked_kind = record::Named<record::ConferenceBooked>::name;
constexpr std::string_view held_kind = record::Named<record::ConferenceHeld>::name;

bool unborn_on(const Facts& child, CivilDate day) {
    const auto& born = child.person->born;
    return born ? *born > day.day_number() : child.person->expected.has_value();
}

std::optional<record::Entry> conference_entry(const Office& office, base::EntryId id,
                                              std::optional<record::StoreFault>& fault) {
    auto entry = entry_of(office, id, fault);
    const bool known = entry && (entry->kind == booked_kind || entry->kind == held_kind);
    return known ? entry : std::nullopt;
}

void work_out(const Office& office, ConferenceFile& file) {
    for (const auto& child : file.children) {
        const auto& enquiries = child->enquiries;
        auto due = protection::due_of(file.conference.type, &file.conference, enquiries,
                                      child->history, office.book, office.today());
        if (file.due.card == nullptr ||
            (due.due_by && (!file.due.due_by || *due.due_by < *file.due.due_by))) {
            file.due = std::move(due);
        }
        if (unborn_on(*child, file.conference.on())) {
            file.unborn.push_back(child);
        }
    }
}

} // namespace

base::Result<ConferenceFile, OpenRefused> open_conference(Office& office,
                                                          const access::Viewer& viewer,
                                                          base::EntryId id, access::Action action,
                                                          std::string_view page) {
    std::optional<record::StoreFault> fault;
    const auto entry = conference_entry(office, id, fault);
    if (fault) {
        return base::Err{OpenRefused{*fault}};
    }
    if (!entry) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    ConferenceFile file;
    for (const auto& child : entry->about) {
        auto opened = open_record(office, viewer, PersonId{child}, action, page);
        if (!opened.ok()) {
            return base::Err{opened.error()};
        }
        file.children.push_back(opened.value().standing.facts);
    }
    const auto& first = *file.children.front();
    const auto history = protection::conferences_of(first.child, first.entries, std::nullopt);
    const auto* conference = history.of(id);
    if (conference == nullptr) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    file.conference = *conference;
    if (file.conference.held) { // of the children who were opened, and of no others
        std::erase_if(file.conference.held->body.children, [&](const auto& part) {
            return std::ranges::find(file.children, part.child, &Facts::child) ==
                   file.children.end();
        });
    }
    work_out(office, file);
    const auto read = office.store.read([&](const record::Reading& reading) {
        file.practice = practice_on(reading, office.store.authority(), file.conference.on());
    });
    if (!read.ok()) {
        return base::Err{OpenRefused{read.error()}};
    }
    return base::Ok{std::move(file)};
}

} // namespace gweld::casework
