#include "casework/story_step.h"

#include "casework/rows.h"
#include "casework/significance.h"

#include <set>

namespace gweld::casework {

namespace {

using record::Draft;
using record::EventNoted;
using record::EventWeighed;

std::optional<StoryNonsense> wrong_in(const EventNoted& noted, CivilDate today) {
    if (noted.what.empty()) {
        return StoryNonsense::nothing_written;
    }
    if (noted.source.empty()) {
        return StoryNonsense::no_source;
    }
    return noted.on > today ? std::optional{StoryNonsense::in_the_future} : std::nullopt;
}

std::optional<StoryRefused> no_such_event(const StoryScene& scene, base::EntryId event) {
    const auto& entries = scene.first().entries;
    const auto found = std::ranges::find(entries, event.uuid, &record::Entry::id);
    return found == entries.end() || !is_event(found->kind)
               ? std::optional<StoryRefused>{StoryNonsense::no_such_event}
               : std::nullopt;
}

bool may_be_taken_back(std::string_view kind) {
    return kind == record::Named<EventNoted>::name || kind.starts_with("relative.") ||
           kind.starts_with("relation.");
}

// Of a noted event every child; of what is about the family, the child whose page it is.
std::vector<PersonId> children_in(const record::Entry& entry, PersonId child) {
    if (entry.kind != record::Named<EventNoted>::name) {
        return {child};
    }
    std::vector<PersonId> children;
    std::ranges::transform(entry.about, std::back_inserter(children),
                           [](const Uuid& id) { return PersonId{id}; });
    return children;
}

std::optional<StoryRefused> not_of_this_child(const StoryScene& scene, PersonId child,
                                              const record::Entry& entry) {
    auto subjects = scene.reading.families_of(child.uuid);
    subjects.push_back(child.uuid);
    const bool theirs = std::ranges::any_of(entry.about, [&](const Uuid& about) {
        return std::ranges::find(subjects, about) != subjects.end();
    });
    return theirs ? std::nullopt : std::optional<StoryRefused>{NotFoundOrNotYours{}};
}

} // namespace

CivilDate first_day(CivilDate on, record::Precision to) {
    const auto ymd = on.ymd();
    switch (to) {
    case record::Precision::day:
        break;
    case record::Precision::month:
        return CivilDate{ymd.year() / ymd.month() / std::chrono::day{1}};
    case record::Precision::year:
        return CivilDate{ymd.year() / std::chrono::January / std::chrono::day{1}};
    }
    return on;
}

std::vector<Uuid> subjects_of(const record::Reading& reading, const StoryStep& step) {
    return step.about == WrittenAbout::family
               ? std::vector{family_subject(reading, step.children.front())}
               : uuids_of(step.children);
}

Saw with_every_subject(Saw saw, const std::vector<Uuid>& about) {
    for (const auto& subject : about) {
        if (std::ranges::find(saw.versions, subject, &record::SeenVersion::subject) ==
            saw.versions.end()) {
            saw.versions.push_back({subject, 0});
        }
    }
    return saw;
}

bool has_news(const record::Reading& reading, const Saw& saw) {
    return std::ranges::any_of(saw.versions, [&](const auto& seen) {
        return seen.version != reading.version_of(seen.subject);
    });
}

StoryAnswer weigh_event(Office& office, const access::Viewer& viewer, PersonId child,
                        const EventWeighed& weighed, const Saw& saw) {
    if (weighed.why.empty()) {
        return refuse(StoryNonsense::no_why);
    }
    return take_step(
        office, viewer, {access::Action::record_story, "weigh-event", {child}}, saw,
        [&](const StoryScene& scene) { return no_such_event(scene, weighed.event); },
        [&](const StoryScene&) {
            return std::vector{story_draft(office, viewer, {child.uuid}, office.today(), weighed)};
        });
}

StoryAnswer note_event(Office& office, const access::Viewer& viewer,
                       const std::vector<PersonId>& children, EventNoted noted, const Saw& saw) {
    const auto about = uuids_of(children);
    if (about.empty() || std::set<Uuid>{about.begin(), about.end()}.size() != about.size()) {
        return refuse(StoryNonsense::no_children);
    }
    noted.on = first_day(noted.on, noted.known_to);
    if (const auto wrong = wrong_in(noted, office.today())) {
        return refuse(*wrong);
    }
    return take_step(
        office, viewer, {access::Action::record_story, "note-event", children}, saw,
        [](const StoryScene&) { return std::optional<StoryRefused>{}; },
        [&](const StoryScene&) {
            return std::vector{story_draft(office, viewer, about, noted.on, noted)};
        });
}

StoryAnswer correct_event(Office& office, const access::Viewer& viewer, base::EntryId corrected,
                          EventNoted noted, const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return refuse(StoryNonsense::no_why);
    }
    noted.on = first_day(noted.on, noted.known_to);
    if (const auto wrong = wrong_in(noted, office.today())) {
        return refuse(*wrong);
    }
    std::optional<record::StoreFault> fault;
    const auto old = entry_of(office, corrected, fault);
    if (fault) {
        return base::Err{StoryRefused{*fault}};
    }
    if (!old || old->kind != record::Named<EventNoted>::name) {
        return base::Err{StoryRefused{NotFoundOrNotYours{}}};
    }
    return take_step(
        office, viewer, {access::Action::correct_entry, "correct-event", children_in(*old, {})},
        saw, [](const StoryScene&) { return std::optional<StoryRefused>{}; },
        [&](const StoryScene&) {
            auto draft = story_draft(office, viewer, old->about, noted.on, noted);
            draft.corrects = corrected.uuid;
            draft.reason = reason;
            return std::vector{draft};
        });
}

StoryAnswer take_from_story(Office& office, const access::Viewer& viewer, PersonId child,
                            base::EntryId entry, const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return refuse(StoryNonsense::no_why);
    }
    std::optional<record::StoreFault> fault;
    const auto old = entry_of(office, entry, fault);
    if (fault) {
        return base::Err{StoryRefused{*fault}};
    }
    if (!old || !may_be_taken_back(old->kind)) {
        return base::Err{StoryRefused{NotFoundOrNotYours{}}};
    }
    return take_step(
        office, viewer,
        {access::Action::correct_entry, "take-back", children_in(*old, child),
         old->kind == record::Named<EventNoted>::name ? WrittenAbout::children
                                                      : WrittenAbout::family},
        saw, [&](const StoryScene& scene) { return not_of_this_child(scene, child, *old); },
        [&](const StoryScene& scene) {
            if (not_of_this_child(scene, child, *old)) {
                return std::vector<Draft>{};
            }
            auto draft =
                story_draft(office, viewer, old->about, old->effective, record::Withdrawn{reason});
            draft.corrects = entry.uuid;
            draft.reason = reason;
            return std::vector{draft};
        });
}

} // namespace gweld::casework
