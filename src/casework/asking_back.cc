#include "casework/asking_back.h"

#include "casework/contact_parts.h"
#include "casework/referral_story.h"
#include "casework/rows.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using namespace contact_parts;

std::optional<ContactNonsense> may_not_ask(const ContactStep& step, const ContactTies& ties,
                                           const AskReferrer& what) {
    if (!ties.row.outcome.empty()) {
        return ContactNonsense::decided_already;
    }
    if (!ties.row.worker) {
        return ContactNonsense::nobody_has_it_yet;
    }
    if (*ties.row.worker != step.viewer.worker) {
        return ContactNonsense::somebody_else_has_it;
    }
    if (ties.row.waits > 0) {
        return std::nullopt;
    }
    if (!what.until) {
        return ContactNonsense::no_until;
    }
    const auto today = step.office.today();
    if (*what.until < today) {
        return ContactNonsense::until_is_past;
    }
    return time::days_between(today, *what.until) > longest_wait_days
               ? std::optional{ContactNonsense::until_is_too_far}
               : std::nullopt;
}

// Whom it waits for, as the board is to say it.
std::string referrer_of(const record::ContactRow& row) {
    return row.organisation.empty() ? row.referrer : row.referrer + ", " + row.organisation;
}

// The button pressed twice: what was asked is what is so.
std::optional<Recorded> asked_so_by_me(const ContactStep& step, const AskReferrer& what) {
    for (const auto& asked : referral_story(step.tx.about(what.contact.uuid, 0)).questions) {
        if (!asked.answer && asked.question == what.question &&
            asked.by_worker == step.viewer.worker) {
            return Recorded{asked.id};
        }
    }
    return std::nullopt;
}

Wanted want_to_ask(const ContactStep& step, const ContactTies& ties, const AskReferrer& what) {
    if (const auto mine = asked_so_by_me(step, what)) {
        return *mine;
    }
    if (!step.tx.referral(ties.row.contact)) {
        return ContactRefused{ContactNonsense::not_by_form};
    }
    if (saw_it_as_it_is(step, ties.row.contact)) {
        if (const auto why = may_not_ask(step, ties, what)) {
            return ContactRefused{*why};
        }
    }
    Drafts drafts{
        draft_about(step, {ties.row.contact}, record::ReferrerAsked{what.contact, what.question})};
    if (ties.row.waits == 0 && what.until) {
        drafts.push_back(
            draft_about(step, {ties.row.contact},
                        record::ContactWaits{
                            what.contact, what.question, referrer_of(ties.row), *what.until, {}}));
    }
    return drafts;
}

std::optional<ContactNonsense> nonsense_in(const TellReferrer& what, CivilDate today) {
    if (what.told.empty()) {
        return ContactNonsense::nothing_told;
    }
    if (what.how != record::ToldBy::not_told && what.whom.empty()) {
        return ContactNonsense::nobody_told;
    }
    return what.on > today ? std::optional{ContactNonsense::told_in_future} : std::nullopt;
}

Wanted want_to_tell(const ContactStep& step, const ContactTies& ties, const TellReferrer& what) {
    if (ties.row.outcome.empty()) {
        return ContactRefused{ContactNonsense::not_decided_yet};
    }
    if (ties.row.decided_day && what.on < day_of(*ties.row.decided_day)) {
        return ContactRefused{ContactNonsense::told_before_decision};
    }
    if (ties.row.referrer.empty()) {
        return ContactRefused{ContactNonsense::no_referrer_to_tell};
    }
    auto draft =
        draft_about(step, {ties.row.contact},
                    record::ReferrerTold{what.contact, what.on, what.how, what.whom, what.told});
    draft.effective = what.on;
    return Drafts{std::move(draft)};
}

} // namespace

ContactAnswer ask_referrer(Office& office, const access::Viewer& viewer, const AskReferrer& what,
                           const Saw& saw) {
    if (what.question.empty()) {
        return base::Err{ContactRefused{ContactNonsense::no_question}};
    }
    return act(office, viewer, what.contact, access::ContactAction::work, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_ask(step, ties, what);
               });
}

ContactAnswer tell_referrer(Office& office, const access::Viewer& viewer, const TellReferrer& what,
                            const Saw& saw) {
    if (const auto wrong = nonsense_in(what, office.today())) {
        return base::Err{ContactRefused{*wrong}};
    }
    return act(office, viewer, what.contact, access::ContactAction::work, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_tell(step, ties, what);
               });
}

base::Result<ReferrersToTell, record::StoreFault> referrers_to_tell(Office& office) {
    ReferrersToTell list;
    const auto today = office.today().day_number();
    const auto read = office.store.read([&](const record::Reading& reading) {
        list.all = reading.count_referrers_to_tell();
        for (const auto& owed : reading.referrers_to_tell(referrers_on_a_page)) {
            if (auto row = reading.contact(owed.contact)) {
                list.longest.push_back({std::move(*row), reading.children_of_contact(owed.contact),
                                        static_cast<int>(today - owed.decided_day)});
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(list)};
}

} // namespace gweld::casework
