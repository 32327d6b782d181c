// story_step.h - one step of a child's story inside its transaction: every child decided and
// logged, checked against what is there now, appended. For the use cases of story.h only.
#pragma once

#include "casework/story.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

struct StoryScene { // as it is inside the transaction
    const record::Reading& reading;
    std::vector<std::shared_ptr<const Facts>> children;
    std::vector<Uuid> about; // the children, or the family
    const Facts& first() const { return *children.front(); }
};

enum class WrittenAbout : std::uint8_t { children, family };
struct StoryStep {
    access::Action action;
    std::string_view page; // for the access log
    std::vector<PersonId> children;
    WrittenAbout about = WrittenAbout::children;
};

// The subject what is recorded about the family is about: the family, else the child.
Uuid family_subject(const record::Reading& reading, PersonId child);
std::vector<FamilyLog> family_logs(const record::Reading& reading, const Facts& child);

std::vector<Uuid> subjects_of(const record::Reading& reading, const StoryStep& step);
// What the writer had no version of counts as never seen, so that news about it is not missed.
Saw with_every_subject(Saw saw, const std::vector<Uuid>& about);
bool has_news(const record::Reading& reading, const Saw& saw);

// `check` answers what is wrong, `drafts` what to write; both see the scene. With news nothing can
// be appended, so nothing is checked: the store answers what was recorded meanwhile, or, to a
// second press of the button, what the first press made.
template <class Check, class Drafts>
StoryAnswer take_step(Office& office, const access::Viewer& viewer, const StoryStep& step,
                      const Saw& saw, const Check& check, const Drafts& drafts) {
    std::optional<StoryRefused> refused;
    Recorded recorded;
    const auto done = office.store.write([&](record::Writing& tx) {
        StoryScene scene{tx, {}, subjects_of(tx, step)};
        bool all = true;
        for (const auto& child : step.children) {
            auto facts = office.facts.of(tx, child);
            all = facts->person &&
                  look(office, tx, viewer, step.action, *facts, step.page).allowed() && all;
            scene.children.push_back(std::move(facts));
        }
        if (!all) {
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        const auto seen = with_every_subject(saw, scene.about);
        if (!has_news(tx, seen)) {
            refused = check(scene);
            if (refused) {
                return record::Keep::yes;
            }
        }
        auto written = drafts(scene);
        if (written.empty()) { // only with news: there is nothing left to write about
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        const auto appended = append_drafts(tx, std::move(written), seen);
        if (appended.ok()) {
            recorded = appended.value();
        } else {
            refused = as_refusal<StoryRefused>(appended.error());
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{StoryRefused{done.error()}};
    }
    return refused ? StoryAnswer{base::Err{*refused}} : StoryAnswer{base::Ok{recorded}};
}

template <class Kind>
record::Draft story_draft(Office& office, const access::Viewer& viewer, std::vector<Uuid> about,
                          CivilDate on, const Kind& body) {
    return draft_of(office, viewer, record::Named<Kind>::name, std::move(about), on,
                    record::encode(body));
}

inline StoryAnswer refuse(StoryNonsense nonsense) { return base::Err{StoryRefused{nonsense}}; }

// The first day of the month or year.
CivilDate first_day(CivilDate on, record::Precision to);

} // namespace gweld::casework
