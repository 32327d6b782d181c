#include "protection/history.h"

#include "protection/chains.h"
#include "record/codec.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>

namespace gweld::protection {
namespace {

using record::Entry;

// The day a piece of writing was done. An imported one without a time is taken to have been written
// on its own day, because there is no other.
CivilDate day_written(const Entry& entry) {
    const auto moment = when_recorded(entry);
    return moment ? time::date_in_wales(*moment) : entry.effective;
}

struct WrittenUp {
    CivilDate on;
    std::optional<Instant> at;
    EntryId by;
};

struct VisitToFold {
    const Entry* entry;
    record::VisitMade made;
    record::ChildAtVisit part;
};

class HistoryFold {
  public:
    HistoryFold(PersonId child, std::span<const Entry> entries, std::optional<Instant> known_at)
        : child_{child}, chains_{child, entries, known_at} {
        history_.child = child;
    }

    History result() {
        registrations();
        removals();
        categories();
        const auto written_up = write_ups();
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            if (chains_.of_kind<record::VisitMade>(at)) {
                const auto found = written_up.find(at);
                visit(chains_[at],
                      found == written_up.end() ? std::nullopt : std::optional{found->second});
            } else if (chains_.of_kind<record::ConferenceHeld>(at)) {
                conference(chains_[at]);
            } else if (chains_.of_kind<record::CoreGroupMet>(at)) {
                core_group(chains_[at]);
            }
        }
        in_order();
        return std::move(history_);
    }

  private:
    void registrations() {
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            if (!chains_.of_kind<record::PlacedOnRegister>(at)) {
                continue;
            }
            const Chain& chain = chains_[at];
            auto placed = record::body_of<record::PlacedOnRegister>(*chain.back());
            const bool imported = std::any_of(chain.begin(), chain.end(),
                                              [](const Entry* e) { return bool{e->provenance}; });
            registration_of_.emplace(at, history_.registrations.size());
            history_.registrations.push_back(Registration{
                EntryId{chain.back()->id}, placed.on, std::nullopt, std::move(placed.categories),
                record::GroundForRemoval::not_given_by_source, std::move(placed.plan_number),
                imported});
            history_.imported = history_.imported || imported;
        }
    }

    Registration* registration_placed_by(EntryId placed) {
        const auto chain = chains_.find(placed);
        if (!chain) {
            return nullptr;
        }
        const auto found = registration_of_.find(*chain);
        return found == registration_of_.end() ? nullptr : &history_.registrations[found->second];
    }

    void removals() {
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            if (!chains_.of_kind<record::RemovedFromRegister>(at)) {
                continue;
            }
            const auto removed = record::body_of<record::RemovedFromRegister>(*chains_[at].back());
            if (auto* registration = registration_placed_by(removed.placed)) {
                registration->end = removed.on;
                registration->ground = removed.ground;
            }
        }
    }

    void categories() {
        std::vector<const Entry*> changes;
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            if (chains_.of_kind<record::CategoryChanged>(at)) {
                changes.push_back(chains_[at].back());
            }
        }
        std::stable_sort(changes.begin(), changes.end(), [](const Entry* a, const Entry* b) {
            return a->effective < b->effective;
        });
        for (const Entry* entry : changes) {
            auto change = record::body_of<record::CategoryChanged>(*entry);
            if (auto* registration = registration_placed_by(change.placed)) {
                registration->categories = std::move(change.categories);
            }
        }
    }

    // By the chain of the visit; the first write-up counts.
    std::map<std::size_t, WrittenUp> write_ups() const {
        std::map<std::size_t, WrittenUp> found;
        for (std::size_t at = 0; at < chains_.size(); ++at) {
            if (!chains_.of_kind<record::VisitWrittenUp>(at)) {
                continue;
            }
            const Chain& chain = chains_[at];
            const auto written = record::body_of<record::VisitWrittenUp>(*chain.back());
            if (const auto visit = chains_.find(written.visit)) {
                const Entry& first = *chain.front();
                found.emplace(*visit, WrittenUp{day_written(first), when_recorded(first),
                                                EntryId{chain.back()->id}});
            }
        }
        return found;
    }

    // The versions since this child was last brought into the visit; empty: not in it any more.
    std::vector<VisitToFold> part_of_child(const Chain& chain) const {
        std::vector<VisitToFold> parts;
        for (const Entry* entry : chain) {
            auto made = record::body_of<record::VisitMade>(*entry);
            const auto part = std::find_if(made.children.begin(), made.children.end(),
                                           [&](const auto& p) { return p.child == child_; });
            if (part == made.children.end()) {
                parts.clear();
                continue;
            }
            auto own = *part;
            parts.push_back({entry, std::move(made), std::move(own)});
        }
        return parts;
    }

    void visit(const Chain& chain, const std::optional<WrittenUp>& written_up) {
        const auto parts = part_of_child(chain);
        if (parts.empty()) {
            return;
        }
        Visit visit;
        for (const auto& [entry, made, part] : parts) {
            visit.versions.push_back(VisitVersion{EntryId{entry->id}, made.on, part.seen,
                                                  part.alone, part.bedroom, made.place,
                                                  when_recorded(*entry)});
        }
        history_.visits.push_back(std::move(visit));
        stub(parts, written_up);
    }

    // A stub is written up by an entry that says so, or by a correction that is itself complete.
    void stub(const std::vector<VisitToFold>& parts, std::optional<WrittenUp> written_up) {
        const auto to_follow = [](const VisitToFold& version) {
            return version.made.write_up == record::WriteUp::to_follow;
        };
        const auto opened = std::find_if(parts.begin(), parts.end(), to_follow);
        if (opened == parts.end()) {
            return;
        }
        const auto completed = std::find_if(parts.rbegin(), parts.rend(), to_follow).base();
        if (completed != parts.end()) {
            const WrittenUp here{day_written(*completed->entry), when_recorded(*completed->entry),
                                 EntryId{completed->entry->id}};
            if (!written_up || here.on < written_up->on) {
                written_up = here;
            }
        }
        StubToWriteUp stub{
            EntryId{parts.back().entry->id}, day_written(*opened->entry), {}, {}, {}};
        if (written_up) {
            stub.written_up_on = written_up->on;
            stub.written_up_at = written_up->at;
            stub.written_up_by = written_up->by;
        }
        history_.stubs.push_back(stub);
    }

    void conference(const Chain& chain) {
        const auto held = record::body_of<record::ConferenceHeld>(*chain.back());
        auto recorded = when_recorded(*chain.back());
        for (const Entry* entry : std::views::reverse(chain)) {
            const auto version = record::body_of<record::ConferenceHeld>(*entry);
            if (version.on != held.on || version.type != held.type || !is_about(*entry, child_)) {
                break;
            }
            recorded = when_recorded(*entry);
        }
        history_.conferences.push_back({EntryId{chain.back()->id}, held.on, recorded, held.type});
    }

    void core_group(const Chain& chain) {
        const auto met = record::body_of<record::CoreGroupMet>(*chain.back());
        auto recorded = when_recorded(*chain.back());
        for (const Entry* entry : std::views::reverse(chain)) {
            if (record::body_of<record::CoreGroupMet>(*entry).on != met.on ||
                !is_about(*entry, child_)) {
                break;
            }
            recorded = when_recorded(*entry);
        }
        history_.core_groups.push_back({EntryId{chain.back()->id}, met.on, recorded, std::nullopt});
    }

    void in_order() {
        const auto by_date = [](const auto& a, const auto& b) { return a.on < b.on; };
        std::stable_sort(history_.registrations.begin(), history_.registrations.end(),
                         [](const auto& a, const auto& b) { return a.start < b.start; });
        std::stable_sort(history_.visits.begin(), history_.visits.end(),
                         [](const Visit& a, const Visit& b) {
                             return std::tie(a.believed().on, a.versions.front().recorded) <
                                    std::tie(b.believed().on, b.versions.front().recorded);
                         });
        std::stable_sort(history_.conferences.begin(), history_.conferences.end(), by_date);
        std::stable_sort(history_.core_groups.begin(), history_.core_groups.end(), by_date);
        std::stable_sort(
            history_.stubs.begin(), history_.stubs.end(),
            [](const auto& a, const auto& b) { return a.recorded_on < b.recorded_on; });
    }

    PersonId child_;
    Chains chains_;
    std::map<std::size_t, std::size_t> registration_of_;
    History history_;
};

} // namespace

History history_of(PersonId child, std::span<const Entry> entries,
                   std::optional<Instant> known_at) {
    return HistoryFold{child, entries, known_at}.result();
}

} // namespace gweld::protection
