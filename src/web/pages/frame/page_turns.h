// page_turns.h - a long list shown some at a time: ?page=2, and the links to the page before and
// the page after. Knows no list.
#pragma once

#include "web/fields.h"
#include "web/pages/site.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

// For a list whose length is not known when the page is asked for.
inline constexpr std::size_t any_page = 100000;
// What is no page is the first; a page beyond `last` is the last. Pages count from 1.
std::size_t page_asked(const Caller& caller, std::string_view key, std::size_t last);

// `to` with what is asked for now, these fields in place of theirs: an empty one is left out, and
// so are the page and what was saved.
Url with_query(const Caller& caller, const Url& to, std::vector<Field> changed);

// Where on the page the list is, when it is not the only one: two lists need two names.
struct ListAt {
    std::string_view section;
    std::string name;
};

// Empty: there is one page only.
Html page_turns(const Caller& caller, const Url& here, std::string_view key, std::size_t page,
                std::size_t last, const ListAt& at = {});

struct Stretch {
    std::size_t from = 0;
    std::size_t until = 0; // exclusive
    Html turns;            // empty: all fits on one page
};
Stretch stretch_of(const Caller& caller, const Url& here, std::string_view key, std::size_t count,
                   std::size_t on_one_page, const ListAt& at = {});

} // namespace gweld::web::pages
