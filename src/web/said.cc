#include "web/said.h"

namespace gweld::web {

void put_said(Out& out, std::string_view sentence,
              base::FunctionRef<bool(std::string_view)> put_slot) {
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        const auto close = open == std::string_view::npos ? open : sentence.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        put_text(out, sentence.substr(0, open));
        if (!put_slot(sentence.substr(open + 1, close - open - 1))) {
            put_text(out, sentence.substr(open, close + 1 - open));
        }
        sentence.remove_prefix(close + 1);
    }
    put_text(out, sentence);
}

} // namespace gweld::web
