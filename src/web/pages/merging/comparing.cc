// Two records side by side, and saying that they are one person's.
#include "web/pages/merging/merging.h"

#include "casework/child.h"
#include "web/components/back_link.h"
#include "web/components/card_table.h"
#include "web/components/spoken.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/guarding/protecting_words.h"
#include "web/pages/merging/merging.html.h"
#include "web/pages/merging/merging_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

namespace gweld::web::pages::merging {

namespace {

using casework::Facts;
using casework::OpenRecord;

struct Two {
    const Caller& caller;
    OpenRecord child; // from whose record this person came
    OpenRecord other;
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    std::string key = {};
    int status = 200;

    const Words& say() const { return caller.say; }
    static const Facts& facts(const OpenRecord& record) { return *record.standing.facts; }
    static std::string id(const OpenRecord& record) {
        return base::to_text(facts(record).child.uuid);
    }
    static std::string name(const OpenRecord& record) {
        return casework::full_name(*facts(record).person);
    }
    bool may_merge(const OpenRecord& record) const {
        return access::decide(caller.viewer, access::Action::merge_people, facts(record).bearing(),
                              caller.when())
            .allowed();
    }
};
using Opened = base::Result<Two, casework::OpenRefused>;

Opened open(const Caller& caller) {
    const auto child = person_in(caller, "id");
    const auto other = person_in(caller, "other");
    if (!child || !other) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    const auto record_of = [&](casework::PersonId id) {
        return casework::open_record(caller.office(), caller.viewer, id, access::Action::see_record,
                                     "same-person");
    };
    auto first = record_of(*child);
    auto second = record_of(*other);
    if (!first.ok()) {
        return base::Err{first.error()};
    }
    if (!second.ok()) {
        return base::Err{second.error()};
    }
    Two two{caller, std::move(first).value(), std::move(second).value()};
    take_typed(caller, two.typed, two.key);
    return base::Ok{std::move(two)};
}

// ---- side by side ----------------------------------------------------------------------------

std::string home(const Two& two, const OpenRecord& record) {
    const auto* lives = casework::home_of(Two::facts(record), two.caller.today());
    return lives == nullptr ? two.say().say("not known")
                            : address_words(two.caller.say, lives->lines, lives->postcode);
}

std::string family(const Two& two, const OpenRecord& record) {
    std::string names;
    for (const auto& member : record.family()) {
        names += (names.empty() ? "" : ", ") + casework::full_name(*member->person);
    }
    return names.empty() ? two.say().say("Nobody recorded") : names;
}

std::string on_register(const Two& two, const OpenRecord& record) {
    const auto& say = two.say();
    if (const auto* stay = record.standing.registration) {
        return say.say("On the register since {date}",
                       {{"date", say.short_date_year(stay->start)}});
    }
    return Two::facts(record).history.registrations.empty() ? say.say("Never on the register")
                                                            : say.say("Was on the register");
}

std::string worker(const Two& two, const OpenRecord& record) {
    const auto* held = record.standing.allocated;
    const auto found =
        held == nullptr ? record.workers().end() : record.workers().find(held->worker);
    return found == record.workers().end() ? two.say().say("Nobody") : found->second.name;
}

std::string birth(const Two& two, const OpenRecord& record) {
    const auto said = child_record::born(two.say(), *Two::facts(record).person);
    return said.empty() ? two.say().say("not known") : said;
}

std::string language(const Two& two, const OpenRecord& record) {
    const auto said = child_record::speaks(two.say(), Two::facts(record).person->language);
    return said.empty() ? two.say().say("not known") : said;
}

std::string how_much(const Two& two, const OpenRecord& record) {
    return two.say().say_n("1 entry", "{n} entries",
                           static_cast<long>(Two::facts(record).entries.size()));
}

std::string name_said(const Two&, const OpenRecord& record) { return Two::name(record); }
std::string number(const Two&, const OpenRecord& record) {
    return Two::facts(record).person->number;
}

struct Compared {
    std::string_view what;
    std::string (*said)(const Two&, const OpenRecord&);
    bool tells; // a difference speaks against their being one person
};
constexpr std::array compared{
    Compared{words::mark("Name"), name_said, true},
    Compared{words::mark("Date of birth"), birth, true},
    Compared{words::mark("Record number"), number, false},
    Compared{words::mark("Language"), language, false},
    Compared{words::mark("Home"), home, true},
    Compared{words::mark("Brothers and sisters"), family, false},
    Compared{words::mark("Child protection register"), on_register, false},
    Compared{words::mark("Allocated worker"), worker, false},
    Compared{words::mark("In the record"), how_much, false},
};

Html side_by_side(const Two& two) {
    const auto& say = two.say();
    ours::CardTable table;
    table.caption = say.say("The two records side by side");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("What is recorded"), {}},
                     {say.say("First record"), {}},
                     {say.say("Second record"), {}}};
    for (const auto& row : compared) {
        const auto first = row.said(two, two.child);
        const auto second = row.said(two, two.other);
        const bool differs = row.tells && first != second;
        table.rows.push_back(
            {{Content{differs ? say.say("{what}: not the same", {{"what", say.say(row.what)}})
                              : say.say(row.what)},
              Content{first}, Content{second}},
             differs ? ours::Tone::soon : ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

// ---- the form --------------------------------------------------------------------------------

// Whose number and names to go on with: of whom more depends on them.
const OpenRecord& better_kept(const Two& two) {
    const auto weight = [](const OpenRecord& record) {
        return (record.standing.registration != nullptr ? 4 : 0) +
               (record.standing.allocated != nullptr ? 2 : 0) +
               (Two::facts(record).person->born ? 1 : 0);
    };
    return weight(two.other) > weight(two.child) ? two.other : two.child;
}

casework::Saw saw_to_send(const Two& two) {
    const auto posted = saw_in(two.typed);
    if (!posted.versions.empty() && two.since.empty()) {
        return {two.key, posted.versions};
    }
    casework::Saw saw{two.key, {}};
    for (const auto* record : {&two.child, &two.other}) {
        saw.versions.push_back({Two::facts(*record).child.uuid, Two::facts(*record).version});
    }
    return saw;
}

std::string heading(const Two& two) {
    return two.say().say("Are {name} and {other} one person?",
                         {{"name", Two::name(two.child)}, {"other", Two::name(two.other)}});
}

Url way_back(const Two& two) { return two.caller.to("same-person", {{"id", Two::id(two.child)}}); }

Response draw(const Two& two) {
    const auto& say = two.say();
    const auto begun =
        two.typed.list().empty() ? Fields{{{"kept", Two::id(better_kept(two))}}} : two.typed;
    const Questions ask{say, begun, two.faults};
    std::vector<Option> options;
    for (const auto* record : {&two.child, &two.other}) {
        options.push_back({Two::id(*record), told_apart(say, *Two::facts(*record).person), {}, {}});
    }
    Sheet sheet;
    sheet.back = way_back(two);
    sheet.heading = heading(two);
    sheet.lede = say.say("From then on both records are read as one, under the name and number of "
                         "the one you keep. Who may see one of them because they work with the "
                         "child sees both. It can be taken back.");
    sheet.since = two.since;
    sheet.questions = {
        side_by_side(two),
        ask.one_of({"kept", say.say("Which record is kept?"),
                    say.say("Its name, date of birth and number are shown. What it does not say is "
                            "taken from the other.")},
                   options),
        ask.box({"reason", say.say("How do you know that they are one person?"),
                 say.say("For example: the mother was asked; the birth certificate was seen.")},
                3)};
    sheet.action = two.caller.to("same-person.compare",
                                 {{"id", Two::id(two.child)}, {"other", Two::id(two.other)}});
    sheet.save = say.say("They are one person");
    sheet.saw = saw_to_send(two);
    sheet.faults = two.faults;
    sheet.status = two.status;
    return show_sheet(two.caller, sheet);
}

Response only_compare(const Two& two, const std::string& why) {
    const auto& say = two.say();
    ComparedParts parts;
    parts.back = govuk::render(govuk::back_link(say, way_back(two)));
    parts.heading = heading(two);
    parts.table = side_by_side(two);
    parts.instead = why;
    Frame frame;
    frame.title = parts.heading;
    frame.content = merging_compared(say, parts);
    return framed(two.caller, frame);
}

Response to_record(const Two& two, std::string_view query) {
    return see_other(Url::path(two.caller.to("child", {{"id", Two::id(two.child)}}).text() +
                               std::string{query}));
}

std::string asks_a_manager(const Two& two) {
    return two.say().say("A team manager or head of service who may open both records can say that "
                         "they are one person. Tell your manager what you have seen.");
}

// Keeping the other one may be possible where keeping this one is not.
std::optional<casework::MergeNonsense> in_the_way(const Two& two) {
    const auto& child = Two::facts(two.child);
    const auto& other = Two::facts(two.other);
    const auto one = casework::nonsense_in(child, other, two.caller.today());
    const auto two_ways = casework::nonsense_in(other, child, two.caller.today());
    return one && two_ways ? one : std::nullopt;
}

Response show(const Caller& caller) {
    const auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& two = opened.value();
    if (Two::facts(two.child).child == Two::facts(two.other).child) {
        return to_record(two, "");
    }
    if (const auto nonsense = in_the_way(two)) {
        return only_compare(two, caller.say.say(sentence_of(*nonsense)));
    }
    if (!two.may_merge(two.child) || !two.may_merge(two.other)) {
        return only_compare(two, asks_a_manager(two));
    }
    return draw(two);
}

Response again(Two two, int status) {
    two.status = status;
    return draw(two);
}

Response not_saved(Two two, const casework::MergeRefused& why) {
    return std::visit(
        base::overloaded{
            [&](const casework::SomebodyWasQuicker& quicker) {
                two.since = said_since(two.say(), quicker.since);
                return again(std::move(two), 409);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                two.key.clear();
                two.faults.push_back(
                    {"reason",
                     words::mark("This form was saved once and then changed. If both are right, "
                                 "press the button again"),
                     {}});
                return again(std::move(two), 409);
            },
            [&](casework::MergeNonsense nonsense) {
                two.faults.push_back(fault_of(nonsense));
                return again(std::move(two), 422);
            },
            [&](record::StoreFault fault) { return store_says(two.caller, fault); },
            [&](const auto&) { return not_found(two.caller); },
        },
        why);
}

Response save(const Caller& caller) {
    auto opened = open(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    auto two = std::move(opened).value();
    if (Two::facts(two.child).child == Two::facts(two.other).child) {
        return to_record(two, "?saved=merged"); // pressed twice, or somebody else said the same
    }
    Answers answers{two.typed, caller.today()};
    const auto kept = base::parse_uuid(answers.text("kept"));
    const auto first = Two::facts(two.child).child;
    const auto second = Two::facts(two.other).child;
    if (!kept || (*kept != first.uuid && *kept != second.uuid)) {
        answers.fault("kept", words::mark("Say which record is kept"));
    }
    const auto reason = answers.text("reason", sentence_of(casework::MergeNonsense::no_reason));
    if (!answers.all_well()) {
        two.faults = answers.take_faults();
        return again(std::move(two), 422);
    }
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    const bool keeps_first = *kept == first.uuid;
    const auto done = casework::merge_people(
        caller.office(), caller.viewer,
        {keeps_first ? first : second, keeps_first ? second : first, reason}, saw_in(two.typed));
    if (!done.ok()) {
        return not_saved(std::move(two), done.error());
    }
    return see_other(
        Url::path(caller.to("child", {{"id", base::to_text(*kept)}}).text() + "?saved=merged"));
}

} // namespace

void add_comparing(Site& site) {
    add_page(site, Method::get, "same-person.compare", "/child/{id}/same-person/{other}", show);
    add_page(site, Method::post, "same-person.compare", "/child/{id}/same-person/{other}", save);
}

} // namespace gweld::web::pages::merging
