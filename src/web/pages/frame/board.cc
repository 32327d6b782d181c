#include "web/pages/frame/board.h"

#include "record/chain.h"
#include "record/kept_file.h"
#include "web/pages/frame/board.html.h"
#include "web/pages/frame/frame.h"

namespace gweld::web::pages {

namespace {

void leave_out(std::string& text, std::string_view from, std::string_view until) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        const auto end = text.find(until, at + from.size());
        text.erase(at, end == std::string::npos ? end : end + until.size() - at);
    }
}

// What is on it now, and not that something was saved on the way here.
Url as_it_is_now(const Caller& caller) {
    std::vector<Field> query;
    for (const auto& field : caller.request.query.list()) {
        if (field.name != "saved") {
            query.push_back(field);
        }
    }
    Request asked;
    asked.path = caller.request.path;
    asked.query = Fields{std::move(query)};
    return this_page_in(caller.request.language, asked);
}

} // namespace

bool asks_whether_it_stands(const Request& request) {
    return request.method == Method::get && !request.header("if-none-match").empty();
}

std::string what_stands(const Html& content, const Board& board) {
    std::string text = content.markup();
    leave_out(text, csrf_field_begins, "\">");
    for (const auto& passing : board.passing) {
        if (!passing.empty()) {
            leave_out(text, passing, {});
        }
    }
    return '"' + record::to_hex(record::digest_of_file(text)) + '"';
}

bool stands_still(const Request& request, const std::string& stands) {
    auto seen = request.header("if-none-match");
    if (seen.starts_with("W/")) { // a proxy that compresses says so
        seen.remove_prefix(2);
    }
    return seen == stands;
}

Html board_words(const Caller& caller, const std::string& stands) {
    return board_line(caller.say, stands, as_it_is_now(caller),
                      caller.say.moment(caller.office().clock.now()));
}

} // namespace gweld::web::pages
