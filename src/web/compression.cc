#include "web/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>

namespace gweld::web {

namespace {

// Below this a page fits one packet anyway.
constexpr std::size_t worth_it = 1500;

// Chosen for pages of 10-30 kB: a tenth of a millisecond, a tenth of the bytes.
constexpr int brotli_quality = 4;
constexpr int brotli_window = 16;
constexpr int gzip_level = 3;

bool refused(std::string_view parameters) {
    const auto q = parameters.find("q=0");
    return q != std::string_view::npos &&
           parameters.substr(q + 3).find_first_not_of(".0 \t") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

std::string with_brotli(std::string_view bytes) {
    std::string out(bytes.size(), '\0'); // more would not be worth sending
    std::size_t size = out.size();
    const auto done =
        BrotliEncoderCompress(brotli_quality, brotli_window, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(done == BROTLI_TRUE ? size : 0);
    return out;
}

// One per thread, used again and again: setting it up costs more than a small page.
class Deflater {
  public:
    Deflater() {
        constexpr int gzip_window = 15 + 16;
        ready_ = deflateInit2(&stream_, gzip_level, Z_DEFLATED, gzip_window, 8,
                              Z_DEFAULT_STRATEGY) == Z_OK;
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    std::string deflated(std::string_view bytes) {
        std::string out(bytes.size(), '\0');
        if (!ready_ || deflateReset(&stream_) != Z_OK) {
            return {};
        }
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        const bool whole = deflate(&stream_, Z_FINISH) == Z_STREAM_END;
        out.resize(whole ? stream_.total_out : 0);
        return out;
    }

  private:
    z_stream stream_{};
    bool ready_ = false;
};

bool compressible(std::string_view type) {
    return type.starts_with("text/") || type.starts_with("application/json") ||
           type.starts_with("image/svg");
}

} // namespace

Coding best_coding(std::string_view accept_encoding) {
    auto best = Coding::none;
    while (!accept_encoding.empty()) {
        const auto part = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(accept_encoding.size(), part.size() + 1));
        const auto semicolon = std::min(part.find(';'), part.size());
        const auto name = trimmed(part.substr(0, semicolon));
        if (refused(part.substr(semicolon))) {
            continue;
        }
        if (same_header_name(name, "br")) {
            return Coding::brotli;
        }
        if (same_header_name(name, "gzip")) {
            best = Coding::gzip;
        }
    }
    return best;
}

std::string compressed(std::string_view bytes, Coding coding) {
    std::string out;
    if (coding == Coding::brotli) {
        out = with_brotli(bytes);
    } else if (coding == Coding::gzip) {
        thread_local Deflater deflater;
        out = deflater.deflated(bytes);
    }
    return out;
}

void compress(const Request& request, Response& response) {
    const auto bytes = response.body.bytes();
    if (bytes.size() < worth_it || !compressible(response.content_type) ||
        !response.header("content-encoding").empty()) {
        return;
    }
    response.with("Vary", "Accept-Encoding");
    const auto coding = best_coding(request.header("accept-encoding"));
    auto smaller = compressed(bytes, coding);
    if (smaller.empty()) {
        return;
    }
    response.with("Content-Encoding", coding == Coding::brotli ? "br" : "gzip");
    response.body = Body{std::move(smaller)};
}

} // namespace gweld::web
