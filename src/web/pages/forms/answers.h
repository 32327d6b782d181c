// answers.h - a posted form read question by question. Every fault is found, not the first; what
// could not be read stays in the fields as typed. Knows no page and draws nothing.
#pragma once

#include "casework/recording.h"
#include "web/fields.h"
#include "web/pages/forms/fault.h"
#include "web/pages/site.h"

#include <boost/describe/enum_from_string.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

class Answers {
  public:
    // today: the present date in Wales.
    Answers(const Fields& posted, time::CivilDate today) : posted_{posted}, today_{today} {}

    // Without white space at either end. The second adds the fault when it is empty.
    std::string text(std::string_view name) const;
    std::string text(std::string_view name, std::string_view when_empty);

    // NAME-day, NAME-month, NAME-year. none: left empty, or a fault was added: when_empty for
    // nothing typed (an empty one: it may be left out) and for what is no day of the calendar.
    // `question`: as it is asked, for a form with several dates.
    std::optional<time::CivilDate> date(std::string_view name, std::string_view when_empty,
                                        std::string_view question = {});
    // The same, and a day after today is a fault.
    std::optional<time::CivilDate> past_date(std::string_view name, std::string_view when_empty,
                                             std::string_view when_future,
                                             std::string_view question = {});
    // "15:10"; empty: left empty or, with a fault, not a time of day.
    std::string time_of_day(std::string_view name);

    // The enumerator of that name (BOOST_DESCRIBE_ENUM). none: nothing chosen, or nothing a form
    // offers, with the fault unless the sentence is empty.
    template <class Enum>
    std::optional<Enum> choice(std::string_view name, std::string_view when_none) {
        Enum value{};
        const std::string chosen{posted_.text(name)};
        if (!chosen.empty() && chosen != "not_recorded" &&
            boost::describe::enum_from_string(chosen.c_str(), value)) {
            return value;
        }
        fault_unless_empty(name, when_none);
        return std::nullopt;
    }
    std::vector<std::string_view> ticked(std::string_view name) const { return posted_.all(name); }
    bool is_ticked(std::string_view name, std::string_view value) const;

    void fault(std::string_view field, std::string_view sentence, std::string name = {});
    void fault(FieldFault one) { faults_.push_back(std::move(one)); }
    bool all_well() const { return faults_.empty(); }
    std::vector<FieldFault> take_faults() { return std::move(faults_); }
    time::CivilDate today() const { return today_; }

  private:
    void fault_unless_empty(std::string_view field, std::string_view sentence);

    const Fields& posted_;
    time::CivilDate today_;
    std::vector<FieldFault> faults_;
};

// What the form holds already: as posted, or as its writer last left it. True: there was something,
// and it stands in `typed` and `key`; else they are as they were.
bool take_typed(const Caller& caller, Fields& typed, std::string& key);
// What a form begins with, unless something was typed in it before.
template <class Form> void begin_as(Form& form, Fields fields) {
    if (form.caller.typed() == nullptr) {
        form.typed = std::move(fields);
    }
}

// What the writer had before their eyes: the fields `key` and `saw` ("<uuid>:<version>", one for
// each subject) as sheet.h writes them. Anything else is passed over.
casework::Saw saw_in(const Fields& posted);

} // namespace gweld::web::pages
