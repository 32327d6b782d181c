// multipart.h - a form with files (multipart/form-data: RFC 7578, as browsers write it), read as it
// arrives in pieces of any size: texts into memory, files onto disk. Knows no socket and no page.
#pragma once

#include "web/fields.h"
#include "web/uploads.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

// The boundary a content type names. None: not multipart/form-data, or a boundary that is none.
std::optional<std::string> boundary_of(std::string_view content_type);

class MultipartReader {
  public:
    MultipartReader(std::string_view boundary, const UploadLimits& limits, UploadRoom& room);

    void take(std::string_view bytes);
    // After the last byte. malformed: also when the end is missing.
    enum class Ended : std::uint8_t { whole, malformed, too_large };
    Ended end();

    Fields fields() && { return Fields{std::move(fields_)}; }
    // A file box left empty is no file.
    std::vector<UploadedFile> files() && { return std::move(files_); }

  private:
    enum class State : std::uint8_t { first_line, after_line, head, content, over, malformed };
    enum class Goes : std::uint8_t { on, no_further };

    Goes step();
    Goes first_line();
    Goes after_line();
    Goes head();
    Goes content();
    void begin(std::string_view head);
    void add(std::string_view bytes);
    void add_to_file(std::string_view bytes);
    void finish_part();
    Goes fail();
    void drop(std::size_t n) { held_.erase(0, n); }

    UploadLimits limits_;
    UploadRoom& room_;
    std::string line_; // "\r\n--boundary"
    std::string held_; // has arrived and is not understood yet
    State state_ = State::first_line;
    bool is_file_ = false;
    Field field_;
    UploadedFile file_;
    std::shared_ptr<PutDown> writing_;
    std::size_t file_size_ = 0;
    std::size_t text_size_ = 0;
    bool too_large_ = false;
    std::vector<Field> fields_;
    std::vector<UploadedFile> files_;
};

} // namespace gweld::web
