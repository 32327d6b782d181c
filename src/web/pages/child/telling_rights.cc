#include "record/codec.h"
#include "web/pages/child/telling_conferences.h"
#include "web/pages/guarding/protecting_words.h"

namespace gweld::web::pages::child_record {

namespace {

Told told(std::string title, std::vector<std::string> sentences) {
    Told said;
    said.title = std::move(title);
    std::erase_if(sentences, [](const auto& sentence) { return sentence.empty(); });
    said.sentences = std::move(sentences);
    return said;
}

} // namespace

std::optional<Told> told_of_protection(const Words& say, const record::Entry& entry) {
    if (record::is_a<record::AddressProtected>(entry)) {
        const auto body = record::body_of<record::AddressProtected>(entry);
        return told(say.say("An address was protected"),
                    {pages::said(say, body.because), body.words});
    }
    if (record::is_a<record::ProtectionLiftAsked>(entry)) {
        return told(say.say("Somebody asked that the address be protected no longer"),
                    {record::body_of<record::ProtectionLiftAsked>(entry).reason});
    }
    if (record::is_a<record::ProtectionLifted>(entry)) {
        return told(say.say("The address is protected no longer"), {});
    }
    if (record::is_a<record::OwnRecordAsked>(entry)) {
        const auto body = record::body_of<record::OwnRecordAsked>(entry);
        return told(say.say("A copy of the record was asked for"), {body.name, body.identity});
    }
    if (record::is_a<record::OwnRecordGiven>(entry)) {
        const auto body = record::body_of<record::OwnRecordGiven>(entry);
        return told(say.say("A copy of the record was given"), {body.how});
    }
    return std::nullopt;
}

} // namespace gweld::web::pages::child_record
