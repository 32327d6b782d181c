// meanwhile.h - a form that changes what is on the record, when somebody else changed the same
// thing while it was open: whose text goes where, so that neither is lost. Knows no form.
//
// For every field the form carries a mark of what stood there when it was opened. What only the
// other changed comes into the form; what only the writer changed stays; of what both changed the
// writer's stays in its box and the other's is shown beside it.
#pragma once

#include "web/fields.h"
#include "web/html.h"
#include "words/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

class Meanwhile {
  public:
    bool none() const { return theirs_.empty() && taken_.empty(); }
    // Both changed it: what the record says now.
    std::optional<std::string_view> theirs(std::string_view field) const;
    bool is_taken(std::string_view field) const; // only they changed it: it stands in the form

    friend Meanwhile bring_together(Fields& mine, const Fields& now);

  private:
    std::vector<Field> theirs_;
    std::vector<std::string> taken_;
};

// Where the parts of the form have moved (an outcome of a plan was put in before others) nothing is
// brought over: a text would come under another's name. Then whatever differs is shown.
Meanwhile bring_together(Fields& mine, const Fields& now);

// Hidden fields for what stands in them now; or, once the form was opened, as it was then.
Html marks_of_what_was(const Fields& on_record, const Fields& typed);

// Below a box: the two texts, or that theirs was taken. Empty: neither.
Html beside(const words::Words& say, const Meanwhile* meanwhile, std::string_view field,
            std::string_view mine);
// Below a choice or a date: what the record says, in words.
Html beside_choice(const words::Words& say, const Meanwhile* meanwhile, std::string_view field,
                   const std::string& theirs_in_words);

} // namespace gweld::web::pages
