#include "web/pages/child/happenings.h"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;
using record::Uuid;

Theme theme_of(const Entry& entry) {
    if (entry.kind.starts_with("visit.")) {
        return Theme::visits;
    }
    if (entry.kind.starts_with("register.") || entry.kind.starts_with("conference.") ||
        entry.kind.starts_with("core-group.") || entry.kind.starts_with("enquiry.") ||
        entry.kind.starts_with("plan.") || entry.kind.starts_with("strategy-discussion.") ||
        entry.kind.starts_with("internal-meeting.")) {
        return Theme::register_and_meetings;
    }
    return entry.kind.starts_with("allocation.") ? Theme::workers : Theme::other;
}

// A withdrawal belongs to what it took back, where a visit was written down to the visit; relatives
// and weights have pages of their own.
bool says_nothing_happened(const Entry& entry) {
    return is_a<record::Withdrawn>(entry) || is_a<record::ExtractRead>(entry) ||
           is_a<record::EventWeighed>(entry) || entry.kind.starts_with("relative.") ||
           entry.kind.starts_with("relation.") || entry.kind.starts_with("phone.") ||
           entry.kind.starts_with("own-record.passage") || is_a<record::EntryDisagreedWith>(entry);
}

// Which entry took which back. A withdrawal may itself be withdrawn, so the newest is heard first.
std::unordered_map<Uuid, const Entry*, base::UuidHash>
withdrawals(const std::vector<Entry>& entries) {
    std::unordered_map<Uuid, const Entry*, base::UuidHash> by;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        if (is_a<record::Withdrawn>(*entry) && entry->corrects && !by.contains(entry->id)) {
            by.emplace(*entry->corrects, &*entry);
        }
    }
    return by;
}

// Of few entries: where among the happenings each is, once that is known.
std::unordered_map<Uuid, std::optional<std::size_t>, base::UuidHash>
put_right_later(const std::vector<Entry>& entries) {
    std::unordered_map<Uuid, std::optional<std::size_t>, base::UuidHash> place;
    for (const auto& entry : entries) {
        if (entry.corrects) {
            place.emplace(*entry.corrects, std::nullopt);
        }
    }
    return place;
}

bool newer(const Happening& a, const Happening& b) {
    return std::make_tuple(a.on(), a.first().seq) > std::make_tuple(b.on(), b.first().seq);
}

struct Words {
    std::string words;
    std::string language;
};

Words words_in_visit(const Entry& entry, record::PersonId child) {
    const auto visit = record::body_of<record::VisitMade>(entry);
    const auto* part = part_of(visit, child);
    return part == nullptr ? Words{} : Words{part->words, part->words_language};
}

Words words_in_write_up(const Entry& entry, record::PersonId child) {
    for (auto& one : record::body_of<record::VisitWrittenUp>(entry).words) {
        if (one.child == child) {
            return {one.words, one.words_language};
        }
    }
    return {};
}

} // namespace

std::vector<Happening> happenings_of(const casework::Facts& facts) {
    const auto withdrawn = withdrawals(facts.entries);
    auto place = put_right_later(facts.entries);
    std::vector<Happening> all;
    all.reserve(facts.entries.size());
    for (const auto& entry : facts.entries) {
        if (says_nothing_happened(entry)) {
            continue;
        }
        const auto before = entry.corrects ? place.at(*entry.corrects) : std::nullopt;
        const bool goes_on = before && all[*before].first().kind == entry.kind;
        const auto at = goes_on ? *before : all.size();
        if (!goes_on) {
            all.push_back({{}, nullptr, theme_of(entry)});
        }
        all[at].versions.push_back(&entry);
        if (const auto later = place.find(entry.id); later != place.end()) {
            later->second = at;
        }
        const auto taken_back = withdrawn.find(entry.id);
        if (taken_back != withdrawn.end()) {
            all[at].withdrawn = taken_back->second;
        }
    }
    std::ranges::stable_sort(all, newer);
    return all;
}

const record::ChildAtVisit* part_of(const record::VisitMade& visit, record::PersonId child) {
    const auto part = std::ranges::find(visit.children, child, &record::ChildAtVisit::child);
    return part == visit.children.end() ? nullptr : &*part;
}

std::map<Uuid, const Entry*> write_ups(const std::vector<Happening>& happenings) {
    std::map<Uuid, const Entry*> by_visit;
    for (const auto& happening : happenings) {
        if (is_a<record::VisitWrittenUp>(happening.believed()) && happening.withdrawn == nullptr) {
            const auto& entry = happening.believed();
            by_visit.emplace(record::body_of<record::VisitWrittenUp>(entry).visit.uuid, &entry);
        }
    }
    std::map<Uuid, const Entry*> found;
    if (by_visit.empty()) {
        return found;
    }
    for (const auto& happening : happenings) {
        for (const auto* version : happening.versions) {
            if (const auto written = by_visit.find(version->id); written != by_visit.end()) {
                for (const auto* each : happening.versions) {
                    found.emplace(each->id, written->second);
                }
            }
        }
    }
    return found;
}

Spoken newest_words(const casework::Facts& facts, const std::vector<Happening>& happenings) {
    const auto written = write_ups(happenings);
    for (const auto& happening : happenings) {
        const auto& entry = happening.believed();
        if (!is_a<record::VisitMade>(entry) || happening.withdrawn != nullptr) {
            continue;
        }
        const auto visit = record::body_of<record::VisitMade>(entry);
        const auto later = written.find(entry.id);
        auto words = words_in_visit(entry, facts.child);
        const Entry* from = &entry;
        if (words.words.empty() && later != written.end()) {
            words = words_in_write_up(*later->second, facts.child);
            from = later->second;
        }
        if (!words.words.empty()) {
            return {from, std::move(words.words), std::move(words.language), visit.place, visit.on};
        }
    }
    return {};
}

} // namespace gweld::web::pages::child_record
