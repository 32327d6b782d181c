// restating.h - the projection at work on one entry: what stands, and the rows made of it, a part
// of the record in each file. For projection.cc and the files beside it; knows no storage.
#pragma once

#include "record/codec.h"
#include "record/kinds.h"
#include "record/projection.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gweld::record {

// The record as it was when `now` had just been written.
class Projection {
  public:
    Projection(const Entry& now, TableHands& hands, NameKeys name_keys)
        : now_{now}, hands_{hands}, name_keys_{name_keys} {}

    // Brings every row that this entry bears on to where it stands.
    void restate(const Entry& entry);

  private:
    std::optional<Entry> correction_of(Uuid id) const {
        auto correction = hands_.correction_of(id);
        return correction && correction->seq <= now_.seq ? correction : std::nullopt;
    }
    // Nothing recorded earlier can name or correct the entry that is being applied.
    bool is_new(const Entry& entry) const { return entry.id == now_.id; }
    bool stands(const Entry& entry) const { return is_new(entry) || !correction_of(entry.id); }

    std::vector<Entry> versions_of(Uuid id) const;
    template <class Kind> std::vector<std::pair<Entry, Kind>> standing(Uuid subject) const {
        return standing_among<Kind>(hands_.about_of_kind(subject, Named<Kind>::name));
    }
    template <class Kind>
    std::vector<std::pair<Entry, Kind>> standing_among(const std::vector<Entry>& entries) const;
    // Not looked for among the entries about `aside`.
    template <class Kind, class Then>
    void each_naming(const std::vector<Entry>& versions, base::EntryId Kind::* names,
                     const Then& then, Uuid aside = {}) const;

    void put_all(const auto& rows) {
        std::ranges::for_each(rows, [this](const auto& row) { hands_.put(row); });
    }
    void describe_person(const Entry& entry);
    template <class Kind, class Row>
    void describe(const Entry& entry, Row (*row_of)(const Entry&, const Kind&));
    void name_family(const Entry& entry);
    void live_at(const Entry& entry);
    std::optional<AllocationRow> allocation_after(const std::vector<Entry>& versions) const;
    void allocate(Uuid allocation);
    void register_child(Uuid placed);
    void visit(Uuid visited);
    std::vector<StrategyDiscussionRow> discussion_after(const std::vector<Entry>& versions) const;
    void discuss(Uuid discussion);
    void enquire(Uuid enquiry);
    void contact(Uuid contact);
    template <class Kind, class Row> void note_all(const std::vector<Entry>& all, Row& row) const;
    void referral(const ContactRow& row, std::vector<Entry> about);
    void hand_overs(const ContactRow& contact, const std::vector<ContactChildRow>& children,
                    const std::vector<Entry>& about);
    void hand_overs_of(Uuid child);
    std::vector<AllocationRow> allocations_of(Uuid child) const;
    std::vector<StrategyDiscussionRow> discussions_of(Uuid child) const;
    template <class Kind, class Row>
    void own_rows(const Entry& entry, std::vector<Row> (*rows_of)(const Entry&, const Kind&));
    template <class Kind, class Row, std::vector<Row> (*rows_of)(const Entry&, const Kind&)>
    static void put_own(Projection& projection, const Entry& entry) {
        projection.own_rows<Kind, Row>(entry, rows_of);
    }

    const Entry& now_;
    TableHands& hands_;
    NameKeys name_keys_;
};

template <class Kind>
std::vector<std::pair<Entry, Kind>>
Projection::standing_among(const std::vector<Entry>& entries) const {
    std::vector<std::pair<Entry, Kind>> found;
    for (const auto& entry : entries) {
        if (entry.seq <= now_.seq && is_a<Kind>(entry) && stands(entry)) {
            found.emplace_back(entry, body_of<Kind>(entry));
        }
    }
    return found;
}

// Standing entries of the kind that name one of the versions, in the order they were recorded.
template <class Kind, class Then>
void Projection::each_naming(const std::vector<Entry>& versions, base::EntryId Kind::* names,
                             const Then& then, Uuid aside) const {
    if (versions.size() == 1 && is_new(versions.back())) {
        return;
    }
    std::vector<Uuid> subjects;
    for (const auto& version : versions) {
        subjects.insert(subjects.end(), version.about.begin(), version.about.end());
    }
    std::erase(subjects, aside);
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
    std::vector<std::pair<Entry, Kind>> found;
    for (const auto& subject : subjects) {
        for (auto& candidate : standing<Kind>(subject)) {
            const auto names_it = [&](const Entry& version) {
                return version.id == (candidate.second.*names).uuid;
            };
            if (std::any_of(versions.begin(), versions.end(), names_it)) {
                found.push_back(std::move(candidate));
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first.seq < b.first.seq; });
    for (const auto& [entry, body] : found) {
        then(body);
    }
}

template <class Kind, class Row>
void Projection::note_all(const std::vector<Entry>& all, Row& row) const {
    for (const auto& [entry, body] : standing_among<Kind>(all)) {
        note(row, entry, body);
    }
}

} // namespace gweld::record
