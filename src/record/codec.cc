#include "record/codec.h"

#include "record/json_text.h"
#include "record/kinds.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <stdexcept>
#include <type_traits>

namespace gweld::record {

namespace {

namespace describe = boost::describe;
namespace json = boost::json;

template <class T>
using Members = describe::describe_members<T, describe::mod_public | describe::mod_inherited>;

// ---- writing -------------------------------------------------------------------------------

void write(std::string& out, const std::string& text) { append_json_string(out, text); }

// The log has to hold it; what reads the log leaves it out (store/merged).
void write(std::string& out, const ProtectedText& text) {
    append_json_string(out, text.reveal_to_authorised_reader());
}

void write(std::string& out, int number) { out += std::to_string(number); }

void write(std::string& out, CivilDate date) {
    out.append(1, '"').append(time::to_iso(date)).append(1, '"');
}

template <class Tag> void write(std::string& out, const base::Id<Tag>& id) {
    out.append(1, '"').append(base::to_text(id.uuid)).append(1, '"');
}

template <class T>
    requires std::is_enum_v<T>
void write(std::string& out, T value) {
    const char* name = describe::enum_to_string(value, nullptr);
    if (name == nullptr) {
        throw std::logic_error("a value outside its enumeration cannot be recorded");
    }
    out.append(1, '"').append(name).append(1, '"');
}

template <class T>
    requires describe::has_describe_members<T>::value
void write(std::string& out, const T& body);

template <class T> void write(std::string& out, const std::vector<T>& items) {
    out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) {
            out += ',';
        }
        write(out, items[i]);
    }
    out += ']';
}

template <class T>
void write_member(std::string& out, char& separator, const char* name, const T& value) {
    out.append(1, separator).append(1, '"').append(name).append("\":");
    separator = ',';
    write(out, value);
}

template <class T>
void write_member(std::string& out, char& separator, const char* name,
                  const std::optional<T>& value) {
    if (value) {
        write_member(out, separator, name, *value);
    }
}

template <class T>
    requires describe::has_describe_members<T>::value
void write(std::string& out, const T& body) {
    char separator = '{';
    boost::mp11::mp_for_each<Members<T>>(
        [&](auto member) { write_member(out, separator, member.name, body.*member.pointer); });
    if (separator == '{') {
        out += '{';
    }
    out += '}';
}

// ---- reading: each answers why it could not, or an empty text --------------------------------

constexpr std::string_view fine{};

std::string_view text_in(const json::value& value) {
    const auto& text = value.get_string();
    return {text.data(), text.size()};
}

std::string_view read(const json::value& value, std::string& out) {
    if (!value.is_string()) {
        return "is not text";
    }
    out = text_in(value);
    return fine;
}

std::string_view read(const json::value& value, ProtectedText& out) {
    if (!value.is_string()) {
        return "is not text";
    }
    out = ProtectedText{std::string{text_in(value)}};
    return fine;
}

std::string_view read(const json::value& value, int& out) {
    json::error_code problem;
    out = value.to_number<int>(problem);
    return problem ? "is not a whole number" : fine;
}

std::string_view read(const json::value& value, CivilDate& out) {
    const auto date = value.is_string() ? time::parse_iso(text_in(value)) : std::nullopt;
    out = date.value_or(out);
    return date ? fine : "is not a date";
}

template <class Tag> std::string_view read(const json::value& value, base::Id<Tag>& out) {
    const auto id = value.is_string() ? base::parse_uuid(text_in(value)) : std::nullopt;
    out.uuid = id.value_or(base::Uuid{});
    return id ? fine : "is not an id";
}

template <class T>
    requires std::is_enum_v<T>
std::string_view read(const json::value& value, T& out) {
    if (!value.is_string()) {
        return "is not a name";
    }
    const std::string_view wanted = text_in(value);
    std::string_view answer = "is a name this program does not know";
    boost::mp11::mp_for_each<describe::describe_enumerators<T>>([&](auto enumerator) {
        if (wanted == enumerator.name) {
            out = enumerator.value;
            answer = fine;
        }
    });
    return answer;
}

template <class T>
    requires describe::has_describe_members<T>::value
std::string_view read(const json::value& value, T& out);

template <class T> std::string_view read(const json::value& value, std::vector<T>& out) {
    if (!value.is_array()) {
        return "is not a list";
    }
    const auto& items = value.get_array();
    out.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto why = read(items[i], out[i]); !why.empty()) {
            return why;
        }
    }
    return fine;
}

template <class T> std::string_view read(const json::value& value, std::optional<T>& out) {
    if constexpr (std::is_same_v<T, CivilDate>) {
        out = to_be_given;
    } else {
        out.emplace();
    }
    return read(value, *out);
}

template <class T> std::string_view absent(const T&) {
    return std::is_same_v<T, CivilDate> ? "has to be given" : fine;
}

struct Problem {
    std::string_view member;
    std::string_view why; // empty: none
};

template <class T> Problem first_problem(const json::value& value, T& out) {
    if (!value.is_object()) {
        return {"the body", "is not an object"};
    }
    const auto& object = value.get_object();
    Problem problem;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        if (!problem.why.empty()) {
            return;
        }
        const auto* found = object.if_contains(member.name);
        problem = {member.name, found != nullptr ? read(*found, out.*member.pointer)
                                                 : absent(out.*member.pointer)};
    });
    return problem;
}

template <class T>
    requires describe::has_describe_members<T>::value
std::string_view read(const json::value& value, T& out) {
    return first_problem(value, out).why;
}

} // namespace

template <class Kind> std::string encode(const Kind& body) {
    std::string out;
    out.reserve(512);
    write(out, body);
    return out;
}

template <class Kind> base::Result<Kind, Unreadable> decode(std::string_view text) {
    std::array<unsigned char, 8192> memory;
    json::monotonic_resource resource{memory.data(), memory.size()};
    json::error_code problem;
    const auto value = json::parse(json::string_view{text.data(), text.size()}, problem, &resource);
    if (problem) {
        return base::Err{Unreadable{"not JSON: " + problem.message()}};
    }
    Kind body;
    if (const auto found = first_problem(value, body); !found.why.empty()) {
        return base::Err{Unreadable{std::string{found.member} + ' ' + std::string{found.why}}};
    }
    return base::Ok{std::move(body)};
}

template <class Kind> Kind body_of(const Draft& entry) {
    if (entry.kind != Named<Kind>::name) {
        throw std::logic_error("an entry of kind " + entry.kind + " was read as " +
                               std::string{Named<Kind>::name});
    }
    auto body = decode<Kind>(entry.body);
    if (!body.ok()) {
        throw std::runtime_error("entry " + base::to_text(entry.id) +
                                 " is unreadable: " + body.error().why);
    }
    return std::move(body).value();
}

#define GWELD_CODEC(Kind)                                                                          \
    template std::string encode(const Kind&);                                                      \
    template base::Result<Kind, Unreadable> decode<Kind>(std::string_view);                        \
    template Kind body_of<Kind>(const Draft&);
GWELD_CODEC(PersonDescribed)
GWELD_CODEC(FamilyMemberNamed)
GWELD_CODEC(AddressLivedAt)
GWELD_CODEC(TeamDescribed)
GWELD_CODEC(WorkerDescribed)
GWELD_CODEC(Allocated)
GWELD_CODEC(AllocationEnded)
GWELD_CODEC(PlacedOnRegister)
GWELD_CODEC(RemovedFromRegister)
GWELD_CODEC(CategoryChanged)
GWELD_CODEC(VisitMade)
GWELD_CODEC(VisitAttempted)
GWELD_CODEC(VisitWrittenUp)
GWELD_CODEC(StrategyDiscussionHeld)
GWELD_CODEC(InternalMeetingAccepted)
GWELD_CODEC(EnquiryStarted)
GWELD_CODEC(EnquiryConcluded)
GWELD_CODEC(ConferenceBooked)
GWELD_CODEC(ConferenceHeld)
GWELD_CODEC(PeopleMerged)
GWELD_CODEC(PeopleUnmerged)
GWELD_CODEC(PersonExcluded)
GWELD_CODEC(ExclusionLifted)
GWELD_CODEC(RecordRestricted)
GWELD_CODEC(RestrictionLifted)
GWELD_CODEC(OpenedInEmergency)
GWELD_CODEC(OpeningReviewed)
GWELD_CODEC(ConnectionDeclared)
GWELD_CODEC(ChairSlotsSet)
GWELD_CODEC(ChairAway)
GWELD_CODEC(ConferencePracticeSet)
GWELD_CODEC(ConferenceReportReceived)
GWELD_CODEC(ConferenceReportShared)
GWELD_CODEC(ConferencePaperSent)
GWELD_CODEC(DissentRecorded)
GWELD_CODEC(ConferenceRecordAnswered)
GWELD_CODEC(ConferenceFeedbackGiven)
GWELD_CODEC(CoreGroupMet)
GWELD_CODEC(PlanAgreed)
GWELD_CODEC(PlanActionMarked)
GWELD_CODEC(PlanEnded)
GWELD_CODEC(CoordinatorNamed)
GWELD_CODEC(TemporarilyMoved)
GWELD_CODEC(CameBack)
GWELD_CODEC(PermanentMoveNotified)
GWELD_CODEC(ReceivingConferenceHeld)
GWELD_CODEC(ContactReceived)
GWELD_CODEC(ContactTaken)
GWELD_CODEC(ContactWaits)
GWELD_CODEC(ContactChildMatched)
GWELD_CODEC(ContactDecided)
GWELD_CODEC(ContactNobodyNeeded)
GWELD_CODEC(AlertSeen)
GWELD_CODEC(AlertAnswered)
GWELD_CODEC(ContactOutcomeImported)
GWELD_CODEC(EarlyHelpImported)
GWELD_CODEC(EpisodeImported)
GWELD_CODEC(AssessmentImported)
GWELD_CODEC(AssessmentFactorsImported)
GWELD_CODEC(AssessmentWritten)
GWELD_CODEC(AssessmentGapAllowed)
GWELD_CODEC(AssessmentFinished)
GWELD_CODEC(DocumentBroughtIn)
GWELD_CODEC(Signed)
GWELD_CODEC(ReturnedForRework)
GWELD_CODEC(ReferralSent)
GWELD_CODEC(ReferrerAsked)
GWELD_CODEC(ReferrerAnswered)
GWELD_CODEC(ReferrerTold)
GWELD_CODEC(EventWeighed)
GWELD_CODEC(EventNoted)
GWELD_CODEC(RelativeNamed)
GWELD_CODEC(RelationNamed)
GWELD_CODEC(RelationEnded)
GWELD_CODEC(RelativeLivedAt)
GWELD_CODEC(MistakeTold)
GWELD_CODEC(MistakeRead)
GWELD_CODEC(AddressProtected)
GWELD_CODEC(ProtectionLiftAsked)
GWELD_CODEC(ProtectionLifted)
GWELD_CODEC(EntryDisagreedWith)
GWELD_CODEC(OwnRecordAsked)
GWELD_CODEC(PassageLeftOut)
GWELD_CODEC(PassagePutBack)
GWELD_CODEC(PassagesRead)
GWELD_CODEC(OwnRecordGiven)
GWELD_CODEC(PhoneListTaken)
GWELD_CODEC(PhoneListWiped)
GWELD_CODEC(PhoneVisitReceived)
GWELD_CODEC(PhoneVisitHeld)
GWELD_CODEC(PhoneVisitSettled)
GWELD_CODEC(ContinuityLooksReturned)
GWELD_CODEC(AccountChanged)
GWELD_CODEC(Withdrawn)
GWELD_CODEC(ExtractRead)
#undef GWELD_CODEC

} // namespace gweld::record
