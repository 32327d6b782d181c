// signing.h - the ledger of signatures: what waits for whom and how long, signing it, giving it
// back. What asks for a signature is said in record/signing.h. Knows no page and no kind.
//
// Whose turn it is: the manager of the team in which it was written; for what is written by those
// who serve the whole county, any team manager who may open the record of every child it is about;
// for what a team manager wrote, the head of service, who may also sign in anybody's place. What a
// conference decided is signed by the reviewing officer who chairs that child's conferences.
// Nobody signs or returns their own work. This order is Gweld's own reading of "a manager signs";
// no source was found that sets it.
#pragma once

#include "casework/child.h"
#include "casework/recording.h"
#include "law/clock.h"
#include "record/kinds.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

// Would this person be asked for it, or may they sign in another's place? (Of the records it is
// about, access decides besides.)
enum class Turn : std::uint8_t { theirs, in_anothers_place, not_theirs };
Turn turn_of(const access::Viewer& viewer, const record::SigningRow& row);

struct LedgerLine {
    record::SigningRow row;
    std::vector<std::shared_ptr<const Facts>> children; // whose record this person may open
    std::size_t withheld = 0;                           // children whose record they may not
    std::vector<std::string> named; // as a contact names them, whether known or not
    int days = 0;                   // since it was recorded
    std::optional<CivilDate> due;   // none: no time for signing it is known (law::SigningTime)
};

// How much of one sort waits, by age.
struct UnsignedCount {
    std::string decision;
    std::size_t waiting = 0;
    std::size_t over_a_week = 0;
    std::size_t over_four_weeks = 0;
};

enum class Waiting : std::uint8_t { for_me, everything_i_may_sign };

struct Ledger {
    std::vector<LedgerLine> lines; // of this page, oldest first
    // In the order of record::signed_decisions(); a sort of which none waits is left out.
    std::vector<UnsignedCount> counts;
    std::size_t shown = 0; // lines on all pages
    std::size_t for_me = 0;
    std::size_t everything = 0;
    std::size_t page = 1;
    std::size_t pages = 1;
    std::optional<int> oldest_days; // of everything counted; none: nothing waits
};
inline constexpr std::size_t lines_on_a_page = 50;

// `decision` empty: of every sort. A page beyond the last is the last. The viewer must have been
// let in (access::Place::signing).
base::Result<Ledger, record::StoreFault> ledger_of(Office& office, const access::Viewer& viewer,
                                                   Waiting waiting, std::string_view decision,
                                                   std::size_t page);
// The counts alone, for other pages.
base::Result<std::shared_ptr<const std::vector<UnsignedCount>>, record::StoreFault>
unsigned_counts(Office& office, const access::Viewer& viewer);

struct ReturnedLine {
    record::SigningRow row;
    std::string words; // of who returned it
    std::vector<std::shared_ptr<const Facts>> children;
    std::optional<base::AssessmentId> assessment; // where it is put right
    std::optional<base::ContactId> contact;
};
// What this person wrote and somebody gave back, oldest first.
base::Result<std::vector<ReturnedLine>, record::StoreFault>
returned_to(Office& office, const access::Viewer& viewer);

// ---- one entry
// ---------------------------------------------------------------------------------------
struct OpenSigning {
    record::Entry entry;
    record::SigningRow row;
    std::string content; // the digest a signature names
    std::vector<std::shared_ptr<const Facts>>
        children;                                   // may be empty: a contact about nobody known
    std::vector<record::Entry> signatures;          // so far
    std::optional<record::ContactReceived> contact; // what came in, for a decision on one
    std::int64_t version = 0;                       // of the entry as a subject
    Turn turn = Turn::not_theirs;
};
// Each child is a look. Found by whoever may sign for all of them; not found: no such entry, one
// that asks for no signature or was put right since, or one of the children is not theirs.
base::Result<OpenSigning, OpenRefused> open_signing(Office& office, const access::Viewer& viewer,
                                                    base::EntryId entry);

enum class SigningNonsense {
    own_work,
    not_your_turn,
    put_right_since, // what was shown is not what stands
    settled_already, // signed or returned
    no_words         // returned without saying what has to change
};
using SigningRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                    CorrectedAlready, SigningNonsense, record::StoreFault>;
using SigningAnswer = base::Result<Recorded, SigningRefused>;

// `content` is the digest of what was shown; `saw` names the entry's own version.
SigningAnswer sign(Office& office, const access::Viewer& viewer, const record::Signed& signature,
                   const Saw& saw);
SigningAnswer return_for_rework(Office& office, const access::Viewer& viewer,
                                const record::ReturnedForRework& returned, const Saw& saw);

} // namespace gweld::casework
