#include "record/looks.h"

#include "record/digest.h"

namespace gweld::record {

Hash hash_of(const ChainedLook& look) {
    Digest digest{"gweld look 1"};
    digest.number(look.seq).moment(look.at).id(look.worker).text(look.name).text(look.role);
    digest.id(look.subject).text(look.page).text(look.ground).number(look.allowed ? 1 : 0);
    return digest.bytes(look.previous).finish();
}

} // namespace gweld::record
