#include "demo/front_door.h"

#include <array>
#include <span>

namespace gweld::demo {

namespace {

using record::ContactSource;
using Pieces = std::span<const std::string_view>;

constexpr std::array police_en{
    std::string_view{"Called by neighbours to shouting. The children were upstairs. No injuries "
                     "seen."},
    std::string_view{"Found at the skate park after midnight with older boys. Taken home."},
    std::string_view{"Mother reported the eldest missing for three hours, back by themselves."},
    std::string_view{"Father arrested for driving after drinking. The children were in the car."},
    std::string_view{"Doors forced on a warrant. The kitchen had no food in it."},
    std::string_view{"A stranger online asked for photographs. The telephone has been taken in."},
};
constexpr std::array police_cy{
    std::string_view{"Galwyd ni gan gymdogion i weiddi. Roedd y plant i fyny’r grisiau."},
    std::string_view{"Cafwyd yr hynaf yn y parc ar ôl hanner nos gyda bechgyn hŷn."},
    std::string_view{"Arestiwyd y tad am yrru ar ôl yfed. Roedd y plant yn y car."},
};
constexpr std::array school_en{
    std::string_view{"Third time this term without lunch or money for it."},
    std::string_view{"Has not been in school for eight days. Nobody answers the telephone."},
    std::string_view{"Told a teacher about not wanting to go home because of the arguing."},
    std::string_view{"Falls asleep in lessons. Looks after two younger ones in the mornings."},
    std::string_view{"Came in a summer coat all week, and wet through today."},
    std::string_view{"Drew a picture of a man hitting somebody and would not talk about it."},
};
constexpr std::array school_cy{
    std::string_view{"Y trydydd tro y tymor hwn heb ginio nac arian amdano."},
    std::string_view{"Heb fod yn yr ysgol ers wyth diwrnod. Does neb yn ateb y ffôn."},
    std::string_view{"Yn cysgu yn y gwersi ac yn gofalu am ddau iau bob bore."},
};
constexpr std::array health_en{
    std::string_view{"Missed four appointments. The family has moved and left no address."},
    std::string_view{"Mother is low since the birth and says she cannot cope at night."},
    std::string_view{"Seen for a burn to the hand. The account fits, but the delay does not."},
    std::string_view{"Weight has fallen since the spring. The parents are worried too."},
    std::string_view{"Brought in after taking tablets. Says home is no place to be."},
};
constexpr std::array health_cy{
    std::string_view{"Collwyd pedwar apwyntiad. Mae’r teulu wedi symud heb adael cyfeiriad."},
    std::string_view{"Mae’r fam yn isel ers y geni ac yn methu ymdopi gyda’r nos."},
};
constexpr std::array family_en{
    std::string_view{"Grandmother worries that there is no heating and the baby has a cough."},
    std::string_view{"Mother asks for help with his temper. She is afraid he will be hurt."},
    std::string_view{"Aunt says new people come and go at the house until late."},
    std::string_view{"Father says the children come back from the other house hungry."},
};
constexpr std::array family_cy{
    std::string_view{"Mae Nain yn poeni nad oes gwres a bod peswch ar y babi."},
    std::string_view{"Mae’r fam yn gofyn am help gyda’i dymer. Mae arni ofn y caiff ei frifo."},
    std::string_view{"Mae’r fodryb yn dweud bod pobl newydd yn y tŷ tan yn hwyr."},
};
constexpr std::array others_en{
    std::string_view{"The tenancy is at risk. Two children sleep in one room with damp."},
    std::string_view{"Neighbour hears crying most evenings and nobody seems to come."},
    std::string_view{"The family is asking where to find help with behaviour and with money."},
    std::string_view{"The partner is out on licence and is staying at the address."},
};
constexpr std::array others_cy{
    std::string_view{"Mae’r denantiaeth mewn perygl. Dau blentyn mewn un ystafell â lleithder."},
    std::string_view{"Mae cymydog yn clywed crio bob nos a does neb i’w weld yn dod."},
};
constexpr std::array thoughts_en{
    std::string_view{""},
    std::string_view{"The family knows that we are ringing."},
    std::string_view{"It has been going on for some weeks."},
    std::string_view{"We do not think anybody is in danger tonight."},
    std::string_view{"Nobody from the family has been told yet."},
    std::string_view{"They said they would like some help."},
};
constexpr std::array thoughts_cy{
    std::string_view{""},
    std::string_view{"Mae’r teulu’n gwybod ein bod yn ffonio."},
    std::string_view{"Mae hyn ers rhai wythnosau."},
    std::string_view{"Dydyn ni ddim yn meddwl bod neb mewn perygl heno."},
};

struct Said {
    Pieces english;
    Pieces welsh;
    Pieces in(WritesIn language) const { return language == WritesIn::welsh ? welsh : english; }
};

Said said_by(ContactSource source) {
    switch (source) {
    case ContactSource::police:
        return {police_en, police_cy};
    case ContactSource::school:
    case ContactSource::nursery:
        return {school_en, school_cy};
    case ContactSource::health:
        return {health_en, health_cy};
    case ContactSource::family:
        return {family_en, family_cy};
    default:
        return {others_en, others_cy};
    }
}

} // namespace

std::string worry_for(ContactSource source, WritesIn writes_in, Chance& chance) {
    std::string worry{chance.one_of(said_by(source).in(writes_in))};
    const auto thought = chance.one_of(Said{thoughts_en, thoughts_cy}.in(writes_in));
    return thought.empty() ? worry : worry + " " + std::string{thought};
}

} // namespace gweld::demo
