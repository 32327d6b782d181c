#include "ssd/findings.h"

#include <algorithm>
#include <utility>

namespace gweld::ssd {
namespace {

using words::mark;

std::size_t order_of_file(const std::string& file) {
    const auto table = what_is(file).table;
    return table ? index_of(*table) : table_count;
}

} // namespace

bool stops_everything(Reason reason) { return reason <= Reason::quote_not_closed; }

// One row per reason, so that a reason without a sentence does not compile (-Wswitch).
std::string_view sentence_of(Reason reason) {
    switch (reason) {
    case Reason::folder_unreadable:
        return mark("This folder cannot be opened.");
    case Reason::nothing_to_read:
        return mark("There is no ssd_person.csv in this folder.");
    case Reason::file_missing:
        return mark("This file is not in the folder, and another file refers to it.");
    case Reason::file_unreadable:
        return mark("This file cannot be opened.");
    case Reason::file_twice:
        return mark("There are two files for this table, with names that differ only in capital "
                    "letters. Leave one of them.");
    case Reason::file_empty:
        return mark("This file is empty. Its first line has to name the columns.");
    case Reason::utf16:
        return mark("This file is written in UTF-16. Export it as UTF-8.");
    case Reason::separator_not_comma:
        return mark("The columns of this file are not separated by commas. Export it with commas.");
    case Reason::column_missing:
        return mark("This column is missing.");
    case Reason::column_twice:
        return mark("This column is there twice.");
    case Reason::header_not_text:
        return mark("The line that names the columns is not UTF-8 text. Export the file as UTF-8.");
    case Reason::quote_not_closed:
        return mark("A quotation mark is opened in this row and not closed again, so the rows "
                    "after it cannot be told apart.");
    case Reason::wrong_number_of_values:
        return mark("This row does not have as many values as there are columns.");
    case Reason::text_after_quote:
        return mark("There is text between a closing quotation mark and the next comma.");
    case Reason::zero_byte:
        return mark("There is a zero byte in this row. The file may be damaged.");
    case Reason::not_utf8:
        return mark("This is not UTF-8 text. Export the file as UTF-8.");
    case Reason::value_missing:
        return mark("This has to be filled in.");
    case Reason::not_a_date:
        return mark("This is not a date. Write it like 2026-03-04 or 04/03/2026.");
    case Reason::no_such_date:
        return mark("There is no such day or time.");
    case Reason::year_not_believable:
        return mark("The year is before 1900 or after 2199.");
    case Reason::in_the_future:
        return mark("This is in the future.");
    case Reason::not_yes_or_no:
        return mark("This is neither yes nor no. Write Y, N or nothing.");
    case Reason::sex_not_known:
        return mark("This is not one of the codes for sex: F, M or U.");
    case Reason::category_not_known:
        return mark("This is not one of the categories of abuse.");
    case Reason::place_not_known:
        return mark("This is not one of the places: home, school, office or other.");
    case Reason::not_a_moment:
        return mark("This is not a date and time. Write it like 2026-03-04T09:30:00.");
    case Reason::address_not_readable:
        return mark("This address cannot be read. It has to be a JSON object.");
    case Reason::outcomes_not_readable:
        return mark("These outcomes cannot be read. They have to be a JSON object of flags that "
                    "are Y, N or empty.");
    case Reason::factors_not_readable:
        return mark("These factors cannot be read. They have to be a JSON list of codes, or an "
                    "object of codes that are yes or no.");
    case Reason::end_before_start:
        return mark("The end is before the start.");
    case Reason::row_differs:
        return mark("Line {line} has the same number and says something else. That line stands.");
    case Reason::person_not_known:
        return mark("Nobody in ssd_person.csv has this number.");
    case Reason::worker_not_known:
        return mark("Nobody in ssd_professionals.csv has this number.");
    case Reason::team_not_known:
        return mark("No team in ssd_department.csv has this number or name.");
    case Reason::team_name_not_unique:
        return mark("More than one team in ssd_department.csv has this name. Give its number.");
    case Reason::plans_overlap:
        return mark("Another plan of the same child, on line {line}, covers some of the same days. "
                    "That line stands.");
    case Reason::assessment_not_known:
        return mark("No assessment in ssd_cin_assessments.csv has this number.");
    case Reason::plan_not_known:
        return mark("No plan in ssd_cp_plans.csv has this number, and the row names no person.");
    case Reason::person_refused:
        return mark("The row of this person in ssd_person.csv was refused, so this row is too.");
    case Reason::worker_refused:
        return mark("The row of this worker in ssd_professionals.csv was refused, so this row is "
                    "too.");
    case Reason::team_refused:
        return mark("The row of this team in ssd_department.csv was refused, so this row is too.");
    case Reason::assessment_refused:
        return mark("The row of this assessment in ssd_cin_assessments.csv was refused, so this "
                    "row is too.");
    case Reason::plan_refused:
        return mark("The row of this plan in ssd_cp_plans.csv was refused, so this row is too.");
    }
    return {};
}

NoticeSentence sentence_of(Notice notice) {
    switch (notice) {
    case Notice::columns_not_read:
        return {mark("This column is not read."), mark("{n} columns are not read.")};
    case Notice::row_twice:
        return {mark("{n} row is there twice and was counted once."),
                mark("{n} rows are there twice and were counted once.")};
    case Notice::born_and_expected:
        return {mark("{n} person has both a date of birth and an expected date of birth."),
                mark("{n} people have both a date of birth and an expected date of birth.")};
    case Notice::born_in_the_future:
        return {mark("{n} date of birth is in the future."),
                mark("{n} dates of birth are in the future.")};
    case Notice::died_before_birth:
        return {mark("{n} date of death is before the date of birth."),
                mark("{n} dates of death are before the date of birth.")};
    case Notice::name_missing:
        return {mark("{n} row has no name."), mark("{n} rows have no name.")};
    case Notice::parent_team_not_known:
        return {mark("{n} team is part of a team that is not in the file."),
                mark("{n} teams are part of a team that is not in the file.")};
    case Notice::worker_missing:
        return {mark("{n} row names a team but no worker and was passed over."),
                mark("{n} rows name a team but no worker and were passed over.")};
    case Notice::role_missing:
        return {
            mark("{n} row does not say in which role. It was taken as the allocated worker."),
            mark("{n} rows do not say in which role. They were taken as the allocated worker.")};
    case Notice::category_missing:
        return {mark("{n} plan has no category of abuse."),
                mark("{n} plans have no category of abuse.")};
    case Notice::category_list_missing:
        return {mark("{n} plan says there are several categories but not which."),
                mark("{n} plans say there are several categories but not which.")};
    case Notice::alone_but_not_seen:
        return {mark("{n} visit says the child was seen alone but not that the child was seen."),
                mark("{n} visits say the child was seen alone but not that the child was seen.")};
    case Notice::place_missing:
        return {mark("{n} visit does not say where it took place. It cannot count as a visit at "
                     "home."),
                mark("{n} visits do not say where they took place. They cannot count as visits at "
                     "home.")};
    case Notice::recorded_at_missing:
        return {mark("{n} visit does not say when it was recorded."),
                mark("{n} visits do not say when they were recorded.")};
    case Notice::recorded_before_visit:
        return {mark("{n} visit was recorded before its own date."),
                mark("{n} visits were recorded before their own date.")};
    case Notice::address_without_text:
        return {mark("{n} address is empty and was passed over."),
                mark("{n} addresses are empty and were passed over.")};
    case Notice::postcode_unusual:
        return {mark("{n} postcode does not look like one and was kept as it is."),
                mark("{n} postcodes do not look like one and were kept as they are.")};
    case Notice::worker_not_listed:
        return {mark("{n} row names a worker who is not in ssd_professionals.csv. The number was "
                     "kept in place of the name."),
                mark("{n} rows name workers who are not in ssd_professionals.csv. The numbers were "
                     "kept in place of the names.")};
    case Notice::source_missing:
        return {mark("{n} row does not say who made contact."),
                mark("{n} rows do not say who made contact.")};
    case Notice::outcome_without_end:
        return {mark("{n} enquiry has an outcome but no end. It was taken as still open."),
                mark("{n} enquiries have an outcome but no end. They were taken as still open.")};
    case Notice::not_held_yet:
        return {mark("{n} conference has no date on which it was held and was passed over."),
                mark("{n} conferences have no date on which they were held and were passed over.")};
    case Notice::without_codes:
        return {mark("{n} row names no factor and was passed over."),
                mark("{n} rows name no factor and were passed over.")};
    }
    return {};
}

void Findings::fault(RowFault fault) {
    stops_ = stops_ || stops_everything(fault.reason);
    faults_.push_back(std::move(fault));
}

void Findings::row_fault(Table table, RowFault row) {
    refuse(table, row.line);
    fault(std::move(row));
}

void Findings::warn(Notice notice, Table table, std::int64_t line, const std::string& detail) {
    auto& warning = warnings_[{table, notice}];
    if (warning.count == 0 || line < warning.first_line) {
        warning.first_line = line;
    }
    warning.notice = notice;
    warning.table = table;
    ++warning.count;
    if (!detail.empty()) {
        warning.detail += (warning.detail.empty() ? "" : ", ") + detail;
    }
}

std::vector<Warning> Findings::warnings() const {
    std::vector<Warning> all;
    all.reserve(warnings_.size());
    for (const auto& [key, warning] : warnings_) {
        all.push_back(warning);
    }
    return all;
}

void Findings::put_in_order() {
    using Place = std::tuple<std::size_t, std::int64_t, std::size_t>; // file, line, as found
    std::vector<Place> places;
    places.reserve(faults_.size());
    for (const auto& fault : faults_) {
        places.emplace_back(order_of_file(fault.file), fault.line, places.size());
    }
    if (std::ranges::is_sorted(places)) {
        return;
    }
    std::ranges::sort(places);
    std::vector<RowFault> in_order;
    in_order.reserve(faults_.size());
    for (const auto& [file, line, found] : places) {
        in_order.push_back(std::move(faults_[found]));
    }
    faults_ = std::move(in_order);
}

std::string told(const RowFault& fault, const words::Words& words) {
    const auto why =
        words.say(sentence_of(fault.reason), {{"line", std::to_string(fault.other_line)}});
    auto where = fault.file;
    if (fault.line > 0) {
        where = words.say(mark("{file}, line {line}"),
                          {{"file", fault.file}, {"line", std::to_string(fault.line)}});
    }
    if (!fault.field.empty()) {
        where += ", " + fault.field;
    }
    return where + (fault.value.empty() ? "" : ": " + fault.value) + ". " + why;
}

std::string told(const Warning& warning, const words::Words& words) {
    const auto [one, many] = sentence_of(warning.notice);
    auto text = std::string{file_of(warning.table)} + ": ";
    text += words.say_n(one, many, static_cast<long>(warning.count));
    if (!warning.detail.empty()) {
        return text + " " + warning.detail;
    }
    return text + " " +
           words.say(mark("(The first is on line {line}.)"),
                     {{"line", std::to_string(warning.first_line)}});
}

} // namespace gweld::ssd
