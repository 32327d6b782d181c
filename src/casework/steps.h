// steps.h - one step recorded about one child or several of a family, or nothing: each child
// decided and logged, nothing checked against news, the entries appended with every child's
// version. Knows no kind of step.
#pragma once

#include "casework/recording.h"
#include "record/codec.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace gweld::casework {

// Nonsense: what can be wrong with the step itself.
template <class Nonsense>
using StepRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                 CorrectedAlready, Nonsense, record::StoreFault>;
template <class Nonsense> using StepAnswer = base::Result<Recorded, StepRefused<Nonsense>>;

using FamilyFacts = std::vector<std::shared_ptr<const Facts>>; // one for each child, in their order

struct Step {
    access::Action action;
    std::string_view page; // for the access log
    std::vector<Uuid> children;
};

// Each child is decided and logged by itself; one refusal refuses the whole, as if none were there.
bool let_in(Office& office, record::Writing& tx, const access::Viewer& viewer, const Step& step,
            const FamilyFacts& children);
// Whether anything was recorded about one of them since the writer looked.
bool has_news(const record::Reading& reading, const Saw& saw, const FamilyFacts& children);
// A child the writer had no version of counts as never seen, so that news about them is not missed.
Saw with_every_child(Saw saw, const FamilyFacts& children);

template <class Kind>
record::Draft draft_about(Office& office, const access::Viewer& viewer,
                          const std::vector<Uuid>& about, CivilDate on, const Kind& body) {
    return draft_of(office, viewer, record::Named<Kind>::name, about, on, record::encode(body));
}

// `check` answers what is wrong, `drafts` what to write; both see the children as they are now, and
// `check` also the transaction where it asks for it.
// With news nothing can be appended, so nothing is checked: the store answers what was recorded
// meanwhile, or, to a second press of the button, what the first press made.
template <class Nonsense, class Check, class Drafts>
StepAnswer<Nonsense> take_step(Office& office, const access::Viewer& viewer, const Step& step,
                               const Saw& saw, const Check& check, const Drafts& drafts) {
    std::optional<StepRefused<Nonsense>> refused;
    base::EntryId entry;
    const auto done = office.store.write([&](record::Writing& tx) {
        FamilyFacts children;
        for (const auto& child : step.children) {
            children.push_back(office.facts.of(tx, PersonId{child}));
        }
        if (!let_in(office, tx, viewer, step, children)) {
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        if (!has_news(tx, saw, children)) {
            const std::optional<Nonsense> wrong = [&] {
                if constexpr (std::is_invocable_v<Check, const FamilyFacts&, record::Writing&>) {
                    return check(children, tx);
                } else {
                    return check(children);
                }
            }();
            if (wrong) {
                refused = *wrong;
                return record::Keep::yes;
            }
        }
        const auto appended = append_drafts(tx, drafts(children), with_every_child(saw, children));
        if (appended.ok()) {
            entry = appended.value().entry;
        } else {
            refused = as_refusal<StepRefused<Nonsense>>(appended.error());
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{StepRefused<Nonsense>{done.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{Recorded{entry}};
}

} // namespace gweld::casework
