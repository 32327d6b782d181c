#include "web/pages/rule/rule.h"

#include "casework/figures.h"
#include "law/vocabulary.h"
#include "web/components/spoken.h"
#include "web/components/summary_list.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/rule/rule.html.h"
#include "web/pages/rule/rule_words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using law::Confidence;

RuleSource source_of(const Words& say, const law::Source& source) {
    RuleSource said{source.instrument, source.provision, std::nullopt, {}};
    if (!source.address.empty()) {
        said.address = Url::source(source.address);
    }
    if (const auto day = time::parse_iso(source.consulted_on)) {
        said.consulted = say.say("Read on {date}.", {{"date", say.short_date_year(*day)}});
    }
    return said;
}

void add_fact(govuk::SummaryList& list, const std::string& name, const std::string& value) {
    govuk::SummaryRow row;
    row.key.content = name;
    row.value.content = value;
    list.rows.push_back(std::move(row));
}

Html facts_of(const Words& say, const law::Card& card) {
    govuk::SummaryList list;
    if (const auto time = time_given(say, card); !time.empty()) {
        add_fact(list, say.say("How soon"), time);
    }
    add_fact(list, say.say("Must or should"), say.say(law::label(card.force)));
    add_fact(list, say.say("What it is"), say.say(law::label(card.standing)));
    add_fact(list, say.say("How sure we are"), say.say(law::label(card.confidence)));
    add_fact(list, say.say("In force from"), say.short_date_year(card.in_force_from));
    if (card.in_force_until) {
        // The first day on which it no longer holds.
        add_fact(list, say.say("No longer in force from"),
                 say.short_date_year(*card.in_force_until));
    }
    return govuk::render(list);
}

Html warning_of(const Words& say, const law::Card& card) {
    if (card.confidence == Confidence::verified) {
        return {};
    }
    const auto sentence =
        card.confidence == Confidence::reported
            ? say.say("Nobody here has read the text of this rule itself. Check it before you rely "
                      "on it.")
            : say.say("This rule is not verified. Do not rely on its figures until somebody has "
                      "read the text.");
    return govuk::render(govuk::warning_text(say, sentence));
}

void add_passage(RuleParts& parts, const std::string& heading, const std::string& text) {
    if (!text.empty()) {
        parts.passages.push_back({heading, text});
    }
}

void add_passages(const Caller& caller, const law::Card& card, RuleParts& parts) {
    const auto& say = caller.say;
    add_passage(parts, say.say("How we read it"), in_reader_language(say, card.reading));
    add_passage(parts, say.say("Where sources disagree or are silent"),
                in_reader_language(say, card.disagreement));
    if (const auto* meaning = caller.office().book.working_day(card.calendar)) {
        add_passage(parts, say.say("What a working day is"),
                    in_reader_language(say, meaning->definition) + " " +
                        in_reader_language(say, meaning->reading) + " " +
                        say.say(law::label(meaning->confidence)));
    }
    add_passage(parts, say.say("What Gweld does not look at"),
                in_reader_language(say, card.not_modelled));
}

bool is_measured(std::string_view rule) {
    const auto rules = casework::measured_rules();
    return std::ranges::find(rules, rule) != rules.end();
}

Response show_rule(const Caller& caller) {
    const auto& say = caller.say;
    const auto* card = caller.office().book.card(caller.param("rule"));
    if (card == nullptr) {
        return not_found(caller);
    }
    RuleParts parts;
    parts.all = caller.to("rules");
    if (is_measured(card->id)) {
        parts.figure = caller.to("figure", {{"rule", card->id}});
    }
    parts.title = in_reader_language(say, card->title);
    parts.sentence = in_reader_language(say, card->sentence);
    parts.warning = warning_of(say, *card);
    parts.facts = facts_of(say, *card);
    parts.source = source_of(say, card->source);
    if (!card->tightened_by.empty()) {
        parts.local = source_of(say, card->tightened_source);
        parts.local_reading = in_reader_language(say, card->tightened_reading);
    }
    add_passages(caller, *card, parts);
    Frame frame;
    frame.title = parts.title;
    frame.content = rule_page(say, parts);
    return framed(caller, frame);
}

RuleGroup group_of(const Caller& caller, Confidence confidence, std::string id) {
    const auto& say = caller.say;
    RuleGroup group{std::move(id), say.say(law::label(confidence)), {}};
    for (const auto& card : caller.office().book.cards()) {
        if (card.confidence == confidence) {
            group.rules.push_back(
                {caller.to("rule", {{"rule", card.id}}), in_reader_language(say, card.title),
                 in_reader_language(say, card.sentence), say.say(law::label(card.standing))});
        }
    }
    return group;
}

Response show_rules(const Caller& caller) {
    std::vector<RuleGroup> groups{group_of(caller, Confidence::verified, "verified"),
                                  group_of(caller, Confidence::reported, "reported"),
                                  group_of(caller, Confidence::unverified, "unverified")};
    const auto all = std::to_string(caller.office().book.cards().size());
    const auto counts =
        caller.say.say_n("The text of 1 of the {all} rules was read.",
                         "The text of {n} of the {all} rules was read.",
                         static_cast<long>(groups.front().rules.size()), {{"all", all}});
    std::erase_if(groups, [](const auto& group) { return group.rules.empty(); });
    Frame frame;
    frame.title = caller.say.say("The rules Gweld works by");
    frame.content = rules_page(caller.say, counts, groups);
    return framed(caller, frame);
}

} // namespace

void add_rule_pages(Site& site) {
    add_page(site, Method::get, "rules", "/rules", show_rules);
    add_page(site, Method::get, "rule", "/rules/{rule}", show_rule);
}

} // namespace gweld::web::pages
