#include "web/draw/qr.h"

#include "web/components/markup.h"

#include <memory>
#include <qrencode.h>
#include <stdexcept>

namespace gweld::web::draw {

namespace {

constexpr int quiet = 4; // modules of white around it, ISO/IEC 18004 section 9.1

} // namespace

Html qr_code(const std::string& text, std::string_view heard) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free};
    if (!code) {
        throw std::runtime_error{"too long for a QR code"};
    }
    std::string dark;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1U) != 0) {
                dark +=
                    "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
            }
        }
    }
    const auto side = std::to_string(code->width + 2 * quiet);
    Markup out;
    out.raw("<svg class=\"app-qr\" role=\"img\"").attribute("aria-label", heard);
    out.attribute("viewBox", "0 0 " + side + " " + side).raw(" shape-rendering=\"crispEdges\">");
    out.raw("<rect fill=\"#fff\"").attribute("width", side).attribute("height", side).raw("/>");
    out.raw("<path fill=\"#000\"").attribute("d", dark).raw("/></svg>");
    return out.take();
}

} // namespace gweld::web::draw
