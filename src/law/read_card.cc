#include "law/read_parts.h"
#include "law/reading.h"
#include "law/vocabulary.h"

#include <algorithm>

namespace gweld::law {

namespace {

template <class T, std::size_t N> using Choices = std::array<std::pair<std::string_view, T>, N>;

constexpr Choices<ClockKind, 6> kinds{{
    {"single", ClockKind::single},
    {"recurring", ClockKind::recurring},
    {"chain", ClockKind::chain},
    {"once-between", ClockKind::once_between},
    {"before", ClockKind::before},
    {"count-in", ClockKind::count_in},
}};
constexpr Choices<Force, 2> forces{{{"must", Force::must}, {"should", Force::should}}};
constexpr Choices<Standing, 6> standings{{
    {"act", Standing::act},
    {"regulations", Standing::regulations},
    {"statutory-code", Standing::statutory_code},
    {"national-procedure", Standing::national_procedure},
    {"good-practice", Standing::good_practice},
    {"local", Standing::local},
}};

// Which keys a kind of clock has; the others it must not have.
struct Shape {
    bool interval;
    bool then;
    bool times;
    bool state;
};
Shape shape_of(ClockKind kind) {
    switch (kind) {
    case ClockKind::recurring:
        return {.interval = true, .then = false, .times = false, .state = true};
    case ClockKind::chain:
        return {.interval = true, .then = true, .times = false, .state = true};
    case ClockKind::once_between:
        return {.interval = false, .then = false, .times = false, .state = true};
    case ClockKind::count_in:
        return {.interval = true, .then = false, .times = true, .state = true};
    case ClockKind::single:
    case ClockKind::before:
        break;
    }
    return {.interval = true, .then = false, .times = false, .state = false};
}

// Present exactly when it belongs; says so when not.
template <class Read>
auto when_it_belongs(Fields& fields, const std::string& key, bool belongs, Read read)
    -> decltype(read()) {
    if (belongs && !fields.has(key)) {
        fields.fault(fields.line_of("kind"), key + " is missing: this kind of clock needs it");
        return {};
    }
    if (!belongs && fields.has(key)) {
        fields.fault(fields.line_of(key), key + " does not belong to this kind of clock");
        (void)read();
        return {};
    }
    return belongs ? read() : decltype(read()){};
}

std::string name_from(Fields& fields, const std::string& key,
                      std::span<const std::string_view> list) {
    std::vector<std::pair<std::string_view, std::string_view>> choices;
    std::ranges::transform(list, std::back_inserter(choices),
                           [](auto name) { return std::pair{name, name}; });
    return std::string{fields.choice(key, choices).value_or("")};
}

bool is_id(std::string_view id) {
    return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") ==
               std::string_view::npos &&
           id.find('.') != std::string_view::npos && !id.starts_with('.') && !id.ends_with('.');
}

void read_clock_keys(Fields& fields, Card& card) {
    card.kind = fields.choice("kind", kinds).value_or(ClockKind::single);
    card.trigger = name_from(fields, "trigger", triggers());
    card.met_by = name_from(fields, "met-by", predicates());
    const auto shape = shape_of(card.kind);
    card.while_ = when_it_belongs(fields, "while", shape.state,
                                  [&] { return name_from(fields, "while", states()); });
    const auto interval = when_it_belongs(fields, "interval", shape.interval,
                                          [&] { return read_interval(fields, "interval"); });
    card.interval = interval.value_or(Immediately{});
    card.then =
        when_it_belongs(fields, "then", shape.then, [&] { return read_interval(fields, "then"); });
    const auto times = when_it_belongs(fields, "times", shape.times,
                                       [&] { return fields.optional_number("times"); });
    if (times && (*times < 1 || *times > 1000)) {
        fields.fault(fields.line_of("times"), "times must be from 1 to 1000");
    }
    card.times = static_cast<int>(std::clamp<std::int64_t>(times.value_or(1), 1, 1000));
}

void read_calendar_key(Fields& fields, Card& card) {
    const auto in_working_days = [](const Interval& i) {
        return std::holds_alternative<WorkingDays>(i);
    };
    const bool needed =
        in_working_days(card.interval) || (card.then && in_working_days(*card.then));
    const auto line = fields.line_of("calendar");
    card.calendar = fields.optional_text("calendar").value_or("");
    if (needed && card.calendar.empty()) {
        fields.fault(line, "calendar is missing: working days are counted by one");
    }
    if (!needed && !card.calendar.empty()) {
        fields.fault(line, "calendar does not belong here: nothing is counted in working days");
    }
}

void read_authority_keys(Fields& fields, Card& card) {
    card.force = fields.choice("force", forces).value_or(Force::should);
    card.standing = fields.choice("standing", standings).value_or(Standing::national_procedure);
    card.confidence = read_confidence(fields);
    const bool local = card.standing == Standing::local;
    if (local && card.force == Force::must) {
        fields.fault(fields.line_of("force"), "a local rule is a should: it is not law");
    }
    if (!local || fields.has("in-force-from")) {
        card.in_force_from = fields.date("in-force-from").value_or(card.in_force_from);
    }
    card.in_force_until = fields.optional_date("in-force-until");
    if (card.in_force_until && *card.in_force_until <= card.in_force_from) {
        fields.fault(fields.line_of("in-force-until"),
                     "in-force-until must be after in-force-from: it is the first day without");
    }
    card.source = read_source(fields, local ? Address::may_be_absent : Address::required);
    if (card.source.address.empty() && card.confidence != Confidence::unverified) {
        fields.fault(fields.line_of("confidence"),
                     "a rule without an address to check it at is unverified");
    }
}

} // namespace

std::optional<Card> read_card(const Page& page, std::vector<CardFault>& faults) {
    auto fields = fields_of_block(page, faults);
    if (!fields) {
        return std::nullopt;
    }
    Card card;
    card.file = page.path;
    card.id = fields->text("id");
    if (!card.id.empty() && !is_id(card.id)) {
        fields->fault(fields->line_of("id"),
                      "id must be lower-case words with dots between them: " + card.id);
    }
    card.title = fields->bilingual("title");
    card.sentence = fields->bilingual("sentence");
    read_clock_keys(*fields, card);
    read_calendar_key(*fields, card);
    read_authority_keys(*fields, card);
    card.examples = fields->text("examples");
    card.reading = fields->bilingual("reading");
    card.disagreement = fields->optional_bilingual("disagreement");
    card.not_modelled = fields->optional_bilingual("not-modelled");
    fields->finish();
    return card.id.empty() ? std::nullopt : std::optional{std::move(card)};
}

std::optional<LocalChange> read_local_change(const Page& page, std::vector<CardFault>& faults) {
    auto fields = fields_of_block(page, faults);
    if (!fields) {
        return std::nullopt;
    }
    LocalChange change;
    change.file = page.path;
    const bool sets = fields->has("sets");
    if (sets == fields->has("tightens")) {
        fields->fault(fields->line_of("tightens"),
                      "a local page names one rule: tightens = \"...\" for a national one, sets = "
                      "\"...\" for one that is the council's to set");
        return std::nullopt;
    }
    change.verb = sets ? LocalVerb::sets : LocalVerb::tightens;
    const std::string key = sets ? "sets" : "tightens";
    change.line = fields->line_of(key);
    change.rule = fields->text(key);
    change.interval = read_interval(*fields, "interval");
    change.then = read_interval(*fields, "then");
    change.source = read_source(*fields, Address::may_be_absent);
    change.reading = fields->bilingual("reading");
    fields->finish();
    return change;
}

} // namespace gweld::law
