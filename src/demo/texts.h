// texts.h - the names, places and sentences the made-up county is made of, read from demo/*.txt.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::demo {

struct Tradition { // of naming
    std::string name;
    std::string language;  // BCP 47
    std::string ethnicity; // code of the Standard Safeguarding Dataset
    int weight = 0;        // households in a thousand
    std::vector<std::string> girls;
    std::vector<std::string> boys;
    std::vector<std::string> surnames;  // empty where sons and daughters are named after a father
    std::vector<std::string> sons;      // "ap Rhys", the brother of
    std::vector<std::string> daughters; // "ferch Rhys" at the same place
    std::vector<std::string> carers;
};

struct Saying {
    std::string language;
    int from_age = 0;
    int to_age = 0; // inclusive
    bool of_brothers_and_sisters = false;
    std::string text;
};

struct Texts {
    std::vector<Tradition> traditions;
    std::vector<std::string> villages;
    std::vector<std::string> streets;
    std::vector<std::string> houses;
    std::vector<std::string> postcodes;
    std::vector<Saying> sayings;
    // "home-alone en" and so on.
    std::map<std::string, std::vector<std::string>, std::less<>> accounts;
};

// Read once. A malformed file is a bug and throws std::runtime_error naming the line.
const Texts& texts();

// {child}, {carer} and {friend} replaced.
struct Slots {
    std::string_view child;
    std::string_view carer;
    std::string_view other_child;
};
std::string filled(std::string_view sentence, const Slots& slots);

} // namespace gweld::demo
