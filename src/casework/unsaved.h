// unsaved.h - forms begun and not saved: kept for their writer alone until they are saved, thrown
// away or too old. None of it is part of the record. Knows no form and no page.
#pragma once

#include "casework/office.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::casework {

using time::Instant;

// What can be had back after it was thrown away, for how long. A habit of the pages, not a rule.
inline constexpr auto thrown_away_for = std::chrono::hours{24};
// Of one person. A habit of the pages: beyond it nobody finds their own any more.
inline constexpr std::size_t most_unsaved = 200;
inline constexpr std::size_t longest_address = 600;

struct BegunForm { // as its page sends it
    std::string address;
    std::string heading;
    std::string key;
    std::string fields;
    std::string tab;
    Instant known = record::beginning_of_time; // when what this page began with was kept
};

struct FormKept {
    // Another than was sent: an open page elsewhere has kept something under that one, and neither
    // takes the other's place.
    std::string key;
    Instant at;
    CivilDate until; // kept until the end of the day before
};
struct SavedAlready {}; // the form was saved: there is nothing left to keep
struct TooManyUnsaved {};
struct NoSuchForm {}; // nothing that could be found again: no key, no address of ours
using NotKept = std::variant<SavedAlready, TooManyUnsaved, NoSuchForm, record::StoreFault>;

base::Result<FormKept, NotKept> keep_unsaved(Office& office, const access::Viewer& viewer,
                                             const BegunForm& form);

// What this person last kept of the form at this address, neither thrown away nor too old. Asks
// nobody whether they may still open what it is about: the form's own page does.
base::Result<std::optional<record::UnsavedFormRow>, record::StoreFault>
unsaved_at(const Office& office, const access::Viewer& viewer, std::string_view address);

enum class Yours : std::uint8_t {
    yes,
    no_longer // somebody it is about is not, or not any more, in this person's work
};
struct ListedForm {
    record::UnsavedFormRow form;
    Yours yours = Yours::yes;
    CivilDate until;
    bool thrown_away() const { return form.thrown_at.has_value(); }
};
// The one kept last first.
base::Result<std::vector<ListedForm>, record::StoreFault> unsaved_of(Office& office,
                                                                     const access::Viewer& viewer);

CivilDate kept_until(const Office& office, const record::UnsavedFormRow& form);

// How many are neither thrown away nor too old; those of others' children count too.
std::size_t count_unsaved(const Office& office, const access::Viewer& viewer);

// Nothing happens where there is no such form.
std::optional<record::StoreFault> throw_away(Office& office, const access::Viewer& viewer,
                                             std::string_view key);
std::optional<record::StoreFault> bring_back(Office& office, const access::Viewer& viewer,
                                             std::string_view key);

// The form did what it was for without recording anything new. What is recorded takes its draft
// away in its own transaction (recording.h); this is for the rest.
std::optional<record::StoreFault> done_with(Office& office, const access::Viewer& viewer,
                                            std::string_view key);

// The record it is about was merged: it is found at the other address from now on.
std::optional<record::StoreFault> move_unsaved(Office& office, const access::Viewer& viewer,
                                               std::string_view from, std::string_view to);

Instant moment_of(std::int64_t unix_milliseconds);

} // namespace gweld::casework
