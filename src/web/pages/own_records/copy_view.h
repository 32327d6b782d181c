// copy_view.h - a copy of somebody's own record while it is being made: every entry that goes into
// it, in reading order, told as the timeline tells it, without what was left out. Knows no page.
#pragma once

#include "casework/own_records.h"
#include "web/pages/child/telling.h"
#include "web/pages/own_records/own_words.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::web::pages {

struct CopyPiece {
    record::Uuid entry;
    std::string date;
    std::string title;
    std::vector<std::string> paragraphs; // whole
    std::string given_title;             // as it goes out
    std::vector<std::string> given;      // without the passages left out; empty: all of it is
    std::string left_out;                // why all of it is; empty: it is not
    // Every entry whose words are in it: what was written under one that had been read (an account,
    // a disagreement, a withdrawal) has to be read too.
    std::vector<record::Uuid> rests_on;
};

struct CopyView {
    casework::OpenRecord record;
    casework::OwnRecord own;
    std::vector<CopyPiece> pieces; // oldest first

    bool is_read(const CopyPiece& piece) const;
    std::size_t not_read() const;
    std::vector<record::Uuid> entries() const; // that all of it rests on
};

// For /own-record/{request}...: opened as a look at the record. Not found: no such request, or not
// this person's to answer.
base::Result<CopyView, casework::OpenRefused> open_copy(const Caller& caller);

} // namespace gweld::web::pages
