// A form with files, read in pieces of every size; bent, cut short and too large.
#include "web/multipart.h"

#include <gtest/gtest.h>
#include <random>

namespace gweld::web {
namespace {

using namespace std::string_literals;

constexpr UploadLimits usual{10'000'000, 1000, 3, 5000};

struct Part {
    std::string name;
    std::string content;
    std::optional<std::string> file = std::nullopt;
};

std::string body_of(const std::vector<Part>& parts, const std::string& boundary = "BB") {
    std::string body;
    for (const auto& part : parts) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name + "\"";
        body += part.file
                    ? "; filename=\"" + *part.file + "\"\r\nContent-Type: application/octet-stream"
                    : "";
        body += "\r\n\r\n" + part.content + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

struct Read {
    MultipartReader::Ended ended;
    Fields fields;
    std::vector<UploadedFile> files;
};

Read read(std::string_view body, std::size_t piece = 1'000'000, UploadLimits limits = usual,
          std::size_t room_for = 1'000'000, std::string_view boundary = "BB") {
    UploadRoom room{room_for};
    MultipartReader reader{boundary, limits, room};
    for (std::size_t at = 0; at < body.size(); at += piece) {
        reader.take(body.substr(at, piece));
    }
    const auto ended = reader.end();
    Read got{ended, std::move(reader).fields(), std::move(reader).files()};
    for (auto& file : got.files) { // the room goes with this function
        file.name += ": " + file.bytes();
        file.content.reset();
    }
    return got;
}

using Ended = MultipartReader::Ended;

TEST(Multipart, texts_and_files_come_out_as_they_went_in_whatever_the_pieces) {
    const auto body = body_of({{"worry", "Mae’n drist\r\nac yn dawel"},
                               {"file", "\0\r\n--B\r\n--BA\xff"s, "llun.png"},
                               {"empty", ""},
                               {"file", "", "gwag.txt"},
                               {"file", "", ""}});
    for (std::size_t piece = 1; piece <= body.size(); ++piece) {
        const auto got = read(body, piece);
        ASSERT_EQ(got.ended, Ended::whole) << piece;
        EXPECT_EQ(got.fields.text("worry"), "Mae’n drist\nac yn dawel");
        EXPECT_TRUE(got.fields.has("empty"));
        ASSERT_EQ(got.files.size(), 2U) << piece;
        EXPECT_EQ(got.files[0].name, "llun.png: \0\r\n--B\r\n--BA\xff"s);
        EXPECT_EQ(got.files[0].field, "file");
        EXPECT_EQ(got.files[1].name, "gwag.txt: ");
    }
}

TEST(Multipart, names_are_decoded_as_browsers_write_them) {
    const auto got = read(body_of({{"file", "x", "a %22quoted%22 name; x=1.txt"}}));
    ASSERT_EQ(got.files.size(), 1U);
    EXPECT_EQ(got.files[0].name, "a \"quoted\" name; x=1.txt: x");
}

TEST(Multipart, a_file_too_large_is_named_and_not_kept_and_the_rest_is_read) {
    const auto got =
        read(body_of({{"file", std::string(1001, 'x'), "large.pdf"}, {"worry", "still here"}}), 64);
    EXPECT_EQ(got.ended, Ended::whole);
    EXPECT_EQ(got.fields.text("worry"), "still here");
    ASSERT_EQ(got.files.size(), 1U);
    EXPECT_EQ(got.files[0].arrived, Arrived::too_large);
    EXPECT_EQ(got.files[0].name, "large.pdf: ");
}

TEST(Multipart, more_files_than_are_taken_are_named_up_to_a_few) {
    std::vector<Part> parts;
    for (int i = 0; i < 50; ++i) {
        parts.push_back({"file", "x", "f" + std::to_string(i)});
    }
    const auto got = read(body_of(parts));
    EXPECT_EQ(got.ended, Ended::whole);
    EXPECT_LE(got.files.size(), 7U);
    EXPECT_EQ(got.files[2].arrived, Arrived::whole);
    EXPECT_EQ(got.files[3].arrived, Arrived::too_many);
}

TEST(Multipart, where_there_is_no_room_a_file_is_refused_and_the_room_given_back) {
    UploadRoom room{500};
    {
        MultipartReader reader{"BB", usual, room};
        reader.take(body_of(
            {{"file", std::string(300, 'a'), "one"}, {"file", std::string(300, 'b'), "two"}}));
        EXPECT_EQ(reader.end(), Ended::whole);
        const auto files = std::move(reader).files();
        ASSERT_EQ(files.size(), 2U);
        EXPECT_EQ(files[0].bytes(), std::string(300, 'a'));
        EXPECT_EQ(files[1].arrived, Arrived::no_room);
        EXPECT_EQ(room.used(), 300U);
    }
    EXPECT_EQ(room.used(), 0U);
}

TEST(Multipart, texts_beyond_the_limit_are_too_large) {
    EXPECT_EQ(read(body_of({{"worry", std::string(5001, 'x')}})).ended, Ended::too_large);
    std::vector<Part> parts(most_fields + 1, Part{"a", ""});
    auto roomy = usual;
    roomy.field_bytes = 1'000'000;
    EXPECT_EQ(read(body_of(parts), 4096, roomy).ended, Ended::too_large);
}

TEST(Multipart, cut_anywhere_it_is_malformed) {
    const auto body = body_of({{"worry", "x"}, {"file", "y", "f.txt"}});
    const auto end = body.size() - 2; // the last line end may be missing
    for (std::size_t n = 0; n < end; ++n) {
        EXPECT_EQ(read(std::string_view{body}.substr(0, n)).ended, Ended::malformed) << n;
    }
    EXPECT_EQ(read(std::string_view{body}.substr(0, end)).ended, Ended::whole);
}

TEST(Multipart, what_is_not_in_order_is_malformed) {
    EXPECT_EQ(read("").ended, Ended::malformed);
    EXPECT_EQ(read("hello").ended, Ended::malformed);
    EXPECT_EQ(read("--BB--\r\n").ended, Ended::whole); // nothing was sent
    EXPECT_EQ(read("--BBx\r\n").ended, Ended::malformed);
    EXPECT_EQ(read("--BB\r\nContent-Disposition: form-data\r\n\r\nx\r\n--BB--").ended,
              Ended::malformed);
    EXPECT_EQ(read("--BB\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--BB--").ended,
              Ended::malformed);
    EXPECT_EQ(read("--BB\r\n" + std::string(9000, 'h')).ended, Ended::malformed);
}

TEST(Multipart, bent_at_random_it_is_read_without_harm) {
    const auto whole = body_of({{"worry", "some words"}, {"file", "bytes", "f.txt"}});
    std::mt19937 dice{20261124};
    for (int round = 0; round < 5000; ++round) {
        auto bent = whole;
        for (auto i = dice() % 5 + 1; i > 0; --i) {
            bent[dice() % bent.size()] = static_cast<char>(dice());
        }
        static_cast<void>(read(bent, dice() % 40 + 1));
    }
}

TEST(Boundary, is_taken_from_the_content_type) {
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=----WebKitFormBoundary7MA4"),
              "----WebKitFormBoundary7MA4");
    EXPECT_EQ(boundary_of("Multipart/Form-Data; charset=utf-8; boundary=\"a b\""), "a b");
    EXPECT_EQ(boundary_of("multipart/form-data"), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/form-data; boundary="), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/mixed; boundary=x"), std::nullopt);
    EXPECT_EQ(boundary_of("multipart/form-data; boundary=" + std::string(71, 'x')), std::nullopt);
}

} // namespace
} // namespace gweld::web
