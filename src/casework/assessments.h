// assessments.h - writing an assessment of a family's children: kept with gaps as often as wanted,
// finished without them or with a manager's reason for each. Knows no form.
#pragma once

#include "casework/assessment_gaps.h"
#include "casework/child.h"
#include "casework/recording.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

using record::AssessmentId;

// ---- one assessment, as everything recorded about it says
// ------------------------------------------
struct FinishedVersion {
    record::Entry entry;
    record::AssessmentFinished body;
    std::optional<record::SigningRow> signing; // none: put right since
    std::vector<record::Entry> signatures;     // signed or returned, oldest first
};

struct AssessmentFile {
    AssessmentId id;
    record::AssessmentContent content;     // as last written
    std::vector<record::Entry> written;    // every time it was saved, oldest first; never empty
    std::vector<FinishedVersion> finished; // oldest first; the last one stands
    std::vector<record::GapLeft> allowed;  // gaps a manager let stand
    std::int64_t version = 0;
    std::optional<record::Entry> withdrawn = {}; // nothing is added to it after

    bool being_written()
        const; // not withdrawn; saved since it was last finished, never finished, or returned
    const FinishedVersion* stands() const { return finished.empty() ? nullptr : &finished.back(); }
    bool returned() const;
};
// None: no such assessment.
std::optional<AssessmentFile> read_assessment(const record::Reading& reading, AssessmentId id);

// The gaps of what was last written, without those let stand. A null child counts as born.
std::vector<AssessmentGapFound> gaps_left(const AssessmentFile& file,
                                          const std::vector<std::shared_ptr<const Facts>>& children,
                                          CivilDate today);

struct OpenAssessment {
    AssessmentFile file;
    // In the order of the content. Null: a child whose record this person may not open; that
    // child's part is to be withheld.
    std::vector<std::shared_ptr<const Facts>> children;
    std::vector<AssessmentGapFound> gaps; // of what was last written, without those let stand
    std::vector<SameWords> same_words;
    bool every(access::Action action, const access::Viewer& viewer, const access::When& now) const;
};
// Each child is a look. Opened for whoever may see one of the children.
base::Result<OpenAssessment, OpenRefused> open_assessment(Office& office,
                                                          const access::Viewer& viewer,
                                                          AssessmentId id, std::string_view page);

// ---- writing
// ---------------------------------------------------------------------------------------
enum class AssessmentNonsense {
    no_children, // none, one of them twice, or others than it was started for
    date_in_future,
    before_it_runs_from, // started or finished before the day it is counted from
    before_it_started,
    before_it_was_returned, // finished again on a day before it was given back
    shared_before_start,    // nothing of it can have been shared then
    before_what_it_tells,   // it tells of a child seen, or of a sharing, after that day
    gaps_remain,
    no_such_gap,
    no_reason,
    nothing_to_finish, // finished already, and nothing written since
    withdrawn,         // meanwhile: nothing is added to it
    finished_once      // a finished one is put right, not withdrawn
};
using AssessmentRefused =
    std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse, CorrectedAlready,
                 AssessmentNonsense, record::StoreFault>;
struct AssessmentSaved {
    AssessmentId assessment;
};
using AssessmentAnswer = base::Result<AssessmentSaved, AssessmentRefused>;

// The same key starts the same assessment: pressing twice starts one.
AssessmentAnswer start_assessment(Office& office, const access::Viewer& viewer,
                                  const record::AssessmentContent& content, const Saw& saw);
// With whatever gaps. `saw` names the assessment's version: whoever saved in between is not
// overwritten.
AssessmentAnswer save_assessment(Office& office, const access::Viewer& viewer, AssessmentId id,
                                 const record::AssessmentContent& content, const Saw& saw);
// By a manager.
AssessmentAnswer allow_gap(Office& office, const access::Viewer& viewer, AssessmentId id,
                           const AssessmentGapFound& gap, const std::string& because,
                           const Saw& saw);
// One that was started by mistake and never finished: it leaves the children's records as a step
// that should not be there, and can still be read with the reason.
AssessmentAnswer withdraw_assessment(Office& office, const access::Viewer& viewer, AssessmentId id,
                                     const std::string& reason, const Saw& saw);
// What was last written, as it is in the version seen. `changed` says what is different from the
// version finished before; it has to be there when there is one.
AssessmentAnswer finish_assessment(Office& office, const access::Viewer& viewer, AssessmentId id,
                                   CivilDate on, const std::string& changed, const Saw& saw);

} // namespace gweld::casework
