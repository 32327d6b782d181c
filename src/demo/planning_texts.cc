// Made up for this project. Nobody said or wrote any of it.
#include "demo/planning_texts.h"

namespace gweld::demo {

const DemoPlanTexts& plan_texts_in_english() {
    static const DemoPlanTexts texts{
        {{"The house is warm and {child} has a bed of their own.",
          "The children have slept in a cold room, on the floor, for much of the winter.",
          {{"Ask the landlord to mend the boiler, and ring again in a week", "{carer}", 21},
           {"Find a bed and bedding through the family fund", "The social worker", 35}},
          {"The boiler works and there is a bed.", "The landlord has not been.",
           "The heating was off again all week."}},
         {"There is food in the house and a meal every evening.",
          "There has been nothing to eat in the evenings and school has noticed.",
          {{"Shop on Mondays with the family support worker", "{carer}", 28},
           {"Join the food club for the first six weeks", "The family support worker", 14}},
          {"Full cupboards at two visits running.", "Some weeks there is food, some not.",
           "School gave breakfast every day this week."}},
         {"{child} is at school every day and on time.",
          "A third of the mornings were missed last term, and nobody rang.",
          {{"Ring the school before nine on any day at home", "{carer}", 42},
           {"Meet {child} at the gate on Mondays and Fridays", "Head of year", 42}},
          {"Only two mornings missed since last time.", "Mornings are as before.",
           "Away four days out of ten."}},
         {"Nobody at home hits, shouts at or frightens anybody.",
          "The children have seen a grown-up hurt, and one of them tried to stop it.",
          {{"Go to the course on keeping children safe at home", "{carer}", 56},
           {"Make a plan with {child} for where to go when it gets loud", "The social worker", 14}},
          {"{child} says that it is quiet now.", "The course has started; too early to say.",
           "The police were called to the house on Saturday."}},
         {"{child} sees the doctor, the dentist and the health visitor when they should.",
          "Appointments have been missed and weight was not gained.",
          {{"Book the dentist and go", "{carer}", 30},
           {"Weigh and measure at home every month", "Health visitor", 30}},
          {"Every appointment kept.", "One kept, one missed.", "Nobody was at home, twice."}}},
        {{"{carer} cannot cope on a bad day", "{carer} rings the aunt, who comes the same day; at "
                                              "night, the duty desk"},
         {"Somebody who is not safe comes to the house", "The door stays shut, {carer} rings the "
                                                         "police, then the social worker"}},
        "The review conference asked for more, and sooner.",
        "The name has left the register. What still helps goes on.",
        "The assessment found that the family manages with what the school offers. They agreed.",
        {"social worker", "health visitor", "head of year"},
        "Meet once a fortnight to look at how mornings go"};
    return texts;
}

const DemoPlanTexts& plan_texts_in_welsh() {
    static const DemoPlanTexts texts{
        {{"Mae’r tŷ’n gynnes ac mae gwely i bawb.",
          "Bu’r plant yn cysgu mewn ystafell oer am y rhan fwyaf o’r gaeaf.",
          {{"Gofyn i’r landlord drwsio’r boeler, a ffonio eto ymhen wythnos", "{carer}", 21},
           {"Cael gwely a dillad gwely drwy’r gronfa deuluol", "Y gweithiwr cymdeithasol", 35}},
          {"Mae’r boeler yn gweithio ac mae gwely yno.", "Nid yw’r landlord wedi bod.",
           "Roedd y gwres i ffwrdd eto drwy’r wythnos."}},
         {"Mae bwyd yn y tŷ a swper bob nos.",
          "Doedd dim i’w fwyta gyda’r nos, ac mae’r ysgol wedi sylwi.",
          {{"Siopa bob dydd Llun gyda’r gweithiwr cefnogi teulu", "{carer}", 28},
           {"Ymuno â’r clwb bwyd am y chwe wythnos gyntaf", "Y gweithiwr cefnogi teulu", 14}},
          {"Cypyrddau llawn ar ddau ymweliad yn olynol.", "Bwyd rai wythnosau, dim bwyd eraill.",
           "Cafwyd brecwast yn yr ysgol bob dydd yr wythnos hon."}},
         {"Pawb yn yr ysgol bob dydd ac mewn pryd.",
          "Collwyd traean o’r boreau y tymor diwethaf, heb i neb ffonio.",
          {{"Ffonio’r ysgol cyn naw ar unrhyw ddiwrnod gartref", "{carer}", 42},
           {"Cwrdd wrth y giât ar ddydd Llun a dydd Gwener", "Pennaeth y flwyddyn", 42}},
          {"Dau fore’n unig a gollwyd ers y tro diwethaf.", "Mae’r boreau fel o’r blaen.",
           "Pedwar diwrnod o ddeg gartref."}}},
        {{"{carer} yn methu ymdopi ar ddiwrnod gwael",
          "Ffonio’r fodryb, sy’n dod yr un diwrnod; yn y nos, y ddesg ddyletswydd"}},
        "Gofynnodd y gynhadledd adolygu am fwy, ac yn gynt.",
        "Mae’r enw wedi gadael y gofrestr. Mae’r hyn sy’n dal i helpu yn parhau.",
        "Canfu’r asesiad fod y teulu’n ymdopi gyda’r hyn y mae’r ysgol yn ei gynnig. Roeddent yn "
        "cytuno.",
        {"gweithiwr cymdeithasol", "ymwelydd iechyd", "pennaeth y flwyddyn"},
        "Cwrdd bob pythefnos i weld sut mae’r boreau’n mynd"};
    return texts;
}

} // namespace gweld::demo
