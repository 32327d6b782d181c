// govuk.h - every GOV.UK Frontend component we use, as typed functions: fill in the options,
// render() gives the markup. Each is checked against the fixtures that ship with the npm package
// (tests/components). Words come from the caller, in the reader's language; spoken.h fills in the
// ones that are always the same.
#pragma once

#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/character_count.h"
#include "web/components/checkboxes.h"
#include "web/components/date_input.h"
#include "web/components/details.h"
#include "web/components/error_message.h"
#include "web/components/error_summary.h"
#include "web/components/fieldset.h"
#include "web/components/generic_header.h"
#include "web/components/hint.h"
#include "web/components/input.h"
#include "web/components/inset_text.h"
#include "web/components/label.h"
#include "web/components/language_navigation.h"
#include "web/components/notification_banner.h"
#include "web/components/pagination.h"
#include "web/components/password_input.h"
#include "web/components/radios.h"
#include "web/components/select.h"
#include "web/components/service_navigation.h"
#include "web/components/skip_link.h"
#include "web/components/summary_list.h"
#include "web/components/table.h"
#include "web/components/tag.h"
#include "web/components/textarea.h"
#include "web/components/warning_text.h"
