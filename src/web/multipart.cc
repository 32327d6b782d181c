#include "web/multipart.h"

#include <algorithm>

namespace gweld::web {

namespace {

constexpr std::size_t longest_head = 8192;
constexpr std::size_t longest_boundary = 70; // RFC 2046, 5.1.1
constexpr std::string_view form_data = "multipart/form-data";

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// Of 'form-data; name="a"; filename="b"' the value of one parameter, quotation marks taken off.
std::optional<std::string_view> parameter(std::string_view line, std::string_view name) {
    auto rest = line.substr(std::min(line.find(';'), line.size()));
    while (!rest.empty()) {
        rest = trimmed(rest.substr(1));
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        const auto found = trimmed(rest.substr(0, equals));
        rest = rest.substr(equals + 1);
        std::string_view value;
        if (rest.starts_with('"')) {
            const auto close = rest.find('"', 1);
            if (close == std::string_view::npos) {
                return std::nullopt;
            }
            value = rest.substr(1, close - 1);
            rest = rest.substr(close + 1);
            rest = rest.substr(std::min(rest.find(';'), rest.size()));
        } else {
            const auto end = std::min(rest.find(';'), rest.size());
            value = trimmed(rest.substr(0, end));
            rest = rest.substr(end);
        }
        if (same_header_name(found, name)) {
            return value;
        }
    }
    return std::nullopt;
}

// A quotation mark and line ends in a name are written as escapes, nothing else is (WHATWG HTML,
// multipart/form-data).
std::string name_decoded(std::string_view name) {
    std::string decoded;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto escape = name.substr(i, 3);
        if (escape == "%22" || escape == "%0D" || escape == "%0A") {
            decoded += escape == "%22" ? '"' : ' ';
            i += 2;
        } else {
            decoded += name[i];
        }
    }
    return repair_utf8(std::move(decoded));
}

std::string_view disposition_in(std::string_view head) {
    constexpr std::string_view wanted = "content-disposition";
    while (!head.empty()) {
        const auto line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(std::min(head.size(), line.size() + 2));
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && same_header_name(line.substr(0, colon), wanted)) {
            return trimmed(line.substr(colon + 1));
        }
    }
    return {};
}

} // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
    const auto type = trimmed(content_type.substr(0, content_type.find(';')));
    const auto boundary = parameter(content_type, "boundary");
    if (!same_header_name(type, form_data) || !boundary || boundary->empty() ||
        boundary->size() > longest_boundary) {
        return std::nullopt;
    }
    return std::string{*boundary};
}

MultipartReader::MultipartReader(std::string_view boundary, const UploadLimits& limits,
                                 UploadRoom& room)
    : limits_{limits}, room_{room}, line_{"\r\n--" + std::string{boundary}} {}

void MultipartReader::take(std::string_view bytes) {
    if (state_ == State::over || state_ == State::malformed) {
        return; // what comes after the end is passed over (RFC 2046, 5.1.1)
    }
    held_.append(bytes);
    while (step() == Goes::on) {
    }
}

MultipartReader::Goes MultipartReader::step() {
    switch (state_) {
    case State::first_line:
        return first_line();
    case State::after_line:
        return after_line();
    case State::head:
        return head();
    case State::content:
        return content();
    case State::over:
    case State::malformed:
        break;
    }
    return Goes::no_further;
}

MultipartReader::Goes MultipartReader::fail() {
    state_ = State::malformed;
    held_.clear();
    return Goes::no_further;
}

// Browsers begin with the boundary; nothing is allowed before it.
MultipartReader::Goes MultipartReader::first_line() {
    const std::string_view wanted = std::string_view{line_}.substr(2);
    if (held_.size() < wanted.size()) {
        return wanted.starts_with(held_) ? Goes::no_further : fail();
    }
    if (!held_.starts_with(wanted)) {
        return fail();
    }
    drop(wanted.size());
    state_ = State::after_line;
    return Goes::on;
}

MultipartReader::Goes MultipartReader::after_line() {
    if (held_.size() < 2) {
        return Goes::no_further;
    }
    const bool end = held_.starts_with("--");
    if (!end && !held_.starts_with("\r\n")) {
        return fail();
    }
    drop(2);
    state_ = end ? State::over : State::head;
    if (end) {
        held_.clear();
    }
    return Goes::on;
}

MultipartReader::Goes MultipartReader::head() {
    const auto end = held_.find("\r\n\r\n");
    if (end == std::string::npos) {
        return held_.size() > longest_head ? fail() : Goes::no_further;
    }
    if (end > longest_head) {
        return fail();
    }
    begin(std::string_view{held_}.substr(0, end));
    drop(end + 4);
    if (state_ == State::malformed) {
        return fail();
    }
    state_ = State::content;
    return Goes::on;
}

void MultipartReader::begin(std::string_view head) {
    const auto disposition = disposition_in(head);
    const auto name = parameter(disposition, "name");
    if (!disposition.starts_with("form-data") || !name) {
        state_ = State::malformed;
        return;
    }
    const auto file_name = parameter(disposition, "filename");
    is_file_ = file_name.has_value();
    file_size_ = 0;
    writing_.reset();
    field_ = {name_decoded(*name), {}};
    file_ = {field_.name, is_file_ ? name_decoded(*file_name) : std::string{}, Arrived::whole,
             nullptr};
    if (is_file_ && files_.size() >= limits_.files) {
        file_.arrived = Arrived::too_many;
    }
}

MultipartReader::Goes MultipartReader::content() {
    const auto at = held_.find(line_);
    if (at == std::string::npos) {
        const auto may_be_line = line_.size() - 1;
        if (held_.size() > may_be_line) {
            const auto sure = held_.size() - may_be_line;
            add(std::string_view{held_}.substr(0, sure));
            drop(sure);
        }
        return Goes::no_further;
    }
    add(std::string_view{held_}.substr(0, at));
    drop(at + line_.size());
    finish_part();
    state_ = State::after_line;
    return Goes::on;
}

void MultipartReader::add(std::string_view bytes) {
    if (is_file_) {
        return add_to_file(bytes);
    }
    text_size_ += bytes.size();
    if (text_size_ > limits_.field_bytes) {
        too_large_ = true;
    } else {
        field_.value.append(bytes);
    }
}

void MultipartReader::add_to_file(std::string_view bytes) {
    file_size_ += bytes.size();
    if (file_.arrived != Arrived::whole || bytes.empty()) {
        return;
    }
    if (file_size_ > limits_.file_bytes) {
        file_.arrived = Arrived::too_large;
    } else {
        if (!writing_) {
            writing_ = std::make_shared<PutDown>(room_);
        }
        if (writing_->write(bytes) == PutDown::Written::no_room) {
            file_.arrived = Arrived::no_room;
        }
    }
    if (file_.arrived != Arrived::whole) {
        writing_.reset();
    }
}

void MultipartReader::finish_part() {
    if (!is_file_) {
        field_.value = field_text(std::move(field_.value));
        text_size_ += field_.name.size();
        too_large_ = too_large_ || fields_.size() >= most_fields;
        fields_.push_back(std::move(field_));
        return;
    }
    if (file_.name.empty() && file_size_ == 0) {
        return;
    }
    // Beyond a few more than are taken the rest is not even named.
    if (files_.size() < 2 * limits_.files + 1) {
        file_.content = std::move(writing_);
        files_.push_back(std::move(file_));
    }
    writing_.reset();
}

MultipartReader::Ended MultipartReader::end() {
    if (too_large_) {
        return Ended::too_large;
    }
    return state_ == State::over ? Ended::whole : Ended::malformed;
}

} // namespace gweld::web
