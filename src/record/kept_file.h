// kept_file.h - a file that is part of the record: the entry says what it is called and carries the
// digest of its bytes; the bytes are kept once, beside the log, under that digest. So the hash
// chain covers them although they are not in it. Knows no kind of entry and no storage.
#pragma once

#include "record/entry.h"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::record {

struct KeptFile {
    std::string name;   // as given, without folders
    std::string type;   // media type, told from its bytes: "application/pdf"
    int size = 0;       // bytes
    std::string digest; // 64 hexadecimal letters
};
BOOST_DESCRIBE_STRUCT(KeptFile, (), (name, type, size, digest))

// BLAKE2b-256 of the bytes alone, so that "b2sum -l 256" gives the same.
Hash digest_of_file(std::string_view bytes);
std::optional<Hash> digest_from_hex(std::string_view hex); // none: not 64 hexadecimal letters

} // namespace gweld::record
