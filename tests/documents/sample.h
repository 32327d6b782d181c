// sample.h - a document with everything a document can have, and one cleared of nothing.
#pragma once

#include "documents/document.h"

namespace gweld::documents {

inline Document sample() {
    Document document;
    document.language = "cy";
    document.title = "Cynllun gofal a chymorth: Ffion Davies";
    document.footer = "Cyfrinachol. Argraffwyd gan Catrin Hughes.";
    document.page = "Tudalen {n} o {all}";
    document.made_at = "2026-11-24T10:00:00Z";
    document.body = {
        Paragraph{"Cytunwyd ar ddydd Mawrth 10 Tachwedd 2026."},
        Heading{2, "Beth fydd yn well"},
        Heading{3, "Gwely cynnes bob nos"},
        Paragraph{"Roedd hi'n oer yn y tŷ, a’r dŵr hefyd.\nAil linell."},
        Bullets{{"Carys: trwsio’r boeler", "Nia: ffonio <pawb> & \"chwilio\""}},
        Heading{2, "Ei geiriau ei hun"},
        Paragraph{"Zimno było.", Manner::quoted, "pl"},
        Paragraph{"Recorded by Catrin Hughes.", Manner::quiet},
        Pairs{{{"Cadeirydd", "Eleri Vaughan"}, {"Ble", "Neuadd y Sir"}}},
        Heading{2, "Pwy oedd yno"},
        Table{"Pwy oedd yno",
              {"Enw", "Asiantaeth"},
              {{"Siôn Rees", "Heddlu"}, {"Nia Bowen", "Iechyd\nac ysgol"}}},
        Heading{4, "Y diwedd"},
        Paragraph{"Dyna'r cyfan."},
    };
    return document;
}

inline Cleared as_it_is(Document document) {
    return clear(std::move(document), [](std::string text) { return text; });
}

} // namespace gweld::documents
