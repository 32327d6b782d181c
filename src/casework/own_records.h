// own_records.h - what a person may ask of their own record: that what they disagree with says so,
// and a copy of it. A copy begins empty: what somebody has read goes in, without the passages they
// left out, each with a reason. Knows no page.
#pragma once

#include "casework/child.h"
#include "casework/steps.h"
#include "law/clock.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace gweld::casework {

enum class OwnRecordNonsense {
    no_words,
    no_name, // of whoever asks for somebody else
    no_identity,
    in_the_future,
    no_such_entry, // in this record
    given_already,
    not_all_read, // something was recorded, or is not read yet
    not_left_out
};
using OwnRecordAnswer = StepAnswer<OwnRecordNonsense>;

// ---- disagreement
// By whoever records. Stands under the entry from then on; the entry stays as it is.
OwnRecordAnswer note_disagreement(Office& office, const access::Viewer& viewer,
                                  const record::EntryDisagreedWith& what, const Saw& saw);
struct Disagreement {
    record::EntryDisagreedWith said;
    record::Entry entry;
};
// With any of the versions of one thing; oldest first.
std::vector<Disagreement> disagreements_with(const Facts& child,
                                             const std::vector<const record::Entry*>& versions);

// ---- a copy
OwnRecordAnswer ask_own_record(Office& office, const access::Viewer& viewer, PersonId person,
                               const record::OwnRecordAsked& what, const Saw& saw);

struct LeftOut {
    base::EntryId entry; // that says so
    record::PassageLeftOut said;
};
struct OwnRecord {
    base::EntryId request;
    record::OwnRecordAsked asked;
    std::set<Uuid> read; // entries that may be given
    std::vector<LeftOut> left_out;
    std::optional<record::OwnRecordGiven> given;
    law::DueAnswer due = law::CannotSay{};

    bool is_left_out(Uuid entry) const; // all of it
};
// None: no such request in this record.
std::optional<OwnRecord> own_record_of(const Office& office, const Facts& person,
                                       base::EntryId request);

// The text without the passages left out of the entry, also where they overlap; `instead` says why,
// once for each stretch of one reason.
using InsteadOf = base::FunctionRef<std::string(record::LeftOutFor)>;
std::string without_passages(std::string text, const OwnRecord& own, Uuid entry, InsteadOf instead);

OwnRecordAnswer note_read(Office& office, const access::Viewer& viewer, base::EntryId request,
                          std::vector<base::EntryId> entries, const Saw& saw);
OwnRecordAnswer leave_out(Office& office, const access::Viewer& viewer,
                          const record::PassageLeftOut& what, const Saw& saw);
OwnRecordAnswer put_back(Office& office, const access::Viewer& viewer, base::EntryId request,
                         base::EntryId left_out, const Saw& saw);
// `must_be_read`: what goes into it as the record stands.
OwnRecordAnswer note_given(Office& office, const access::Viewer& viewer,
                           const record::OwnRecordGiven& what,
                           const std::vector<Uuid>& must_be_read, const Saw& saw);

struct OwnRecordAskedFor {
    record::OwnRecordRow row;
    std::string name; // of the person; empty: not theirs to see
    law::DueAnswer due = law::CannotSay{};
};
// Of records this viewer may see; those not given first, the longest asked for first.
base::Result<std::vector<OwnRecordAskedFor>, record::StoreFault>
own_records_asked(Office& office, const access::Viewer& viewer);

} // namespace gweld::casework
