#include "web/pages/imported/imported_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace gweld::web::pages {

namespace {

using words::mark;

struct Coded {
    std::string_view code;
    std::string_view words;
};

// Every flag of the outcomes of contacts, referrals, assessments, enquiries and conferences
// (data/ssd-standard-safeguarding-dataset, objects/*.yml).
constexpr std::array flags{
    Coded{"ADVICE_FLAG", mark("Advice")},
    Coded{"CARE_LEAVER_FLAG", mark("Care leaver")},
    Coded{"CLA_REQUEST_FLAG", mark("Request to look after the child")},
    Coded{"CP_CONFERENCE_FLAG", mark("Child protection conference")},
    Coded{"CP_ENQUIRY_FLAG", mark("Child protection enquiry")},
    Coded{"CP_FLAG", mark("Child protection")},
    Coded{"CP_TRANSFER_IN_FLAG", mark("Child protection case moved here")},
    Coded{"EXISTING_REFERRAL_FLAG", mark("Existing referral")},
    Coded{"LEGAL_ACTION_FLAG", mark("Legal action")},
    Coded{"MISSING_FLAG", mark("Child missing")},
    Coded{"MONITOR_FLAG", mark("To be watched")},
    Coded{"NEW_REFERRAL_FLAG", mark("New referral")},
    Coded{"NFA_CONTINUE_SINGLE_FLAG", mark("No further action, the assessment goes on")},
    Coded{"NFA_FLAG", mark("No further action")},
    Coded{"NFA_S47_END_FLAG", mark("No further action, the section 47 enquiry ended")},
    Coded{"NON_AGENCY_ADOPTION_FLAG", mark("Non-agency adoption")},
    Coded{"OLA_CP_FLAG", mark("Child protection case of another authority")},
    Coded{"OTHER_ACTIONS_FLAG", mark("Other actions")},
    Coded{"OTHER_OUTCOMES_EXIST_FLAG", mark("Other outcomes")},
    Coded{"PRIVATE_FOSTERING_FLAG", mark("Private fostering")},
    Coded{"PROV_OF_SB_CARE_FLAG", mark("Short-break care provided")},
    Coded{"PROV_OF_SERVICES_FLAG", mark("Services provided")},
    Coded{"REFERRAL_TO_OTHER_AGENCY_FLAG", mark("Referred to another agency")},
    Coded{"SINGLE_ASSESSMENT_FLAG", mark("Assessment")},
    Coded{"SPECIALIST_ASSESSMENT_FLAG", mark("Specialist assessment")},
    Coded{"STRATEGY_DISCUSSION_FLAG", mark("Strategy discussion")},
};

constexpr std::array needs{
    Coded{"N0", mark("Need not stated")},
    Coded{"N1", mark("Abuse or neglect")},
    Coded{"N2", mark("The child’s disability")},
    Coded{"N3", mark("Disability or illness of a parent")},
    Coded{"N4", mark("Family in acute stress")},
    Coded{"N5", mark("Family dysfunction")},
    Coded{"N6", mark("Socially unacceptable behaviour")},
    Coded{"N7", mark("Low income")},
    Coded{"N8", mark("Absent parenting")},
    Coded{"N9", mark("Cases other than children in need")},
};

constexpr std::array close_reasons{
    Coded{"RC1", mark("The child was adopted")},
    Coded{"RC2", mark("The child died")},
    Coded{"RC3", mark("A child arrangements order was made")},
    Coded{"RC4", mark("A special guardianship order was made")},
    Coded{"RC5", mark("Moved to the services of another authority")},
    Coded{"RC6", mark("Moved to adult social care")},
    Coded{"RC7", mark("Services ended for another reason, or the child was no longer in need")},
    Coded{"RC8", mark("Closed after assessment, no further action")},
    Coded{"RC9", mark("Closed after assessment, referred to early help")},
};

constexpr std::array participations{
    Coded{"PN0", mark("The child was under 4.")},
    Coded{"PN1", mark("The child came and spoke.")},
    Coded{"PN2", mark("The child came, and an advocate spoke for them.")},
    Coded{"PN3", mark("The child came and made their view known without words.")},
    Coded{"PN4", mark("The child came and gave no view.")},
    Coded{"PN5", mark("The child did not come; an advocate put their view.")},
    Coded{"PN6", mark("The child did not come and sent their view.")},
    Coded{"PN7", mark("The child did not come and no view was put.")},
};

const Coded* found_in(std::span<const Coded> list, std::string_view code) {
    const auto found = std::ranges::find(list, code, &Coded::code);
    return found == list.end() ? nullptr : &*found;
}

std::string with_code(const Words& say, std::span<const Coded> list, std::string_view code) {
    const auto* found = found_in(list, code);
    return found == nullptr ? std::string{code}
                            : say.say(found->words) + " (" + std::string{code} + ")";
}

std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> codes;
    constexpr std::string_view between = ", ";
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        codes.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + between.size(), text.size()));
    }
    return codes;
}

std::string follows(const Words& say, record::Determination found, const std::string& text) {
    return found == record::Determination::not_recorded ? outcomes_in_words(say, listed(text))
                                                        : text;
}

} // namespace

std::string outcomes_in_words(const Words& say, const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) {
        const auto* found = found_in(flags, code);
        all.append(all.empty() ? "" : "; ").append(found == nullptr ? code : say.say(found->words));
    }
    return all;
}

std::string need_in_words(const Words& say, std::string_view code) {
    return with_code(say, needs, code);
}

std::string close_reason_in_words(const Words& say, std::string_view code) {
    return with_code(say, close_reasons, code);
}

std::string participation_in_words(const Words& say, const std::string& text) {
    const auto* found = found_in(participations, text);
    return found == nullptr ? text : say.say(found->words);
}

std::string what_follows(const Words& say, const protection::Conclusion& concluded) {
    return follows(say, concluded.determination, concluded.what_follows);
}

std::string what_follows(const Words& say, const record::ChildAtEnquiry& part) {
    return follows(say, part.determination, part.what_follows);
}

} // namespace gweld::web::pages
