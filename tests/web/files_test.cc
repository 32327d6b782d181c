#include "web/compression.h"
#include "web/static_files.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

namespace gweld::web {
namespace {

std::string gunzipped(std::string_view bytes) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string out(1U << 20U, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

Request accepting(std::string_view codings) {
    Request request;
    request.headers.add("Accept-Encoding", codings);
    return request;
}

Response long_page() { return plain_text(std::string(20'000, 'a')); }

TEST(Compression, prefers_brotli_and_hears_a_refusal) {
    EXPECT_EQ(best_coding("gzip, deflate, br, zstd"), Coding::brotli);
    EXPECT_EQ(best_coding("GZIP;q=0.5"), Coding::gzip);
    EXPECT_EQ(best_coding("br;q=0, gzip"), Coding::gzip);
    EXPECT_EQ(best_coding("br; q=0.000"), Coding::none);
    EXPECT_EQ(best_coding("br; q=0.001"), Coding::brotli);
    EXPECT_EQ(best_coding("identity"), Coding::none);
    EXPECT_EQ(best_coding(""), Coding::none);
}

TEST(Compression, makes_a_long_page_smaller_and_says_so) {
    auto response = long_page();
    compress(accepting("gzip"), response);
    EXPECT_EQ(response.header("content-encoding"), "gzip");
    EXPECT_EQ(response.header("vary"), "Accept-Encoding");
    EXPECT_EQ(gunzipped(response.body.bytes()), std::string(20'000, 'a'));
    auto again = long_page();
    compress(accepting("gzip"), again); // the same compressor a second time
    EXPECT_EQ(gunzipped(again.body.bytes()), std::string(20'000, 'a'));
    auto with_brotli = long_page();
    compress(accepting("br"), with_brotli);
    EXPECT_EQ(with_brotli.header("content-encoding"), "br");
    EXPECT_LT(with_brotli.body.bytes().size(), 200U);
}

TEST(Compression, leaves_alone_what_it_would_not_help) {
    auto plain = long_page();
    compress(accepting(""), plain);
    EXPECT_EQ(plain.body.bytes().size(), 20'000U);
    EXPECT_EQ(plain.header("vary"), "Accept-Encoding"); // a cache must know even so
    auto small = plain_text("small");
    compress(accepting("br"), small);
    EXPECT_EQ(small.header("content-encoding"), "");
    auto picture = download(std::string(20'000, 'a'), "image/png", "a.png");
    compress(accepting("br"), picture);
    EXPECT_EQ(picture.header("content-encoding"), "");
    std::string noise(4'000, '\0');
    std::uint32_t state = 1;
    for (auto& c : noise) {
        state = state * 1664525U + 1013904223U;
        c = static_cast<char>(state >> 24U);
    }
    EXPECT_EQ(compressed(noise, Coding::gzip), "");
    EXPECT_EQ(compressed(noise, Coding::brotli), "");
}

class Folder : public testing::Test {
  protected:
    void SetUp() override {
        std::filesystem::create_directories(path_);
        std::ofstream{path_ / "app.css"} << std::string(3'000, ' ') << "body{}";
        std::ofstream{path_ / "icon.svg"} << "<svg/>";
    }
    void TearDown() override { std::filesystem::remove_all(path_); }
    StaticFiles files() const {
        auto read = StaticFiles::from_directory(path_.string());
        EXPECT_TRUE(read.ok());
        return std::move(read).value();
    }
    std::filesystem::path path_ = std::filesystem::path{testing::TempDir()} /
                                  testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(Folder, gives_each_file_an_address_of_its_content) {
    const auto all = files();
    const auto url = all.url_of("app.css").text();
    EXPECT_TRUE(url.starts_with("/assets/app.") && url.ends_with(".css")) << url;
    const auto response = all.answer({}, url.substr(8));
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.content_type, "text/css; charset=utf-8");
    EXPECT_EQ(response.header("cache-control"), "public, max-age=31536000, immutable");
    std::ofstream{path_ / "app.css"} << "other";
    EXPECT_NE(files().url_of("app.css").text(), url);
}

TEST_F(Folder, is_asked_again_for_a_name_without_its_hash) {
    const auto all = files();
    EXPECT_EQ(all.answer({}, "app.css").header("cache-control"), "no-cache");
    EXPECT_EQ(all.answer({}, "app.0000000000.css").status, 404);
    EXPECT_EQ(all.answer({}, "../app.css").status, 404);
    EXPECT_EQ(all.url_of("gone.css").text(), "/assets/gone.css");
}

TEST_F(Folder, is_not_sent_again_when_unchanged) {
    const auto all = files();
    const auto tag = std::string{all.answer({}, "app.css").header("etag")};
    Request request;
    request.headers.add("If-None-Match", tag);
    const auto response = all.answer(request, "app.css");
    EXPECT_EQ(response.status, 304);
    EXPECT_EQ(response.body.bytes(), "");
}

TEST_F(Folder, is_sent_compressed_where_that_helps) {
    const auto all = files();
    EXPECT_EQ(all.answer(accepting("br"), "app.css").header("content-encoding"), "br");
    const auto zipped = all.answer(accepting("gzip"), "app.css");
    EXPECT_EQ(gunzipped(zipped.body.bytes()).size(), 3'006U);
    EXPECT_NE(zipped.header("etag"), all.answer({}, "app.css").header("etag"));
    EXPECT_EQ(all.answer(accepting("br"), "icon.svg").header("content-encoding"), "");
}

TEST(StaticFilesOnDisk, that_are_not_there_are_named) {
    const auto read = StaticFiles::from_directory("/nowhere/at/all");
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().path, "/nowhere/at/all");
}

TEST(EmbeddedFiles, can_all_be_asked_for) {
    const auto files = StaticFiles::embedded();
    for (const auto name : files.names()) {
        EXPECT_EQ(files.answer({}, files.url_of(name).text().substr(8)).status, 200) << name;
    }
}

} // namespace
} // namespace gweld::web
