// paper_words.h - the sentences of a page as they stand on paper: every date with its year, because
// paper is read in another one. Knows no page.
#pragma once

#include "words/words.h"

namespace gweld::web::pages {

// Of the language of `say`, which has to outlive it.
class PaperWords : public words::Words {
  public:
    explicit PaperWords(const words::Words& say) : say_{say} {}

    words::Language language() const override { return say_.language(); }
    std::string say(std::string_view sentence) const override { return say_.say(sentence); }
    std::string say(std::string_view sentence,
                    std::initializer_list<words::Slot> slots) const override {
        return say_.say(sentence, slots);
    }
    std::string say_n(std::string_view one, std::string_view many, long n,
                      std::initializer_list<words::Slot> slots) const override {
        return say_.say_n(one, many, n, slots);
    }
    std::string long_date(time::CivilDate date) const override { return say_.long_date(date); }
    std::string short_date(time::CivilDate date) const override {
        return say_.short_date_year(date);
    }
    std::string short_date_year(time::CivilDate date) const override {
        return say_.short_date_year(date);
    }
    std::string month_year(time::CivilDate date) const override { return say_.month_year(date); }
    std::string short_month(time::CivilDate date) const override { return say_.short_month(date); }
    std::string moment(time::Instant at) const override { return say_.moment_year(at); }
    std::string moment_year(time::Instant at) const override { return say_.moment_year(at); }

  private:
    const words::Words& say_;
};

} // namespace gweld::web::pages
