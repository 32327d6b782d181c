#include "casework/referrals.h"

#include "casework/referral_story.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using Texts = std::vector<const std::string*>;

bool any_longer(const Texts& texts, std::size_t most) {
    return std::ranges::any_of(texts, [&](const auto* text) { return letters_in(*text) > most; });
}

bool too_long(const Referral& what) {
    const auto& contact = what.contact;
    const auto& form = what.form;
    Texts lines{&contact.organisation, &contact.referrer, &contact.referrer_role, &contact.reach};
    for (const auto& child : contact.children) {
        lines.insert(lines.end(), {&child.age, &child.address, &child.postcode});
    }
    for (const auto& school : form.schools) {
        lines.push_back(&school);
    }
    for (const auto& adult : form.adults) {
        lines.insert(lines.end(), {&adult.name, &adult.relation, &adult.reach});
    }
    const Texts accounts{&contact.worry, &form.languages,    &form.communication, &form.seen,
                         &form.history,  &form.done_already, &form.why_not};
    return any_longer(lines, longest_name) || any_longer(accounts, longest_text);
}

std::optional<ReferralNonsense> nonsense_in(const Referral& what) {
    if (!is_professional(what.contact.source)) {
        return ReferralNonsense::not_a_professional;
    }
    if (what.contact.referrer_role.empty()) {
        return ReferralNonsense::no_role;
    }
    if (what.contact.organisation.empty()) {
        return ReferralNonsense::no_organisation;
    }
    if (what.contact.reach.empty()) {
        return ReferralNonsense::no_reach;
    }
    if (what.form.adults.size() > most_adults) {
        return ReferralNonsense::too_many_adults;
    }
    if (what.files.size() > most_files) {
        return ReferralNonsense::too_many_files;
    }
    return too_long(what) ? std::optional{ReferralNonsense::too_long} : std::nullopt;
}

std::string clock_text(std::chrono::minutes since_midnight) {
    const auto minutes = static_cast<int>(since_midnight.count());
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

void fill_in(Office& office, Referral& what, const std::string& key) {
    const auto wall = time::wall_time_in_wales(office.clock.now());
    what.contact.contact = contact_of_key(key);
    what.contact.on = wall.date;
    what.contact.at = clock_text(wall.since_midnight);
    what.contact.channel = record::Channel::online_form;
    const auto receipt = receipt_of(key);
    what.form.contact = what.contact.contact;
    what.form.reference = receipt.reference;
    what.form.code_digest = digest_of(receipt);
    const auto count = completeness_of(what.contact, what.form);
    what.form.given = count.given;
    what.form.asked = count.asked;
    what.form.missing.clear();
    for (const auto asked : count.missing) {
        what.form.missing.push_back(name_of(asked));
    }
}

// A second press came in when the first did.
void take_first_moment(const record::Reading& reading, record::ContactReceived& contact) {
    const auto row = reading.contact(contact.contact.uuid);
    const auto entry = row ? reading.entry(row->entry) : std::nullopt;
    if (entry) {
        const auto first = record::body_of<record::ContactReceived>(*entry);
        contact.on = first.on;
        contact.at = first.at;
    }
}

base::Result<Recorded, NotRecorded> record_within(Office& office, record::Writing& tx,
                                                  Referral& what, std::span<const FileToKeep> files,
                                                  const std::string& key) {
    take_first_moment(tx, what.contact);
    what.form.files = keep(tx, files);
    const auto draft = [&](std::string_view kind, std::string body) {
        return draft_by(office, partners_form(), kind, {what.contact.contact.uuid}, what.contact.on,
                        std::move(body));
    };
    return append_drafts(
        tx,
        {draft(record::Named<record::ContactReceived>::name, record::encode(what.contact)),
         draft(record::Named<record::ReferralSent>::name, record::encode(what.form))},
        {key, {}});
}

// ---- answering -------------------------------------------------------------------------------

struct FoundReferral {
    record::ContactRow row;
    ReferralStory story;
};

// A reference is looked up and its code compared; that there is such a reference is told to nobody.
std::optional<FoundReferral> find(const record::Reading& reading, const Receipt& receipt) {
    const auto digest = digest_of(receipt);
    for (const auto& candidate : reading.referrals_called(receipt.reference)) {
        auto story = referral_story(reading.about(candidate.contact, 0));
        auto row = reading.contact(candidate.contact);
        if (row && story.form && story.form->code_digest == digest) {
            return FoundReferral{std::move(*row), std::move(story)};
        }
    }
    return std::nullopt;
}

std::optional<AnswerNonsense> nonsense_in(const AnswerToFrontDoor& what) {
    if (what.answer.empty()) {
        return AnswerNonsense::empty;
    }
    if (letters_in(what.answer) > longest_text) {
        return AnswerNonsense::too_long;
    }
    return what.files.size() > most_files ? std::optional{AnswerNonsense::too_many_files}
                                          : std::nullopt;
}

using Answered = base::Result<Recorded, AnswerRefused>;

Answered answer_within(Office& office, record::Writing& tx, const Receipt& receipt,
                       const AnswerToFrontDoor& what, std::span<const FileToKeep> files,
                       const std::string& key) {
    const auto found = find(tx, receipt);
    if (!found) {
        return base::Err{AnswerRefused{WrongReferenceOrCode{}}};
    }
    const auto question =
        std::ranges::find(found->story.questions, what.question, &QuestionAsked::id);
    if (question == found->story.questions.end()) {
        return base::Err{AnswerRefused{QuestionIsClosed{}}};
    }
    // The button pressed twice: what was said is what is so.
    if (question->answer && question->answer->body.answer == what.answer &&
        question->answer->body.files.size() == files.size()) {
        return base::Ok{Recorded{what.question}};
    }
    if (question->answer || !found->row.outcome.empty()) {
        return base::Err{AnswerRefused{QuestionIsClosed{}}};
    }
    const base::ContactId contact{found->row.contact};
    const record::ReferrerAnswered body{contact, what.question, what.answer, keep(tx, files)};
    const auto done = append_drafts(
        tx,
        {draft_by(office, partners_form(), record::Named<record::ReferrerAnswered>::name,
                  {contact.uuid}, office.today(), record::encode(body))},
        {key, {}});
    if (!done.ok()) {
        return base::Err{AnswerRefused{KeyUsedForSomethingElse{}}};
    }
    return base::Ok{done.value()};
}

} // namespace

record::Recorder partners_form() {
    return {base::Uuid{}, "Ffurflen partneriaid / Partners’ form", std::string{partners_form_role},
            ""};
}

base::Result<Receipt, ReferralRefused> send_referral(Office& office, Referral referral,
                                                     const std::string& key) {
    const auto refuse = [](auto why) { return base::Err{ReferralRefused{std::move(why)}}; };
    if (const auto wrong = nonsense_in(referral)) {
        return refuse(*wrong);
    }
    fill_in(office, referral, key);
    if (const auto wrong = nonsense_in(referral.contact, office.clock.now())) {
        return refuse(*wrong);
    }
    auto files = look_at(referral.files);
    if (!files.ok()) {
        return refuse(std::move(files).error());
    }
    std::optional<base::Result<Recorded, NotRecorded>> answer;
    const auto done = office.store.write([&](record::Writing& tx) {
        const bool allowed = access::decide(access::PublicAction::refer).allowed();
        answer = allowed ? record_within(office, tx, referral, files.value(), key)
                         : base::Err{NotRecorded{KeyUsedForSomethingElse{}}};
        return answer->ok() ? record::Keep::yes : record::Keep::no;
    });
    if (!done.ok()) {
        return refuse(done.error());
    }
    if (!answer->ok()) {
        return refuse(KeyUsedForSomethingElse{});
    }
    return base::Ok{receipt_of(key)};
}

base::Result<std::vector<OpenQuestion>, MayNotAnswer> questions_for(Office& office,
                                                                    const Receipt& receipt) {
    std::optional<FoundReferral> found;
    const auto read = office.store.read([&](const record::Reading& reading) {
        if (access::decide(access::PublicAction::answer_question).allowed()) {
            found = find(reading, receipt);
        }
    });
    if (!read.ok()) {
        return base::Err{MayNotAnswer{read.error()}};
    }
    if (!found) {
        return base::Err{MayNotAnswer{WrongReferenceOrCode{}}};
    }
    std::vector<OpenQuestion> open;
    for (const auto& asked : found->story.questions) {
        if (!asked.answer && found->row.outcome.empty()) {
            open.push_back({asked.id, asked.question});
        }
    }
    return base::Ok{std::move(open)};
}

base::Result<Recorded, AnswerRefused> answer_question(Office& office, const Receipt& receipt,
                                                      const AnswerToFrontDoor& what,
                                                      const std::string& key) {
    if (const auto wrong = nonsense_in(what)) {
        return base::Err{AnswerRefused{*wrong}};
    }
    auto files = look_at(what.files);
    if (!files.ok()) {
        return base::Err{AnswerRefused{std::move(files).error()}};
    }
    std::optional<Answered> answer;
    const auto done = office.store.write([&](record::Writing& tx) {
        answer = access::decide(access::PublicAction::answer_question).allowed()
                     ? answer_within(office, tx, receipt, what, files.value(), key)
                     : Answered{base::Err{AnswerRefused{WrongReferenceOrCode{}}}};
        return answer->ok() ? record::Keep::yes : record::Keep::no;
    });
    if (!done.ok()) {
        return base::Err{AnswerRefused{done.error()}};
    }
    return std::move(*answer);
}

} // namespace gweld::casework
