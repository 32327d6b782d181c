#include "store/described.h"

namespace gweld::store {

std::string cell_text(std::int64_t value) { return std::to_string(value); }

std::string cell_text(const std::string& value) {
    std::string text;
    for (const char c : value) {
        switch (c) {
        case '\t':
            text += "\\t";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\\':
            text += "\\\\";
            break;
        default:
            text += c;
        }
    }
    return text;
}

std::string cell_text(const record::Uuid& value) { return base::to_text(value); }

} // namespace gweld::store
