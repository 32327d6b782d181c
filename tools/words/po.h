// po.h - reads gettext's .po and .pot files: what is said in which words. Knows no language.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::po {

struct Entry {
    std::vector<std::string> comments; // whole lines, with their '#'
    std::string id;
    std::string plural_id;          // empty: no plural
    std::vector<std::string> texts; // one, or one for each plural form
    std::string file;
    int line = 0; // of msgid

    bool fuzzy() const;      // msgfmt leaves these out
    bool unverified() const; // "#. check: ..." asks a translator to look
};

struct Fault {
    std::string file;
    int line = 0;
    std::string why;
};

// Every entry but the header (the empty msgid). Contexts (msgctxt) are refused: we have none.
base::Result<std::vector<Entry>, Fault> read(std::string_view text, const std::string& file);

std::string write(const std::vector<Entry>& entries); // without a header

} // namespace gweld::po
