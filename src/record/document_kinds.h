// document_kinds.h - documents written elsewhere that were brought into a child's record. Included
// by kinds.h, which names them. Knows no reader of documents: what was found in one, and where it
// went, is in the plan or assessment made from it.
#pragma once

#include "record/kept_file.h"
#include "record/kind_parts.h"

namespace gweld::record {

enum class BroughtInAs { plan, assessment };
BOOST_DESCRIBE_ENUM(BroughtInAs, plan, assessment)

// About: the child. The file is kept as it came, whether anything is made from it or not; it is
// nobody's decision here until what is made from it has been signed here.
struct DocumentBroughtIn {
    BroughtInAs as = BroughtInAs::plan;
    KeptFile file;
};
BOOST_DESCRIBE_STRUCT(DocumentBroughtIn, (), (as, file))

} // namespace gweld::record
