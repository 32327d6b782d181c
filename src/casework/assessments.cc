#include "casework/assessments.h"

#include "casework/enquiry_checks.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::AssessmentContent;
using record::Draft;

using WrongAssessment = std::optional<AssessmentNonsense>;

WrongAssessment wrong_in(const AssessmentContent& content, CivilDate today) {
    if (content.children.empty() || names_one_twice(uuids_of(content.children))) {
        return AssessmentNonsense::no_children;
    }
    const auto later = [&](const std::optional<CivilDate>& day) { return day && *day > today; };
    const bool any_later =
        content.started > today || content.runs_from > today ||
        std::ranges::any_of(
            content.children,
            [&](const auto& part) { return later(part.seen_on) || later(part.shared_on); }) ||
        std::ranges::any_of(content.shared, [&](const auto& one) { return later(one.on); });
    if (any_later) {
        return AssessmentNonsense::date_in_future;
    }
    if (content.started < content.runs_from) {
        return AssessmentNonsense::before_it_runs_from;
    }
    const bool shared_early =
        std::ranges::any_of(content.children,
                            [&](const auto& part) {
                                return part.shared_on && *part.shared_on < content.started;
                            }) ||
        std::ranges::any_of(content.shared,
                            [&](const auto& one) { return one.on < content.started; });
    return shared_early ? WrongAssessment{AssessmentNonsense::shared_before_start} : std::nullopt;
}

std::vector<Uuid> about_all(const AssessmentContent& content, AssessmentId id) {
    auto about = uuids_of(content.children);
    about.push_back(id.uuid);
    return about;
}

// What a child's own record shows of an assessment that is being written.
bool shows_the_same(const AssessmentContent& a, const AssessmentContent& b) {
    return a.type == b.type && a.started == b.started && a.runs_from == b.runs_from;
}

template <class Kind>
Draft entry_about(Office& office, const access::Viewer& viewer, std::vector<Uuid> about,
                  CivilDate on, const Kind& body) {
    return draft_of(office, viewer, record::Named<Kind>::name, std::move(about), on,
                    record::encode(body));
}

struct Doing {
    Office& office;
    const access::Viewer& viewer;
    access::Action action;
    std::string_view page; // for the access log
};

FamilyFacts facts_of(Office& office, record::Writing& tx, const AssessmentContent& content) {
    FamilyFacts children;
    for (const auto& part : content.children) {
        children.push_back(office.facts.of(tx, part.child));
    }
    return children;
}

bool let_in(const Doing& step, record::Writing& tx, const FamilyFacts& children) {
    bool all = true;
    for (const auto& child : children) {
        all = child->person &&
              look(step.office, tx, step.viewer, step.action, *child, step.page).allowed() && all;
    }
    return all;
}

std::optional<std::int64_t> seen_version(const Saw& saw, Uuid subject) {
    const auto seen = std::ranges::find(saw.versions, subject, &record::SeenVersion::subject);
    return seen == saw.versions.end() ? std::nullopt : std::optional{seen->version};
}

// A draft that corrects or repeats is made from what the writer saw, so that pressing twice makes
// the same entry twice, which the store knows for one.
AssessmentFile as_seen(AssessmentFile file, std::int64_t version) {
    const auto later = [&](const record::Entry& entry) { return entry.seq > version; };
    std::erase_if(file.written, later);
    std::erase_if(file.finished, [&](const auto& one) { return later(one.entry); });
    if (file.withdrawn && later(*file.withdrawn)) {
        file.withdrawn.reset();
    }
    if (!file.written.empty()) {
        file.content = record::body_of<record::AssessmentWritten>(file.written.back()).content;
    }
    return file;
}

std::vector<Draft> drafts_from(Draft one) { return {std::move(one)}; }
std::vector<Draft> drafts_from(std::vector<Draft> all) { return all; }

// `check` sees the assessment as it is, and is asked only when nothing was recorded since the
// writer looked; `draft` sees it as the writer did.
template <class Check, class Make>
AssessmentAnswer change(const Doing& step, AssessmentId id, const Saw& saw, const Check& check,
                        const Make& make) {
    std::optional<AssessmentRefused> refused;
    const auto done = step.office.store.write([&](record::Writing& tx) {
        const auto file = read_assessment(tx, id);
        if (!file) {
            refused = NotFoundOrNotYours{};
            return record::Keep::no;
        }
        const auto children = facts_of(step.office, tx, file->content);
        if (!let_in(step, tx, children)) {
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        const auto seen = seen_version(saw, id.uuid).value_or(0);
        if (seen == file->version) {
            const auto wrong = file->withdrawn ? WrongAssessment{AssessmentNonsense::withdrawn}
                                               : check(*file, children);
            if (wrong) {
                refused = *wrong;
                return record::Keep::yes;
            }
        }
        const Saw of_this{saw.idempotency_key, {{id.uuid, seen}}};
        const auto appended = append_drafts(tx, drafts_from(make(as_seen(*file, seen))), of_this);
        if (!appended.ok()) {
            refused = as_refusal<AssessmentRefused>(appended.error());
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{AssessmentRefused{done.error()}};
    }
    return refused ? AssessmentAnswer{base::Err{*refused}}
                   : AssessmentAnswer{base::Ok{AssessmentSaved{id}}};
}

AssessmentAnswer refuse(AssessmentNonsense nonsense) {
    return base::Err{AssessmentRefused{nonsense}};
}

bool same_children(const AssessmentContent& a, const AssessmentContent& b) {
    return uuids_of(a.children) == uuids_of(b.children);
}

bool tells_of_later(const AssessmentContent& content, CivilDate on) {
    const bool of_a_child = std::ranges::any_of(content.children, [&](const auto& part) {
        return (part.seen_on && *part.seen_on > on) || (part.shared_on && *part.shared_on > on);
    });
    return of_a_child ||
           std::ranges::any_of(content.shared, [&](const auto& one) { return one.on > on; });
}

// None: what stands was not given back.
std::optional<CivilDate> returned_on(const AssessmentFile& file) {
    if (!file.returned()) {
        return std::nullopt;
    }
    const auto& signatures = file.stands()->signatures;
    const auto last = std::find_if(signatures.rbegin(), signatures.rend(),
                                   record::is_a<record::ReturnedForRework>);
    return last == signatures.rend() ? std::nullopt
                                     : std::optional{time::date_in_wales(last->recorded_at)};
}

WrongAssessment cannot_finish(const AssessmentFile& file, const FamilyFacts& children, CivilDate on,
                              CivilDate today, const std::string& changed) {
    if (!file.being_written()) {
        return AssessmentNonsense::nothing_to_finish;
    }
    if (on > today) {
        return AssessmentNonsense::date_in_future;
    }
    if (on < file.content.started) {
        return AssessmentNonsense::before_it_started;
    }
    if (const auto returned = returned_on(file); returned && on < *returned) {
        return AssessmentNonsense::before_it_was_returned;
    }
    if (tells_of_later(file.content, on)) {
        return AssessmentNonsense::before_what_it_tells;
    }
    if (!gaps_left(file, children, today).empty()) {
        return AssessmentNonsense::gaps_remain;
    }
    return file.stands() != nullptr && changed.empty()
               ? WrongAssessment{AssessmentNonsense::no_reason}
               : std::nullopt;
}

// Only what is still a gap is left one: a gap that was filled after all needs no reason.
std::vector<record::GapLeft> still_left(const AssessmentFile& file) {
    const auto gaps = gaps_in(file.content, {});
    std::vector<record::GapLeft> left;
    std::ranges::copy_if(file.allowed, std::back_inserter(left), [&](const auto& allowed) {
        return std::ranges::find(gaps, AssessmentGapFound{allowed.gap, allowed.child}) !=
               gaps.end();
    });
    return left;
}

} // namespace

AssessmentAnswer start_assessment(Office& office, const access::Viewer& viewer,
                                  const AssessmentContent& content, const Saw& saw) {
    if (const auto wrong = wrong_in(content, office.today())) {
        return refuse(*wrong);
    }
    const auto key =
        saw.idempotency_key.empty() ? base::to_text(fresh_id(office)) : saw.idempotency_key;
    const AssessmentId id{base::uuid_of("gweld", "assessment", key)};
    const Doing step{office, viewer, access::Action::record_assessment, "start-assessment"};
    std::optional<AssessmentRefused> refused;
    const auto done = office.store.write([&](record::Writing& tx) {
        if (!let_in(step, tx, facts_of(office, tx, content))) {
            refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        const auto draft = entry_about(office, viewer, about_all(content, id), content.started,
                                       record::AssessmentWritten{id, content});
        const auto appended = append_drafts(tx, {draft}, {key, saw.versions});
        if (!appended.ok()) {
            refused = as_refusal<AssessmentRefused>(appended.error());
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{AssessmentRefused{done.error()}};
    }
    return refused ? AssessmentAnswer{base::Err{*refused}}
                   : AssessmentAnswer{base::Ok{AssessmentSaved{id}}};
}

AssessmentAnswer save_assessment(Office& office, const access::Viewer& viewer, AssessmentId id,
                                 const AssessmentContent& content, const Saw& saw) {
    if (const auto wrong = wrong_in(content, office.today())) {
        return refuse(*wrong);
    }
    return change(
        {office, viewer, access::Action::record_assessment, "write-assessment"}, id, saw,
        [&](const AssessmentFile& file, const FamilyFacts&) {
            return same_children(file.content, content)
                       ? WrongAssessment{}
                       : WrongAssessment{AssessmentNonsense::no_children};
        },
        [&](const AssessmentFile& file) {
            auto about = shows_the_same(file.content, content) ? std::vector{id.uuid}
                                                               : about_all(content, id);
            return entry_about(office, viewer, std::move(about), office.today(),
                               record::AssessmentWritten{id, content});
        });
}

AssessmentAnswer allow_gap(Office& office, const access::Viewer& viewer, AssessmentId id,
                           const AssessmentGapFound& gap, const std::string& because,
                           const Saw& saw) {
    if (because.empty()) {
        return refuse(AssessmentNonsense::no_reason);
    }
    const auto today = office.today();
    return change(
        {office, viewer, access::Action::allow_gap, "allow-gap"}, id, saw,
        [&](const AssessmentFile& file, const FamilyFacts& children) {
            const auto gaps = gaps_left(file, children, today);
            return std::ranges::find(gaps, gap) == gaps.end()
                       ? WrongAssessment{AssessmentNonsense::no_such_gap}
                       : std::nullopt;
        },
        [&](const AssessmentFile& file) {
            return entry_about(office, viewer, about_all(file.content, id), today,
                               record::AssessmentGapAllowed{id, gap.gap, gap.child, because});
        });
}

AssessmentAnswer finish_assessment(Office& office, const access::Viewer& viewer, AssessmentId id,
                                   CivilDate on, const std::string& changed, const Saw& saw) {
    return change(
        {office, viewer, access::Action::record_assessment, "finish-assessment"}, id, saw,
        [&](const AssessmentFile& file, const FamilyFacts& children) {
            return cannot_finish(file, children, on, office.today(), changed);
        },
        [&](const AssessmentFile& file) {
            auto draft =
                entry_about(office, viewer, about_all(file.content, id), on,
                            record::AssessmentFinished{id, on, file.content, still_left(file)});
            if (const auto* before = file.stands()) {
                draft.corrects = before->entry.id;
                draft.reason = changed;
            }
            return draft;
        });
}

AssessmentAnswer withdraw_assessment(Office& office, const access::Viewer& viewer, AssessmentId id,
                                     const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return refuse(AssessmentNonsense::no_reason);
    }
    return change(
        {office, viewer, access::Action::record_assessment, "withdraw-assessment"}, id, saw,
        [](const AssessmentFile& file, const FamilyFacts&) {
            return file.finished.empty() ? WrongAssessment{}
                                         : WrongAssessment{AssessmentNonsense::finished_once};
        },
        [&](const AssessmentFile& file) {
            std::vector<Draft> drafts;
            for (const auto& entry : file.written) {
                // The others are about the assessment alone and stand on no child's record.
                if (entry.about.size() > 1) {
                    drafts.push_back(entry_about(office, viewer, entry.about, entry.effective,
                                                 record::Withdrawn{reason}));
                    drafts.back().corrects = entry.id;
                    drafts.back().reason = reason;
                }
            }
            return drafts;
        });
}

} // namespace gweld::casework
