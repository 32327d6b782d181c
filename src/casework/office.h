// office.h - what every use case works with: the store, the law, the clock, chance. Made once by
// main; the use cases are free functions over it.
#pragma once

#include "access/access.h"
#include "base/random.h"
#include "casework/facts.h"
#include "casework/kept.h"
#include "casework/sign_in_rules.h"
#include "casework/surroundings.h"
#include "law/card.h"
#include "record/store.h"
#include "time/instant.h"

namespace gweld::casework {

struct DoorPage;
struct HandedOnList;
struct DoorQueue;
struct ConferenceLoad;
struct EnquiryRegister;
struct TeamToday;
struct CountyFigures;
struct OpenedIndicator;
struct UnsignedCount;
struct PhoneMatters;

struct Office {
    record::Store& store;
    const law::Book& book;
    const time::Clock& clock;
    base::Random& random;
    FactsKept facts{};
    SurroundingsKept surroundings{};
    KeptAnswers<TeamToday> teams{};                          // by viewer
    KeptAnswers<CountyFigures> figures{};                    // one
    KeptAnswers<OpenedIndicator> opened{};                   // by viewer, rule and month
    KeptAnswers<EnquiryRegister> enquiries{};                // by viewer and stretch of days
    KeptAnswers<ConferenceLoad> conferences{};               // by viewer
    KeptAnswers<DoorQueue> queues{};                         // one
    KeptAnswers<std::vector<UnsignedCount>> unsigned_work{}; // by viewer
    KeptAnswers<DoorPage> door_pages{};                      // by list and page
    KeptAnswers<HandedOnList> handed_on{};                   // by stretch of the list
    KeptAnswers<PhoneMatters> phones{};                      // by worker
    // How long a form begun and not saved is kept (casework/unsaved.h). Nothing in law says; this
    // council's own figure.
    int days_unsaved = 28;
    SignInRules sign_in_rules{};

    time::CivilDate today() const { return time::date_in_wales(clock.now()); }
    access::When when() const {
        const auto at = clock.now();
        return {time::date_in_wales(at), at};
    }
};

// One answer for both: whether a record exists is itself confidential.
struct NotFoundOrNotYours {};

// For answers kept by viewer: all that access and signing ask of one.
std::string key_of(const access::Viewer& viewer);
// The writer of an entry, as they are now.
record::Recorder recorder_of(const access::Viewer& viewer);
base::Uuid fresh_id(Office& office);

// Outside any transaction: whose children a step is about. None: no such entry, or `fault` is set.
std::optional<record::Entry> entry_of(const Office& office, base::EntryId id,
                                      std::optional<record::StoreFault>& fault);

// Who and when are the same for every entry a person writes.
record::Draft draft_of(Office& office, const access::Viewer& viewer, std::string_view kind,
                       std::vector<Uuid> about, time::CivilDate effective, std::string body);

record::Draft draft_by(Office& office, record::Recorder recorder, std::string_view kind,
                       std::vector<Uuid> about, time::CivilDate effective, std::string body);

// Inside the caller's transaction: decides, and writes down the look in the same transaction.
access::Decision look(Office& office, record::Writing& tx, const access::Viewer& viewer,
                      access::Action action, const Ties& ties, std::string_view page);

} // namespace gweld::casework
