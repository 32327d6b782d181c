// rights_kinds.h - what a person may ask of their own record: that their disagreement stands in it,
// and a copy. Included by kinds.h, which names them.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// ---- a person's own say
// --------------------------------------------------------------------------
enum class SaidBy { the_person, parent, somebody_else };
BOOST_DESCRIBE_ENUM(SaidBy, the_person, parent, somebody_else)

// About: whom the entry is about. Stands under the entry from then on, whatever becomes of it.
struct EntryDisagreedWith {
    base::EntryId entry;
    SaidBy by = SaidBy::the_person;
    std::string name; // empty: the person
    CivilDate on = to_be_given;
    std::string words;
    std::string words_language; // BCP 47
    std::string answer;         // what was done about it; empty: nothing was to be done
};
BOOST_DESCRIBE_STRUCT(EntryDisagreedWith, (), (entry, by, name, on, words, words_language, answer))

// ---- a copy of one's own record
// --------------------------------------------------------------------
struct OwnRecordAsked { // about: the person whose record it is
    SaidBy by = SaidBy::the_person;
    std::string name;
    CivilDate on = to_be_given;
    std::string identity; // how it was made sure who asks
};
BOOST_DESCRIBE_STRUCT(OwnRecordAsked, (), (by, name, on, identity))

enum class LeftOutFor {
    about_somebody_else,
    serious_harm,
    legal_privilege,
    told_in_confidence,
    other
};
BOOST_DESCRIBE_ENUM(LeftOutFor, about_somebody_else, serious_harm, legal_privilege,
                    told_in_confidence, other)

struct PassageLeftOut { // about: as the request
    base::EntryId request;
    base::EntryId entry;
    std::string passage; // empty: all of the entry
    LeftOutFor because = LeftOutFor::other;
    std::string words;
};
BOOST_DESCRIBE_STRUCT(PassageLeftOut, (), (request, entry, passage, because, words))

struct PassagePutBack { // about: as the request
    base::EntryId left_out;
};
BOOST_DESCRIBE_STRUCT(PassagePutBack, (), (left_out))

// About: as the request. Nothing goes out that nobody has read: what was not left out of these may.
struct PassagesRead {
    base::EntryId request;
    std::vector<base::EntryId> entries;
};
BOOST_DESCRIBE_STRUCT(PassagesRead, (), (request, entries))

struct OwnRecordGiven { // about: as the request
    base::EntryId request;
    CivilDate on = to_be_given;
    int entries = 0;
    int left_out = 0;
    std::string how; // it reached them
};
BOOST_DESCRIBE_STRUCT(OwnRecordGiven, (), (request, on, entries, left_out, how))

} // namespace gweld::record
