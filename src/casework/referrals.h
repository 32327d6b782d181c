// referrals.h - what people who are not signed in do at the partners' form: send a report about
// children, and answer what the front door asks back. Nothing of the record is told to them: the
// answer is the same whether or not anybody is known. Knows no page.
#pragma once

#include "casework/completeness.h"
#include "casework/contacts.h"
#include "casework/receipt.h"
#include "casework/sent_file.h"

namespace gweld::casework {

inline constexpr std::size_t longest_text = 10'000; // letters, of an account
inline constexpr std::size_t most_adults = 8;
inline constexpr std::size_t most_files = 5;

enum class ReferralNonsense {
    not_a_professional,
    no_role,
    no_organisation,
    no_reach,
    too_long, // a text of more than longest_text letters, a line of more than longest_name
    too_many_adults,
    too_many_files
};

using ReferralRefused = std::variant<ReferralNonsense, ContactNonsense, std::vector<FileNotTaken>,
                                     KeyUsedForSomethingElse, record::StoreFault>;

// `contact` and `form` as typed; its id, day, time, channel, receipt, count and files are filled in
// here. `key`: the form's own, see receipt.h. A second press is answered like the first.
struct Referral {
    record::ContactReceived contact;
    record::ReferralSent form;
    std::vector<SentFile> files;
};
base::Result<Receipt, ReferralRefused> send_referral(Office& office, Referral referral,
                                                     const std::string& key);

struct OpenQuestion {
    base::EntryId id;
    std::string question;
};
struct WrongReferenceOrCode {};
// To whoever has the reference and its code: the questions nobody answered yet. None once the
// contact is decided.
using MayNotAnswer = std::variant<WrongReferenceOrCode, record::StoreFault>;
base::Result<std::vector<OpenQuestion>, MayNotAnswer> questions_for(Office& office,
                                                                    const Receipt& receipt);

struct QuestionIsClosed {}; // answered already, or the contact is decided
enum class AnswerNonsense { empty, too_long, too_many_files };
using AnswerRefused =
    std::variant<WrongReferenceOrCode, QuestionIsClosed, AnswerNonsense, std::vector<FileNotTaken>,
                 KeyUsedForSomethingElse, record::StoreFault>;
struct AnswerToFrontDoor {
    base::EntryId question;
    std::string answer;
    std::vector<SentFile> files;
};
base::Result<Recorded, AnswerRefused> answer_question(Office& office, const Receipt& receipt,
                                                      const AnswerToFrontDoor& what,
                                                      const std::string& key);

// The recorder of what came by the form: nobody of ours. The name somebody gave is in the entry,
// unchecked.
record::Recorder partners_form();
inline constexpr std::string_view partners_form_role = "partners_form";

} // namespace gweld::casework
