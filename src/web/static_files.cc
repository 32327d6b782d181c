#include "web/static_files.h"

#include "web/compression.h"

#include <sodium.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gweld::web {

namespace {

struct Type {
    std::string_view ending;
    std::string_view name;
};
constexpr std::array<Type, 10> types{{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
    {".woff2", "font/woff2"},
}};

std::string_view type_of(std::string_view name) {
    for (const auto& type : types) {
        if (name.ends_with(type.ending)) {
            return type.name;
        }
    }
    return "application/octet-stream";
}

std::string hash_of(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::array<char, 2 * crypto_generichash_BYTES_MIN + 1> text{};
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    return std::string{text.data(), 10};
}

std::string hashed_name(std::string_view name, std::string_view hash) {
    const auto dot = std::min(name.rfind('.'), name.size());
    return std::string{name.substr(0, dot)}.append(1, '.').append(hash).append(name.substr(dot));
}

} // namespace

void StaticFiles::add(std::string name, std::string_view plain, std::string_view brotli,
                      std::string_view gzip) {
    auto hash = hash_of(plain);
    named_.emplace(hashed_name(name, hash), name);
    std::string type{type_of(name)};
    files_.emplace(std::move(name), File{std::move(type), std::move(hash), plain, brotli, gzip});
}

StaticFiles StaticFiles::embedded() {
    StaticFiles files;
    for (const auto& file : embedded_files()) {
        files.add(std::string{file.name}, file.plain, file.brotli, file.gzip);
    }
    return files;
}

base::Result<StaticFiles, CannotRead> StaticFiles::from_directory(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code problem;
    fs::directory_iterator folder{path, problem};
    if (problem) {
        return base::Err{CannotRead{path, problem.message()}};
    }
    StaticFiles files;
    const auto keep = [&](std::string bytes) -> std::string_view {
        return *files.kept_.emplace_back(std::make_unique<const std::string>(std::move(bytes)));
    };
    for (const auto& entry : folder) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream in{entry.path(), std::ios::binary};
        if (!in) {
            return base::Err{CannotRead{entry.path().string(), "cannot be opened"}};
        }
        const auto plain = keep({std::istreambuf_iterator<char>{in}, {}});
        files.add(entry.path().filename().string(), plain, keep(compressed(plain, Coding::brotli)),
                  keep(compressed(plain, Coding::gzip)));
    }
    return base::Ok{std::move(files)};
}

Url StaticFiles::url_of(std::string_view name) const {
    const auto file = files_.find(name);
    return Url::path("/assets/" + (file == files_.end() ? std::string{name}
                                                        : hashed_name(name, file->second.hash)));
}

std::string_view StaticFiles::text_of(std::string_view name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? std::string_view{} : found->second.plain;
}

std::vector<std::string_view> StaticFiles::names() const {
    std::vector<std::string_view> all;
    for (const auto& [name, file] : files_) {
        all.emplace_back(name);
    }
    return all;
}

Response StaticFiles::answer(const Request& request, std::string_view file) const {
    const auto hashed = named_.find(file);
    const auto found = files_.find(hashed == named_.end() ? file : hashed->second);
    if (found == files_.end()) {
        return plain_text("Not Found\n", 404);
    }
    const auto& asset = found->second;
    const auto coding = best_coding(request.header("accept-encoding"));
    const bool brotli = coding == Coding::brotli && !asset.brotli.empty();
    const bool gzip = coding != Coding::none && !brotli && !asset.gzip.empty();
    Response response;
    response.content_type = asset.content_type;
    const std::string tag = '"' + asset.hash +
                            (brotli ? "-br\""
                             : gzip ? "-gz\""
                                    : "\""); // differs by coding
    response.with("Cache-Control",
                  hashed == named_.end() ? "no-cache" : "public, max-age=31536000, immutable");
    response.with("ETag", tag).with("Vary", "Accept-Encoding");
    if (request.header("if-none-match").find(tag) != std::string_view::npos) {
        response.status = 304;
        response.content_type.clear();
        return response;
    }
    if (brotli || gzip) {
        response.with("Content-Encoding", brotli ? "br" : "gzip");
    }
    response.body = Body::shared(brotli ? asset.brotli : gzip ? asset.gzip : asset.plain);
    return response;
}

} // namespace gweld::web
