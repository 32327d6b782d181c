// Families of other workers whose children are overdue for reasons of their own. All made up.
#include "demo/lead_story.h"

namespace gweld::demo {

namespace {

using enum Counted;
using enum record::Place;
using record::AttemptFailed;
using record::Category;
using record::Sex;
using record::WriteUp;

// On the register with no social worker since one left.
ScriptedFamily hopkins() {
    return {{{"Dylan", "Hopkins", Sex::male, 12, 1, "en", "WBRI"},
             {"Lili", "Hopkins", Sex::female, 9, 2, "en", "WBRI"}},
            "14 Quarry Row, Trefelin Fach",
            "Darren",
            "Marc Tovey",
            120,
            {34},
            {Category::neglect},
            {
                {working_days_ago,
                 20,
                 home,
                 told,
                 "16:30",
                 "sab sab",
                 "Told the children this was my last visit. Dylan walked out and came back.",
                 {"I'm on my third social worker. I'm not being rude, I'm just saying.", ""}},
                {working_days_ago,
                 9,
                 home,
                 unannounced,
                 "11:05",
                 "- -",
                 "Visit from the duty desk. Nobody in; both should have been at school. Note left.",
                 {},
                 AttemptFailed::nobody_home},
            }};
}

ScriptedFamily probert() {
    return {{{"Jac", "Probert", Sex::male, 7, 10, "en", "WBRI"}},
            "2 Chapel Terrace, Cwm Dulas",
            "Leanne",
            "Steffan Roberts",
            205,
            {118},
            {Category::physical_abuse},
            {
                {working_days_ago,
                 24,
                 home,
                 told,
                 "15:50",
                 "sab",
                 "Jac showed me his new bed.",
                 {"I've got drawers under."}},
                {working_days_ago,
                 16,
                 school,
                 told,
                 "10:30",
                 "sa-",
                 "Quiet at first. He had not had breakfast.",
                 {""}},
                {working_days_ago,
                 8,
                 home,
                 unannounced,
                 "16:20",
                 "-",
                 "Leanne said it was not a good time and shut the door. My manager knows.",
                 {},
                 AttemptFailed::refused_entry},
                {working_days_ago,
                 5,
                 home,
                 told,
                 "15:40",
                 "-",
                 "Refused again, through the window. Leanne wants another social worker.",
                 {},
                 AttemptFailed::refused_entry},
            }};
}

ScriptedFamily bevan() {
    return {{{"Seren", "Bevan", Sex::female, 15, 3, "cy", "WBRI"}},
            "9 Cae Gwyn, Llangarreg",
            "Menna",
            "Gwenno Parri",
            168,
            {80},
            {Category::emotional_or_psychological_abuse},
            {
                {working_days_ago,
                 21,
                 home,
                 told,
                 "17:20",
                 "sab",
                 "Buom yn siarad yn y llofft am y cwrs coleg.",
                 {"Fi moyn gwneud y cwrs trin gwallt."}},
                {working_days_ago,
                 14,
                 school,
                 told,
                 "12:30",
                 "sa-",
                 "Gwelais Seren ar wahân yn yr ystafell les.",
                 {"Wi'n aros mas achos bod hi'n haws na mynd gartre."}},
                {working_days_ago,
                 4,
                 home,
                 told,
                 "17:05",
                 "s--",
                 "Wedi'i gweld gyda'i mam, ddim ar wahân. Cofnod llawn i ddilyn.",
                 {""},
                 {},
                 WriteUp::to_follow},
            }};
}

} // namespace

std::vector<ScriptedFamily> families_overdue_elsewhere() { return {hopkins(), probert(), bevan()}; }

} // namespace gweld::demo
