#include "demo/front_door.h"

#include <array>

namespace gweld::demo {

namespace {

using record::ContactSource;

constexpr std::array police{
    std::string_view{"Called by neighbours to shouting. The children were upstairs. No injuries "
                     "seen."},
    std::string_view{"Found at the skate park after midnight with older boys. Taken home."},
    std::string_view{"Mother reported her missing for three hours. She came back by herself."},
    std::string_view{"Father arrested for driving after drinking. The child was in the car."},
};
constexpr std::array school{
    std::string_view{"Third time this term without lunch or money for it. Says the cupboard is "
                     "empty."},
    std::string_view{"Has not been in school for eight days. Nobody answers the telephone."},
    std::string_view{"Told his teacher he does not want to go home because of the arguing."},
    std::string_view{"Falls asleep in lessons. Looks after two younger ones in the mornings."},
};
constexpr std::array health{
    std::string_view{"Missed four appointments. The family has moved and left no address."},
    std::string_view{"Mother is low since the birth and says she cannot cope at night."},
    std::string_view{"Seen for a burn to the hand. The account fits, but the delay does not."},
};
constexpr std::array family{
    std::string_view{"Grandmother worries that there is no heating and the baby has a cough."},
    std::string_view{"Mother asks for help with his temper. She is afraid he will be hurt."},
    std::string_view{"Aunt says new people come and go at the house until late."},
};
constexpr std::array others{
    std::string_view{"The tenancy is at risk. Two children sleep in one room with damp."},
    std::string_view{"Neighbour hears crying most evenings and nobody seems to come."},
    std::string_view{"The family is asking where to find help with behaviour and with money."},
};

} // namespace

std::string_view worry_for(ContactSource source, Chance& chance) {
    switch (source) {
    case ContactSource::police:
        return chance.one_of(police);
    case ContactSource::school:
    case ContactSource::nursery:
        return chance.one_of(school);
    case ContactSource::health:
        return chance.one_of(health);
    case ContactSource::family:
        return chance.one_of(family);
    default:
        return chance.one_of(others);
    }
}

} // namespace gweld::demo
