// word_wire.h - what was read of a Word document, as bytes between two processes of one program.
// Knows no process. Both ends are the same build: nothing of it is kept.
#pragma once

#include "documents/docx_reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace gweld::documents {

using WordRead = base::Result<WordText, Unread>;

std::string to_wire(const WordRead& read);
// None: no such bytes were written by to_wire. Whoever wrote them had read a stranger's file, and
// is not believed.
std::optional<WordRead> from_wire(std::string_view bytes);

} // namespace gweld::documents
