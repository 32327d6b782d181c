// ours.h - the patterns of this service that GOV.UK Frontend does not have: fill in the options,
// render() gives the markup. Every word comes from the caller, in the reader's language.
#pragma once

#include "web/components/card_table.h"
#include "web/components/clocks.h"
#include "web/components/figures.h"
#include "web/components/furniture.h"
#include "web/components/household.h"
#include "web/components/person.h"
#include "web/components/shell.h"
#include "web/components/tone.h"
#include "web/draw/bar.h"
#include "web/draw/control_chart.h"
#include "web/draw/sparkline.h"
