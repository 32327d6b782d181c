// sheet.h - a form as a page: its questions drawn with what was typed and what is wrong with it.
// Every form of the service looks and behaves like this one. Knows no question by name.
#pragma once

#include "casework/recording.h"
#include "web/pages/forms/fault.h"
#include "web/pages/forms/meanwhile.h"
#include "web/pages/frame/frame.h"
#include "web/pages/unsaved/unsaved_form.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

struct Option {
    std::string value;
    std::string words;
    std::string hint = {};
    Html reveals = {}; // shown when chosen; always shown where no script runs
};

// Draws questions. `typed`: the fields as posted, or what the form begins with; `meanwhile`: of a
// form that changes what is on the record, what somebody else made of it.
class Questions {
  public:
    Questions(const Words& say, const Fields& typed, std::span<const FieldFault> faults,
              const Meanwhile* meanwhile = nullptr)
        : say_{say}, typed_{typed}, faults_{faults}, meanwhile_{meanwhile} {}

    struct Asked {
        std::string name;
        std::string words;
        std::string hint = {};
    };
    Html line(const Asked& asked) const;              // one line of text
    Html short_line(const Asked& asked) const;        // a time, a number: ten wide
    Html box(const Asked& asked, int rows = 5) const; // longer text, never cut
    Html date(const Asked& asked) const;              // NAME-day, NAME-month, NAME-year
    Html one_of(const Asked& asked, const std::vector<Option>& options) const; // radios
    Html any_of(const Asked& asked, const std::vector<Option>& options) const; // checkboxes
    // A list too long for radios; the first, empty choice says "Choose".
    Html from_list(const Asked& asked, const std::vector<Option>& options) const;
    Html language(const Asked& asked) const; // BCP 47 code; of those most often heard

  private:
    Html choice_beside(const std::string& name, const std::vector<Option>& options) const;
    Html date_beside(const std::string& name) const;

    const Words& say_;
    const Fields& typed_;
    std::span<const FieldFault> faults_;
    const Meanwhile* meanwhile_;
};

enum class Carries : std::uint8_t { texts, files };
// nothing: of files, and of choices that are soon made again, no draft is kept.
enum class Keeps : std::uint8_t { drafts, nothing };

struct Sheet {
    std::optional<Url> back; // none: there is nowhere to go back to
    std::string back_words;  // empty: "Back"
    std::string heading;
    std::string lede;               // what will happen; may be empty
    std::vector<std::string> since; // what somebody else recorded meanwhile, in sentences
    std::vector<Html> questions;    // in order
    Url action = Url::path("/");
    std::string save;  // the button's words
    casework::Saw saw; // an empty key is given a fresh one
    std::vector<FieldFault> faults;
    Nav here = Nav::none;
    int status = 200;
    Carries carries = Carries::texts;
    Keeps keeps = Keeps::drafts;
    Html was = {}; // marks_of_what_was, of a form that changes what is on the record
};
// The form alone, for a page of another frame; `hidden`: what it carries unseen. Where nobody has
// signed in nothing is kept of it (`unsaved`).
Html draw_sheet(const Words& say, const Sheet& sheet, const Html& hidden,
                const UnsavedParts& unsaved = {});
std::string title_of(const Words& say, const Sheet& sheet);
// The page of the form. Its title begins with "Error" when there are faults.
Response show_sheet(const Caller& caller, const Sheet& sheet);

// "A visit, recorded by Catrin Hughes at 24 November 2026, 10:06": for Sheet::since.
std::vector<std::string> said_since(const Words& say, const std::vector<record::Entry>& entries);

} // namespace gweld::web::pages
