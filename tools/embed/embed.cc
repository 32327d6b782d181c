#include "embed/embed.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <stdexcept>

namespace gweld::embed {

std::string literal_of(std::string_view bytes) {
    std::string literal = "\"";
    std::size_t column = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        // Three octal digits always: the escape cannot run into what follows.
        const std::string octal{'\\', static_cast<char>('0' + (byte >> 6U)),
                                static_cast<char>('0' + ((byte >> 3U) & 7U)),
                                static_cast<char>('0' + (byte & 7U))};
        const bool plain = byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\' && c != '?';
        literal += plain ? std::string{c} : octal;
        column += plain ? 1U : 4U;
        if (column > 90) {
            literal += "\"\n\"";
            column = 0;
        }
    }
    return literal + '"';
}

std::string brotli(std::string_view bytes) {
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = out.size();
    const auto done =
        BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                              bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              &size, reinterpret_cast<std::uint8_t*>(out.data()));
    if (done == BROTLI_FALSE) {
        throw std::runtime_error{"brotli"};
    }
    out.resize(size);
    return out;
}

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip_window, 9, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        throw std::runtime_error{"gzip"};
    }
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

} // namespace gweld::embed
