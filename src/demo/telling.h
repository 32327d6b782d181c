// telling.h - what is written of a visit: the account, and what a child said, chosen so that one
// child's record does not repeat itself. Knows no date and no entry.
#pragma once

#include "demo/household.h"
#include "demo/staff.h"
#include "demo/texts.h"
#include "record/kinds.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::demo {

// For one family.
class Telling {
  public:
    Telling(const Household& household, Chance chance) : household_{household}, chance_{chance} {}

    // One to three sentences.
    std::string visit(const record::VisitMade& visit, const Child& child, WritesIn writes_in,
                      CivilDate day);
    std::string attempt(record::AttemptFailed because, const Child& child, WritesIn writes_in);
    std::string stub();
    std::string from_the_duty_desk();

    struct Words {
        std::string text;
        std::string language;
    };
    // Empty for a baby, and when every sentence of that age has been used.
    Words words_of(const Child& child, CivilDate day);

  private:
    // The next piece in that context nobody has used for a while; empty: there is none.
    std::string piece(std::string_view context, const Child& child, WritesIn writes_in);
    std::string next_of(const std::string& key, const std::vector<std::string>& pieces);
    Words saying(const Child& child, std::string_view language, int age);

    const Household& household_;
    Chance chance_;
    std::map<std::string, std::vector<std::size_t>> left_; // by context: pieces still to be used
};

} // namespace gweld::demo
