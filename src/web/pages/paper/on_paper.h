// on_paper.h - the reader of a page, as what is drawn for paper sees them. Knows no page.
#pragma once

#include "web/pages/paper/paper_words.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

// Both have to outlive what is drawn.
struct OnPaper {
    explicit OnPaper(const Caller& asked)
        : words{asked.say}, caller{asked.site,   asked.request, asked.params,    words,
                                   asked.viewer, asked.session, asked.own_office} {}
    OnPaper(const OnPaper&) = delete;
    OnPaper& operator=(const OnPaper&) = delete;

    PaperWords words;
    Caller caller;
};

} // namespace gweld::web::pages
